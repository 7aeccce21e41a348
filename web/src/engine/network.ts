import { count, numbers } from "./arguments.js";
import type { Core, Entry } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { ActivationId } from "./generated/ids.js";
import type { Address } from "./module.js";

export interface NetworkBindings {
  dense(
    fn: number,
    parameters: Address,
    weights: Address,
    biases: Address,
    inputs: number,
    outputs: number,
    x: Address,
    batch: number,
    z: Address,
    a: Address,
  ): number;
}

type Numbers = readonly number[] | Float32Array | Float64Array;

/** What the outputs of a layer pass through: a function of the catalog, or one with parameters. */
export type LayerActivation =
  | ActivationId
  | { readonly id: ActivationId; readonly params?: Readonly<Record<string, number>> };

export interface NetworkOptions {
  /** How many units each layer has, inputs first: [2, 3, 1]. */
  readonly sizes: readonly number[];
  /** One for all layers, or one for each layer after the inputs. */
  readonly activation: LayerActivation | readonly LayerActivation[];
  /** For each layer after the inputs a matrix of shape (units before, units), as rows or flat and row-major. */
  readonly weights?: readonly (readonly Numbers[] | Numbers)[];
  /** For each layer after the inputs as many numbers as it has units. Zeros when not given. */
  readonly biases?: readonly Numbers[];
  /**
   * Without `weights`: they are what `np.random.seed(seed)` and one `np.random.randn(before, units)` for each layer
   * give. 42 when not given.
   */
  readonly seed?: number;
}

/** What a layer made of a batch: z = x W + b and a = f(z), both of shape (batch, units), row-major. */
export interface LayerResult {
  readonly z: Float64Array;
  readonly a: Float64Array;
}

export interface ForwardResult {
  /** One for each layer after the inputs. */
  readonly layers: readonly LayerResult[];
  /** The last layer's a. */
  readonly output: Float64Array;
}

const MOST_WEIGHTS = 4_000_000;

const bad = (message: string) => new ActivationError("bad-argument", message);

/** A vector of given length. */
function vector(name: string, value: unknown, length: number): Float64Array {
  const given = numbers(name, value);
  if (given.length !== length) throw bad(`${name} must hold ${length} numbers (it holds ${given.length})`);
  return Float64Array.from(given);
}

/** A matrix as rows or as one flat array. */
function matrix(name: string, value: unknown, rows: number, columns: number): Float64Array {
  const shape = `${name} must have shape (${rows}, ${columns})`;
  if (!Array.isArray(value) || typeof value[0] === "number") {
    const given = numbers(name, value);
    if (given.length !== rows * columns) {
      throw bad(`${shape}, so ${rows * columns} numbers in all (it holds ${given.length})`);
    }
    return Float64Array.from(given);
  }
  if (value.length !== rows) throw bad(`${shape} (it has ${value.length} rows)`);
  const flat = new Float64Array(rows * columns);
  value.forEach((row: unknown, i) => {
    const given = numbers(`${name}[${i}]`, row);
    if (given.length !== columns) throw bad(`${shape} (row ${i} holds ${given.length} numbers)`);
    flat.set(given, i * columns);
  });
  return flat;
}

function list(name: string, value: unknown, length: number): readonly unknown[] {
  if (!Array.isArray(value)) throw bad(`${name} must be an array with one entry for each layer (got ${shown(value)})`);
  if (value.length !== length) {
    throw bad(`${name} must have ${length} entries, one for each layer after the inputs (it has ${value.length})`);
  }
  return value;
}

interface Layer {
  /** Not where its formula lies: an engine forgets formulas, and who made one may give it back. */
  readonly id: unknown;
  readonly parameters: Float64Array;
}

/** A unit has one output: functions that make fewer numbers of a vector are no activation of a layer. */
function refuseOtherLength(core: Core, entry: Entry, parameters: Float64Array, units: number): void {
  const { info } = entry;
  if (!info.vector || core.outputs(entry, units, parameters) === units) return;
  throw bad(`${info.id} does not make ${units} numbers of ${units}, so it cannot be the activation of a layer`);
}

/**
 * A network of dense layers. Its weights and biases are plain arrays that may be changed between calls; every sum is
 * exact arithmetic on them, rounded once.
 */
