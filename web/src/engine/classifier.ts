import { count, finiteNumber } from "./arguments.js";
import type { Core, CoreArray, Result } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { Address } from "./module.js";
import { splitWords, utf8 } from "./words.js";

export interface ClassifierBindings {
  holdOut(labels: Address, texts: number, classes: number, share: number, seed: number, heldOut: Address): number;
  bagOfWords(
    text: Address,
    bytes: number,
    ends: Address,
    heldOut: Address,
    texts: number,
    bags: Address,
    ids: Address,
    vocabulary: Address,
    wordEnds: Address,
    sizes: Address,
  ): number;
  classifierTrain(
    ids: Address,
    idCount: number,
    bags: Address,
    labels: Address,
    heldOut: Address,
    texts: number,
    before: Address,
    after: Address,
    vocabulary: number,
    classes: number,
    step: number,
    l2: number,
    momentum: number,
    losses: Address,
    epochs: number,
  ): number;
  classifierEvaluate(
    ids: Address,
    idCount: number,
    bags: Address,
    labels: Address,
    heldOut: Address,
    texts: number,
    model: Address,
    vocabulary: number,
    classes: number,
    losses: Address,
    confusion: Address,
  ): number;
  classifyBag(
    rows: Address,
    words: number,
    biases: Address,
    classes: number,
    logits: Address,
    probabilities: Address,
  ): number;
}

export interface ClassifierOptions {
  /** The sentences, at most 20,000 and 4 MB, and for each its class: 2 to 10 different ones. */
  readonly texts: readonly string[];
  readonly labels: readonly string[];
  /** Which texts training never sees: a share of each class, drawn by `seed` (0.2 when not given), or true for each. */
  readonly heldOut?: number | readonly boolean[];
  /** A whole number from 0 to 2³²−1; 42 when not given. */
  readonly seed?: number;
  /** How many passes through all training texts: 100 when not given. */
  readonly epochs?: number;
  /** Learning rate times the mean of |x|² + 1, x being a text's counts of words: above 0, at most 10; 2 when not given. */
  readonly step?: number;
  /** Weight decay, from 0 to 0.1; 0.001 when not given. */
  readonly l2?: number;
  /** From 0 to 0.99; 0.9 when not given. */
  readonly momentum?: number;
}

/** A word of a classified text. */
export interface ClassifiedWord {
  /** As it was written. */
  readonly text: string;
  /** As the vocabulary has it: in lower case, with "not " before it where a negation is. */
  readonly word: string;
  readonly known: boolean;
  /** What the word adds to the logit of each class: its row of the weights; zeros if it is unknown. */
  readonly contributions: Float64Array;
}

export interface Classification {
  readonly tokens: readonly ClassifiedWord[];
  /** The biases and the contributions of all words, added; shape (classes). */
  readonly logits: Float64Array;
  readonly probabilities: Float64Array;
  /** The most probable class. */
  readonly label: string;
}

/** What is known of one of the two parts of the texts. */
export interface PartReport {
  readonly texts: number;
  /** The mean cross-entropy in nats before training and after each epoch. */
  readonly losses: readonly number[];
  /** The share that is classified right; NaN of no texts. */
  readonly accuracy: number;
  /** confusion[true class][predicted class]: how many texts. */
  readonly confusion: readonly (readonly number[])[];
}

const bad = (message: string) => new ActivationError("bad-argument", message);

/** A number of the options, between limits that the core has too. */
function option(name: string, value: unknown, low: number, high: number): number {
  const number = finiteNumber(name, value);
  if (number < low || number > high) throw bad(`${name} must be from ${low} to ${high} (got ${number})`);
  return number;
}

function strings(name: string, values: unknown): readonly string[] {
  if (!Array.isArray(values)) throw bad(`${name} must be an array of texts (got ${shown(values)})`);
  const wrong = values.findIndex((value) => typeof value !== "string");
  if (wrong >= 0) throw bad(`${name}[${wrong}] must be a text (got ${shown(values[wrong])})`);
  return values as string[];
}

/**
 * Softmax regression on bags of words, trained by full-batch gradient descent with momentum: the same bits everywhere.
 * It starts with zeros; nothing is random but the choice of the held-out texts.
 */
export class Classifier {
  /** The classes in alphabetical order; probabilities and tables follow it. */
  readonly classes: readonly string[];
  /** The words of the training texts, by first appearance. */
  readonly vocabulary: readonly string[];
  /** For each text, whether it was held out. */
  readonly heldOut: readonly boolean[];
  readonly #core: Core;
  readonly #places: ReadonlyMap<string, number>;
  /** Ids, bags, labels, flags: what the core calls Examples. */
  readonly #examples: readonly [Uint32Array, Uint32Array, Int32Array, Uint8Array];
  readonly #descent: readonly [step: number, l2: number, momentum: number];
  readonly #losses: readonly [number[], number[]] = [[], []];
  /** Weights and biases, then the velocity of both. */
  #state: Float64Array;
  #confusion: Uint32Array = new Uint32Array(0);

