import type { Analysis } from "./analysis.js";
import { breath } from "./reading.js";

/** Rows between two turns of the browser. */
const PIECE = 20_000;

/** As programs read it, with every digit; nothing where there is no number. */
const cell = (value: number): string => {
  if (Number.isNaN(value)) return "";
  return Object.is(value, -0) ? "-0" : String(value).replace("Infinity", "inf");
};
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The results as CSV: x, f(x) and the gradient, row for row as in the source. */
export async function csvOf({ before, after, gradient }: Analysis, heads: readonly string[]): Promise<Blob> {
  const columns = [before.values, after.values, gradient.values];
  const pieces = [`${heads.map(quoted).join(",")}\n`];
  for (let from = 0; from < before.values.length; from += PIECE) {
    const to = Math.min(before.values.length, from + PIECE);
    let piece = "";
    for (let i = from; i < to; i++) piece += `${columns.map((column) => cell(column[i] as number)).join(",")}\n`;
    pieces.push(piece);
    if (to < before.values.length) await breath();
  }
  return new Blob(pieces, { type: "text/csv" });
}
