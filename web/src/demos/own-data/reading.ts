import type { Activation, ColumnsOptions, DataSummary } from "../../engine/index.js";

/** What there is to read: typed, pasted, from a file, or the example. */
export interface Source {
  /** What the person knows it by. */
  readonly title: string;
  /** How its file is to be called, without an ending. */
  readonly file: string;
  readonly blob: Blob;
}

/** A source that has been read: all values row by row, NaN where there is no number. */
export interface Data {
  readonly source: Source;
  readonly summary: DataSummary;
  readonly values: Float64Array;
}

/** How long the page may stand still, in ms. */
const SLICE = 12;

/** Resolves after the browser has had its turn. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Reads in pieces, between which the page draws and listens; stops when the reader wants no more. */
export async function readData(
  engine: Activation,
  source: Source,
  options: ColumnsOptions,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<Data> {
  const reader = engine.columns(options);
  const pieces = source.blob.stream().getReader();
  try {
    let done = 0;
    let began = performance.now();
    for (;;) {
      const piece = await pieces.read();
      signal.throwIfAborted();
      if (piece.done || !reader.write(piece.value)) break;
      done += piece.value.length;
      if (performance.now() - began < SLICE) continue;
      progress(done / source.blob.size);
      await breath();
      signal.throwIfAborted();
      began = performance.now();
    }
    const summary = reader.finish();
    return { source, summary, values: summary.columns.length > 0 ? reader.values("all") : new Float64Array(0) };
  } finally {
    reader.dispose();
    await pieces.cancel().catch(() => undefined);
  }
}

export const ALL = "all";
export type Column = number | typeof ALL;

/** One column from top to bottom, or every value. */
export function valuesOf({ values, summary }: Data, column: Column): Float64Array {
  const width = summary.columns.length;
  if (column === ALL || width <= 1) return values;
  return Float64Array.from({ length: summary.rows }, (_, row) => values[row * width + column] as number);
}

/** How many numbers a column holds. */
export const countOf = ({ rows, columns }: DataSummary, column: number): number =>
  rows - (columns[column]?.missing ?? 0) - (columns[column]?.bad ?? 0);

export const nameOf = ({ columns }: DataSummary, column: Column): string =>
  column === ALL ? "all columns" : columns[column]?.name || `column ${column + 1}`;

/** Which column a word means: its name, or its number from 1. */
export function columnCalled({ columns }: DataSummary, word: string): number | undefined {
  const wanted = word.trim();
  const named = columns.findIndex(({ name }) => name === wanted);
  if (named >= 0) return named;
  const number = Number(wanted);
  return Number.isInteger(number) && number >= 1 && number <= columns.length ? number - 1 : undefined;
}
