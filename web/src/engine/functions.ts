import { count } from "./arguments.js";
import type { ActivationInfo, NotesInfo } from "./catalog.js";
import { elementwise } from "./compute.js";
import { Core } from "./core.js";
import { type Curve, type CurveOptions, curve, type FormulaCurveOptions, type Parameters } from "./curve.js";
import { ActivationError, shown } from "./errors.js";
import type { Formula } from "./formula.js";
import type { ActivationId, ElementwiseId, ParametersOf, VectorId } from "./generated/ids.js";
import type { FloatArray, FloatArrayConstructor, Memory } from "./memory.js";
import type { Instance } from "./module.js";
import { jacobian, rows, vectorValue, vjp } from "./vectors.js";

/**
 * The activation functions, computed by the C++ core in WebAssembly.
 *
 * Arrays are copied in and out, except those from `allocate`, which live in wasm memory already.
 * Whatever is wrong with an argument is an `ActivationError`, and the next call works.
 */
export class ActivationFunctions {
  /** Every function of the catalog, in menu order. */
  readonly catalog: readonly ActivationInfo[];
  /** The compiled code this runs on: `postMessage` it to a worker and start there with `instance({ wasm })`. */
  readonly module: WebAssembly.Module;
  /** For the parts of the library that build on the functions. */
  protected readonly core: Core;

  /** For what is built of the functions without being part of their class. */
  static coreOf({ core }: ActivationFunctions): Core {
    return core;
  }
  readonly #memory: Memory;

  constructor(instance: Instance) {
    this.module = instance.module;
    this.core = new Core(instance);
    this.#memory = this.core.memory;
    this.catalog = this.core.catalog;
  }

  /**
   * f(x). A number gives a number; an array gives an array of the same length: Float32Array → Float32Array,
   * Float64Array or number[] → Float64Array. Vector functions take the whole vector and give one: softmax of the same
   * length, logsumexp an array of one number, glu half as many. With `out` (of the result's type and length; x itself
   * where that is its length) the result is written there and returned.
   */
  value<Id extends ElementwiseId>(id: Id, x: number, params?: ParametersOf<Id>): number;
  value(formula: Formula, x: number, params?: Parameters): number;
  value(formula: Formula, x: Float32Array, params?: Parameters, out?: Float32Array): Float32Array;
  value(formula: Formula, x: Float64Array | readonly number[], params?: Parameters, out?: Float64Array): Float64Array;
  value<Id extends ActivationId>(id: Id, x: Float32Array, params?: ParametersOf<Id>, out?: Float32Array): Float32Array;
  value<Id extends ActivationId>(
    id: Id,
    x: Float64Array | readonly number[],
    params?: ParametersOf<Id>,
    out?: Float64Array,
  ): Float64Array;
  value(id: unknown, x: unknown, params?: unknown, out?: unknown): number | FloatArray {
    const entry = this.core.entry(id);
    return entry.info.vector
      ? vectorValue(this.core, entry, x, params, out)
      : elementwise(this.core, "value", entry, x, params, out);
  }

  /**
   * A vector function of each row of a row-major matrix: the numbers of x are rows of `width`, a batch of logits, say.
   * x has shape (rows, width) and the result (rows, m), where m is how many numbers the function makes of `width`.
   * Types and `out` are those of `value`.
   */
  rows<Id extends VectorId>(
    id: Id,
    x: Float32Array,
    width: number,
    params?: ParametersOf<Id>,
    out?: Float32Array,
  ): Float32Array;
  rows<Id extends VectorId>(
    id: Id,
    x: Float64Array | readonly number[],
    width: number,
    params?: ParametersOf<Id>,
    out?: Float64Array,
  ): Float64Array;
  rows(id: string, x: unknown, width: unknown, params?: unknown, out?: unknown): FloatArray {
    return rows(this.core, id, x, width, params, out);
  }

  /** f′(x) of an elementwise function, in the shapes of `value`. At a kink: the value PyTorch gives. */
  gradient<Id extends ElementwiseId>(id: Id, x: number, params?: ParametersOf<Id>): number;
  gradient(formula: Formula, x: number, params?: Parameters): number;
  gradient(formula: Formula, x: Float32Array, params?: Parameters, out?: Float32Array): Float32Array;
  gradient(
    formula: Formula,
    x: Float64Array | readonly number[],
    params?: Parameters,
    out?: Float64Array,
  ): Float64Array;
  gradient<Id extends ElementwiseId>(
    id: Id,
    x: Float32Array,
    params?: ParametersOf<Id>,
    out?: Float32Array,
  ): Float32Array;
  gradient<Id extends ElementwiseId>(
    id: Id,
    x: Float64Array | readonly number[],
    params?: ParametersOf<Id>,
    out?: Float64Array,
  ): Float64Array;
  gradient(id: unknown, x: unknown, params?: unknown, out?: unknown): number | FloatArray {
    return elementwise(this.core, "gradient", this.core.entry(id), x, params, out);
  }

