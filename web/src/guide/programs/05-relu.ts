import type { Activation } from "../../engine/index.js";
import { numpyText } from "../../state/numpy-text.js";
import { printed, zeros } from "../python.js";

export function run(act: Activation): string {
  const outputs = act.value("relu", [-1.5, 0.3, -0.2, 2, -3]);
  return printed(
    `relu(2)  = ${act.value("relu", 2)}`,
    `relu(-3) = ${act.value("relu", -3)}`,
    `of five neurons ${zeros(outputs)} are off: ${numpyText(outputs)}`,
  );
}
