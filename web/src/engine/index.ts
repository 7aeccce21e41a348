/**
 * Activation functions with exact gradients and curvatures, computed in WebAssembly.
 *
 * @example
 * const act = await load();
 * act.value("gelu", 2); // 1.9544997361036416
 * act.gradient("elu", [-1, 0, 1], { alpha: 0.5 });
 */
import { Activation } from "./activation.js";
import createModule from "./generated/activation.mjs";
import { instantiate, type WasmSource } from "./module.js";

export { Activation } from "./activation.js";
export type {
  Analysis,
  End,
  Figure,
  FixedPoint,
  Interval,
  Jump,
  Stretch,
  Sureness,
  VarianceMap,
} from "./analysis.js";
export type {
  ActivationInfo,
  Family,
  KinkInfo,
  NotesInfo,
  ParameterInfo,
  ReferenceInfo,
  VersionInfo,
} from "./catalog.js";
export type {
  Classification,
  ClassifiedWord,
  Classifier,
  ClassifierOptions,
  PartReport,
} from "./classifier.js";
export type { Convolved, ConvolveOptions, ImageSize, Kernel } from "./convolution.js";
export type { Separator, TextTable } from "./csv.js";
export type { Curve, CurveOptions, FormulaCurveOptions, Parameters } from "./curve.js";
export type {
  ColumnReader,
  ColumnsOptions,
  DataColumn,
  DataProblem,
  DataSummary,
  Description,
  Histogram,
  HistogramOptions,
} from "./data.js";
export type { Derivatives } from "./derivatives.js";
export type { DigestStep } from "./digest.js";
export { ActivationError, type ErrorCode } from "./errors.js";
export { CODE_FORMATS, type CodeFormat, type CodeOptions, Formula } from "./formula.js";
export { FormulaFunctions } from "./formulas.js";
export { ActivationFunctions } from "./functions.js";
export type { ActivationId, ElementwiseId, ParametersOf, VectorId } from "./generated/ids.js";
export type { WasmSource } from "./module.js";
export type { ForwardResult, LayerActivation, LayerResult, Network, NetworkOptions } from "./network.js";
export type { LegacyRandom, RandomGenerator } from "./random.js";
export type { SentimentModel, SentimentOptions, SentimentResult } from "./sentiment.js";
export type { SoftmaxSteps, SoftmaxStepsOptions } from "./softmax-steps.js";
export type { TextbookRow } from "./textbook.js";
export type { Comparison, ComparisonOptions } from "./versions.js";

export interface LoadOptions {
  /** Where the module comes from: an address, its bytes, or a compiled module. By default: activation.wasm beside this script. */
  readonly wasm?: WasmSource;
}

const wasm = new URL("./generated/activation.wasm", import.meta.url);

let shared: Promise<Activation> | undefined;

/**
 * The one instance that all callers of this realm share, started by the first call; its options decide. After a failure
 * (`load-failed`, `no-webassembly`) the next call tries again.
 */
export function load(options: LoadOptions = {}): Promise<Activation> {
  shared ??= instantiate(createModule, options.wasm ?? wasm).then(
    (instance) => new Activation(instance),
    (error) => {
      shared = undefined;
      throw error;
    },
  );
  return shared;
}
