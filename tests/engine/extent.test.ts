import assert from "node:assert/strict";
import { test } from "node:test";
import { type ActivationId, load } from "../../dist/lib/index.js";
import { extent } from "../../web/src/plot/extent.js";

const act = await load();

function extentsOf(text: string): readonly (readonly [number, number])[] {
  const formula = act.formula(text);
  const { x, value, gradient } = act.curve(formula, { from: -5, to: 5, points: 1000 });
  formula.dispose();
  return [extent(x, value), extent(x, gradient)];
}

test("a chart of a curve without a pole goes from its lowest to its highest value", () => {
  for (const { id, vector } of act.catalog) {
    if (vector) continue;
    const curve = act.curve(id as ActivationId, { from: -5, to: 5, points: 200 });
    for (const y of [curve.value, curve.gradient, curve.curvature]) {
      const finite = [...y].filter(Number.isFinite);
      assert.deepEqual(extent(curve.x, y), [Math.min(...finite), Math.max(...finite)], id);
    }
  }
  // Nor is a narrow peak cut off, a high step or a steep end.
  assert.deepEqual(extentsOf("exp(-(1000x)^2)")[0], [0, 1]);
  assert.deepEqual(extentsOf("x > 0.3 ? 1000 : 0")[0], [0, 1000]);
  assert.deepEqual(extentsOf("x^9")[0], [-(5 ** 9), 5 ** 9]);
});

test("a chart does not follow a curve along its pole", () => {
  for (const text of ["1/x", "1/(x - 0.3)", "1/x^2", "tan(x)", "1/sinh(x)", "1/sqrt(x)"]) {
    const [[low, high], slope] = extentsOf(text) as [[number, number], [number, number]];
    assert.ok(low >= -20 && high <= 20 && high - low > 1, `${text}: ${low} to ${high}`);
    assert.ok(slope[0] >= -1000 && slope[1] <= 1000, `${text}: slopes from ${slope[0]} to ${slope[1]}`);
  }
});

test("a curve has a gap at a pole that it passes from one infinity to the other", () => {
  const { x, value } = act.curve(act.formula("1/x"), { from: -1, to: 1, points: 5 });
  assert.ok(Number.isNaN(value[x.indexOf(0)]));
});

test("a chart of nothing finite has no extent", () => {
  const x = Float64Array.of(0, 1, 2);
  assert.deepEqual(extent(x, new Float64Array(3).fill(Number.NaN)), [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]);
  assert.deepEqual(extent(x, Float64Array.of(Number.POSITIVE_INFINITY, 1, Number.NaN)), [1, 1]);
});
