/** Numbers as people read and type them. Nothing here computes a result: it turns given numbers into text and back. */

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** With a true minus sign, which has the width of the digits. */
export const withMinus = (text: string): string => text.replace(/-/g, "−");

/** A power of ten as in print: 2·10⁻⁹. */
function withPower(text: string): string {
  const [mantissa, exponent] = text.split("e") as [string, string];
  const power = [...exponent.replace("+", "")].map((c) => (c === "-" ? "⁻" : SUPERSCRIPTS[Number(c)])).join("");
  return `${mantissa === "1" ? "" : mantissa === "-1" ? "−" : `${withMinus(mantissa)}·`}10${power}`;
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return "undefined";
  if (value === Number.POSITIVE_INFINITY) return "∞";
  if (value === Number.NEGATIVE_INFINITY) return "−∞";
  return undefined;
}

/** For tables: four decimals, and a power of ten where four decimals would hide the number or fill the column. */
export function tabular(value: number): string {
  const word = special(value);
  if (word !== undefined) return word;
  const size = Math.abs(value);
  if (size !== 0 && (size < 5e-4 || size >= 1e5))
    return withPower(value.toExponential(size < 1e-99 || size >= 1e100 ? 0 : 1));
  return withMinus((value === 0 ? 0 : value).toFixed(4));
}

/** All digits that tell this double from every other, as short as possible: 1e+21 becomes 10²¹. */
export function exact(value: number): string {
  const word = special(value);
  if (word !== undefined) return word;
  const text = String(Object.is(value, -0) ? "-0" : value);
  return text.includes("e") ? withPower(text) : withMinus(text);
}

/** As text that programs read too: for URLs and number fields. */
export const plain = (value: number): string => String(value).replace("e+", "e");

/** A number as people type it: true minus signs, decimal commas and "2·10⁻³" included. Undefined when it is none. */
export function parseNumber(text: string): number | undefined {
  const ascii = text
    .trim()
    .replace(/[−–]/g, "-")
    .replace(/^([+-]?\d*),(\d+)$/, "$1.$2")
    .replace(/\s*[·×*]\s*10\^?/, "e")
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))
    .replace("⁻", "-");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(ascii)) return undefined;
  const value = Number(ascii);
  return Number.isFinite(value) ? value : undefined;
}

/** The power of ten of a positive number: 3 for 1234. */
export const decimalExponent = (value: number): number => Number(value.toExponential().split("e")[1]);

/** Rounded to a multiple of 10^exponent, as the decimal nearest to it. */
export function roundTo(value: number, exponent: number): number {
  if (exponent >= 0) {
    const unit = Number(`1e${exponent}`);
    return Math.round(value / unit) * unit;
  }
  return exponent < -100 ? value : Number(value.toFixed(Math.min(-exponent, 100)));
}
