import { decimalExponent, withMinus } from "../state/numbers.js";

export interface Tick {
  readonly value: number;
  readonly label: string;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const superscript = (n: number) =>
  [...String(n)].map((c) => (c === "-" ? "⁻" : (SUPERSCRIPTS[Number(c)] as string))).join("");

/** The round step (1, 2 or 5 times a power of ten) that cuts a span into about `count` parts. */
export function tickStep(span: number, count: number): { mantissa: number; exponent: number } {
  const rough = span / count;
  const exponent = decimalExponent(rough);
  const mantissa = rough / Number(`1e${exponent}`);
  if (mantissa <= 1) return { mantissa: 1, exponent };
  if (mantissa <= 2) return { mantissa: 2, exponent };
  if (mantissa <= 5) return { mantissa: 5, exponent };
  return { mantissa: 1, exponent: exponent + 1 };
}

/**
 * Round numbers from min to max. Ticks are whole multiples of the step, and values and labels are both made from that
 * whole number, so 0.3 is never 0.30000000000000004 at any zoom.
 */
export function ticks(min: number, max: number, count: number): Tick[] {
  const span = max - min;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const { mantissa, exponent } = tickStep(span, count);
  const step = Number(`${mantissa}e${exponent}`);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  // Large or tiny numbers are written with one common power of ten: 2·10⁹ beside 4·10⁹.
  const top = decimalExponent(Math.max(Math.abs(min), Math.abs(max)));
  const power = top >= 6 || top <= -5 ? top : 0;
  const decimals = Math.min(100, Math.max(0, power - exponent));
  const result: Tick[] = [];
  for (let i = first; i <= last && result.length < 100; i++) {
    const value = Number(`${i * mantissa}e${exponent}`);
    const digits =
      power === 0 ? value.toFixed(decimals) : Number(`${i * mantissa}e${exponent - power}`).toFixed(decimals);
    result.push({
      value,
      label: i === 0 ? "0" : `${withMinus(digits)}${power === 0 ? "" : `·10${superscript(power)}`}`,
    });
  }
  return result;
}
