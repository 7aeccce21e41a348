// Tables for people: one line per function, in ns per element at the size of the bars.
import { BAR_SIZE, titleOf } from "./subjects.mjs";
import { fastestPeer, ratioOf } from "./verdicts.mjs";

/** @typedef {import("./verdicts.mjs").Row} Row */

const COLUMNS = /** @type {const} */ (["ours", "copied", "plain", "tfjs", "ort", "copy"]);
const WIDTH = 8;

/** Three digits that mean something. @param {number | undefined} value */
const number = (value) => (value === undefined ? "–" : value.toFixed(value < 1 ? 3 : value < 100 ? 2 : 0));

const exponent = (/** @type {number} */ n) =>
  `10${[...String(Math.round(Math.log10(n)))].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")}`;

/** @param {readonly number[]} sizes */
const others = (sizes) => sizes.filter((n) => n !== (sizes.includes(BAR_SIZE) ? BAR_SIZE : sizes[0]));

/** @param {readonly number[]} sizes */
export function head(sizes) {
  const main = sizes.includes(BAR_SIZE) ? BAR_SIZE : sizes[0];
  const ours = others(sizes).map((n) => `ours ${exponent(n)}`.padStart(WIDTH + 2));
  const cells = [...COLUMNS.map((name) => name.padStart(WIDTH)), "  ratio".padEnd(16), ...ours];
  return `  ${`n = ${exponent(main)}`.padEnd(18)}${cells.join("")}`;
}

/**
 * One subject at all its sizes.
 * @param {readonly Row[]} rows
 * @param {readonly number[]} sizes
 */
export function line(rows, sizes) {
  const main = rows.find(({ n }) => n === BAR_SIZE) ?? rows[0];
  const cells = COLUMNS.map((name) => number(main.ns[name]).padStart(WIDTH));
  const ratio = ratioOf(main);
  const compared = ratio === undefined ? "  –" : `  ${ratio.toFixed(2)} ${fastestPeer(main)}`;
  const ours = others(sizes).map((n) => number(rows.find((row) => row.n === n)?.ns.ours).padStart(WIDTH + 2));
  return `  ${titleOf(main).padEnd(18)}${cells.join("")}${compared.padEnd(16)}${ours.join("")}`;
}

/** @param {import("./verdicts.mjs").Verdict} verdict */
export function verdictLine({ title, measured, held }) {
  const word = held === undefined ? "–" : held ? "held" : "MISSED";
  return `  ${word.padEnd(7)}${title}: ${measured}`;
}

/**
 * Who lacks what, in words, each reason once.
 * @param {readonly Row[]} rows
 */
export function absences(rows) {
  /** @type {Map<string, Set<string>>} */
  const reasons = new Map();
  for (const row of rows) {
    const composed = row.composed.map((who) => /** @type {const} */ ([who, "no kernel of its own, composed"]));
    for (const [who, why] of [...Object.entries(row.absent), ...composed]) {
      const key = `${who}: ${why}`;
      const what = `${titleOf(row)}${row.quantity === "gradient" ? "′" : ""}`;
      reasons.set(key, (reasons.get(key) ?? new Set()).add(what));
    }
  }
  return [...reasons].map(([reason, what]) => `  ${reason}: ${[...what].join(", ")}`);
}
