import type { Analysis, End, Figure, Interval, Jump, Sureness } from "../../engine/analysis.js";
import { exact, tabular, withMinus } from "../../state/numbers.js";

/** A row of the table: what, the finding in words, and how sure it is. */
export interface Row {
  readonly title: string;
  readonly words: string;
  readonly sure?: Sureness | undefined;
}

const MOST_LISTED = 4;

/** Short: as many digits as tell something, a whole number without decimals. */
function short(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return withMinus(String(value));
  const text = tabular(value);
  return /^−?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, "") : text;
}

const interval = ({ from, to, fromClosed, toClosed }: Interval): string =>
  from === to ? `{${short(from)}}` : `${fromClosed ? "[" : "("}${short(from)}, ${short(to)}${toClosed ? "]" : ")"}`;

/** Those next to 0 where there are many, from left to right. */
function nearest<T>(all: readonly T[], xOf: (one: T) => number): T[] {
  if (all.length <= MOST_LISTED) return [...all];
  const size = (one: T) => Math.abs(xOf(one));
  const kept = new Set([...all].sort((a, b) => size(a) - size(b)).slice(0, MOST_LISTED));
  return all.filter((one) => kept.has(one));
}

/** The first few, and that there are more. */
function listed(all: readonly string[], endless: boolean): string {
  const shown = all.slice(0, MOST_LISTED).join(", ");
  return endless || all.length > MOST_LISTED ? `${shown} …` : shown;
}

const beyond = ({ from, to, fromClosed, toClosed }: Interval): string => {
  const above = fromClosed ? "≥" : ">";
  const below = toClosed ? "≤" : "<";
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return "everywhere";
  if (from === Number.NEGATIVE_INFINITY) return `x ${below} ${short(to)}`;
  if (to === Number.POSITIVE_INFINITY) return `x ${above} ${short(from)}`;
  if (from === to) return `x = ${short(to)}`;
  return `${short(from)} ${fromClosed ? "≤" : "<"} x ${below} ${short(to)}`;
};

const DIRECTIONS = { rising: "rises", falling: "falls", constant: "stays" } as const;
const SMOOTHNESS = {
  discontinuous: "jumps",
  c0: "C⁰: continuous, with kinks",
  c1: "C¹: no kinks",
  "c2-or-more": "C² or more",
  infinite: "C∞: differentiable without end",
} as const;
const QUANTITIES = { value: "f", gradient: "f′", curvature: "f″" } as const;

/** Of many parts those next to 0, and how far the others go. */
function ranging({ range: { parts, endless }, bounds: { from, to } }: Analysis): string {
  const all = nearest(parts, (part) => (Number.isFinite(part.from) ? part.from : part.to)).map(interval);
  if (!endless && parts.length <= MOST_LISTED) return all.join(" ∪ ");
  return `${all.join(" ∪ ")} …, from ${short(from)} to ${short(to)}`;
}

function monotonic({ monotonicity: { kind }, stretches, endless }: Analysis): string {
  if (kind !== "none") return { rising: "yes, rising", falling: "yes, falling", constant: "constant" }[kind];
  if (stretches.length === 0) return "no";
  const all = stretches.map(({ to, direction }, i) => {
    const again = direction === stretches[i - 1]?.direction ? " again" : "";
    return i === stretches.length - 1
      ? `then ${DIRECTIONS[direction]}${again}`
      : `${DIRECTIONS[direction]}${again} to ${short(to)}`;
  });
  return stretches.length > MOST_LISTED || endless ? "no, it turns again and again" : all.join(", ");
}

function symmetric({ symmetry: { kind, center, shift } }: Analysis): string {
  const mirrored = center === 0 ? "−x" : `${short(2 * center)} − x`;
  switch (kind) {
    case "none":
      return "none";
    case "even":
      return "even: f(−x) = f(x)";
    case "odd":
      return "odd: f(−x) = −f(x)";
    case "mirror":
      return `f(${mirrored}) = f(x)`;
    case "point":
      return `f(${mirrored}) = ${shift === 0 ? "" : `${short(shift)} `}− f(x)`;
  }
}

/** What is left of a difference of large numbers is nothing. */
const beside = (value: number, other: number): string => short(Math.abs(value) < Math.abs(other) * 1e-12 ? 0 : value);

const jump = ({ x, of, before, after }: Jump): string =>
  `${QUANTITIES[of]} at ${short(x)}: ${
    before === after ? `${short(after)} on both sides` : `${beside(before, after)} → ${beside(after, before)}`
  }`;

