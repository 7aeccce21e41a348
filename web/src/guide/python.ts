/** Numbers as Python's format() and str() write them. */

/** format(value, ".4f"), right-aligned in `width`. */
export const fixed = (value: number, digits = 4, width = 0): string => value.toFixed(digits).padStart(width);

/** str(value) of a float, for the sizes at which Python writes no exponent. */
export const float = (value: number, width = 0): string =>
  (Number.isInteger(value) ? value.toFixed(1) : String(value)).padStart(width);

/** format(value, ".2e"): at least two digits of exponent. */
export const scientific = (value: number, digits = 2): string =>
  value.toExponential(digits).replace(/e([+-])(\d)$/, "e$10$2");

/** What several calls of print write. */
export const printed = (...lines: readonly string[]): string => lines.join("\n");
