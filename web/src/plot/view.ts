import { decimalExponent, roundTo } from "../state/numbers.js";
import { isRange, type Range } from "../state/schema.js";

/** The range that keeps `anchor` where it is on the screen and shows `factor` times as much; the old one at the limits. */
export function zoomed([from, to]: Range, anchor: number, factor: number): Range {
  const next: Range = tidy(anchor + (from - anchor) * factor, anchor + (to - anchor) * factor);
  return isRange(...next) ? next : [from, to];
}

/** The range moved by a fraction of its width; positive moves the window to larger x. */
export function panned([from, to]: Range, fraction: number): Range {
  const shift = (to - from) * fraction;
  const next: Range = tidy(from + shift, to + shift);
  return isRange(...next) ? next : [from, to];
}

/** Ends rounded to a thousandth of the span or finer: nobody sees the difference, and addresses stay short. */
function tidy(from: number, to: number): Range {
  const exponent = decimalExponent(to - from) - 4;
  return [roundTo(from, exponent), roundTo(to, exponent)];
}

/** The x under a point of the plot (0 is its left edge, 1 its right), rounded to what one pixel can tell. */
export function xAt([from, to]: Range, fraction: number, pixels: number): number {
  const inside = Math.max(0, Math.min(1, fraction));
  return roundTo(from + (to - from) * inside, decimalExponent((to - from) / Math.max(pixels, 1)));
}

export const fractionAt = ([from, to]: Range, x: number): number => (x - from) / (to - from);

/** The step of an arrow key: a round number near a hundredth of the range. */
export function keyStep([from, to]: Range): number {
  return Number(`1e${decimalExponent((to - from) / 50)}`);
}

/** The range that shows x: itself where it does, else moved just as far as needed. */
export function revealing(range: Range, x: number): Range {
  const at = fractionAt(range, x);
  return at < 0 ? panned(range, at - 0.1) : at > 1 ? panned(range, at - 0.9) : range;
}
