import type { DataProblem, DataSummary } from "../../engine/index.js";
import { countOf } from "./reading.js";

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, " ");
export const several = (count: number, one: string, more = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : more}`;

function inWords({ kind, line, column, cells, text }: DataProblem, columns: number): string {
  if (kind === "not-a-number") return `Line ${line}, column ${column}: “${text}” is not a number.`;
  const there = `Line ${line} has ${several(cells, "cell")} instead of ${columns}`;
  return kind === "short-row" ? `${there}: what is missing is left out.` : `${there}: what is too much is left out.`;
}

/** What could not be used, by line, and how much more there is of it. */
export function problemsOf(summary: DataSummary): string[] {
  const { problems, columns, badCells, shortRows, longRows, openQuote, full, rows } = summary;
  const told = problems.map((one) => inWords(one, columns.length));
  const more = badCells + shortRows + longRows - problems.length;
  if (more > 0) told.push(`And ${grouped(more)} more like these.`);
  if (openQuote > 0) told.push(`The quote (") that opens in line ${openQuote} is never closed.`);
  if (full) told.push(`There are more than a million values: the first ${several(rows, "row")} are used.`);
  return told;
}

/** Why nothing of a text can be used, or nothing. */
export function refusalOf(summary: DataSummary): string | undefined {
  if (summary.refusal === "columns") {
    return "There are more than 1 000 columns. Keep the ones that you want to look at.";
  }
  if (summary.refusal === "binary") {
    return "This is no text, or not in UTF-8. Save it as CSV (UTF-8) first.";
  }
  if (summary.columns.some((_, i) => countOf(summary, i) > 0)) return undefined;
  if (summary.openQuote > 0) {
    return `There is no number in it: the quote (") that opens in line ${summary.openQuote} is never closed.`;
  }
  return "There is no number in it. Write numbers with spaces, commas or lines between them.";
}

const SEPARATED: Readonly<Record<DataSummary["separator"], string>> = {
  comma: "commas",
  semicolon: "semicolons",
  tab: "tabs",
  space: "spaces",
};

/** What was found out about a text. */
export function foundOf({ rows, columns, separator, decimalMark, header }: DataSummary): string {
  const size = `${several(rows, "row")}, ${several(columns.length, "column")}`;
  const between = columns.length > 1 ? `, with ${SEPARATED[separator]} between them` : "";
  const names = header ? ", names in the first row" : "";
  return `${size}${between}${names}${decimalMark === "," ? ", decimal commas" : ""}.`;
}
