// What "agrees" means, and what is known not to.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Case
 * @property {string} formula
 * @property {string} name of its function
 * @property {(number | string)[]} parameters
 * @property {Record<string, string>} programs
 * @property {Result} core what the core says
 * @property {(number | string)[]} value
 * @property {(number | string)[]} gradient
 * @property {(number | string)[]} curvature
 */

/** @typedef {{ value: (number | string)[], gradient?: (number | string)[] }} Result what a program gave; NaN and infinities as words */

/** @param {number | string | undefined} one */
const asNumber = (one) => {
  if (typeof one === "number") return one;
  return one === "inf" ? Infinity : one === "-inf" ? -Infinity : NaN;
};

/**
 * The largest error of one program at one formula, in units of 1e-12 of what is allowed. `tight`: relative, and no more than
 * an error of x in its last bits makes. `loose`: relative, or absolute where the result is below 1.
 * @param {readonly (number | string)[]} got
 * @param {readonly (number | string)[]} wanted
 * @param {readonly (number | string)[]} slopes
 * @param {readonly number[]} x
 * @param {readonly (number | string)[]} values f, which f' belongs to: where that is not finite there is nothing to agree with
 */
export function worst(got, wanted, slopes, x, values, away = false) {
  const most = { tight: 0, loose: 0, at: NaN, got: NaN, wanted: NaN, tightAt: NaN, tightGot: NaN, tightWanted: NaN };
  for (const [i, at] of x.entries()) {
    const a = asNumber(got[i]);
    const b = asNumber(wanted[i]);
    if (away && (Math.abs(at) < 1e-3 || Math.abs(at) > 100)) continue;
    if (values !== wanted && !Number.isFinite(asNumber(values[i]))) continue;
    if (Object.is(a, b) || a === b) continue;
    // Where the exact result is beyond float64 its neighbours of the same sign are too.
    if (!Number.isFinite(b) && Math.abs(a) > 1e300 && Math.sign(a) === Math.sign(b)) continue;
    const slope = Math.abs(asNumber(slopes[i]) * at) || 0;
    const error = Math.abs(a - b);
    const tight = error / (1e-12 * Math.max(Math.abs(b), Number.isFinite(slope) ? slope : 0) + 1e-300);
    const loose = error / (1e-12 * Math.max(1, Math.abs(b), Number.isFinite(slope) ? slope : 0));
    if ((Number.isNaN(tight) ? Infinity : tight) > most.tight) {
      Object.assign(most, { tight: Number.isNaN(tight) ? Infinity : tight, tightAt: at, tightGot: a, tightWanted: b });
    }
    if ((Number.isNaN(loose) ? Infinity : loose) > most.loose) {
      // What is worst by the looser measure is shown.
      Object.assign(most, { loose: Number.isNaN(loose) ? Infinity : loose, at, got: a, wanted: b });
    }
  }
  return most;
}

/**
 * Known exceptions: lines of "language ; quantity ; formula ; bound ; why"; * stands for any, and a formula may be one at
 * certain parameters, "a * x with 0". The bounds are `loose`, `away`: loose for 0.001 <= |x| <= 100, and `none`.
 */
export function exceptions() {
  const text = readFileSync(join(import.meta.dirname, "exceptions.txt"), "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [language = "", quantity = "", formula = "", bound = "", why = ""] = line.split(" ; ").map((s) => s.trim());
      return { language, quantity, formula, bound, why, line };
    });
}

/**
 * Exceptions that no program of these languages needs any more.
 * @param {readonly string[]} languages
 * @param {readonly string[]} used
 */
export const unused = (languages, used) =>
  exceptions()
    .filter(
      ({ language, line }) =>
        (language === "*" || languages.some((one) => language.startsWith(one))) && !used.includes(line),
    )
    .map(({ line }) => `tests/export/exceptions.txt has what is no exception: ${line}`);

/**
 * The failures of one language, as sentences, and how many formulas agree tightly.
 * @param {string} language
 * @param {readonly number[]} x
 * @param {readonly Case[]} cases
 * @param {readonly (Result | string)[]} results a string is what went wrong
 */
export function judge(language, x, cases, results) {
  const known = exceptions();
  /** @type {Set<string>} */
  const used = new Set();
  /** @type {string[]} */
  const failures = [];
  let tight = 0;
  let count = 0;
  for (const [i, one] of cases.entries()) {
    const result = results[i];
    const at = one.parameters.length > 0 ? ` with ${one.parameters.join(", ")}` : "";
    const title = `${one.formula}${one.name === "own" ? "" : ` as ${one.name}`}${at}`;
    if (result === undefined || typeof result === "string") {
      count += 1;
      failures.push(`${language}: ${title} does not run: ${result}`);
      continue;
    }
    for (const quantity of /** @type {const} */ (["value", "gradient"])) {
      const got = result[quantity];
      if (!got) continue;
      count += 1;
      const slopes = quantity === "value" ? one.gradient : one.curvature;
      const exception = known.find(
        (each) =>
          (each.language === "*" || language.startsWith(each.language)) &&
          (each.quantity === "*" || each.quantity === quantity) &&
          ["*", one.formula, title].includes(each.formula),
      );
      const bound = exception?.bound ?? "tight";
      const error = worst(got, one[quantity], slopes, x, one.value, bound === "away");
      if (error.tight <= 1) tight += 1;
      if (exception && worst(got, one[quantity], slopes, x, one.value).tight > 1) used.add(exception.line);
      const good = error.tight <= 1 || (bound !== "tight" && error.loose <= 1) || bound === "none";
      if (!good) {
        failures.push(
          `${language}: ${quantity} of ${title}: ${error.tight.toPrecision(2)} times 1e-12 (relative) at ${error.tightAt}: ` +
            `${error.tightGot}, not ${error.tightWanted}; ${error.loose.toPrecision(2)} times 1e-12 (absolute) at ${error.at}: ` +
            `${error.got}, not ${error.wanted}`,
        );
      }
    }
  }
  return { language, failures, tight, count, used };
}
