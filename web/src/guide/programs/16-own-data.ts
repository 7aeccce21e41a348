import type { Activation } from "../../engine/index.js";
import { numpyText } from "../../state/numpy-text.js";
import { printed, zeros } from "../python.js";

const HEIGHTS = [152, 160.5, 164, 171, 183.5];

export function run(act: Activation): string {
  const centred = HEIGHTS.map((height) => height - 166.25);
  const sigmoid = (values: readonly number[]) => numpyText(act.value("sigmoid", values));
  return printed(
    `as measured:     ${sigmoid(HEIGHTS)}`,
    `centred:         ${sigmoid(centred)}`,
    `centred, scaled: ${sigmoid(centred.map((height) => height / 10))}`,
    `off under ReLU:  ${zeros(act.value("relu", centred))}`,
  );
}
