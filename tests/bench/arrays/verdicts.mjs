// The bars, and whether the measured rows clear them.
import { median } from "../statistics.mjs";
import { BAR_SIZE, titleOf } from "./subjects.mjs";

/** @typedef {import("./race.mjs").Subject & import("./race.mjs").Result & { group: string, n: number }} Row */
/** @typedef {{ title: string, measured: string, held: boolean | undefined }} Verdict */

const PEERS = /** @type {const} */ (["plain", "tfjs", "ort"]);

/** @param {Row} row */
export function fastestPeer({ ns }) {
  const there = PEERS.filter((name) => name in ns);
  return there.length === 0 ? undefined : there.reduce((best, name) => (ns[name] < ns[best] ? name : best));
}

/**
 * How many times faster than the fastest peer, or than one of them; undefined where one is missing.
 * @param {Row} row
 * @param {string} [peer]
 */
export function ratioOf(row, peer = fastestPeer(row)) {
  return peer && peer in row.ns && "ours" in row.ns ? row.ns[peer] / row.ns.ours : undefined;
}

/** @param {readonly number[]} values */
const geometricMean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** @param {Row} row */
const nameOf = (row) => titleOf(row) + (row.quantity === "gradient" ? "′" : "");
const times = (/** @type {number} */ value) => `${value.toFixed(2)}×`;

/**
 * The rows with a number each, the worst first.
 * @param {readonly Row[]} rows
 * @param {(row: Row) => number | undefined} number
 */
const graded = (rows, number) =>
  rows
    .flatMap((row) => {
      const value = number(row);
      return value === undefined ? [] : [{ name: nameOf(row), type: row.type, value }];
    })
    .sort((a, b) => a.value - b.value);

/** @param {readonly { name: string, type: string, value: number }[]} list */
const named = (list, most = 6) =>
  list
    .slice(0, most)
    .map(({ name, type, value }) => `${name} ${type === "float64" ? "f64 " : ""}${times(value)}`)
    .join(", ") + (list.length > most ? `, and ${list.length - most} more` : "");

/**
 * @param {string} title
 * @param {readonly Row[]} rows
 * @param {{ peer?: string, mean?: number, each?: number }} bar
 * @returns {Verdict[]}
 */
function faster(title, rows, { peer, mean, each = 1 }) {
  const list = graded(rows, (row) => ratioOf(row, peer));
  const whom = peer ?? "the fastest peer";
  const none = { measured: "not measured", held: undefined };
  const slow = list.filter(({ value }) => value < each);
  const bar = each === 1 ? `none slower than ${whom}` : `each at least ${each}× ${whom}`;
  /** @type {Verdict[]} */
  const verdicts = [];
  verdicts.push({
    title: `${title}: ${bar}`,
    ...(list.length === 0
      ? none
      : {
          measured: slow.length > 0 ? named(slow) : `${list.length} functions, the closest ${named(list.slice(0, 1))}`,
          held: slow.length === 0,
        }),
  });
  if (mean === undefined) return verdicts;
  const value = geometricMean(list.map((one) => one.value));
  verdicts.push({
    title: `${title}: geometric mean at least ${mean}× ${whom}`,
    ...(list.length === 0 ? none : { measured: `${times(value)} over ${list.length} functions`, held: value >= mean }),
  });
  return verdicts;
}

/** How much more ours costs per element at the largest size than at the bars' size, beside what a copy does. */
function growth(/** @type {readonly Row[]} */ rows) {
  const large = Math.max(...rows.map(({ n }) => n));
  if (large <= BAR_SIZE) return undefined;
  const list = graded(
    rows.filter((row) => row.n === BAR_SIZE && "ours" in row.ns),
    (row) => {
      const other = rows.find(
        (one) => one.n === large && one.group === row.group && one.id === row.id && one.width === row.width,
      );
      if (!other || !("ours" in other.ns)) return undefined;
      // Beyond the caches every pass waits for memory; what the copy waits there is not the kernel's growth.
      const waiting = Math.max(0, other.ns.copy - row.ns.copy);
      return (other.ns.ours - waiting) / row.ns.ours;
    },
  );
  return list.reverse();
}

/**
 * @param {readonly Row[]} rows of one environment
 * @param {ReturnType<typeof import("./ours.mjs").limits>} limits
 * @returns {Verdict[]}
 */
export function verdictsOf(rows, limits) {
  const at = rows.filter(({ n }) => n === BAR_SIZE);
  const group = (/** @type {string[]} */ ...keys) => at.filter((row) => keys.includes(row.group));
  const simple = graded(
    at.filter(({ id, quantity }) => ["relu", "leaky_relu"].includes(id) && quantity === "value"),
    ({ ns }) => ("ours" in ns ? ns.ours / ns.copy : undefined),
  ).reverse();
  const grown = growth(rows);
  const extra = graded(at, (row) => ("ours" in row.ns ? row.extra.copied : undefined)).reverse();
  const fresh = graded(at, (row) => ("ours" in row.ns ? row.extra.fresh : undefined)).map(
    ({ value, type }) => `${value.toFixed(2)} ns in ${type}`,
  );
  const worst = extra.filter(({ value }) => value > 1.5);
  return [
    ...faster("float32 forward", group("value32"), { mean: 2.5 }),
    ...faster("float32 forward, rest", group("rest32"), {}),
    ...faster("float32 gradient", group("gradient32"), { each: 4 }),
    ...faster("float64 forward", group("value64", "rest64"), { peer: "plain", mean: 2.5 }),
    ...faster("float64 gradient", group("gradient64", "restGradient64"), { peer: "plain", mean: 2.5 }),
    {
      title: "relu and leaky_relu: at most 1.5× a copy",
      measured: simple.length > 0 ? named(simple) : "not measured",
      held: simple.length > 0 ? simple[0].value <= 1.5 : undefined,
    },
    {
      title: "cost per element from 10⁶ to 10⁷, less what a copy's grows: at most 1.25×",
      measured: grown && grown.length > 0 ? `most ${named(grown, 3)}` : "not measured",
      held: grown && grown.length > 0 ? grown[0].value <= 1.25 : undefined,
    },
    {
      title: "ordinary arrays: at most 1.5 ns per element more",
      measured:
        extra.length === 0
          ? "not measured"
          : `median ${median(extra.map(({ value }) => value)).toFixed(2)} ns, most ${extra[0].value.toFixed(2)} ns (${extra[0].name}), ${worst.length} of ${extra.length} above; with a new array for the result ${fresh.join(", ")}`,
      held: extra.length > 0 ? worst.length === 0 : undefined,
    },
    {
      title: "memory used up: too-large, and the next call works",
      measured: `after ${limits.arraysOfTenMillion} arrays of 10⁷ float64: ${limits.filled}, ordinary arrays ${limits.onOrdinary}, then ${limits.after}`,
      held: limits.works,
    },
  ];
}
