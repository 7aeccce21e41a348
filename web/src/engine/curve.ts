import { count, finiteNumber } from "./arguments.js";
import { parametersAt } from "./compute.js";
import type { Core } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { ActivationId, ParametersOf } from "./generated/ids.js";

/** Parameters by name, for a function not known until run time. */
export type Parameters = Readonly<Record<string, number>>;

export interface CurveOptions<Id extends ActivationId = ActivationId> {
  /** The range of x: any finite from < to. */
  readonly from: number;
  readonly to: number;
  /** How many evenly spaced samples, both ends included: those of NumPy's linspace. 200 when not given. */
  readonly points?: number;
  readonly params?: ParametersOf<Id>;
}

/** The same for a formula: its parameters are known by name at run time. */
export interface FormulaCurveOptions extends Omit<CurveOptions, "params"> {
  readonly params?: Parameters;
}

/** Columns of equal length, x strictly increasing. NaN is a gap: the quantity jumps there. */
export interface Curve {
  readonly x: Float64Array;
  readonly value: Float64Array;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

const MOST_POINTS = 1_000_000;

/** See ActivationFunctions.curve. */
export function curve(core: Core, id: unknown, options: CurveOptions | FormulaCurveOptions): Curve {
  const entry = core.entry(id);
  if (typeof options !== "object" || options === null) {
    throw new ActivationError("bad-argument", `curve takes a range like { from: -5, to: 5 } (got ${shown(options)})`);
  }
  const from = finiteNumber("from", options.from);
  const to = finiteNumber("to", options.to);
  if (from >= to) throw new ActivationError("bad-argument", `from must be less than to (got ${from} and ${to})`);
  const points = count("points", options.points ?? 200, 2);
  if (points > MOST_POINTS) {
    throw new ActivationError("too-large", `points must be at most ${MOST_POINTS} (got ${points})`);
  }
  const { bindings, memory } = core;
  const parameters = parametersAt(core, entry, options.params, 0);
  const { index, formula } = entry;
  const status =
    formula === undefined
      ? bindings.curveSample(index, from, to, points, parameters)
      : bindings.formulaSample(formula, from, to, points, parameters);
  memory.settle();
  core.check(status);
  const size = bindings.curveSize();
  const column = (which: number) => memory.view(Float64Array, bindings.curveColumn(which), size).slice();
  return { x: column(0), value: column(1), gradient: column(2), curvature: column(3) };
}
