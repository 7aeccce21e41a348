import type { Activation } from "../../engine/index.js";
import { numpyText } from "../../state/numpy-text.js";
import { fixed, printed } from "../python.js";

/** Needs more than the functions. */
export const whole = true;

export function run(act: Activation): string {
  const network = act.network({ sizes: [2, 3, 1], activation: "sigmoid", seed: 42 });
  const { layers, output } = network.forward([0.5, 0.1]);
  const [z, a] = [layers[0]?.z ?? [], layers[0]?.a ?? []];
  return printed(
    `hidden sums:    ${numpyText(z, 3)}`,
    `hidden outputs: ${numpyText(a, 3)}`,
    `network output: ${fixed(output[0] as number)}`,
  );
}
