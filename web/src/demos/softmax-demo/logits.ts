import { parseNumber } from "../../state/numbers.js";

export const MOST_ENTRIES = 20;

export interface Entry {
  readonly label: string;
  readonly logit: number;
}

export type ParsedLogits = { readonly logits: readonly number[] } | { readonly problem: string };

/** What Python prints around numbers, and what people put between them. */
const DRESSING = /\b(?:np\.|numpy\.|torch\.)?(?:array|tensor|float(?:16|32|64))(?=\s*\()|,?\s*dtype\s*=\s*[\w.]+/g;
const SEPARATORS = /[\s,;|[\](){}]+/;

const shortened = (word: string) => (word.length > 24 ? `${word.slice(0, 24)}…` : word);

/** Numbers with anything usual between them: commas, semicolons, spaces, lines, brackets, as NumPy and Python print. */
export function parseLogits(text: string): ParsedLogits {
  const words = text.replace(DRESSING, " ").split(SEPARATORS).filter(Boolean);
  if (words.length === 0) return { problem: "There is no number in this text. Write some like 2, 1, 0.1" };
  const logits: number[] = [];
  for (const [i, word] of words.entries()) {
    const value = parseNumber(word);
    if (value === undefined) {
      return { problem: `Entry ${i + 1}, “${shortened(word)}”, is not a number. Write it like −1.5 or 2e3` };
    }
    logits.push(value);
  }
  if (logits.length > MOST_ENTRIES) {
    return { problem: `These are ${logits.length} numbers. At most ${MOST_ENTRIES} fit here` };
  }
  return { logits };
}

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
export const subscript = (n: number): string => [...String(n)].map((digit) => SUBSCRIPTS[Number(digit)]).join("");

/** Where the sliders end: in reach of what is there, and wide enough to move about. */
export function reachOf(logits: readonly number[]): readonly [number, number] {
  const low = Math.min(...logits);
  const high = Math.max(...logits);
  return low >= -10 && high <= 10 ? [-10, 10] : [Math.floor(low) - 10, Math.ceil(high) + 10];
}
