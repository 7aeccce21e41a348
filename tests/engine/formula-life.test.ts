import assert from "node:assert/strict";
import { test } from "node:test";
import { Activation, load } from "../../dist/lib/index.js";
import { isRefused } from "./refusal.js";

const act = await load();
// biome-ignore lint/suspicious/noExplicitAny: what plain JavaScript can pass, TypeScript would refuse
const loose = act as any;

/** More definitions than an engine keeps parsed. */
function forgetAll(): void {
  for (let i = 0; i < 200; i++) assert.equal(act.value(`other{${i} + x}` as "relu", 1), i + 1);
}

test("a network with a function of one's own stays right when 200 others have been computed", () => {
  const activation = "f{alpha * x^3 + 1}" as "elu";
  const network = act.network({
    sizes: [1, 1],
    activation: { id: activation, params: { alpha: 2 } },
    weights: [[3]],
  });
  assert.deepEqual([...network.forward([1]).output], [55]);
  forgetAll();
  assert.deepEqual([...network.forward([1]).output], [55]);
});

test("a network whose formula was given back says so instead of computing with what lies there now", () => {
  const formula = act.formula("x^3");
  const network = loose.network({ sizes: [1, 1], activation: { id: formula }, weights: [[2]] });
  assert.deepEqual([...network.forward([1]).output], [8]);
  formula.dispose();
  isRefused(/given back with dispose/, () => network.forward([1]));
});

test("what only functions of the catalog have is refused of a formula in words", () => {
  const own = "f{x^2}";
  isRefused(/digest takes a function of the catalog, not a formula/, () => loose.digest(own), "unsupported");
  const range = { from: -1, to: 1 };
  for (const versions of [
    ["catalog", "catalog"],
    ["catalog", 0],
  ]) {
    isRefused(
      /compare takes a function of the catalog, not a formula/,
      () => loose.compare(own, versions, range),
      "unsupported",
    );
  }
  assert.equal(act.value(own as "relu", 3), 9);
});

test("derivatives do not write over what they still have to read, nor over each other", () => {
  const formula = act.formula("x^3");
  const column = () => new Float64Array(3);
  const shared = new Float64Array(8);
  const [x, later] = [shared.subarray(0, 3), shared.subarray(1, 4)];
  x.set([1, 2, 3]);
  const overlaps = /(must not|not) overlap/;
  isRefused(overlaps, () => act.derivatives(formula, x, {}, { value: column(), gradient: later, curvature: column() }));
  const one = column();
  isRefused(overlaps, () =>
    act.derivatives(formula, [1, 2, 3], {}, { value: one, gradient: column(), curvature: one }),
  );
  const inside = act.allocate(Float64Array, 8);
  inside.set([1, 2, 3]);
  isRefused(overlaps, () =>
    act.derivatives(
      formula,
      inside.subarray(0, 3),
      {},
      {
        value: inside.subarray(2, 5),
        gradient: column(),
        curvature: column(),
      },
    ),
  );
  assert.deepEqual([...inside.subarray(0, 4)], [1, 2, 3, 0]);
  // Side by side is fine, and so is a column in the place of x itself.
  const { value, gradient } = act.derivatives(
    formula,
    inside.subarray(0, 3),
    {},
    {
      value: inside.subarray(0, 3),
      gradient: inside.subarray(3, 6),
      curvature: column(),
    },
  );
  assert.deepEqual([...value, ...gradient], [1, 8, 27, 3, 12, 27]);
  act.free(inside);
  formula.dispose();
});

test("options of code that are no object are refused in words", () => {
  const formula = act.formula("a * x");
  for (const options of [null, 3, "numpy", []]) {
    for (const call of [
      () => loose.code("relu", "numpy", options),
      () => loose.code("f{x^2}", "numpy", options),
      () => loose.code(formula, "numpy", options),
      () => (formula as typeof loose).code("numpy", options),
    ]) {
      isRefused(/the options of code must be an object like \{ name: "my_swish" \}/, call);
    }
  }
  assert.match(loose.code("relu", "numpy"), /def relu/);
  formula.dispose();
});

test("an analysis that the core refuses is an error in words, not one of JSON", () => {
  const { bindings } = Activation.coreOf(act) as unknown as { bindings: { analyse: unknown } };
  const { analyse } = bindings;
  bindings.analyse = () => "";
  try {
    isRefused(/the core refused the call/, () => act.analyse("relu"));
  } finally {
    bindings.analyse = analyse;
  }
  assert.equal(act.analyse("relu").lipschitz?.number, 1);
});
