import type { Activation } from "../../engine/index.js";
import { fixed, printed } from "../python.js";

export const run = (act: Activation): string =>
  printed(`elu(2)  = ${fixed(act.value("elu", 2))}`, `elu(-3) = ${fixed(act.value("elu", -3))}`);
