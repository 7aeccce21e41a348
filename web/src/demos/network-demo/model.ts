import type { Activation, ActivationInfo, LayerResult, Parameters } from "../../engine/index.js";
import type { Selection } from "../../state/selection.js";

export const MOST_UNITS = 8;
export const MOST_HIDDEN = 4;

/** All that the demo shows: layers after the inputs have weights, biases and an activation each. */
export interface Model {
  readonly sizes: readonly number[];
  readonly activations: readonly Selection[];
  /** Shape (units before, units), row-major. */
  readonly weights: readonly Float64Array[];
  readonly biases: readonly Float64Array[];
  readonly input: readonly number[];
  readonly seed: number;
  /** Whether weights or biases were changed by hand since they were drawn. */
  readonly edited: boolean;
}

/** The functions that give each unit of a layer a number: not those that make one of two, or one of all. */
export const layerFunctions = (engine: Activation): ActivationInfo[] =>
  engine.catalog.filter(
    ({ id, vector, slice }) => !vector || engine.value(id, [0, ...slice]).length === 1 + slice.length,
  );

/** The weights that NumPy draws with this seed for these sizes, and biases of zero. */
export function drawn(engine: Activation, sizes: readonly number[], seed: number): Pick<Model, "weights" | "biases"> {
  const random = engine.random(seed);
  const weights = sizes.slice(1).map((columns, i) => random.randn((sizes[i] as number) * columns));
  return { weights, biases: sizes.slice(1).map((columns) => new Float64Array(columns)) };
}

export function fromSeed(engine: Activation, model: Model, seed: number): Model {
  return { ...model, ...drawn(engine, model.sizes, seed), seed, edited: false };
}

/** An input that is new gets the number of the tutorial's first. */
const padded = (input: readonly number[], length: number) => Array.from({ length }, (_, i) => input[i] ?? 0.5);

/**
 * Other sizes, the layers in `kept` (old index by new) being the old ones. Weights of the seed are drawn anew, since
 * NumPy's depend on all sizes; those changed by hand stay where both of their units do.
 */
export function resized(
  engine: Activation,
  model: Model,
  sizes: readonly number[],
  activations: readonly Selection[],
  kept: readonly (number | undefined)[],
): Model {
  const fresh = drawn(engine, sizes, model.seed);
  const next = { ...model, ...fresh, sizes, activations, input: padded(model.input, sizes[0] as number) };
  if (!model.edited) return next;
  sizes.slice(1).forEach((columns, layer) => {
    const [before, own] = [kept[layer], kept[layer + 1]];
    if (before === undefined || own === undefined || own !== before + 1) return;
    const oldColumns = model.sizes[own] as number;
    const rows = Math.min(sizes[layer] as number, model.sizes[before] as number);
    for (let unit = 0; unit < Math.min(columns, oldColumns); unit++) {
      (fresh.biases[layer] as Float64Array)[unit] = model.biases[own - 1]?.[unit] ?? 0;
      for (let row = 0; row < rows; row++) {
        (fresh.weights[layer] as Float64Array)[row * columns + unit] =
          model.weights[own - 1]?.[row * oldColumns + unit] ?? 0;
      }
    }
  });
  return next;
}

const indices = ({ sizes }: Model) => sizes.map((_, i) => i);

export function withSize(engine: Activation, model: Model, layer: number, size: number): Model {
  const sizes = model.sizes.map((one, i) => (i === layer ? size : one));
  return resized(engine, model, sizes, model.activations, indices(model));
}

/** A hidden layer more, before the outputs: like the last hidden one, or of three units. */
export function withLayer(engine: Activation, model: Model): Model {
  const last = model.sizes.length - 1;
  const size = last > 1 ? (model.sizes[last - 1] as number) : 3;
  const sizes = model.sizes.toSpliced(last, 0, size);
  const activations = model.activations.toSpliced(last - 1, 0, model.activations[Math.max(0, last - 2)] as Selection);
  const kept = [...indices(model).slice(0, last), undefined, last];
  return resized(engine, model, sizes, activations, kept);
}

/** Without its last hidden layer. */
export function withoutLayer(engine: Activation, model: Model): Model {
  const last = model.sizes.length - 1;
  const sizes = model.sizes.toSpliced(last - 1, 1);
  const activations = model.activations.toSpliced(last - 2, 1);
  const kept = [...indices(model).slice(0, last - 1), last];
  return resized(engine, model, sizes, activations, kept);
}

const changed = (arrays: readonly Float64Array[], which: number, at: number, value: number) =>
  arrays.map((array, i) => (i === which ? array.with(at, value) : array));

export function withWeight(model: Model, layer: number, from: number, unit: number, value: number): Model {
  const columns = model.sizes[layer + 1] as number;
  return { ...model, weights: changed(model.weights, layer, from * columns + unit, value), edited: true };
}

export const withBias = (model: Model, layer: number, unit: number, value: number): Model => ({
  ...model,
  biases: changed(model.biases, layer, unit, value),
  edited: true,
});

export const withInput = (model: Model, at: number, value: number): Model => ({
  ...model,
  input: model.input.with(at, value),
});

export function withActivation(model: Model, layer: number, id: Selection["id"], params: Parameters): Model {
  return { ...model, activations: model.activations.with(layer, { id, params }) };
}

export function forward(engine: Activation, model: Model): readonly LayerResult[] {
  const { sizes, activations, weights, biases, input } = model;
  return engine.network({ sizes, activation: activations, weights, biases }).forward(input).layers;
}

export const weightOf = ({ weights, sizes }: Model, layer: number, from: number, unit: number): number =>
  weights[layer]?.[from * (sizes[layer + 1] as number) + unit] ?? 0;

/** What a layer receives: the inputs, or what the layer before it gives. */
export const receivedBy = (model: Model, results: readonly LayerResult[], layer: number): ArrayLike<number> =>
  layer === 0 ? model.input : (results[layer - 1] as LayerResult).a;
