import type { Activation } from "../../engine/index.js";
import { fixed, printed } from "../python.js";

const VECTORS = {
  good: [0.1, 0.2, 0.3, 0.4, 0.5],
  bad: [-0.1, -0.2, -0.3, -0.4, -0.5],
  movie: [0, 0.1, 0.2, 0.3, 0.4],
};
const CLASSES = ["negative", "neutral", "positive"];

/** Needs more than the functions. */
export const whole = true;

export function run(act: Activation): string {
  const model = act.sentiment({ vectors: VECTORS, weights: act.random(42).randn(5 * CLASSES.length) });
  const { probabilities } = model.classify("good movie");
  return printed(...CLASSES.map((name, i) => `${name}: ${fixed(probabilities[i] as number)}`));
}
