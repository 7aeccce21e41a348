import type { Activation } from "../../engine/index.js";
import type { Examples } from "./examples.js";

export const MOST_SENTENCES = 20_000;
const MOST_CLASSES = 10;
/** One to learn from and one to be judged by. */
const LEAST_PER_CLASS = 2;

/** What keeps a line, or all of them, from being used. */
export interface Complaint {
  /** Counted from 1; without it the whole is meant. */
  readonly line?: number;
  readonly text: string;
}

export interface OwnData {
  /** The sentences to train on, or nothing where that is impossible. */
  readonly examples: Examples | undefined;
  readonly complaints: readonly Complaint[];
}

const TEXT_HEADS = ["text", "sentence", "sentences", "review", "comment", "message", "tweet", "document"];
const LABEL_HEADS = ["label", "class", "sentiment", "category", "target", "rating"];

/** Where the two columns are, if the first row says so. */
function columnsOf(row: readonly string[]): { text: number; label: number } | undefined {
  const heads = row.map((cell) => cell.toLowerCase());
  const text = heads.findIndex((head) => TEXT_HEADS.includes(head));
  const label = heads.findIndex((head) => LABEL_HEADS.includes(head));
  return text >= 0 && label >= 0 ? { text, label } : undefined;
}

const several = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;
const quoted = (text: string) => `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;

/** What stands in the way of training on these labels at all. */
function problemsOf(labels: readonly string[]): Complaint[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  if (labels.length === 0)
    return [
      { text: "There is no sentence to learn from. Each line is a sentence and its label: “I liked it,positive”." },
    ];
  if (labels.length > MOST_SENTENCES) {
    return [{ text: `${labels.length} sentences are too many: there is room for ${MOST_SENTENCES}.` }];
  }
  if (counts.size < 2) {
    return [
      { text: `All sentences are labelled ${quoted(labels[0] ?? "")}: there must be at least two different labels.` },
    ];
  }
  if (counts.size > MOST_CLASSES) {
    return [
      {
        text: `There are ${counts.size} different labels, and at most ${MOST_CLASSES} can be told apart. The label is the second column.`,
      },
    ];
  }
  return [...counts]
    .filter(([, count]) => count < LEAST_PER_CLASS)
    .map(([label, count]) => ({
      text: `Label ${quoted(label)} has ${several(count, "sentence")}; every label needs ${LEAST_PER_CLASS}: one to learn from and one to be judged by.`,
    }));
}

/**
 * Reads sentences and labels from text with separators: comma, semicolon or tab, quotes or none, with or without a
 * first row that names the columns. A line that cannot be used is told and left out.
 */
export function readOwnData(engine: Activation, source: string): OwnData {
  const { rows, lines, openQuote } = engine.table(source);
  const complaints: Complaint[] = [];
  if (source.includes("\0")) {
    return {
      examples: undefined,
      complaints: [{ text: "This is no text, but a file of another kind. Save it as CSV (UTF-8)." }],
    };
  }
  if (openQuote !== undefined) {
    complaints.push({ line: openQuote, text: 'a quote (") opens here and is never closed' });
  }
  const columns = rows[0] ? columnsOf(rows[0]) : undefined;
  const texts: string[] = [];
  const labels: string[] = [];
  rows.forEach((row, i) => {
    if (i === 0 && columns) return;
    const line = lines[i] as number;
    const text = row[columns?.text ?? 0] ?? "";
    const label = row[columns?.label ?? 1] ?? "";
    if (!columns && row.length !== 2) {
      const cure = row.length === 1 ? "the label is missing" : 'put a sentence that holds separators into quotes ("…")';
      complaints.push({ line, text: `${several(row.length, "cell")} instead of a sentence and a label: ${cure}` });
    } else if (text === "") complaints.push({ line, text: "there is no sentence" });
    else if (label === "") complaints.push({ line, text: `${quoted(text)} has no label` });
    else {
      texts.push(text);
      labels.push(label);
    }
  });
  const problems = problemsOf(labels);
  return { examples: problems.length === 0 ? { texts, labels } : undefined, complaints: [...problems, ...complaints] };
}
