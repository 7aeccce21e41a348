import { count, finiteNumber, numbers, refuseOverlap, sameKind } from "./arguments.js";
import type { ActivationInfo, NotesInfo } from "./catalog.js";
import { aligned, Core, type Entry } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { Formula } from "./formula.js";
import type { ActivationId, ElementwiseId, ParametersOf, VectorId } from "./generated/ids.js";
import type { FloatArray, FloatArrayConstructor, Memory } from "./memory.js";
import type { Address, Bindings, Instance } from "./module.js";

/** Parameters by name, for a function not known until run time. */
export type Parameters = Readonly<Record<string, number>>;

export interface CurveOptions<Id extends ActivationId = ActivationId> {
  /** The range of x: any finite from < to. */
  readonly from: number;
  readonly to: number;
  /** How many evenly spaced samples, both ends included: those of NumPy's linspace. 200 when not given. */
  readonly points?: number;
  readonly params?: ParametersOf<Id>;
}

/** The same for a formula: its parameters are known by name at run time. */
export interface FormulaCurveOptions extends Omit<CurveOptions, "params"> {
  readonly params?: Parameters;
}

/** Columns of equal length, x strictly increasing. NaN is a gap: the quantity jumps there. */
export interface Curve {
  readonly x: Float64Array;
  readonly value: Float64Array;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

export const QUANTITIES = { value: 0, gradient: 1, curvature: 2 } as const;
export type Quantity = keyof typeof QUANTITIES;

/** Room for parameters at the start of the scratch space: 16 numbers, so that what follows stays aligned. */
const PARAMETER_BYTES = 128;
const MOST_POINTS = 1_000_000;

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
  readonly #bindings: Bindings;
  readonly #memory: Memory;

