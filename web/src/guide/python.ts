/** What the programs of the chapters print, with the widths that their format strings name. */
import { pythonFixed, pythonFloat } from "../state/numpy-text.js";

/** f"{value:10.4f}" */
export const fixed = (value: number, digits = 4, width = 0): string => pythonFixed(value, digits).padStart(width);

/** f"{value:5}" of a float */
export const float = (value: number, width = 0): string => pythonFloat(value).padStart(width);

/** f"{value:.2e}": at least two digits of exponent. */
export const scientific = (value: number, digits = 2): string =>
  value.toExponential(digits).replace(/e([+-])(\d)$/, "e$10$2");

/** f"{np.mean(values == 0):.0%}" */
export const zeros = (values: Float64Array): string =>
  `${pythonFixed((values.filter((value) => value === 0).length * 100) / values.length, 0)}%`;

/** What several calls of print write. */
export const printed = (...lines: readonly string[]): string => lines.join("\n");
