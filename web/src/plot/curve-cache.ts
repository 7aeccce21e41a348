import type { ActivationFunctions, Curve } from "../engine/index.js";
import type { Range } from "../state/schema.js";
import type { Selection } from "../state/selection.js";

/** Evenly spaced samples of each curve; the core adds more where it bends. */
export const POINTS = 1000;

/** Samples each curve once per change: while one slider moves, the other curves stay as they are. */
export class CurveCache {
  #curves = new Map<string, { key: string; curve: Curve }>();

  curves(act: ActivationFunctions, selections: readonly Selection[], range: Range): Curve[] {
    const next = new Map<string, { key: string; curve: Curve }>();
    for (const { id, params } of selections) {
      const key = JSON.stringify([range, params]);
      const known = this.#curves.get(id);
      const [from, to] = range;
      next.set(id, known?.key === key ? known : { key, curve: act.curve(id, { from, to, points: POINTS, params }) });
    }
    this.#curves = next;
    return [...next.values()].map(({ curve }) => curve);
  }
}
