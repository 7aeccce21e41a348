import type { Activation } from "../../engine/index.js";
import { numpyText } from "../../state/numpy-text.js";
import { fixed, printed } from "../python.js";

/** Needs more than curves: the first module has no vectors. */
export const whole = true;

export function run(act: Activation): string {
  const probabilities = act.value("softmax", [2, 1, 0.1]);
  const sum = probabilities.reduce((total, one) => total + one, 0);
  return printed(`softmax: ${numpyText(probabilities)}`, `sum:     ${fixed(sum)}`);
}