  constructor(core: Core, options: ClassifierOptions) {
    if (typeof options !== "object" || options === null) {
      throw bad(
        `classifier takes { texts: ["good", "bad"], labels: ["positive", "negative"] } (got ${shown(options)})`,
      );
    }
    const texts = strings("texts", options.texts);
    const labels = strings("labels", options.labels);
    if (texts.length !== labels.length) {
      throw bad(`labels must be as many as texts: ${texts.length} (got ${labels.length})`);
    }
    if (texts.length > 20_000) {
      throw new ActivationError("too-large", `texts must be at most 20000 (got ${texts.length})`);
    }
    this.#core = core;
    this.#descent = [
      option("step", options.step ?? 2, Number.MIN_VALUE, 10),
      option("l2", options.l2 ?? 0.001, 0, 0.1),
      option("momentum", options.momentum ?? 0.9, 0, 0.99),
    ];
    const epochs = this.#epochs(options.epochs ?? 100);
    this.classes = [...new Set(labels)].sort();
    if (this.classes.length < 2 || this.classes.length > 10) {
      throw bad(`labels must name 2 to 10 different classes (got ${this.classes.length})`);
    }
    const numbers = Int32Array.from(labels, (label) => this.classes.indexOf(label));
    const flags = this.#holdOut(numbers, options.heldOut ?? 0.2, options.seed ?? 42);
    this.heldOut = Array.from(flags, Boolean);
    const empty = this.classes.find((_, k) => !numbers.some((label, i) => label === k && !flags[i]));
    if (empty !== undefined) throw bad(`every class needs a text that is not held out (${shown(empty)} has none)`);