  /** f″(x) of an elementwise function, in the shapes of `value`; 0 at a kink. */
  curvature<Id extends ElementwiseId>(id: Id, x: number, params?: ParametersOf<Id>): number;
  curvature(formula: Formula, x: number, params?: Parameters): number;
  curvature(formula: Formula, x: Float32Array, params?: Parameters, out?: Float32Array): Float32Array;
  curvature(
    formula: Formula,
    x: Float64Array | readonly number[],
    params?: Parameters,
    out?: Float64Array,
  ): Float64Array;
  curvature<Id extends ElementwiseId>(
    id: Id,
    x: Float32Array,
    params?: ParametersOf<Id>,
    out?: Float32Array,
  ): Float32Array;
  curvature<Id extends ElementwiseId>(
    id: Id,
    x: Float64Array | readonly number[],
    params?: ParametersOf<Id>,
    out?: Float64Array,
  ): Float64Array;
  curvature(id: unknown, x: unknown, params?: unknown, out?: unknown): number | FloatArray {
    return elementwise(this.core, "curvature", this.core.entry(id), x, params, out);
  }

  /**
   * Jᵀg of a vector function: what backpropagation makes of the gradient g that arrives from above.
   * x has shape (n), g that of f(x), and both the same type; the result is like x.
   */
  vjp<Id extends VectorId>(
    id: Id,
    x: Float32Array,
    g: Float32Array,
    params?: ParametersOf<Id>,
    out?: Float32Array,
  ): Float32Array;
  vjp<Id extends VectorId>(
    id: Id,
    x: Float64Array | readonly number[],
    g: Float64Array | readonly number[],
    params?: ParametersOf<Id>,
    out?: Float64Array,
  ): Float64Array;
  vjp(id: string, x: unknown, g: unknown, params?: unknown, out?: unknown): FloatArray {
    return vjp(this.core, id, x, g, params, out);
  }

  /**
   * The Jacobian of a vector function, row-major: element i·n + j is ∂yᵢ/∂xⱼ. x has shape (n), f(x) shape (m), the result
   * (m·n).
   */
  jacobian<Id extends VectorId>(id: Id, x: Float32Array, params?: ParametersOf<Id>, out?: Float32Array): Float32Array;
  jacobian<Id extends VectorId>(
    id: Id,
    x: Float64Array | readonly number[],
    params?: ParametersOf<Id>,
    out?: Float64Array,
  ): Float64Array;
  jacobian(id: string, x: unknown, params?: unknown, out?: unknown): FloatArray {
    return jacobian(this.core, id, x, params, out);
  }

  /**
   * f, f′ and f″ sampled for drawing: `points` evenly spaced x, a point on every kink, a gap (NaN) at every jump, and
   * more points where the curve bends. Of a vector function: the first output against its own logit, the other
   * logits held at the catalog's `slice`.
   */
  curve<Id extends ActivationId>(id: Id, options: CurveOptions<Id>): Curve;
  curve(formula: Formula, options: FormulaCurveOptions): Curve;
  curve(id: unknown, options: CurveOptions | FormulaCurveOptions): Curve {
    return curve(this.core, id, options);
  }

  /**
   * An array of n zeros inside wasm memory, which calls read and write without copying. Give it back with `free`.
   * When the memory grows (a later allocate, or a call on large arrays), the platform empties all arrays over it:
   * they are still good as arguments, and `attach` makes them readable again.
   */
  allocate<A extends FloatArrayConstructor>(type: A, length: number): InstanceType<A> {
    const known: unknown[] = [Float32Array, Float64Array];
    if (!known.includes(type)) {
      throw new ActivationError("bad-argument", `allocate makes a Float32Array or a Float64Array (got ${shown(type)})`);
    }
    return this.#memory.allocate(type, count("length", length, 0));
  }

  /** What is known of a function; undefined where there is none of that name. */
  info(id: string): ActivationInfo | undefined {
    return this.core.find(id)?.info;
  }

  /** Completes the catalog of an engine that was started without what there is to read about its functions. */
  addNotes(notes: readonly NotesInfo[]): void {
    this.core.addNotes(notes);
  }

  free(array: Float32Array | Float64Array): void {
    this.#memory.free(array);
  }

  /** The array itself, or a new one over the same numbers if memory growth has emptied it. */
  attach<T extends Float32Array | Float64Array>(array: T): T {
    return this.#memory.attach(array);
  }
}
