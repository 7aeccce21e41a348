import { count, finiteNumber } from "./arguments.js";
import type { Core } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { Address } from "./module.js";

export interface VersionsBindings {
  compareVersions(
    index: number,
    a: number,
    b: number,
    from: number,
    to: number,
    columns: Address,
    length: number,
    largest: Address,
  ): number;
}

export interface ComparisonOptions {
  /** The range of x: any finite from < to. */
  readonly from: number;
  readonly to: number;
  /** How many evenly spaced samples, both ends included; 401 when not given. */
  readonly points?: number;
}

/** Columns of equal length: x, what either version gives, and b − a. */
export interface Comparison {
  readonly x: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly difference: Float64Array;
  /** The largest |difference|, and the x of it. */
  readonly largest: number;
  readonly where: number;
}

const MOST_POINTS = 100_000;

export function compareVersions(core: Core, id: unknown, versions: unknown, options: ComparisonOptions): Comparison {
  const { index, info } = core.catalogEntry("compare", id);
  if (info.vector) {
    throw new ActivationError("unsupported", `${info.id} is a function of a vector: its versions are not compared`);
  }
  const pair: unknown[] = Array.isArray(versions) ? versions : [];
  const last = info.versions.length - 1;
  const [a, b] = pair.map((one) => {
    if (one === "catalog") return info.versions.length;
    if (typeof one === "number" && Number.isInteger(one) && one >= 0 && one <= last) return one;
    return undefined;
  });
  if (pair.length !== 2 || a === undefined || b === undefined) {
    throw new ActivationError(
      "bad-argument",
      `versions must be two of "catalog"${last < 0 ? "" : ` and 0 to ${last}`}, like ["catalog", 0] (got ${shown(versions)})`,
    );
  }
  if (typeof options !== "object" || options === null) {
    throw new ActivationError("bad-argument", `compare takes a range like { from: -5, to: 5 } (got ${shown(options)})`);
  }
  const from = finiteNumber("from", options.from);
  const to = finiteNumber("to", options.to);
  if (from >= to) throw new ActivationError("bad-argument", `from must be less than to (got ${from} and ${to})`);
  const points = count("points", options.points ?? 401, 2);
  if (points > MOST_POINTS) {
    throw new ActivationError("too-large", `points must be at most ${MOST_POINTS} (got ${points})`);
  }
  const [columns, largest] = core.call(
    [],
    [
      [Float64Array, 4 * points],
      [Float64Array, 2],
    ],
    (_inputs, [into, most]) =>
      core.bindings.compareVersions(index, a, b, from, to, into as Address, points, most as Address),
  );
  const column = (which: number) => columns.slice(which * points, (which + 1) * points);
  return {
    x: column(0),
    a: column(1),
    b: column(2),
    difference: column(3),
    largest: largest[0] as number,
    where: largest[1] as number,
  };
}
