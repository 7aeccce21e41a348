import type { Catalog } from "../../state/selection.js";

/** A name that can stand in a formula, and what it means. */
export interface Name {
  readonly name: string;
  readonly meaning: string;
  /** Takes arguments: a bracket follows it. */
  readonly call: boolean;
}

/** The language's own functions and constants; tests/engine/completion.test.ts holds them against the core. */
export const ELEMENTARY: readonly (readonly [name: string, meaning: string])[] = [
  ["abs", "|x|, the absolute value"],
  ["acos", "arc cosine"],
  ["acosh", "inverse hyperbolic cosine"],
  ["asin", "arc sine"],
  ["asinh", "inverse hyperbolic sine"],
  ["atan", "arc tangent"],
  ["atanh", "inverse hyperbolic tangent"],
  ["cbrt", "cube root"],
  ["ceil", "rounded up"],
  ["clip", "clip(x, low, high)"],
  ["cos", "cosine"],
  ["cosh", "hyperbolic cosine"],
  ["erf", "error function"],
  ["erfc", "1 − erf(x)"],
  ["exp", "eˣ"],
  ["exp2", "2ˣ"],
  ["expm1", "eˣ − 1"],
  ["floor", "rounded down"],
  ["ln", "natural logarithm"],
  ["log", "natural logarithm"],
  ["log10", "logarithm to base 10"],
  ["log1p", "ln(1 + x)"],
  ["log2", "logarithm to base 2"],
  ["max", "the larger of two"],
  ["min", "the smaller of two"],
  ["normal_cdf", "Φ(x), the normal distribution"],
  ["pow", "pow(a, b) is aᵇ"],
  ["sign", "−1, 0 or 1"],
  ["sin", "sine"],
  ["sinh", "hyperbolic sine"],
  ["sqrt", "square root"],
  ["tan", "tangent"],
  ["tanh", "hyperbolic tangent"],
  ["where", "where(condition, then, else)"],
];

/** All names, in alphabetical order: the language's, the catalog's, and those of the formula's own parameters. */
export function namesOf(catalog: Catalog, parameters: readonly string[]): Name[] {
  const known = new Set(ELEMENTARY.map(([name]) => name));
  return [
    ...parameters.map((name) => ({ name, meaning: "parameter of this formula", call: false })),
    { name: "pi", meaning: "π = 3.14159…", call: false },
    ...ELEMENTARY.map(([name, meaning]) => ({ name, meaning, call: true })),
    ...catalog
      .filter(({ id, vector }) => !vector && !known.has(id))
      .map(({ id, name }) => ({ name: id, meaning: name, call: true })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The beginning of a name in front of the caret, and what could become of it. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly prefix: string;
  readonly names: readonly Name[];
}

const MOST_SHOWN = 40;
/** A single letter is more often a parameter. */
const LEAST_LETTERS = 2;

/** What a name under the caret could become; undefined where there is none, or only what is there already. */
export function completionAt(text: string, caret: number, names: readonly Name[]): Completion | undefined {
  const [prefix = ""] = /[A-Za-z_]\w*$/.exec(text.slice(0, caret)) ?? [];
  // In the middle of a word nothing is begun.
  if (prefix.length < LEAST_LETTERS || /^\w/.test(text.slice(caret))) return undefined;
  const lower = prefix.toLowerCase();
  const begun = names.filter(({ name }) => name.toLowerCase().startsWith(lower));
  const within = prefix.length < 3 ? [] : names.filter(({ name }) => name.toLowerCase().indexOf(lower) > 0);
  const found = [...begun, ...within].slice(0, MOST_SHOWN);
  if (found.length === 0 || (found.length === 1 && found[0]?.name === prefix)) return undefined;
  return { from: caret - prefix.length, to: caret, prefix, names: found };
}

/** The text with a name in its place, and where the caret belongs: behind the bracket of a function. */
export function completed(
  text: string,
  { from, to }: Completion,
  { name, call }: Name,
): { text: string; caret: number } {
  const after = text.slice(to);
  const bracket = call && !after.trimStart().startsWith("(") ? "(" : "";
  const head = text.slice(0, from) + name + bracket;
  return { text: head + after, caret: head.length + (call && bracket === "" ? after.indexOf("(") + 1 : 0) };
}
