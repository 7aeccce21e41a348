import { count, finiteNumber, numbers } from "./arguments.js";
import type { Core } from "./core.js";
import { choice, SEPARATORS, type Separator } from "./csv.js";
import { ActivationError, shown } from "./errors.js";
import type { Address } from "./module.js";

export interface DataBindings {
  csvCreate(separator: number, header: number): Address;
  csvWrite(reader: Address, piece: Address, length: number): boolean;
  csvFinish(reader: Address): string;
  csvValues(reader: Address, which: number, out: Address, length: number): number;
  csvDestroy(reader: Address): void;
  describe(values: Address, length: number, out: Address): number;
  histogram(
    values: Address,
    length: number,
    from: number,
    to: number,
    bins: number,
    edges: Address,
    counts: Address,
  ): number;
}

export interface ColumnsOptions {
  /** What separates the cells; `auto`, when not given: what makes the most cells numbers. */
  readonly separator?: Separator;
  /** Whether the first row is names; `auto` when not given. */
  readonly header?: "auto" | "with" | "without";
}
const HEADERS = ["auto", "with", "without"] as const;

export interface DataColumn {
  /** Empty without a header. */
  readonly name: string;
  /** Cells that are empty or say nan, inf, na, null, or that a short row does not have. */
  readonly missing: number;
  /** Cells that hold something else than a number. */
  readonly bad: number;
}

/** What is not as it should be, and where: lines and columns count from 1. */
export interface DataProblem {
  readonly kind: "not-a-number" | "short-row" | "long-row";
  readonly line: number;
  /** 0 for a whole row. */
  readonly column: number;
  /** How many cells a row has that is too short or too long. */
  readonly cells: number;
  /** How the cell begins: at most 40 bytes. */
  readonly text: string;
}

/** What a reader has found. Cells without a number are NaN in the values. */
export interface DataSummary {
  /** Why nothing was kept: more than 1,000 columns, or no text. Else empty. */
  readonly refusal: "" | "columns" | "binary";
  /** There was more than a million values: the whole rows until there are kept. */
  readonly full: boolean;
  readonly separator: Exclude<Separator, "auto">;
  readonly decimalMark: "." | ",";
  readonly header: boolean;
  readonly rows: number;
  readonly columns: readonly DataColumn[];
  /** The first 20 problems. */
  readonly problems: readonly DataProblem[];
  /** How many there are, columns of nothing but words left out. */
  readonly badCells: number;
  readonly shortRows: number;
  readonly longRows: number;
  /** The line of a quote that nothing closes, or 0. */
  readonly openQuote: number;
}

/** Frees what callers forgot to dispose of, at some time or never. */
const forgotten = new FinalizationRegistry<() => void>((free) => free());

/**
 * Reads numbers from text (CSV or a plain list) in pieces of any size. It holds memory until `dispose`.
 *
 * @example
 * const reader = act.columns();
 * for await (const chunk of file.stream()) if (!reader.write(chunk)) break;
 * const { columns, problems } = reader.finish();
 * const x = reader.values(0);
 * reader.dispose();
 */
export class ColumnReader {
  readonly #core: Core;
  #address: Address;
  #summary: DataSummary | undefined;

  constructor(core: Core, options: unknown = {}) {
    if (typeof options !== "object" || options === null) {
      throw new ActivationError(
        "bad-argument",
        `columns takes options like { header: "with" } (got ${shown(options)})`,
      );
    }
    const { separator = "auto", header = "auto" } = options as ColumnsOptions;
    const asked = [choice("separator", SEPARATORS, separator), choice("header", HEADERS, header)] as const;
    this.#core = core;
    const address = core.bindings.csvCreate(...asked);
    this.#address = address;
    forgotten.register(this, () => core.bindings.csvDestroy(address), this);
  }