export class Network {
  readonly sizes: readonly number[];
  /** For each layer after the inputs: shape (units before, units), row-major. */
  readonly weights: readonly Float64Array[];
  /** For each layer after the inputs: shape (units). */
  readonly biases: readonly Float64Array[];
  readonly #core: Core;
  readonly #layers: readonly Layer[];

  constructor(core: Core, options: NetworkOptions, randn: (seed: number, counts: readonly number[]) => Float64Array[]) {
    if (typeof options !== "object" || options === null) {
      throw bad(`network takes { sizes: [2, 3, 1], activation: "sigmoid" } (got ${shown(options)})`);
    }
    const { sizes, activation, weights, biases, seed = 42 } = options;
    if (!Array.isArray(sizes) || sizes.length < 2) {
      throw bad(`sizes must be an array like [2, 3, 1], the inputs first (got ${shown(sizes)})`);
    }
    this.sizes = Object.freeze(sizes.map((size, i) => count(`sizes[${i}]`, size, 1)));
    const shapes = this.sizes.slice(1).map((columns, i) => [this.sizes[i] as number, columns] as const);
    const total = shapes.reduce((sum, [rows, columns]) => sum + rows * columns, 0);
    if (total > MOST_WEIGHTS) {
      throw new ActivationError("too-large", `a network may have ${MOST_WEIGHTS} weights (this one has ${total})`);
    }
    const activations = Array.isArray(activation)
      ? list("activation", activation, shapes.length)
      : shapes.map(() => activation);
    this.#core = core;
    this.#layers = activations.map((one, i) => {
      const { id, params } =
        typeof one === "object" && one !== null ? (one as { id: unknown; params?: unknown }) : { id: one };
      const entry = core.entry(id);
      const parameters = core.parameters(entry, params);
      refuseOtherLength(core, entry, parameters, shapes[i]?.[1] ?? 0);
      return { id, parameters };
    });
    this.weights =
      weights === undefined
        ? randn(
            seed,
            shapes.map(([rows, columns]) => rows * columns),
          )
        : list("weights", weights, shapes.length).map((one, i) => {
            const [rows, columns] = shapes[i] as (typeof shapes)[number];
            return matrix(`weights[${i}]`, one, rows, columns);
          });
    this.biases =
      biases === undefined
        ? shapes.map(([, columns]) => new Float64Array(columns))
        : list("biases", biases, shapes.length).map((one, i) => vector(`biases[${i}]`, one, shapes[i]?.[1] ?? 0));
  }

  /** What the network makes of one input of shape (inputs) or a batch of shape (batch, inputs), as rows. */
  forward(x: Numbers | readonly Numbers[]): ForwardResult {
    const inputs = this.sizes[0] as number;
    const isBatch = Array.isArray(x) && typeof x[0] === "object";
    const batch = isBatch ? x.length : 1;
    let a = isBatch ? matrix("x", x, batch, inputs) : vector("x", x, inputs);
    const layers = this.#layers.map(({ id, parameters }, i): LayerResult => {
      const [rows, columns] = [this.sizes[i] as number, this.sizes[i + 1] as number];
      const known = this.#core.entry(id);
      const { formula } = known;
      const { index } = formula === undefined ? known : this.#core.entry("linear");
      const [z, next] = this.#core.call(
        [parameters, this.weights[i] as Float64Array, this.biases[i] as Float64Array, a],
        [
          [Float64Array, batch * columns],
          [Float64Array, batch * columns],
        ],
        ([p, w, b, from], [sums, to]) =>
          this.#core.bindings.dense(
            index,
            p as Address,
            w as Address,
            b as Address,
            rows,
            columns,
            from as Address,
            batch,
            sums as Address,
            to as Address,
          ),
      );
      a = formula === undefined ? next : this.#through(formula, z, parameters);
      return { z, a };
    });
    return { layers, output: a };
  }

  /** What a formula makes of sums. */
  #through(formula: Address, z: Float64Array, parameters: Float64Array): Float64Array {
    const { bindings } = this.#core;
    const [a] = this.#core.call([parameters, z], [[Float64Array, z.length]], ([p, x], [out]) =>
      bindings.formulaEvaluate64(formula, 0, x as Address, out as Address, z.length, p as Address),
    );
    return a;
  }
}
