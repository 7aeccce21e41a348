import { ActivationError, shown } from "./errors.js";
import type { ActivationId } from "./generated/ids.js";

export type Family =
  | "rectifier"
  | "smooth-rectifier"
  | "squashing"
  | "hard"
  | "shrinkage"
  | "periodic"
  | "bump"
  | "linear"
  | "vector"
  /** None of the catalog: a formula. */
  | "own";

/** A number that shapes a function. Values from `minimum` to `maximum` are accepted, both included. */
export interface ParameterInfo {
  /** PyTorch's name: `negative_slope`. */
  readonly name: string;
  /** As in the formula: `α`. */
  readonly symbol: string;
  readonly meaning: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  /** The range worth exploring, and the step of a slider over it. */
  readonly sliderMinimum: number;
  readonly sliderMaximum: number;
  readonly step: number;
  /** Takes whole numbers only. */
  readonly whole: boolean;
}

/** A place where f, f′ or f″ jumps: x = offset + scale · parameters[parameter] (no parameter when it is −1). */
export interface KinkInfo {
  readonly offset: number;
  readonly parameter: number;
  readonly scale: number;
}

export interface ReferenceInfo {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** Empty where the work has no address. */
  readonly url: string;
}

/**
 * What a framework calls the function. Where its version computes something else by default, `id` (the function that it is
 * instead), `parameters` (its defaults), `inputScale` (it takes the function of inputScale · x) and `linearAbove` (from here
 * on it returns x; 0 where it does not) say what.
 */
export interface VersionInfo {
  readonly framework: string;
  readonly name: string;
  /** In words; empty where it is the same. */
  readonly differs: string;
  readonly id: ActivationId | "";
  readonly parameters: readonly number[];
  readonly inputScale: number;
  readonly linearAbove: number;
}

/** What there is to read about one function. */
export interface NotesInfo {
  /** In the formula language: `x > 0 ? x : alpha * (exp(x) - 1)`. */
  readonly formula: string;
  /** Of a vector function, whose formula is that of its first output: the children of a `<math>` element; else empty. */
  readonly mathml: string;
  readonly summary: string;
  readonly properties: Readonly<Record<"range" | "monotonic" | "symmetry" | "smoothness" | "saturation", string>>;
  readonly references: readonly ReferenceInfo[];
  /** What the frameworks call it. */
  readonly versions: readonly VersionInfo[];
}

/** Where they are not loaded yet. */
export const NO_NOTES: NotesInfo = {
  formula: "",
  mathml: "",
  summary: "",
  properties: { range: "", monotonic: "", symmetry: "", smoothness: "", saturation: "" },
  references: [],
  versions: [],
};

/** All there is to say about one function, as the C++ core states it. */
export interface ActivationInfo extends NotesInfo {
  readonly id: ActivationId;
  readonly name: string;
  readonly family: Family;
  /** Takes a whole vector (softmax) rather than one number at a time. */
  readonly vector: boolean;
  /** Appears in the beginner's guide. */
  readonly tutorial: boolean;
  readonly parameters: readonly ParameterInfo[];
  readonly kinks: readonly KinkInfo[];
  /** Vector functions: the inputs held fixed while `curve` moves the first one. */
  readonly slice: readonly number[];
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** The number of slips (a letter more, less or other, two neighbours swapped) from one word to another. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.push(Math.min(replaced, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }
  return at(a.length, b.length);
}

/** The known id nearest to a mistyped one, or undefined when none is near. */
export function nearestId(wanted: string, ids: Iterable<string>): string | undefined {
  const plain = wanted.toLowerCase().replace(/[\s-]+/g, "_");
  let best: string | undefined;
  let least = 1 + Math.floor(wanted.length / 3);
  for (const id of ids) {
    const away = Math.abs(id.length - plain.length) > least ? Number.POSITIVE_INFINITY : distance(plain, id);
    if (away <= least && (best === undefined || away < least)) {
      best = id;
      least = away;
    }
  }
  return best;
}

export function unknownFunction(id: unknown, ids: Iterable<string>): ActivationError {
  const near = typeof id === "string" && id.length < 100 ? nearestId(id, ids) : undefined;
  const hint = near ? `did you mean "${near}"?` : "act.catalog lists the ids";
  return new ActivationError("unknown-function", `${shown(id)} is not a function of the catalog: ${hint}`);
}