function end({ limit, growth, slope, offset }: End): string {
  if (limit && Number.isFinite(limit.number)) return `→ ${short(limit.number)}`;
  if (growth === "linear" && slope && offset) {
    const [m, b] = [slope.number, offset.number];
    const line = `${m === 1 ? "" : m === -1 ? "−" : short(m)}x`;
    return `≈ ${line}${b === 0 ? "" : b > 0 ? ` + ${short(b)}` : ` − ${short(-b)}`}`;
  }
  return limit ? `→ ${short(limit.number)}` : "no limit";
}

/** Why an expectation does not exist or was not found. */
function without({ undefined: gaps, bounds, mean }: Analysis): string {
  if (gaps.some(({ from, to }) => from < to)) return "none: f is not a number everywhere";
  const bounded = Number.isFinite(bounds.from) && Number.isFinite(bounds.to);
  return bounded && !mean ? "not found: f swings too fast" : "none: the integral diverges";
}

/** What the core has found out, in rows of a table; those about normal inputs apart. */
export function rowsOf(analysis: Analysis): { readonly shape: Row[]; readonly normal: Row[] } {
  const { range, monotonicity, extrema, zeros, inflections, jumps, places, symmetry, smoothness } = analysis;
  const { lipschitz, saturation, left, right, gained, repetition, undefined: gaps } = analysis;
  // Waves without end of which none could be told from the next.
  const crowded = analysis.endless && !lipschitz && extrema.length + jumps.length === 0;
  const shape: Row[] = [
    { title: "Range", words: ranging(analysis), sure: range },
    { title: "Monotonic", words: monotonic(analysis), sure: monotonicity.kind === "none" ? places : monotonicity },
  ];
  const list = <T>(
    title: string,
    all: readonly T[],
    xOf: (one: T) => number,
    words: (one: T) => string,
    endless = analysis.endless,
  ) => {
    if (all.length === 0) return;
    const more = endless || all.length > MOST_LISTED;
    shape.push({ title, words: listed(nearest(all, xOf).map(words), more), sure: places });
  };
  list("Not a number", gaps, ({ from, to }) => (Number.isFinite(from) ? from : to), beyond, false);
  list(
    "Turns",
    extrema,
    ({ x }) => x,
    ({ x, y, kind }) => `${kind} ${short(y)} at x = ${short(x)}`,
  );
  list(
    "Zeros",
    zeros,
    ({ from, to }) => (Number.isFinite(from) ? from : to),
    ({ from, to }) => (from === to ? short(from) : beyond({ from, to, fromClosed: true, toClosed: true })),
  );
  list(
    "Inflections",
    inflections,
    ({ x }) => x,
    ({ x }) => `x = ${short(x)}`,
  );
  shape.push({ title: "Symmetry", words: symmetric(analysis), sure: symmetry });
  if (repetition) {
    shape.push({ title: "Repeats", words: `every ${short(repetition.length.number)}`, sure: repetition.length });
  }
  shape.push({ title: "Smoothness", words: SMOOTHNESS[smoothness.kind], sure: smoothness });
  list("Jumps", jumps, ({ x }) => x, jump);
  shape.push(
    {
      title: "Lipschitz",
      words: lipschitz ? `|f′| ≤ ${short(lipschitz.number)}` : "no: the slope has no bound",
      sure: lipschitz ?? undefined,
    },
    {
      title: "Saturates",
      words:
        saturation.length === 0
          ? crowded
            ? "not found: f swings too fast"
            : "no"
          : `|f′| < 0.01 for ${listed(nearest(saturation, ({ from, to }) => (Number.isFinite(from) ? from : to)).map(beyond), saturation.length > MOST_LISTED)}`,
      sure: places,
    },
    { title: "x → −∞", words: end(left), sure: left.limit ?? left.slope ?? undefined },
    { title: "x → ∞", words: end(right), sure: right.limit ?? right.slope ?? undefined },
  );

  const figure = (title: string, value: Figure | null): Row => ({
    title,
    words: value ? tabular(value.number) : without(analysis),
    sure: value ?? undefined,
  });
  const normal: Row[] = [
    figure("Mean E[f(z)]", analysis.mean),
    figure("Variance", analysis.variance),
    figure("E[f′(z)²]", analysis.gradientSecond),
    figure("Gain 1/√E[f(z)²]", analysis.gain),
  ];
  const fixed = gained.fixed.find(({ q }) => Math.abs(q - 1) < 1e-3);
  if (fixed) {
    const fate = fixed.chi > 1.0005 ? "gradients grow" : fixed.chi < 0.9995 ? "gradients shrink" : "gradients stay";
    normal.push({ title: "χ with that gain", words: `${tabular(fixed.chi)}: ${fate}`, sure: gained });
  }
  return { shape, normal };
}

/** "proved", or how exactly it was found. */
export function sureness({ proved, tolerance }: Sureness): string {
  if (proved) return "proved";
  return tolerance > 0 ? `found to ${exact(Number(tolerance.toPrecision(1)))}` : "found numerically";
}
