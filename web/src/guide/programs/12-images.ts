import type { Activation } from "../../engine/index.js";
import { numpyText, pythonFixed } from "../../state/numpy-text.js";
import { printed, zeros } from "../python.js";

const SIZE = 10;
const EDGES = [-1, -1, -1, -1, 8, -1, -1, -1, -1];

/** print(np.round(values, 2)) */
const rounded = (values: Float64Array) =>
  numpyText(
    values.map((value) => Number(pythonFixed(value, 2))),
    SIZE,
  );

/** Needs more than the functions. */
export const whole = true;

export function run(act: Activation): string {
  const image = act.random(42).rand(SIZE * SIZE);
  const { activated } = act.convolve(image, { width: SIZE, height: SIZE }, EDGES, { activation: "relu" });
  return printed(
    "the image, rounded:",
    rounded(image),
    "after convolution and ReLU, rounded:",
    rounded(activated),
    `first row: ${numpyText(activated.subarray(0, SIZE))}`,
    `zeros: ${zeros(activated)}`,
  );
}
