import type { Range } from "../state/schema.js";

/** So many places, evenly along x, tell how far a curve goes most of the time. */
const PLACES = 40;
/** A curve that goes so many times farther than that, with so few samples near its end, runs away to infinity. */
const FARTHER = 10;
const FEW = 4;
/** The share of the places that lie nearest to where it does. */
const NEAR = 0.05;

/** The index of the first sample that is not left of x. */
function indexAt(xs: Float64Array, x: number): number {
  let [low, high] = [0, xs.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((xs[middle] as number) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What y is at the places, from low to high. */
function usual(x: Float64Array, y: Float64Array): Float64Array {
  const [from, to] = [x[0] as number, x.at(-1) as number];
  const places = Float64Array.from({ length: PLACES }, (_, i) => {
    const share = (i + 0.5) / PLACES;
    return y[indexAt(x, from * (1 - share) + to * share)] as number;
  });
  return places.filter(Number.isFinite).sort();
}

/**
 * From which y to which a chart of a curve goes: its lowest and highest finite value, but not along a pole, where every
 * closer sample is higher. [∞, −∞] when there are none.
 */
export function extent(x: Float64Array, y: Float64Array): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of y) {
    if (value < low && value !== Number.NEGATIVE_INFINITY) low = value;
    if (value > high && value !== Number.POSITIVE_INFINITY) high = value;
  }
  if (low > high) return [low, high];
  const quarter = high / 4 - low / 4;
  let [nearLow, nearHigh] = [0, 0];
  for (const value of y) {
    if (value >= high - quarter && value <= high) nearHigh++;
    if (value <= low + quarter && value >= low) nearLow++;
  }
  if (nearLow > FEW && nearHigh > FEW) return [low, high];
  const places = usual(x, y);
  if (places.length === 0) return [low, high];
  const [least, most] = [places[0] as number, places.at(-1) as number];
  const size = FARTHER * (most / 2 - least / 2);
  const skipped = Math.ceil(places.length * NEAR);
  return [
    nearLow <= FEW && most / 2 - low / 2 > size ? (places[skipped] ?? least) : low,
    nearHigh <= FEW && high / 2 - least / 2 > size ? (places[places.length - 1 - skipped] ?? most) : high,
  ];
}
