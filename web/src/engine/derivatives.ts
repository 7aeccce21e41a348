import { numbers, refuseAnyOverlap, refuseOverlap, sameKind } from "./arguments.js";
import type { Core } from "./core.js";
import { ActivationError } from "./errors.js";
import type { Formula } from "./formula.js";
import type { FloatArray } from "./memory.js";
import type { Address } from "./module.js";
import { QUANTITIES } from "./quantity.js";

/** Columns of equal length. */
export interface Derivatives {
  readonly value: Float64Array;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

/** See FormulaFunctions.derivatives. */
export function derivatives(core: Core, formula: Formula, given: unknown, params: unknown, out: unknown): Derivatives {
  const entry = core.entry(formula);
  if (entry.formula === undefined) {
    throw new ActivationError("unsupported", "derivatives takes a formula: act.formula(text)");
  }
  const attached = (array: FloatArray) => core.memory.attach(array);
  const x = attached(numbers("x", given));
  if (x instanceof Float32Array) {
    throw new ActivationError(
      "bad-argument",
      "derivatives are computed in float64: x must be a Float64Array or number[]",
    );
  }
  if (out !== undefined && (typeof out !== "object" || out === null)) {
    throw new ActivationError("bad-argument", "out must be an object with value, gradient and curvature");
  }
  const targets = QUANTITIES.map((name) => {
    const column = (out as Partial<Record<string, unknown>> | undefined)?.[name];
    if (column === undefined && out === undefined) return new Float64Array(x.length);
    const live = column instanceof Float64Array ? attached(column) : column;
    return sameKind(`out.${name}`, live, x, x.length) as Float64Array;
  });
  const [value, gradient, curvature] = targets as [Float64Array, Float64Array, Float64Array];
  // The core can do with the value in the place of x.
  refuseOverlap([x], value);
  refuseAnyOverlap("out.gradient", gradient, [x, value]);
  refuseAnyOverlap("out.curvature", curvature, [x, value, gradient]);
  // What lies in wasm memory is written there; the others get copies.
  const inside = targets.filter((target) => core.memory.addressOf(target) !== undefined);
  const outside = targets.filter((target) => !inside.includes(target));
  const values = core.parameters(entry, params);
  const results = core.call(
    [x, values, ...inside],
    outside.map(() => [Float64Array, x.length] as const),
    ([source, parameters, ...places], copies) => {
      const addresses = targets.map(
        (target) =>
          (inside.includes(target) ? places[inside.indexOf(target)] : copies[outside.indexOf(target)]) as Address,
      ) as [Address, Address, Address];
      return core.bindings.formulaDerivatives(
        entry.formula as Address,
        source as Address,
        ...addresses,
        x.length,
        parameters as Address,
      );
    },
  );
  outside.forEach((target, i) => void target.set(results[i] as Float64Array));
  const { memory } = core;
  return { value: memory.attach(value), gradient: memory.attach(gradient), curvature: memory.attach(curvature) };
}
