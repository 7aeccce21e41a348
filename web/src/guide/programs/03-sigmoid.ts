import type { Activation } from "../../engine/index.js";
import { fixed, printed } from "../python.js";

export const run = (act: Activation): string =>
  printed(`sigmoid(2)  = ${fixed(act.value("sigmoid", 2))}`, `sigmoid(-3) = ${fixed(act.value("sigmoid", -3))}`);
