import type { Activation } from "../../engine/index.js";
import { fixed, printed } from "../python.js";

export const run = (act: Activation): string =>
  printed(`tanh(2)  = ${fixed(act.value("tanh", 2))}`, `tanh(-3) = ${fixed(act.value("tanh", -3))}`);
