import type { Activation } from "../../engine/index.js";
import { numpyText } from "../../state/numpy-text.js";
import { printed } from "../python.js";

/** Needs more than curves: the first module has no vectors. */
export const whole = true;

const SCORES = [1.2, -0.4, 0.3];

export const run = (act: Activation): string =>
  printed(
    `three quantities, linear:       ${numpyText(act.value("linear", SCORES))}`,
    `three labels, sigmoid for each: ${numpyText(act.value("sigmoid", SCORES))}`,
    `one of three, softmax:          ${numpyText(act.value("softmax", SCORES))}`,
  );
