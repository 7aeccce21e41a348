import { numbers, parameterValues } from "./arguments.js";
import type { Core } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { FloatArray } from "./memory.js";
import type { Address } from "./module.js";

export interface SoftmaxStepsBindings {
  softmaxSteps(
    logits: Address,
    length: number,
    temperature: number,
    stable: number,
    single: number,
    exponents: Address,
    exponentials: Address,
    sum: Address,
    probabilities: Address,
  ): number;
}

export interface SoftmaxStepsOptions {
  /** From 1e-6 to 1e6; 1 when not given. */
  readonly temperature?: number;
  /** Whether the largest logit is subtracted first. Without (when not given), large logits fail. */
  readonly stable?: boolean;
}

export interface SoftmaxSteps<A extends FloatArray = FloatArray> {
  /** x / T, or (x − the largest x) / T. */
  readonly exponents: A;
  /** e to the power of each exponent: Infinity above 709.78, in float32 above 88.72. */
  readonly exponentials: A;
  readonly sum: number;
  /** exponential / sum: NaN for ∞ ÷ ∞ and for 0 ÷ 0. */
  readonly probabilities: A;
}

const bad = (message: string) => new ActivationError("bad-argument", message);

export function softmaxSteps(core: Core, x: unknown, options: SoftmaxStepsOptions = {}): SoftmaxSteps {
  if (typeof options !== "object" || options === null) {
    throw bad(`softmaxSteps takes options like { temperature: 1, stable: true } (got ${shown(options)})`);
  }
  const { temperature, stable = false } = options;
  if (typeof stable !== "boolean") throw bad(`stable must be true or false (got ${shown(stable)})`);
  const [t] = parameterValues(core.entry("softmax").info, temperature === undefined ? {} : { temperature });
  const given = core.memory.attach(numbers("x", x));
  const { length } = given;
  if (length === 0) throw bad("x must hold at least one number");
  const single = given instanceof Float32Array;
  const [exponents, exponentials, sum, probabilities] = core.call(
    [single ? Float64Array.from(given) : given],
    [
      [Float64Array, length],
      [Float64Array, length],
      [Float64Array, 1],
      [Float64Array, length],
    ],
    ([logits], [z, e, total, p]) =>
      core.bindings.softmaxSteps(
        logits as Address,
        length,
        t as number,
        stable ? 1 : 0,
        single ? 1 : 0,
        z as Address,
        e as Address,
        total as Address,
        p as Address,
      ),
  );
  const like = (values: Float64Array) => (single ? Float32Array.from(values) : values);
  return {
    exponents: like(exponents),
    exponentials: like(exponentials),
    sum: sum[0] as number,
    probabilities: like(probabilities),
  };
}
