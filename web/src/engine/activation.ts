import { Classifier, type ClassifierOptions } from "./classifier.js";
import { type Convolved, type ConvolveOptions, convolve, grey, type ImageSize, type Kernel } from "./convolution.js";
import { readTable, type Separator, type TextTable } from "./csv.js";
import {
  ColumnReader,
  type ColumnsOptions,
  type Description,
  describe,
  type Histogram,
  type HistogramOptions,
  histogram,
} from "./data.js";
import { type DigestStep, digestOf, digestOfAll, digestSteps } from "./digest.js";
import { FormulaFunctions } from "./formulas.js";
import type { ActivationId, ElementwiseId } from "./generated/ids.js";
import type { FloatArray } from "./memory.js";
import type { Network, NetworkOptions } from "./network.js";
import { networkOf, randomOf } from "./networks.js";
import { type LegacyRandom, RandomGenerator } from "./random.js";
import { SentimentModel, type SentimentOptions } from "./sentiment.js";
import { type SoftmaxSteps, type SoftmaxStepsOptions, softmaxSteps } from "./softmax-steps.js";
import { type TextbookRow, textbookRows } from "./textbook.js";
import { type Comparison, type ComparisonOptions, compareVersions } from "./versions.js";

/**
 * The activation functions, formulas, and all that is built of them: random numbers as NumPy draws them, networks, convolution,
 * sentiment, data.
 */
export class Activation extends FormulaFunctions {
  /**
   * Softmax as a program computes it that rounds after every operation, with its intermediate results: to show where the
   * formula without `stable` fails. A Float32Array is computed in float32. Probabilities right to the last digit are
   * `value("softmax", x)`.
   */
  softmaxSteps(x: Float32Array, options?: SoftmaxStepsOptions): SoftmaxSteps<Float32Array>;
  softmaxSteps(x: Float64Array | readonly number[], options?: SoftmaxStepsOptions): SoftmaxSteps<Float64Array>;
  softmaxSteps(x: unknown, options?: SoftmaxStepsOptions): SoftmaxSteps {
    return softmaxSteps(this.core, x, options);
  }

  /**
   * Two versions of an elementwise function and their difference b − a, sampled for drawing. A version is an index into
   * the `versions` of the catalog's entry, which is what that framework computes by default, or "catalog":
   * `compare("gelu", ["catalog", 2], { from: -5, to: 5 })`.
   */
  compare(
    id: ElementwiseId,
    versions: readonly [number | "catalog", number | "catalog"],
    options: ComparisonOptions,
  ): Comparison {
    return compareVersions(this.core, id, versions, options);
  }

  /**
   * Points at which the formulas of textbooks fail in floating point: what they give there beside what the core gives,
   * both with their errors in units of the last place. Computed at the call.
   */
  textbook(): TextbookRow[] {
    return textbookRows(this.core);
  }

  /**
   * One number for the bits of all results of a function, or of the whole catalog, on inputs that are always the same:
   * `"0x"` and 16 digits. Where it is the same on two machines, so are the results to the last bit. A function takes
   * about 50 ms, all of them a second or more.
   */
  digest(id?: ActivationId): string {
    return id === undefined ? digestOfAll(this.core) : digestOf(this.core, id);
  }

  /** The digest of the whole catalog function by function, for whoever wants to show how far it is. */
  digests(): Generator<DigestStep, void> {
    return digestSteps(this.core);
  }

  /**
   * NumPy's `np.random.seed(seed)`: `.randn(n)` and `.rand(n)` give what `np.random.randn` and `np.random.rand` give, bit
   * for bit, one call going on where the last one stopped. seed: a whole number from 0 to 2³² − 1.
   */
  random(seed: number): LegacyRandom {
    return randomOf(this, seed);
  }

  /**
   * NumPy's `np.random.default_rng(seed)`: `.standardNormal(n)` and `.random(n)`, bit for bit, one call going on where
   * the last one stopped. seed: a whole number from 0 to 2³² − 1.
   */
  generator(seed: number): RandomGenerator {
    return new RandomGenerator(this.core, seed);
  }

  /**
   * The sentiment of texts by word vectors: `sentiment({ vectors: { good: [0.1, 0.2] }, weights }).classify("good film")`
   * gives `{ tokens, known, vector, logits, probabilities }`.
   */
  sentiment(options: SentimentOptions): SentimentModel {
    return new SentimentModel(this.core, options);
  }

  /**
   * Rows and cells of a text with separators, as text: quoted cells, doubled quotes, line breaks in cells, LF, CRLF or CR,
   * byte order mark. `auto` is the one of comma, semicolon and tab that gives rows of equal length.
   */
  table(text: string, separator: Separator = "auto"): TextTable {
    return readTable(this.core, text, separator);
  }

  /**
   * A classifier of texts, trained at once: `classifier({ texts, labels }).classify("not bad")` gives
   * `{ tokens, logits, probabilities, label }`, and `.test` how good it is on texts that it has not seen.
   */
  classifier(options: ClassifierOptions): Classifier {
    return new Classifier(this.core, options);
  }

  /**
   * A network of dense layers: `network({ sizes: [2, 3, 1], activation: "sigmoid", seed: 42 }).forward([0.5, 0.1])`
   * gives `{ layers: [{ z, a }, …], output }`.
   */
  network(options: NetworkOptions): Network {
    return networkOf(this, options);
  }

  /**
   * A convolutional layer of one channel: the kernel slides over the image (it is not flipped), with zeros around the
   * image, and every sum passes through the activation. The products are added in the order of NumPy's `np.sum`.
   * image: width · height numbers, row after row; both results are like it: Float32Array → Float32Array, Float64Array or
   * number[] → Float64Array. More than 16 megapixels are `too-large`; a kernel that is ragged, even or not finite is a
   * `bad-argument`; softmax and the like are `unsupported`.
   */
  convolve<Id extends ElementwiseId>(
    image: Float32Array,
    size: ImageSize,
    kernel: Kernel,
    options?: ConvolveOptions<Id>,
  ): Convolved<Float32Array>;
  convolve<Id extends ElementwiseId>(
    image: Float64Array | readonly number[],
    size: ImageSize,
    kernel: Kernel,
    options?: ConvolveOptions<Id>,
  ): Convolved<Float64Array>;
  convolve(image: unknown, size: unknown, kernel: unknown, options?: unknown): Convolved {
    return convolve(this.core, image, size, kernel, options);
  }

  /**
   * Brightness from 0 to 1 of RGBA bytes (an ImageData's `data`): Rec. 709 luma, 0.2126 R + 0.7152 G + 0.0722 B of the
   * stored numbers, transparent pixels on white.
   */
  grey(rgba: Uint8Array | Uint8ClampedArray): Float32Array {
    return grey(this.core, rgba);
  }

  /** A reader of numbers from text in pieces: CSV or a plain list, up to a million values. Give it back with `dispose`. */
  columns(options?: ColumnsOptions): ColumnReader {
    return new ColumnReader(this.core, options);
  }

  /** Mean, spread, extremes, median, zeros of numbers of shape (n). */
  describe(values: FloatArray | readonly number[]): Description {
    return describe(this.core, values);
  }

  /** How many values lie in each of about `bins` intervals between round numbers. */
  histogram(values: FloatArray | readonly number[], options: HistogramOptions): Histogram {
    return histogram(this.core, values, options);
  }
}
