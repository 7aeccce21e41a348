import type { ParameterInfo } from "../../engine/index.js";

/** Between these a browser can tell the steps of a slider from each other. */
const [LEAST_END, MOST_END] = [1e-300, Number.MAX_VALUE];

/** Ends of a slider around 0 that show the value with room on both sides: −5 to 5 for everyday numbers. */
function endOf(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || (size >= 0.05 && size <= 5)) return 5;
  const unit = 10 ** Math.floor(Math.log10(size));
  const steps = [2, 5, 10, 20].find((step) => step * unit >= 2 * size) ?? 20;
  return Math.min(MOST_END, Math.max(LEAST_END, Number((steps * unit).toPrecision(1))));
}

const ends = new Map<string, number>();

/** A parameter with the slider that suits its value. The ends stay while the value is between them: nothing moves under a finger. */
export function withEnds(key: string, parameter: ParameterInfo, value: number): ParameterInfo {
  let end = ends.get(key);
  if (end === undefined || Math.abs(value) > end) {
    end = endOf(value);
    ends.set(key, end);
  }
  return { ...parameter, sliderMinimum: -end, sliderMaximum: end, step: end / 500 };
}
