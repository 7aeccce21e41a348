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

/** A number or an infinity; null where there is none. */
export interface Figure extends Sureness {
  readonly number: number | null;
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

/** Where f, f′ or f″ goes from one number to another at once. */
export interface Jump {
  readonly x: number;
  /** The first of the three that jumps. */
  readonly quantity: "value" | "gradient" | "curvature";
  readonly before: number;
  readonly after: number;
}

/** What becomes of f on one side. */
export interface End {
  readonly limit: Figure;
  readonly growth: "irregular" | "constant" | "slower" | "linear" | "faster";
  /** Of the line that f approaches, slope · x + offset. */
  readonly slope: Figure;
  readonly offset: Figure;
}

/** A length q of signals that a wide layer leaves as it is: chi says whether gradients shrink (below 1) or grow there. */
export interface FixedPoint {
  readonly q: number;
  readonly slope: number;
  readonly chi: number;
}

/** V(q) = weights² E[f(√q z)²]: Poole et al. 2016, arXiv:1606.05340. */
export interface VarianceMap extends Partial<Sureness> {
  readonly weights: number | null;
  /** V(q) = q for every q. */
  readonly every: boolean;
  readonly fixed: readonly FixedPoint[];
}

/** All that the core finds out about a function of one number. */
export interface Analysis {
  readonly range: { readonly parts: readonly Interval[]; readonly endless: boolean } & Sureness;
  readonly monotonicity: { readonly kind: "none" | "rising" | "falling" | "constant" } & Sureness;
  readonly stretches: readonly Stretch[];
  readonly extrema: readonly { readonly x: number; readonly y: number; readonly maximum: boolean }[];
  readonly zeros: readonly { readonly from: number; readonly to: number }[];
  readonly inflections: readonly { readonly x: number; readonly y: number }[];
  readonly jumps: readonly Jump[];
  /** Of x in the five lists above; endless where there are more than are listed. */
  readonly places: { readonly endless: boolean } & Sureness;
  readonly repetition: { readonly length: Figure; readonly drift: Figure };
  readonly symmetry: {
    readonly kind: "none" | "even" | "odd" | "point" | "mirror";
    readonly center: number;
    readonly shift: number;
    /** Of f(x) − f(−x) = slope · x. */
    readonly slope: Figure;
  } & Sureness;
  readonly smoothness: { readonly kind: "discontinuous" | "c0" | "c1" | "c2_or_more" | "infinite" } & Sureness;
  readonly lipschitz: { readonly at: number | null } & Figure;
  /** Where |f′| < 0.01. */
  readonly saturation: readonly Interval[];
  readonly left: End;
  readonly right: End;
  readonly moments: {
    readonly mean: Figure;
    readonly variance: Figure;
    readonly second: Figure;
    readonly gradientSecond: Figure;
    /** 1 / √E[f(z)²] */
    readonly gain: Figure;
  };
  /** With weights = 1, and with weights = the gain. */
  readonly plain: VarianceMap;
  readonly gained: VarianceMap;
}

/** JSON has no infinities: they are words in it. */
const revive = (_key: string, value: unknown): unknown =>
  value === "inf" ? Number.POSITIVE_INFINITY : value === "-inf" ? Number.NEGATIVE_INFINITY : value;

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
    return 0;
  });
  return JSON.parse(text, revive) as Analysis;
}
