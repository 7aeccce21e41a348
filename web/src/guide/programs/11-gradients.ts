import type { Activation } from "../../engine/index.js";
import { fixed, float, printed, scientific } from "../python.js";

const IDS = ["relu", "leaky_relu", "sigmoid", "tanh", "elu"] as const;

export function run(act: Activation): string {
  const best = act.gradient("sigmoid", 0);
  const product = (depth: number) => Array.from({ length: depth }, () => best).reduce((a, b) => a * b, 1);
  return printed(
    ...[-5, -1, 0, 1, 5].map((x) => [float(x, 6), ...IDS.map((id) => fixed(act.gradient(id, x), 4, 8))].join(" ")),
    ...[1, 5, 10, 20].map(
      (depth) => `depth ${String(depth).padStart(2)}: sigmoid at its best leaves ${scientific(product(depth))}`,
    ),
  );
}
