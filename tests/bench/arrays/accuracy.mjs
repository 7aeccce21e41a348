// How far the peers are from the exact results, by the golden data: what their speed is worth. Their WebAssembly gives the
// same bits in every engine, so once, in Node, is enough; plain JavaScript's Math is V8's in both.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../wasm/toolchain/run.mjs";
import "../../setup/typescript.mjs";
import { FORMULAS } from "./formulas.mjs";

/** @typedef {Awaited<ReturnType<typeof import("./in-node.mjs").nodeRaces>>} Libraries */
/** @typedef {{ ulp: number, x: number, got: number, exact: number }} Worst */
/**
 * @typedef {object} Accuracy
 * @property {string} id
 * @property {"value" | "gradient"} quantity
 * @property {"float32" | "float64"} type
 * @property {Record<string, Worst>} near where |x| is at most 10
 * @property {Record<string, Worst>} far beyond, up to 100
 */

const NAMES = ["ours", "plain", "tfjs", "ort"];

/** Where formulas fail that look right, and short cuts show. */
const HARD = /** @type {const} */ ([
  ["sigmoid", -20],
  ["sigmoid", -88],
  ["tanh", 1e-4],
  ["elu", -1e-6],
  ["gelu", -4],
  ["gelu", -8],
  ["softplus", -17],
  ["softplus", -40],
  ["softplus", 100],
  ["silu", -20],
  ["mish", -20],
  ["mish", 100],
]);

/**
 * Worst errors over the golden rows with default parameters.
 * @param {Libraries} libraries
 * @returns {Promise<Accuracy[]>}
 */
export async function accuracies({ act, outputs }) {
  const { rowsOf, ulpError } = await import("../../engine/golden.ts");
  /** @type {Accuracy[]} */
  const list = [];
  for (const id of Object.keys(FORMULAS)) {
    const info = act.catalog.find((one) => one.id === id);
    if (!info || !existsSync(join(root, "tests", "golden", `${id}.csv`))) continue;
    const all = rowsOf(id).filter(({ x }) => Math.abs(x) <= 100);
    for (const type of /** @type {const} */ (["float32", "float64"])) {
      const [round, array] =
        type === "float32" ? [Math.fround, Float32Array] : [(/** @type {number} */ value) => value, Float64Array];
      const rows = all.filter(
        ({ float32, parameters }) =>
          float32 === (type === "float32") &&
          info.parameters.every(({ name, default: value }) => parameters[name] === round(value)),
      );
      if (rows.length === 0) continue;
      const x = array.from(rows, (row) => row.x);
      for (const quantity of /** @type {const} */ (["value", "gradient"])) {
        /** @type {Accuracy} */
        const accuracy = { id, quantity, type, near: {}, far: {} };
        for (const [name, y] of Object.entries(await outputs({ id, quantity, type }, x))) {
          for (const [i, row] of rows.entries()) {
            const ulp = ulpError(y[i], row.expected[quantity], row.float32);
            const place = Math.abs(row.x) <= 10 ? accuracy.near : accuracy.far;
            if (place[name]?.ulp >= ulp) continue;
            place[name] = { ulp, x: row.x, got: y[i], exact: row.expected[quantity][0] };
          }
        }
        list.push(accuracy);
      }
    }
  }
  return list;
}

/**
 * What each makes of a few hard numbers, in float32.
 * @param {Libraries} libraries
 */
export async function hardInputs({ act, outputs }) {
  const list = [];
  for (const [id, x] of HARD) {
    if (!act.catalog.some((one) => one.id === id)) continue;
    const results = await outputs({ id, quantity: "value", type: "float32" }, Float32Array.of(x));
    const values = Object.entries(results).map(([name, y]) => [name, y[0]]);
    list.push({ id, x, values: Object.fromEntries(values) });
  }
  return list;
}

const short = (/** @type {number} */ ulp) =>
  ulp >= 1e5 ? ulp.toExponential(0) : ulp >= 100 ? ulp.toFixed(0) : ulp.toPrecision(2);

/** @param {(name: string) => string} cell */
const cells = (cell) => NAMES.map((name) => cell(name).padStart(20)).join("");

/** @param {{ golden: readonly Accuracy[], hard: Awaited<ReturnType<typeof hardInputs>> }} measured */
export function accuracyLines({ golden, hard }) {
  const cell = (/** @type {Worst | undefined} */ worst) =>
    worst ? `${short(worst.ulp)} at ${worst.x.toPrecision(3)}` : "–";
  return [
    ...["float32", "float64"].flatMap((type) => [
      `\nAccuracy in ${type}: the worst error over the golden rows with |x| ≤ 10, in ulp, and where`,
      `  ${"".padEnd(16)}${cells((name) => name)}`,
      ...golden
        .filter((one) => one.type === type)
        .map(({ id, quantity, near }) => {
          const title = `${id}${quantity === "gradient" ? "′" : ""}`;
          return `  ${title.padEnd(16)}${cells((name) => cell(near[name]))}`;
        }),
    ]),
    "\nHard inputs in float32",
    `  ${"".padEnd(16)}${cells((name) => name)}`,
    ...hard.map(
      ({ id, x, values }) =>
        `  ${`${id}(${x})`.padEnd(16)}${cells((name) => (name in values ? values[name].toPrecision(7) : "–"))}`,
    ),
  ];
}