  /** Takes the next bytes of UTF-8 text. False when nothing more is wanted: there are a million values, or no text. */
  write(piece: Uint8Array): boolean {
    if (!(piece instanceof Uint8Array)) {
      throw new ActivationError("bad-argument", `write takes a Uint8Array of UTF-8 text (got ${shown(piece)})`);
    }
    const reader = this.#reader();
    if (this.#summary) throw new ActivationError("bad-argument", "this reader is finished: make a new one");
    let more = true;
    this.#core.call([piece], [], ([from]) => {
      more = this.#core.bindings.csvWrite(reader, from as Address, piece.length);
      return 0;
    });
    return more;
  }

  /** What there is, once all is written. */
  finish(): DataSummary {
    this.#summary ??= JSON.parse(this.#core.bindings.csvFinish(this.#reader())) as DataSummary;
    return this.#summary;
  }

  /** A column from top to bottom, NaN where there is no number; "all" is every value, row by row. */
  values(column: number | "all"): Float64Array {
    const { columns, rows } = this.finish();
    const which = column === "all" ? columns.length : count("column", column, 0);
    if (column !== "all" && which >= columns.length) {
      throw new ActivationError("bad-argument", `column must be less than ${columns.length} (got ${which})`);
    }
    const length = column === "all" ? rows * columns.length : rows;
    const reader = this.#reader();
    const [out] = this.#core.call([], [[Float64Array, length]], (_, [to]) =>
      this.#core.bindings.csvValues(reader, which, to as Address, length),
    );
    return out;
  }

  /** Gives the memory back; the reader is of no use afterwards. */
  dispose(): void {
    if (this.#address === 0) return;
    forgotten.unregister(this);
    this.#core.bindings.csvDestroy(this.#address);
    this.#address = 0;
  }

  #reader(): Address {
    if (this.#address === 0) throw new ActivationError("bad-argument", "this reader was disposed of: make a new one");
    return this.#address;
  }
}

/** What a column is like, NaN and infinities left out. Of no numbers all but the counts are NaN. */
export interface Description {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation: the sum of squares is divided by count − 1. */
  readonly deviation: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly median: number;
  readonly rootMeanSquare: number;
  /** How many are exactly 0. */
  readonly zeros: number;
  /** How many are below 0.01 in size. */
  readonly small: number;
}

const float64 = (name: string, values: unknown): Float64Array => {
  const given = numbers(name, values);
  return given instanceof Float64Array ? given : Float64Array.from(given);
};

export function describe(core: Core, values: unknown): Description {
  const x = float64("values", values);
  const [found] = core.call([x], [[Float64Array, 9]], ([from], [to]) =>
    core.bindings.describe(from as Address, x.length, to as Address),
  );
  const [
    n = 0,
    mean = 0,
    deviation = 0,
    minimum = 0,
    maximum = 0,
    median = 0,
    rootMeanSquare = 0,
    zeros = 0,
    small = 0,
  ] = found;
  return { count: n, mean, deviation, minimum, maximum, median, rootMeanSquare, zeros, small };
}

export interface HistogramOptions {
  /** The range to cover, from ≤ to. */
  readonly from: number;
  readonly to: number;
  /** About how many bins, 1 to 1000; 40 when not given. */
  readonly bins?: number;
}

/** counts[i] values lie from edges[i] up to edges[i + 1], which are round numbers. */
export interface Histogram {
  readonly edges: Float64Array;
  readonly counts: Uint32Array;
}

const MOST_BINS = 1000;

export function histogram(core: Core, values: unknown, options: HistogramOptions): Histogram {
  const x = float64("values", values);
  const from = finiteNumber("from", options?.from);
  const to = finiteNumber("to", options?.to);
  if (from > to) throw new ActivationError("bad-argument", `from must not be greater than to (got ${from} and ${to})`);
  const bins = count("bins", options.bins ?? 40, 1);
  if (bins > MOST_BINS) throw new ActivationError("too-large", `bins must be at most ${MOST_BINS} (got ${bins})`);
  const [edges, counts] = core.call(
    [x],
    [
      [Float64Array, bins + 4],
      [Uint32Array, bins + 4],
    ],
    ([at], [edge, number]) =>
      core.bindings.histogram(at as Address, x.length, from, to, bins, edge as Address, number as Address),
  );
  const [size = 0] = counts;
  return { edges: edges.slice(0, size + 1), counts: counts.slice(1, size + 1) };
}