    const [vocabulary, ids, bags] = this.#bags(texts, flags);
    this.vocabulary = vocabulary;
    this.#places = new Map(vocabulary.map((word, i) => [word, i]));
    this.#examples = [ids, bags, numbers, flags];
    this.#state = new Float64Array(2 * (vocabulary.length + 1) * this.classes.length);
    this.#evaluate();
    this.train(epochs);
  }

  /** The texts that were learned from. */
  get training(): PartReport {
    return this.#report(0);
  }

  /** The texts that were not: what the classifier is judged by. */
  get test(): PartReport {
    return this.#report(1);
  }

  /** The weights, shape (vocabulary, classes), row-major. */
  get weights(): Float64Array {
    return this.#state.slice(0, this.vocabulary.length * this.classes.length);
  }

  get biases(): Float64Array {
    const start = this.vocabulary.length * this.classes.length;
    return this.#state.slice(start, start + this.classes.length);
  }

  /** Goes on for so many epochs. In pieces or at once, the result has the same bits. */
  train(epochs: number): void {
    if (this.#epochs(epochs) === 0) return;
    const [state, losses] = this.#call(
      [
        [Float64Array, this.#state.length],
        [Float64Array, 2 * epochs],
      ],
      (at, before, [after, out]) =>
        this.#core.bindings.classifierTrain(
          ...at,
          before,
          after as Address,
          this.vocabulary.length,
          this.classes.length,
          ...this.#descent,
          out as Address,
          epochs,
        ),
    );
    this.#state = state;
    // The loss at the beginning of each epoch: that of the first is known from before.
    for (let i = 2; i < losses.length; i++) this.#losses[i % 2]?.push(losses[i] as number);
    this.#evaluate();
  }

  /** The class of a text, and what each of its words adds to it. Without any known word the biases decide. */
  classify(text: string): Classification {
    const classes = this.classes.length;
    const tokens = splitWords(this.#core, "text", text, "language").map(({ text, lower, negated }) => {
      const word = negated ? `not ${lower}` : lower;
      const row = (this.#places.get(word) ?? -1) * classes;
      const contributions = row < 0 ? new Float64Array(classes) : this.#state.slice(row, row + classes);
      return { text, word, known: row >= 0, contributions };
    });
    const rows = new Float64Array(tokens.length * classes);
    tokens.forEach(({ contributions }, i) => {
      rows.set(contributions, i * classes);
    });
    const [logits, probabilities] = this.#core.call(
      [rows, this.biases],
      [
        [Float64Array, classes],
        [Float64Array, classes],
      ],
      ([at, biases], [z, p]) =>
        this.#core.bindings.classifyBag(
          at as Address,
          tokens.length,
          biases as Address,
          classes,
          z as Address,
          p as Address,
        ),
    );
    const label = this.classes[logits.indexOf(logits.reduce((a, b) => (b > a ? b : a)))] as string;
    return { tokens, logits, probabilities, label };
  }

  #epochs(epochs: unknown): number {
    if (count("epochs", epochs, 0) <= 10_000) return epochs as number;
    throw new ActivationError("too-large", `epochs must be at most 10000 (got ${epochs})`);
  }

  #holdOut(labels: Int32Array, heldOut: unknown, seed: unknown): Uint8Array {
    if (Array.isArray(heldOut)) {
      if (heldOut.length !== labels.length || heldOut.some((one) => typeof one !== "boolean")) {
        throw bad(`heldOut must be a share like 0.2, or true or false for each of the ${labels.length} texts`);
      }
      return Uint8Array.from(heldOut, Number);
    }
    const share = option("heldOut", heldOut, 0, 0.9);
    if (count("seed", seed, 0) > 0xffff_ffff) throw bad(`seed must be from 0 to 4294967295 (got ${seed})`);
    return this.#core.call([labels], [[Uint8Array, labels.length]], ([at], [flags]) =>
      this.#core.bindings.holdOut(
        at as Address,
        labels.length,
        this.classes.length,
        share,
        seed as number,
        flags as Address,
      ),
    )[0];
  }

  #bags(texts: readonly string[], flags: Uint8Array): [string[], Uint32Array, Uint32Array] {
    // Each text ends with a line break, so that half a surrogate pair at its end does not meet the next one's start.
    const ends = new Uint32Array(texts.length);
    const all = utf8("texts together", texts.map((text) => `${text}\n`).join(""));
    const encoder = new TextEncoder();
    let end = 0;
    texts.forEach((text, i) => {
      end += encoder.encode(text).length + 1;
      ends[i] = end;
    });
    const most = Math.floor(all.length / 2) + 1;
    const [bags, ids, names, wordEnds, sizes] = this.#core.call(
      [all, ends, flags],
      [
        [Uint32Array, 2 * texts.length],
        [Uint32Array, most],
        [Uint8Array, 4 * all.length + 8],
        [Uint32Array, most],
        [Uint32Array, 2],
      ],
      ([text, at, held], [bagsAt, idsAt, namesAt, endsAt, sizesAt]) => {
        const status = this.#core.bindings.bagOfWords(
          text as Address,
          all.length,
          at as Address,
          held as Address,
          texts.length,
          bagsAt as Address,
          idsAt as Address,
          namesAt as Address,
          endsAt as Address,
          sizesAt as Address,
        );
        if (status === 5) {
          throw new ActivationError("too-large", "texts must have at most 50000 different words: use fewer texts");
        }
        return status;
      },
    );
    const decoder = new TextDecoder();
    let begin = 0;
    const vocabulary = Array.from(wordEnds.subarray(0, sizes[1]), (end) => {
      const word = decoder.decode(names.subarray(begin, end));
      begin = end;
      return word;
    });
    return [vocabulary, ids.slice(0, sizes[0]), bags];
  }

  /** A call about the examples and the state: their addresses come as the bindings take them. */
  #call<const R extends readonly Result[]>(
    results: R,
    run: (
      examples: [ids: Address, count: number, bags: Address, labels: Address, heldOut: Address, texts: number],
      state: Address,
      results: Address[],
    ) => number,
  ) {
    const [ids, , labels] = this.#examples;
    const inputs: CoreArray[] = [...this.#examples, this.#state];
    return this.#core.call(inputs, results, (at, out) => {
      const [idsAt, bags, labelsAt, heldOut, state] = at as [Address, Address, Address, Address, Address];
      return run([idsAt, ids.length, bags, labelsAt, heldOut, labels.length], state, out);
    });
  }

  #evaluate(): void {
    const [losses, confusion] = this.#call(
      [
        [Float64Array, 2],
        [Uint32Array, 2 * this.classes.length ** 2],
      ],
      (at, state, [out, table]) =>
        this.#core.bindings.classifierEvaluate(
          ...at,
          state,
          this.vocabulary.length,
          this.classes.length,
          out as Address,
          table as Address,
        ),
    );
    this.#confusion = confusion;
    losses.forEach((loss, part) => {
      this.#losses[part]?.push(loss);
    });
  }

  #report(part: 0 | 1): PartReport {
    const n = this.classes.length;
    const confusion = this.classes.map((_, k) => {
      const start = (part * n + k) * n;
      return Array.from(this.#confusion.subarray(start, start + n));
    });
    const texts = confusion.flat().reduce((sum, one) => sum + one, 0);
    const right = confusion.reduce((sum, row, k) => sum + (row[k] as number), 0);
    return { texts, losses: [...(this.#losses[part] as number[])], accuracy: right / texts, confusion };
  }
}
