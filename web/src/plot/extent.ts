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

/** How many finite samples are at least half as far from `from` as `end` is, on its side. */
function near(y: Float64Array, end: number, from: number): number {
  const half = end / 2 + from / 2;
  let count = 0;
  for (const value of y) if (Number.isFinite(value) && (end > from ? value >= half : value <= half)) count++;
  return count;
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
  const places = usual(x, y);
  const [least, most] = [places[0] as number, places.at(-1) as number];
  const size = FARTHER * (most / 2 - least / 2);
  const skipped = Math.ceil(places.length * NEAR);
  const far = (end: number, from: number) => Math.abs(end / 2 - from / 2) > size && near(y, end, from) <= FEW;
  return [
    places.length > 0 && far(low, most) ? (places[skipped] ?? least) : low,
    places.length > 0 && far(high, least) ? (places[places.length - 1 - skipped] ?? most) : high,
  ];
}