  constructor(instance: Instance) {
    this.module = instance.module;
    this.core = new Core(instance);
    this.#bindings = this.core.bindings;
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
    if (!entry.info.vector) return this.#elementwise("value", entry, x, params, out);
    const vector = this.#vector(entry, "x", x);
    return this.#rows(entry, vector, vector.length, params, out);
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
    const entry = this.core.entry(id);
    if (!entry.info.vector) {
      throw new ActivationError("unsupported", `${entry.info.id} works number by number, without rows: use value`);
    }
    const matrix = this.#vector(entry, "x", x);
    const columns = count("width", width, 1);
    if (matrix.length % columns !== 0) {
      throw new ActivationError(
        "bad-argument",
        `width must divide the length of x: ${matrix.length} numbers are no rows of ${columns}`,
      );
    }
    return this.#rows(entry, matrix, columns, params, out);
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
    return this.#elementwise("gradient", this.core.entry(id), x, params, out);
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
    return this.#elementwise("curvature", this.core.entry(id), x, params, out);
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
    const entry = this.#vectorEntry(id, "vjp");
    const vector = this.#vector(entry, "x", x);
    const upstream = sameKind("g", this.#vector(entry, "g", g), vector, this.#outputs(entry, vector.length, params));
    return this.#compute(entry, params, [vector, upstream], this.#target(vector, out), (at, into, parameters) =>
      vector instanceof Float32Array
        ? this.#bindings.vectorVjp32(entry.index, at[0] as Address, at[1] as Address, into, vector.length, parameters)
        : this.#bindings.vectorVjp64(entry.index, at[0] as Address, at[1] as Address, into, vector.length, parameters),
    );
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
    const entry = this.#vectorEntry(id, "jacobian");
    const vector = this.#vector(entry, "x", x);
    const target = this.#target(vector, out, this.#outputs(entry, vector.length, params) * vector.length);
    return this.#compute(entry, params, [vector], target, (at, into, parameters) =>
      vector instanceof Float32Array
        ? this.#bindings.vectorJacobian32(entry.index, at[0] as Address, into, vector.length, parameters)
        : this.#bindings.vectorJacobian64(entry.index, at[0] as Address, into, vector.length, parameters),
    );
  }

  /**
   * f, f′ and f″ sampled for drawing: `points` evenly spaced x, a point on every kink, a gap (NaN) at every jump, and
   * more points where the curve bends. Of a vector function: the first output against its own logit, the other
   * logits held at the catalog's `slice`.
   */
  curve<Id extends ActivationId>(id: Id, options: CurveOptions<Id>): Curve;
  curve(formula: Formula, options: FormulaCurveOptions): Curve;
  curve(id: unknown, options: CurveOptions | FormulaCurveOptions): Curve {
    const entry = this.core.entry(id);
    if (typeof options !== "object" || options === null) {
      throw new ActivationError("bad-argument", `curve takes a range like { from: -5, to: 5 } (got ${shown(options)})`);
    }
    const from = finiteNumber("from", options.from);
    const to = finiteNumber("to", options.to);
    if (from >= to) throw new ActivationError("bad-argument", `from must be less than to (got ${from} and ${to})`);
    const points = count("points", options.points ?? 200, 2);
    if (points > MOST_POINTS) {
      throw new ActivationError("too-large", `points must be at most ${MOST_POINTS} (got ${points})`);
    }
    const parameters = this.#parameters(entry, options.params, 0);
    const { index, formula } = entry;
    this.#settle(
      formula === undefined
        ? this.#bindings.curveSample(index, from, to, points, parameters)
        : this.#bindings.formulaSample(formula, from, to, points, parameters),
    );
    const size = this.#bindings.curveSize();
    const column = (which: number) => this.#memory.view(Float64Array, this.#bindings.curveColumn(which), size).slice();
    return { x: column(0), value: column(1), gradient: column(2), curvature: column(3) };
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

  #vectorEntry(id: unknown, what: string): Entry {
    const entry = this.core.entry(id);
    if (entry.info.vector) return entry;
    throw new ActivationError("unsupported", `${entry.info.id} works number by number, without ${what}: use gradient`);
  }

  #vector({ info }: Entry, name: string, value: unknown): FloatArray {
    if (typeof value === "number") {
      throw new ActivationError("bad-argument", `${info.id} takes a whole vector like [2, 1, 0.1], not one number`);
    }
    const vector = this.#memory.attach(numbers(name, value));
    if (vector.length === 0) throw new ActivationError("bad-argument", `${name} must hold at least one number`);
    return vector;
  }

  /** How many numbers a vector function makes of so many. */
  #outputs(entry: Entry, length: number, params: unknown): number {
    const parameters = this.core.parameters(entry, params);
    const outputs = (n: number) => (n > 0 ? this.core.outputs(entry, n, parameters) : 0);
    const found = outputs(length);
    if (found > 0) return found;
    const fitting = [-1, 1].map((step) => {
      let n = length + step;
      while (n > 0 && Math.abs(n - length) < 1000 && outputs(n) === 0) n += step;
      return outputs(n) > 0 ? n : undefined;
    });
    const advice = fitting.filter((n) => n !== undefined).join(" or ");
    throw new ActivationError(
      "bad-argument",
      `${entry.info.id} cannot take ${length} numbers${advice ? `: it could take ${advice}` : ""}`,
    );
  }

  #rows(entry: Entry, x: FloatArray, width: number, params: unknown, out: unknown): FloatArray {
    const target = this.#target(x, out, (x.length / width) * this.#outputs(entry, width, params));
    return this.#compute(entry, params, [x], target, (at, into, parameters) =>
      x instanceof Float32Array
        ? this.#bindings.vectorRows32(entry.index, at[0] as Address, into, x.length, width, parameters)
        : this.#bindings.vectorRows64(entry.index, at[0] as Address, into, x.length, width, parameters),
    );
  }

  #target(like: FloatArray, out: unknown, length = like.length): FloatArray {
    if (out === undefined) return new (like.constructor as FloatArrayConstructor)(length);
    const live = out instanceof Float32Array || out instanceof Float64Array ? this.#memory.attach(out) : out;
    return sameKind("out", live, like, length);
  }

  #elementwise(quantity: Quantity, entry: Entry, x: unknown, params: unknown, out: unknown): number | FloatArray {
    const { index, info, formula } = entry;
    if (info.vector) {
      throw new ActivationError("unsupported", `${info.id} is a function of a vector: use vjp or jacobian`);
    }
    const run = (source: FloatArray, target: FloatArray) =>
      this.#compute(entry, params, [source], target, (at, into, parameters) => {
        const bits = source instanceof Float32Array ? "32" : "64";
        const [kernel, which] =
          formula === undefined
            ? ([`evaluate${bits}`, index] as const)
            : ([`formulaEvaluate${bits}`, formula] as const);
        return this.#bindings[kernel](which, QUANTITIES[quantity], at[0] as Address, into, source.length, parameters);
      });
    if (typeof x === "number") {
      if (out !== undefined) throw new ActivationError("bad-argument", "out goes with an array, not with one number");
      const one = Float64Array.of(x);
      return run(one, one)[0] as number;
    }
    const source = this.#memory.attach(numbers("x", x, "a number, "));
    return run(source, this.#target(source, out));
  }

  /** Writes the parameters to the start of the scratch space, with room for `bytes` more behind them. */
  #parameters(entry: Entry, params: unknown, bytes: number): Address {
    const values = this.core.parameters(entry, params);
    const address = this.#memory.scratch(PARAMETER_BYTES + bytes);
    this.#memory.view(Float64Array, address, values.length).set(values);
    return address;
  }

  /** Brings the inputs into wasm memory where they are not there yet, runs, and brings the result to `out`. */
  #compute(
    entry: Entry,
    params: unknown,
    inputs: readonly FloatArray[],
    out: FloatArray,
    run: (inputs: readonly Address[], out: Address, parameters: Address) => number,
  ): FloatArray {
    const places = inputs.map((input) => this.#memory.addressOf(input));
    const place = this.#memory.addressOf(out);
    refuseOverlap(inputs, out);
    const bytes = (array: FloatArray, address: Address | undefined) =>
      address === undefined ? aligned(array.byteLength) : 0;
    const type = out.constructor as FloatArrayConstructor;
    const { length } = out;
    const needed = inputs.reduce((sum, input, i) => sum + bytes(input, places[i]), bytes(out, place));
    // From here on the memory may have grown: an array that lay inside is known by its address alone.
    const parameters = this.#parameters(entry, params, needed);
    let free = parameters + PARAMETER_BYTES;
    const addresses = inputs.map((input, i) => {
      const inside = places[i];
      if (inside !== undefined) return inside;
      const address = free;
      this.#memory.view(type, address, input.length).set(input);
      free += aligned(input.byteLength);
      return address;
    });
    const target = place ?? free;
    try {
      this.core.check(run(addresses, target, parameters));
      if (place !== undefined) return this.#memory.attach(out);
      out.set(this.#memory.view(type, target, length));
      return out;
    } finally {
      this.#memory.settle();
    }
  }

  #settle(status: number): void {
    this.#memory.settle();
    this.core.check(status);
  }
}
