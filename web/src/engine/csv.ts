import type { Core } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { Address } from "./module.js";

export interface CsvBindings {
  csvTable(text: Address, length: number, separator: number, cells: Address, numbers: Address): number;
}

/** What stands between the cells of a row; `space` is any run of spaces and tabs. */
export type Separator = "auto" | "comma" | "semicolon" | "tab" | "space";
export const SEPARATORS: readonly Separator[] = ["auto", "comma", "semicolon", "tab", "space"];

/** The cells of a text with separators. */
export interface TextTable {
  /** Row by row, blank lines left out; rows are as long as they are in the text. */
  readonly rows: readonly (readonly string[])[];
  /** The line, counted from 1, where each row starts. */
  readonly lines: readonly number[];
  /** The line of a quote that nothing closes. */
  readonly openQuote: number | undefined;
}

/** The index that the core knows a choice by. */
export function choice<T extends string>(name: string, known: readonly T[], value: unknown): number {
  const index = known.indexOf(value as T);
  if (index < 0) {
    throw new ActivationError("bad-argument", `${name} must be one of ${known.join(", ")} (got ${shown(value)})`);
  }
  return index;
}

const CELL_END = "\x1f";
const ROW_END = "\x1e";

export function readTable(core: Core, text: unknown, separator: unknown): TextTable {
  if (typeof text !== "string") {
    throw new ActivationError("bad-argument", `table takes a text with rows and cells (got ${shown(text)})`);
  }
  const which = choice("separator", SEPARATORS, separator);
  const bytes = new TextEncoder().encode(text);
  const [cells, numbers] = core.call(
    [bytes],
    [
      [Uint8Array, bytes.length + 3],
      [Uint32Array, (bytes.length >> 1) + 4],
    ],
    ([from], [to, sizes]) =>
      core.bindings.csvTable(from as Address, bytes.length, which, to as Address, sizes as Address),
  );
  const [length = 0, rows = 0, openQuote = 0] = numbers;
  const pieces = new TextDecoder().decode(cells.subarray(0, length));
  return {
    rows: pieces
      .split(ROW_END)
      .slice(0, rows)
      .map((row) => row.split(CELL_END)),
    lines: [...numbers.subarray(3, 3 + rows)],
    openQuote: openQuote === 0 ? undefined : openQuote,
  };
}
