import { ActivationFunctions } from "./functions.js";
import { Network, type NetworkOptions } from "./network.js";
import { LegacyRandom } from "./random.js";

// Both modules can do this. The class over the first one (first.ts) cannot: a page that shows curves would have to fetch
// it too.

/** What `random` of the whole engine gives. */
export const randomOf = (engine: ActivationFunctions, seed: number): LegacyRandom =>
  new LegacyRandom(ActivationFunctions.coreOf(engine), seed);

/** What `network` of the whole engine gives. */
export const networkOf = (engine: ActivationFunctions, options: NetworkOptions): Network =>
  new Network(ActivationFunctions.coreOf(engine), options, (seed, counts) => {
    const stream = randomOf(engine, seed);
    return counts.map((n) => stream.randn(n));
  });
