import type { Activation } from "../../engine/index.js";
import { printed } from "../python.js";

export const run = (act: Activation): string =>
  printed(`linear(2)  = ${act.value("linear", 2)}`, `linear(-3) = ${act.value("linear", -3)}`);
