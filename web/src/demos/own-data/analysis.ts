import type { Activation, Description, Histogram, Parameters } from "../../engine/index.js";

export interface Part {
  readonly values: Float64Array;
  readonly description: Description;
  /** Nothing where there is no number. */
  readonly histogram: Histogram | undefined;
}

/** A column before and after a function, and the function's gradient there. */
export interface Analysis {
  readonly before: Part;
  readonly after: Part;
  readonly gradient: Part;
}

/** About how many bars a histogram has. */
const BINS = 40;
const MOST_FINITE = Number.MAX_VALUE / 4;

function* part(engine: Activation, values: Float64Array): Generator<void, Part> {
  const description = engine.describe(values);
  yield;
  const { count, minimum, maximum } = description;
  const drawn = count > 0 && minimum >= -MOST_FINITE && maximum <= MOST_FINITE;
  const histogram = drawn ? engine.histogram(values, { from: minimum, to: maximum, bins: BINS }) : undefined;
  yield;
  return { values, description, histogram };
}

/** All in steps of some milliseconds, so that the page can draw in between. */
export function* analyse(
  engine: Activation,
  id: string,
  params: Parameters,
  values: Float64Array,
): Generator<void, Analysis> {
  const before = yield* part(engine, values);
  const y = engine.value(id as "elu", values, params);
  yield;
  const after = yield* part(engine, y);
  const slopes = engine.gradient(id as "elu", values, params);
  yield;
  return { before, after, gradient: yield* part(engine, slopes) };
}
