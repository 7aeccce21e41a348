import type { ActivationFunctions, ActivationInfo } from "../engine/index.js";
import type { Quantity } from "../engine/quantity.js";
import { exact } from "../state/numbers.js";
import { infoOf, type Selection } from "../state/selection.js";

export interface Reading extends Readonly<Record<Quantity, number>> {
  readonly info: ActivationInfo;
}

/** What to call a curve: of a vector function it is the first output along its own logit. */
export function curveName(info: ActivationInfo): string {
  return [info.name, sliceName(info)].filter(Boolean).join(" ");
}

/** "of [x, 1, 0.1]" for a vector function, nothing for the others. */
export const sliceName = (info: ActivationInfo): string =>
  info.vector ? `of [x, ${info.slice.map(exact).join(", ")}]` : "";

function readOne(act: ActivationFunctions, info: ActivationInfo, { id, params }: Selection, x: number): Reading {
  if (info.vector) {
    // The first sample of a curve is exactly at its start.
    const { value, gradient, curvature } = act.curve(id, {
      from: x,
      to: x + Math.max(1, Math.abs(x)),
      points: 2,
      params,
    });
    return { info, value: value[0] as number, gradient: gradient[0] as number, curvature: curvature[0] as number };
  }
  const at = Float64Array.of(x);
  const [value, gradient, curvature] = [
    act.value(id, at, params),
    act.gradient(id as "elu", at, params),
    act.curvature(id as "elu", at, params),
  ];
  return { info, value: value[0] as number, gradient: gradient[0] as number, curvature: curvature[0] as number };
}

/** f, f′ and f″ of every selected function at x, in the order of selection. */
export function readingsAt(act: ActivationFunctions, selections: readonly Selection[], x: number): Reading[] {
  return selections.flatMap((selection) => {
    const info = infoOf(act, selection.id);
    return info ? [readOne(act, info, selection, x)] : [];
  });
}
