import type { Activation } from "../../engine/index.js";
import { float, printed } from "../python.js";

/** Needs more than the functions. */
export const whole = true;

export function run(act: Activation): string {
  const affine = (weights: readonly number[], biases: readonly number[]) =>
    act.network({
      sizes: [1, ...weights.map(() => 1)],
      activation: "linear",
      weights: weights.map((weight) => [weight]),
      biases: biases.map((bias) => [bias]),
    });
  const [stack, layer] = [affine([0.5, -2], [1, 0.25]), affine([-1], [-1.75])];
  return printed(
    ...[-10, 0, 10].map((x) => {
      const [stacked, single] = [stack.forward([x]).output[0] as number, layer.forward([x]).output[0] as number];
      return `x = ${float(x, 5)}: two layers give ${float(stacked)}, one layer gives ${float(single)}`;
    }),
  );
}
