import type { Activation } from "../../engine/index.js";
import { fixed, printed } from "../python.js";

export const run = (act: Activation): string =>
  printed(
    `leaky_relu(2)  = ${fixed(act.value("leaky_relu", 2))}`,
    `leaky_relu(-3) = ${fixed(act.value("leaky_relu", -3))}`,
  );
