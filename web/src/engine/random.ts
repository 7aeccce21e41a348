import { count } from "./arguments.js";
import type { Core } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { Address } from "./module.js";

type Seed = (seed: number, state: Address) => number;
type Draw = (normal: number, from: Address, to: Address, out: Address, length: number) => number;

export interface RandomBindings {
  readonly legacySeed: Seed;
  readonly legacyDraw: Draw;
  readonly generatorSeed: Seed;
  readonly generatorDraw: Draw;
}

/** How many 32-bit words the states have: LegacyState and GeneratorState of the core. */
const [LEGACY_WORDS, GENERATOR_WORDS] = [628, 8] as const;
const MOST_SEED = 2 ** 32 - 1;

/** A seed as NumPy takes it. */
function checkedSeed(seed: unknown): number {
  if (typeof seed !== "number" || !Number.isInteger(seed) || seed < 0 || seed > MOST_SEED) {
    throw new ActivationError(
      "bad-argument",
      `seed must be a whole number from 0 to ${MOST_SEED}, which is 2³² − 1 (got ${shown(seed)})`,
    );
  }
  return seed;
}

/** A stream of random numbers. Its state is here, and crosses to the core and back with each call. */
class Stream {
  readonly #core: Core;
  readonly #draw: Draw;
  #state: Uint32Array;

  constructor(core: Core, words: number, start: Seed, draw: Draw, seed: unknown) {
    const number = checkedSeed(seed);
    this.#core = core;
    this.#draw = draw;
    [this.#state] = core.call([], [[Uint32Array, words]], (_, [state]) => start(number, state as Address));
  }

  protected draw(normal: boolean, n: unknown): Float64Array {
    const length = count("n", n, 0);
    const [state, numbers] = this.#core.call(
      [this.#state],
      [
        [Uint32Array, this.#state.length],
        [Float64Array, length],
      ],
      ([from], [to, out]) => this.#draw(normal ? 1 : 0, from as Address, to as Address, out as Address, length),
    );
    this.#state = state;
    return numbers;
  }
}

/** NumPy's legacy stream, as after `np.random.seed(seed)`: the same numbers to the last bit, in the same order. */
export class LegacyRandom extends Stream {
  constructor(core: Core, seed: unknown) {
    super(core, LEGACY_WORDS, core.bindings.legacySeed, core.bindings.legacyDraw, seed);
  }

  /** The next n of `np.random.randn`: Gaussians of mean 0 and variance 1. */
  randn(n: number): Float64Array {
    return this.draw(true, n);
  }

  /** The next n of `np.random.rand`: uniform from 0 to below 1. */
  rand(n: number): Float64Array {
    return this.draw(false, n);
  }
}

/** NumPy's current generator, `np.random.default_rng(seed)`: the same numbers to the last bit, in the same order. */
export class RandomGenerator extends Stream {
  constructor(core: Core, seed: unknown) {
    super(core, GENERATOR_WORDS, core.bindings.generatorSeed, core.bindings.generatorDraw, seed);
  }

  /** The next n of `rng.standard_normal`: Gaussians of mean 0 and variance 1. */
  standardNormal(n: number): Float64Array {
    return this.draw(true, n);
  }

  /** The next n of `rng.random`: uniform from 0 to below 1. */
  random(n: number): Float64Array {
    return this.draw(false, n);
  }
}
