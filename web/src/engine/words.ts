import type { Core } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { Address } from "./module.js";

export interface WordsBindings {
  splitWords(text: Address, bytes: number, separation: number, words: Address, lower: Address, count: Address): number;
}

const SEPARATIONS = { spaces: 0, language: 1 } as const;
const MOST_BYTES = 4_000_000;
/** The core's `Word`: begin, end, end of the small form, negated. */
const FIELDS = 4;

/** A word of a text: as it was written, in lower case, and whether a negation comes before it in its clause. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly negated: boolean;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A text as the core takes it: UTF-8, half surrogate pairs as U+FFFD. */
export function utf8(name: string, text: unknown): Uint8Array {
  if (typeof text !== "string") {
    throw new ActivationError("bad-argument", `${name} must be a text (got ${shown(text)})`);
  }
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MOST_BYTES) {
    throw new ActivationError("too-large", `${name} must be at most 4 MB of UTF-8 (it is ${bytes.length} bytes)`);
  }
  return bytes;
}

/**
 * The words of a text: separated by white space alone, as Python's `text.lower().split()`, or by all that is no letter,
 * digit or emoji, as in language.
 */
export function splitWords(core: Core, name: string, text: unknown, separation: keyof typeof SEPARATIONS): Word[] {
  const bytes = utf8(name, text);
  const most = Math.floor(bytes.length / 2) + 1;
  const [words, lower, count] = core.call(
    [bytes],
    [
      [Uint32Array, FIELDS * most],
      [Uint8Array, bytes.length + most],
      [Uint32Array, 1],
    ],
    ([source], [into, small, size]) =>
      core.bindings.splitWords(
        source as Address,
        bytes.length,
        SEPARATIONS[separation],
        into as Address,
        small as Address,
        size as Address,
      ),
  );
  let begin = 0;
  return Array.from({ length: count[0] as number }, (_, i) => {
    const [from, to, end, negated] = words.subarray(FIELDS * i, FIELDS * (i + 1)) as unknown as number[];
    const word = {
      text: decoder.decode(bytes.subarray(from, to)),
      lower: decoder.decode(lower.subarray(begin, end)),
      negated: negated !== 0,
    };
    begin = end as number;
    return word;
  });
}
