import type { Core } from "./core.js";
import { ActivationError } from "./errors.js";
import type { Address } from "./module.js";

export interface AnalysisBindings {
  analyse(fn: number, parameters: Address): string;
  formulaAnalyse(formula: Address, parameters: Address): string;
}

/** How sure a figure is: it follows from the form of the function, or was found by looking, to `tolerance` of its size. */
export interface Sureness {
  readonly proved: boolean;
  readonly tolerance: number;
}

/** A number or an infinity. */
export interface Figure extends Sureness {
  readonly number: number;
}

/** A part of the range or of the line. A closed end belongs to it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly fromClosed: boolean;
  readonly toClosed: boolean;
}

/** Between from and to f only falls, only rises or stays. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly direction: "falling" | "constant" | "rising";
}

/** Where f, f′ or f″ goes from one number to another at once, or to ±Infinity, be it on both sides alike. */
export interface Jump {
  readonly x: number;
  /** The first of the three that jumps. */
  readonly of: "value" | "gradient" | "curvature";
  readonly before: number;
  readonly after: number;
}

/** What becomes of f on one side. */
export interface End {
  /** Null where there is none, as everywhere here. */
  readonly limit: Figure | null;
  readonly growth: "irregular" | "constant" | "slower" | "linear" | "faster";
  /** Of the line that f approaches, slope · x + offset. */
  readonly slope: Figure | null;
  readonly offset: Figure | null;
}

/** A length q of signals that a wide layer leaves as it is: chi says whether gradients shrink (below 1) or grow there. */
export interface FixedPoint {
  readonly q: number;
  readonly slope: number;
  readonly chi: number;
}

/** V(q) = weights² E[f(√q z)²]: Poole et al. 2016, arXiv:1606.05340. */
export interface VarianceMap extends Sureness {
  readonly weights: number | null;
  /** V(q) = q for every q. */
  readonly every: boolean;
  readonly fixed: readonly FixedPoint[];
}

/** All that the core finds out about a function of one number. */
export interface Analysis {
  /** Where f is not a number. */
  readonly undefined: readonly Interval[];
  readonly range: { readonly parts: readonly Interval[]; readonly endless: boolean } & Sureness;
  /** The least interval around the whole range, listed or not. */
  readonly bounds: { readonly from: number; readonly to: number };
  readonly monotonicity: { readonly kind: "none" | "rising" | "falling" | "constant" } & Sureness;
  readonly stretches: readonly Stretch[];
  readonly extrema: readonly { readonly x: number; readonly y: number; readonly kind: "maximum" | "minimum" }[];
  readonly zeros: readonly { readonly from: number; readonly to: number }[];
  readonly inflections: readonly { readonly x: number; readonly y: number }[];
  readonly jumps: readonly Jump[];
  /** Of x in the five lists above. */
  readonly places: Sureness;
  /** There are more than are listed: those next to 0 are. */
  readonly endless: boolean;
  /** f(x + length) = f(x) + drift */
  readonly repetition: { readonly length: Figure; readonly drift: Figure | null } | null;
  readonly symmetry: {
    readonly kind: "none" | "even" | "odd" | "point" | "mirror";
    readonly center: number;
    readonly shift: number;
    /** Of f(x) − f(−x) = slope · x. */
    readonly slope: Figure | null;
  } & Sureness;
  readonly smoothness: { readonly kind: "discontinuous" | "c0" | "c1" | "c2-or-more" | "infinite" } & Sureness;
  /** The least bound of |f′|, and where it is reached. */
  readonly lipschitz: Figure | null;
  readonly lipschitzAt: number | null;
  /** Where |f′| < 0.01. */
  readonly saturation: readonly Interval[];
  readonly left: End;
  readonly right: End;
  /** Over z ~ N(0, 1): E[f(z)], Var[f(z)], E[f(z)²], E[f′(z)²] and 1 / √E[f(z)²]. */
  readonly mean: Figure | null;
  readonly variance: Figure | null;
  readonly second: Figure | null;
  readonly gradientSecond: Figure | null;
  readonly gain: Figure | null;
  /** With weights = 1, and with weights = the gain. */
  readonly plain: VarianceMap;
  readonly gained: VarianceMap;
}

/** JSON has no infinities: they are words in it. */
const revive = (_key: string, value: unknown): unknown =>
  value === "inf" ? Number.POSITIVE_INFINITY : value === "-inf" ? Number.NEGATIVE_INFINITY : value;

/** Stands for whatever status the core had when it found nothing to say. */
const REFUSED = 1;

/** What the core finds out about a function of one number. */
export function analyse(core: Core, id: unknown, params: unknown): Analysis {
  const entry = core.entry(id);
  const { info, index, formula } = entry;
  if (info.vector) {
    throw new ActivationError("unsupported", `${info.id} needs a whole vector: analyse takes a function of one number`);
  }
  let text = "";
  core.call([core.parameters(entry, params)], [], ([at]) => {
    text =
      formula === undefined
        ? core.bindings.analyse(index, at as Address)
        : core.bindings.formulaAnalyse(formula, at as Address);
    return text === "" ? REFUSED : 0;
  });
  return JSON.parse(text, revive) as Analysis;
}
