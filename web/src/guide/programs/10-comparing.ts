import type { Activation } from "../../engine/index.js";
import { fixed, float, printed } from "../python.js";

const IDS = ["relu", "leaky_relu", "sigmoid", "tanh", "elu"] as const;

export const run = (act: Activation): string =>
  printed(
    ["     x", ...IDS.map((id) => id.padStart(10))].join(" "),
    ...[-5, -1, 0, 1, 5].map((x) => [float(x, 6), ...IDS.map((id) => fixed(act.value(id, x), 4, 10))].join(" ")),
  );
