// What is measured: groups of subjects, at which sizes, and how long.
import { FORMULAS } from "./formulas.mjs";

/** @typedef {import("./race.mjs").Subject} Subject */
/** @typedef {{ key: string, title: string, subjects: Subject[], sizes: readonly number[] }} Group */

/** The size at which the bars are set. */
export const BAR_SIZE = 1e6;
const SIZES = [1e3, 1e5, 1e6, 1e7];
const CORE = ["relu", "leaky_relu", "sigmoid", "tanh", "elu", "gelu", "softplus", "silu", "mish"];
const REST = Object.keys(FORMULAS).filter((id) => !CORE.includes(id));

/** @type {(type: Subject["type"], quantity: Subject["quantity"], ids: readonly string[]) => Subject[]} */
const subjects = (type, quantity, ids) => ids.map((id) => ({ id, quantity, type }));
const softmax = [10, 1000].map(
  (width) => /** @type {Subject} */ ({ id: "softmax", quantity: "value", type: "float32", width }),
);

/** @type {Group[]} */
export const GROUPS = [
  {
    key: "value32",
    title: "float32 forward",
    subjects: [...subjects("float32", "value", CORE), ...softmax],
    sizes: SIZES,
  },
  {
    key: "gradient32",
    title: "float32 gradient",
    subjects: subjects("float32", "gradient", ["sigmoid", "tanh", "gelu"]),
    sizes: SIZES,
  },
  { key: "value64", title: "float64 forward", subjects: subjects("float64", "value", CORE), sizes: SIZES },
  { key: "gradient64", title: "float64 gradient", subjects: subjects("float64", "gradient", CORE), sizes: SIZES },
  {
    key: "rest32",
    title: "float32 forward, the rest of the catalog",
    subjects: subjects("float32", "value", REST),
    sizes: [BAR_SIZE],
  },
  {
    key: "rest64",
    title: "float64 forward, the rest of the catalog",
    subjects: subjects("float64", "value", REST),
    sizes: [BAR_SIZE],
  },
  {
    key: "restGradient64",
    title: "float64 gradient, the rest of the catalog",
    subjects: subjects("float64", "gradient", REST),
    sizes: [BAR_SIZE],
  },
];

/**
 * The first race of a subject has its functions compiled; the later ones find them so.
 * @param {number} n
 * @param {boolean} first
 * @returns {import("./timing.mjs").Pace}
 */
export function paceOf(n, first) {
  if (n >= 1e7) return { rounds: 5, sample: 5, warmUp: 0 };
  return { rounds: 9, sample: 8, warmUp: first ? 80 : 20 };
}

export const titleOf = (/** @type {Subject} */ { id, width }) => (width ? `${id}(${width})` : id);
