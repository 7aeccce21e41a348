import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";

const act = await load();

test("the samples hold NumPy's linspace, both ends included", () => {
  const { x } = act.curve("tanh", { from: -10, to: 10, points: 200 });
  const step = 20 / 199;
  const all = new Set(x);
  for (let i = 0; i < 199; i++) assert.ok(all.has(-10 + i * step), `sample ${i}`);
  assert.equal(x[0], -10);
  assert.equal(x.at(-1), 10);
});

test("x rises strictly, and the columns have its length", () => {
  for (const { id, kinks, parameters } of act.catalog) {
    const places = kinks.map(({ offset, parameter, scale }) => offset + scale * (parameters[parameter]?.default ?? 0));
    for (const [from, to] of [
      [-5, 5],
      [-1.7e308, 1.7e308],
      [1, 1 + 2 ** -52],
      [-5e-324, 5e-324],
      [0, 1e-300],
    ] as const) {
      const { x, value, gradient, curvature } = act.curve(id, { from, to, points: 100 });
      for (let i = 1; i < x.length; i++)
        assert.ok((x[i] as number) > (x[i - 1] as number), `${id} from ${from} to ${to}`);
      assert.deepEqual([value.length, gradient.length, curvature.length], [x.length, x.length, x.length]);
      value.forEach((y, i) => {
        // NaN is a jump, which only a kink can be; infinite is what is too large.
        if (Number.isNaN(y)) assert.ok(places.includes(x[i] as number), `${id} from ${from} to ${to} at ${x[i]}`);
        else assert.ok(Number.isFinite(y) || Math.abs(x[i] as number) > 700, `${id} at ${x[i]} is ${y}`);
      });
    }
  }
});

test("values between the gaps are those of value, gradient and curvature, bit for bit", () => {
  for (const { id, vector } of act.catalog) {
    if (vector) continue;
    const curve = act.curve(id, { from: -3, to: 3, points: 50 });
    for (const quantity of ["value", "gradient", "curvature"] as const) {
      const direct = (act[quantity].bind(act) as typeof act.gradient)(id as "elu", curve.x);
      curve[quantity].forEach((y, i) => {
        assert.ok(Number.isNaN(y) || Object.is(y, direct[i]), `${quantity} of ${id} at ${curve.x[i]}`);
      });
    }
  }
});

test("ReLU's gradient has a gap at 0 and its value a point there", () => {
  const { x, value, gradient } = act.curve("relu", { from: -1, to: 1, points: 10 });
  const at = x.indexOf(0);
  assert.equal(value[at], 0);
  assert.ok(Number.isNaN(gradient[at]));
  assert.deepEqual([gradient[at - 1], gradient[at + 1]], [0, 1]);
});

test("a jump comes and goes with the parameter", () => {
  const jumps = (alpha: number) => {
    const { x, gradient } = act.curve("elu", { from: -1, to: 1, points: 11, params: { alpha } });
    return Number.isNaN(gradient[x.indexOf(0)]);
  };
  assert.deepEqual([0.5, 1, 2].map(jumps), [true, false, true]);
});

test("softmax's curve is its first output against its own logit, the others held", () => {
  const info = act.catalog.find(({ id }) => id === "softmax");
  assert.ok(info);
  const params = { temperature: 0.7 };
  const { x, value, gradient } = act.curve("softmax", { from: -4, to: 4, points: 9, params });
  x.forEach((logit, i) => {
    const logits = [logit, ...info.slice];
    const [first = Number.NaN] = act.value("softmax", logits, params);
    const [slope = Number.NaN] = act.jacobian("softmax", logits, params);
    assert.ok(Math.abs((value[i] as number) - first) <= 1e-15, `value at ${logit}`);
    assert.ok(Math.abs((gradient[i] as number) - slope) <= 1e-15, `gradient at ${logit}`);
  });
});

test("the catalog is complete, frozen, and the same list as the types", () => {
  const ids = act.catalog.map(({ id }) => id);
  const known = `relu leaky_relu elu prelu rrelu relu6 threshold thresholded_relu squared_relu celu selu gelu gelu_tanh
    quick_gelu silu swish mish softplus squareplus sparse_plus smelu serf logish tanhexp lisht bent_identity sigmoid tanh
    logsigmoid lecun_tanh softsign arctan isru step hardtanh hardsigmoid hardswish sparse_sigmoid softshrink hardshrink
    tanhshrink sin snake gcu gaussian exponential linear softmax log_softmax softmin logsumexp sparsemax hardmax glu reglu
    geglu swiglu maxout`;
  assert.deepEqual(ids, known.split(/\s+/));
  assert.throws(() => {
    // @ts-expect-error: readonly
    act.catalog[0].name = "other";
  }, TypeError);
  for (const info of act.catalog) {
    for (const words of [info.name, info.formula, info.summary, ...Object.values(info.properties)]) {
      assert.ok(words.length > 0, info.id);
    }
    assert.ok(info.references.length > 0 || info.id === "linear", info.id);
    for (const { default: standard, minimum, maximum, sliderMinimum, sliderMaximum, step } of info.parameters) {
      assert.ok(minimum <= sliderMinimum && sliderMinimum <= standard, info.id);
      assert.ok(standard <= sliderMaximum && sliderMaximum <= maximum && step > 0, info.id);
    }
  }
});
