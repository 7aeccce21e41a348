import type { Core } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { Address } from "./module.js";
import { splitWords } from "./words.js";

export interface SentimentBindings {
  sentiment(
    rows: Address,
    length: number,
    unknownAsZeros: number,
    vectors: Address,
    words: number,
    weights: Address,
    dimensions: number,
    classes: number,
    vector: Address,
    logits: Address,
    probabilities: Address,
  ): number;
}

type Numbers = readonly number[] | Float32Array | Float64Array;

export interface SentimentOptions {
  /** A vector for each known word, all of the same length. Words are looked up in lower case. */
  readonly vectors: Readonly<Record<string, Numbers>>;
  /** Shape (dimensions, classes): a row for each dimension, or all rows one after the other. */
  readonly weights: readonly Numbers[] | Numbers;
  /** Whether words without a vector are left out of the mean (`skip`, when not given) or count as vectors of zeros. */
  readonly unknown?: "skip" | "zeros";
}

export interface SentimentResult {
  /** The words of the text: `text.lower().split()` in Python. */
  readonly tokens: readonly string[];
  /** For each token, whether it has a vector. */
  readonly known: readonly boolean[];
  /** The mean of the vectors, shape (dimensions); zeros if there are none. */
  readonly vector: Float64Array;
  /** vector · weights, shape (classes). */
  readonly logits: Float64Array;
  /** softmax(logits), shape (classes). */
  readonly probabilities: Float64Array;
}

const MOST_CLASSES = 64;

const bad = (message: string) => new ActivationError("bad-argument", message);

/** The core computes with twice the digits, which overflow far earlier than single doubles. */
function checked(name: string, numbers: unknown): Float64Array {
  if (!(Array.isArray(numbers) || numbers instanceof Float32Array || numbers instanceof Float64Array)) {
    throw bad(`${name} must be an array of numbers (got ${shown(numbers)})`);
  }
  for (let i = 0; i < numbers.length; i++) {
    if (typeof numbers[i] !== "number" || !(Math.abs(numbers[i]) <= 1e100)) {
      throw bad(`${name}[${i}] must be a number from -1e100 to 1e100 (got ${shown(numbers[i])})`);
    }
  }
  return Float64Array.from(numbers);
}

/** Rows one after the other, and how long each is; all must be equally long. */
function rowsOf(entries: readonly (readonly [name: string, row: unknown])[]): [Float64Array, number] {
  const rows = entries.map(([name, row]) => checked(name, row));
  const length = rows[0]?.length ?? 0;
  const flat = new Float64Array(rows.length * length);
  rows.forEach((row, i) => {
    if (row.length !== length) {
      throw bad(`${entries[i]?.[0]} must hold ${length} numbers like ${entries[0]?.[0]} (it holds ${row.length})`);
    }
    flat.set(row, i * length);
  });
  return [flat, length];
}

/**
 * The simplest sentiment model: the mean of the vectors of a text's words, times weights, through softmax. All results
 * are exact arithmetic on the given doubles, rounded once (within 1 ulp).
 */
export class SentimentModel {
  readonly #core: Core;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #vectors: Float64Array;
  readonly #weights: Float64Array;
  readonly #dimensions: number;
  readonly #classes: number;
  readonly #unknownAsZeros: boolean;

  constructor(core: Core, options: SentimentOptions) {
    if (typeof options !== "object" || options === null) {
      throw bad(`sentiment takes { vectors: { good: [0.1, 0.2] }, weights: [[1, 0], [0, 1]] } (got ${shown(options)})`);
    }
    const { vectors, weights, unknown = "skip" } = options;
    if (typeof vectors !== "object" || vectors === null || Array.isArray(vectors)) {
      throw bad(`vectors must be an object like { good: [0.1, 0.2] } (got ${shown(vectors)})`);
    }
    if (unknown !== "skip" && unknown !== "zeros") {
      throw bad(`unknown must be "skip" or "zeros" (got ${shown(unknown)})`);
    }
    this.#core = core;
    this.#unknownAsZeros = unknown === "zeros";
    const words = Object.keys(vectors);
    // What would never be found is a mistake: capitals, spaces, nothing at all.
    const findable = splitWords(core, "vectors", words.join("\n"), "spaces").map(({ lower }) => lower);
    const lost = words.find((word, i) => word !== findable[i]);
    if (lost !== undefined) throw bad(`vectors must be named by single words in lower case (got ${shown(lost)})`);
    this.#rows = new Map(words.map((word, i) => [word, i]));
    const [table, dimensions] = rowsOf(words.map((word) => [`the vector of "${word}"`, vectors[word]]));
    this.#vectors = table;
    if (Array.isArray(weights) && typeof weights[0] === "object") {
      [this.#weights, this.#classes] = rowsOf(weights.map((row, i) => [`weights[${i}]`, row]));
      this.#dimensions = weights.length;
    } else {
      this.#weights = checked("weights", weights);
      this.#dimensions = dimensions;
      this.#classes = this.#weights.length / (dimensions || 1);
    }
    if (
      this.#classes < 1 ||
      !Number.isInteger(this.#classes) ||
      (words.length > 0 && this.#dimensions !== dimensions)
    ) {
      const rows = words.length > 0 ? `${dimensions} rows, as many as each vector holds numbers` : "at least one row";
      throw bad(`weights must have ${rows}, and a column for each class`);
    }
    if (this.#classes > MOST_CLASSES) throw bad(`weights must have at most ${MOST_CLASSES} columns`);
  }

  /** The sentiment of a text. Without any known word the vector is zeros and all classes are as probable. */
  classify(text: string): SentimentResult {
    const tokens = splitWords(this.#core, "text", text, "spaces").map(({ lower }) => lower);
    const rows = Int32Array.from(tokens, (token) => this.#rows.get(token) ?? -1);
    const [dimensions, classes] = [this.#dimensions, this.#classes];
    const [vector, logits, probabilities] = this.#core.call(
      [rows, this.#vectors, this.#weights],
      [
        [Float64Array, dimensions],
        [Float64Array, classes],
        [Float64Array, classes],
      ],
      ([at, vectors, weights], [mean, z, p]) =>
        this.#core.bindings.sentiment(
          at as Address,
          rows.length,
          this.#unknownAsZeros ? 1 : 0,
          vectors as Address,
          this.#rows.size,
          weights as Address,
          dimensions,
          classes,
          mean as Address,
          z as Address,
          p as Address,
        ),
    );
    return { tokens, known: Array.from(rows, (row) => row >= 0), vector, logits, probabilities };
  }
}
