import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Activation, ActivationError, CODE_FORMATS, type CodeFormat, Formula, load } from "../../dist/lib/index.js";
import createModule from "../../web/src/engine/generated/activation.mjs";
import { instantiate } from "../../web/src/engine/module.js";
import { rowsOf, ulpError } from "./golden.js";

const act = await load();

/** What a call refuses, as the one error of this library. */
function refusal(call: () => unknown): ActivationError {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof ActivationError, String(error));
    return error;
  }
  assert.fail("it was not refused");
}

/** Formulas in which nothing cancels, as they are written: right at every x. */
const EXACT = ["relu", "elu", "leaky_relu", "softsign", "smelu"] as const;
/** In these, or in their derivatives, terms of the size of 1 or x cancel, and x² leaves the number line near its ends. */
const CANCELLING = ["swish", "isru", "squareplus", "gcu"] as const;

for (const id of [...EXACT, ...CANCELLING]) {
  test(`the formula of ${id}, typed, gives the golden values, gradients and curvatures`, () => {
    const cancels = CANCELLING.some((one) => one === id);
    const text = act.catalog.find((info) => info.id === id)?.formula ?? "";
    const formula = act.formula(text);
    let seen = 0;
    for (const { float32, parameters, x, expected } of rowsOf(id)) {
      if (float32 || (cancels && !(Math.abs(x) < 20 && Math.abs(x) > 1e-3))) continue;
      seen++;
      for (const quantity of ["value", "gradient", "curvature"] as const) {
        // Between its branches ELU bends by 0, as the catalog has it; a condition has the derivatives of its branch.
        if (id === "elu" && x === 0 && quantity === "curvature") continue;
        const got = act[quantity](formula, x, parameters);
        const [rounded] = expected[quantity];
        const away = ulpError(got, expected[quantity], false);
        const lost = cancels ? Number.EPSILON * Math.max(1, Math.abs(x)) : 0;
        assert.ok(
          away <= (cancels ? 4 : 2) || Math.abs(got - rounded) <= lost,
          `${quantity} at ${x}: ${got}, not ${rounded} (${away} ulp)`,
        );
      }
    }
    assert.ok(seen > 100, `only ${seen} rows`);
    formula.dispose();
  });
}

test("a formula stands wherever an id can, for numbers and arrays of both formats", () => {
  const formula = act.formula("x * sigmoid(beta * x)");
  assert.deepEqual(formula.parameters, ["beta"]);
  assert.equal(act.value(formula, 2, { beta: 1.5 }), act.value("swish", 2, { beta: 1.5 }));
  const xs = Float64Array.of(-3, -0.5, 0, 1, 4);
  const out = new Float64Array(5);
  assert.equal(act.gradient(formula, xs, {}, out), out);
  assert.ok(Math.abs((out[3] as number) - act.gradient("silu", 1)) < 1e-15);
  assert.ok(act.value(formula, Float32Array.of(1)) instanceof Float32Array);
  assert.deepEqual([...act.value(formula, [1])], [act.value(formula, 1)]);
  const curve = act.curve(formula, { from: -5, to: 5, points: 50, params: { beta: 2 } });
  assert.ok(curve.x.length >= 50);
  assert.equal(curve.value[0], act.value(formula, -5, { beta: 2 }));
  formula.dispose();
});

test("a curve of a formula has a gap at its jump, between the neighbours of that place", () => {
  const { x, value, gradient } = act.curve(act.formula("x > 0.3 ? 2 : x"), { from: 0, to: 1, points: 3 });
  const at = x.indexOf(0.3);
  assert.deepEqual([...x.slice(at - 1, at + 2)], [0.3 - 2 ** -54, 0.3, 0.3 + 2 ** -54]);
  assert.deepEqual([...value.slice(at - 1, at + 2)], [0.3 - 2 ** -54, Number.NaN, 2]);
  assert.deepEqual([...gradient.slice(at - 1, at + 2)], [1, Number.NaN, 0]);
  assert.equal(value.filter(Number.isNaN).length, 1);
});

test("a curve of a formula has a point at its kink, and a gap there in its derivative", () => {
  const { x, value, gradient } = act.curve(act.formula("|x - 1/3|"), { from: 0, to: 1, points: 3 });
  const at = x.indexOf(1 / 3);
  assert.deepEqual([...x.slice(at - 1, at + 2)], [1 / 3 - 2 ** -54, 1 / 3, 1 / 3 + 2 ** -54]);
  assert.deepEqual([...value.slice(at - 1, at + 2)], [2 ** -54, 0, 2 ** -54]);
  assert.deepEqual([...gradient.slice(at - 1, at + 2)], [-1, Number.NaN, 1]);
  assert.equal(gradient.filter(Number.isNaN).length, 1);
  assert.equal(value.filter(Number.isNaN).length, 0);
});

test("what is no formula is told with its place, a sentence and what would be right", () => {
  const told = (text: string) => {
    const { code, message, position, length, suggestion } = refusal(() => act.formula(text));
    assert.equal(code, "bad-formula", text);
    assert.match(message, /^\S.{15,}[^.]\.$|: did you mean `\w+`\?$/, text);
    return [position, length, suggestion];
  };
  assert.deepEqual(told("x * sigmod(x)"), [4, 6, "sigmoid"]);
  assert.match(refusal(() => act.formula("x * sigmod(x)")).message, /`sigmod`.*`sigmoid`/);
  // Places are counted as those of strings are: α is one unit, 𝛼 two.
  assert.deepEqual(told("α * sigmod(x)"), [4, 6, "sigmoid"]);
  assert.deepEqual(told("√² + 𝛼"), ["√² + ".length, "𝛼".length, undefined]);
  assert.deepEqual(told(""), [0, 0, "max(0, x)"]);
  assert.deepEqual(told("x +"), [2, 1, undefined]);
  assert.deepEqual(told("(x"), [2, 0, ")"]);
  assert.deepEqual(told("x ? 1"), [5, 0, " : 0"]);
  assert.deepEqual(told("1e999"), [0, 5, undefined]);
  assert.deepEqual(told("(((("), [4, 0, undefined]);
  assert.deepEqual(told("}"), [0, 1, undefined]);
  assert.deepEqual(told("\0"), [0, 1, undefined]);
  assert.deepEqual(told("x".repeat(20_000)), [10_000, 10_000, undefined]);
  assert.deepEqual(told(`${"(".repeat(300)}x`), [200, 1, undefined]);
  assert.equal(refusal(() => act.formula(3 as never)).code, "bad-argument");
  // And the next call works.
  assert.equal(act.value(act.formula("x²"), 3), 9);
});

test("parameters go by name, are 1 where not given, and are checked", () => {
  const formula = act.formula("a * x + b");
  assert.equal(act.value(formula, 2), 3);
  assert.equal(act.value(formula, 2, { b: -1 }), 1);
  assert.equal(refusal(() => act.value(formula, 2, { c: 1 })).code, "bad-parameter");
  assert.equal(refusal(() => act.value(formula, 2, { a: Number.NaN })).code, "bad-parameter");
  assert.equal(refusal(() => act.value(formula, 2, { a: "1" as never })).code, "bad-parameter");
});

test("a formula prints itself and its derivative as text, MathML and LaTeX", () => {
  const formula = act.formula("x^2 / 2");
  assert.equal(act.value(act.formula(formula.text()), 3), 4.5);
  assert.equal(formula.text("gradient"), "x");
  assert.match(formula.mathml(), /<mfrac>/);
  assert.match(formula.mathml("gradient"), /^<mi>x<\/mi>$/);
  assert.match(formula.latex(), /\\frac/);
  assert.equal(refusal(() => formula.mathml("slope" as never)).code, "bad-argument");
});

/** How a function of each kind begins. */
const HEADS: Readonly<Record<CodeFormat, string>> = {
  numpy: "import numpy as np\n\n\ndef my_swish(x, beta=1.5):\n    x = np.asarray(",
  pytorch: "class MySwish(nn.Module):\n    def __init__(self, beta=1.5):\n",
  jax: "import jax.numpy as jnp\n\n\ndef my_swish(x, beta=1.5):\n",
  keras: "@keras.saving.register_keras_serializable()\ndef my_swish(x, beta=1.5):\n",
  cpp: "inline double my_swish(double x, double beta = 1.5) {\n",
  javascript: "export function my_swish(x, beta = 1.5) {\n",
};

test("code is printed for every framework, of formulas and of the catalog", () => {
  const formula = act.formula("x * sigmoid(beta * x)");
  for (const format of CODE_FORMATS) {
    const code = formula.code(format, { name: "my_swish", params: { beta: 1.5 } });
    assert.ok(code.includes(HEADS[format]), code);
    for (const { id, vector } of act.catalog) {
      if (vector) continue;
      // C++ has a tanh of its own, which the program calls.
      const name = format === "cpp" && (id === "tanh" || id === "sin") ? `${id}_` : id.replaceAll("_", "_?");
      const head = new RegExp(`^(export |inline )?(def|class|double|function) ${name}\\(`, "im");
      assert.match(act.code(id, format), head, `${id} ${format}`);
    }
  }
  assert.match(formula.code("pytorch", { learnable: true }), /nn\.Parameter/);
  assert.match(act.code("leaky_relu", "pytorch", { params: { negative_slope: 0.2 } }), /0\.2/);
  assert.equal(refusal(() => formula.code("fortran" as never)).code, "bad-argument");
  assert.equal(refusal(() => formula.code("numpy", { name: "a b" })).code, "bad-argument");
});

test("analysis finds of a typed ReLU what everyone knows", () => {
  const found = act.analyse(act.formula("max(0, x)"));
  assert.deepEqual(found.range.parts, [{ from: 0, to: Number.POSITIVE_INFINITY, fromClosed: true, toClosed: false }]);
  assert.equal(found.lipschitz?.number, 1);
  assert.ok(Math.abs((found.gain?.number ?? 0) - Math.SQRT2) < 1e-9);
  assert.deepEqual(act.analyse("relu").smoothness.kind, "c0");
  assert.equal(refusal(() => act.analyse("softmax" as never)).code, "unsupported");
});

/** Everything that takes a formula where it takes an id. */
const uses = (engine: Activation, formula: Formula): (() => unknown)[] => [
  () => engine.value(formula, 1),
  () => engine.gradient(formula, [1]),
  () => engine.curvature(formula, Float32Array.of(1)),
  () => engine.derivatives(formula, [1]),
  () => engine.curve(formula, { from: 0, to: 1, points: 3 }),
  () => engine.analyse(formula),
];

test("a formula that was given back is refused, wherever it is used", () => {
  const formula = act.formula("x");
  formula.dispose();
  formula.dispose();
  const own = [() => formula.text(), () => formula.mathml(), () => formula.latex(), () => formula.code("numpy")];
  for (const use of [...uses(act, formula), ...own, () => act.code(formula, "numpy")]) {
    const { code, message } = refusal(use);
    assert.equal(code, "bad-argument", String(use));
    assert.match(message, /given back with dispose/);
  }
  const { dispose } = Symbol as { dispose?: symbol };
  if (dispose) assert.equal(typeof (Formula.prototype as unknown as Record<symbol, unknown>)[dispose], "function");
});

test("a formula of another engine is refused, wherever it is used", async () => {
  const wasm = await readFile(new URL("../../web/src/engine/generated/activation.wasm", import.meta.url));
  const other = new Activation(await instantiate(createModule, wasm));
  const formula = act.formula("x^2");
  // In the other's memory there is a formula at that place, too.
  const theirs = other.formula("x^3");
  assert.equal(other.value(theirs, 3), 27);
  for (const use of uses(other, formula)) {
    assert.equal(refusal(use).code, "unknown-function", String(use));
    assert.match(refusal(use).message, /belongs to another engine/, String(use));
  }
  assert.equal(act.value(formula, 3), 9);
  formula.dispose();
  theirs.dispose();
});

test("thousands of formulas leave no memory behind", () => {
  const grown = () => {
    const before = act.allocate(Float64Array, 1);
    const { byteLength } = before.buffer;
    act.free(before);
    return byteLength;
  };
  const make = () => {
    for (let i = 0; i < 2000; i++) act.formula(`x * sigmoid(${i} * x) + tanh(x)`).dispose();
  };
  make();
  const before = grown();
  for (let i = 0; i < 5; i++) make();
  assert.equal(grown(), before);
});

test("a definition is an id: networks and convolutions take it", () => {
  const own = "f{x * sigmoid(beta * x)}" as "swish";
  assert.equal(act.value(own, 2, { beta: 1.5 }), act.value("swish", 2, { beta: 1.5 }));
  const options = { sizes: [2, 3, 1], seed: 42 };
  const typed = act.network({ ...options, activation: { id: own, params: { beta: 1.5 } } }).forward([0.5, 0.1]);
  const known = act.network({ ...options, activation: { id: "swish", params: { beta: 1.5 } } }).forward([0.5, 0.1]);
  assert.ok(Math.abs((typed.output[0] as number) - (known.output[0] as number)) < 1e-15);
  const image = act.random(1).rand(100);
  const size = { width: 10, height: 10 };
  const kernel = [
    [0, 1, 0],
    [1, -4, 1],
    [0, 1, 0],
  ];
  const one = act.convolve(image, size, kernel, { activation: "f{max(0, x)}" as "relu" });
  const other = act.convolve(image, size, kernel, { activation: "relu" });
  assert.deepEqual(one, other);
});

test("all three in one pass have the bits of one by one, in arrays of any place", () => {
  const formula = act.formula("where(x > 0, x, alpha*(exp(x) - 1)) + sin(3x)");
  const x = Float64Array.from({ length: 1000 }, (_, i) => i / 50 - 10);
  const params = { alpha: 0.7 };
  const one = (["value", "gradient", "curvature"] as const).map((quantity) => act[quantity](formula, x, params));
  const made = act.derivatives(formula, x, params);
  assert.deepEqual([made.value, made.gradient, made.curvature], one);
  assert.deepEqual(act.derivatives(formula, [...x], params), made);
  // One inside wasm memory, two outside, x inside too.
  const inside = [act.allocate(Float64Array, 1000), act.allocate(Float64Array, 1000)] as const;
  inside[0].set(x);
  const out = { value: new Float64Array(1000), gradient: inside[1], curvature: new Float64Array(1000) };
  const given = act.derivatives(formula, inside[0], params, out);
  assert.equal(given.value, out.value);
  assert.equal(given.gradient.buffer, inside[1].buffer);
  assert.deepEqual([out.value, Float64Array.from(given.gradient), out.curvature], one);
  for (const array of inside) act.free(array);
  formula.dispose();
});

test("all three are refused with a sentence where they cannot be", () => {
  const formula = act.formula("x^2");
  const refused = (run: () => unknown, message: RegExp) =>
    assert.throws(run, (error: unknown) => error instanceof ActivationError && message.test(error.message));
  refused(() => act.derivatives("relu" as never, [1]), /takes a formula/);
  refused(() => act.derivatives(formula, Float32Array.of(1) as never), /float64/);
  refused(() => act.derivatives(formula, [1], {}, 3 as never), /value, gradient and curvature/);
  refused(() => act.derivatives(formula, [1], {}, { value: new Float64Array(1) } as never), /out\.gradient/);
  refused(
    () => act.derivatives(formula, [1, 2], {}, act.derivatives(formula, [1])),
    /out\.value must hold 2 numbers \(it holds 1\)/,
  );
  assert.deepEqual(act.derivatives(formula, [3]).gradient, Float64Array.of(6));
  formula.dispose();
});

test("slopes next to 0 are not those of a quotient that has overflowed", () => {
  for (const text of ["x * ln(|x|)", "x^2 * ln(|x|)", "sqrt(|x|)"]) {
    const { x, gradient } = act.curve(act.formula(text), { from: -5, to: 5, points: 200 });
    const right = [...gradient].filter((y, i) => (x[i] as number) > 0 && (x[i] as number) < 1e-3 && !Number.isNaN(y));
    assert.ok(right.length > 3, text);
    assert.ok(right.every(Number.isFinite), text);
    assert.equal(new Set(right.map(Math.sign)).size, 1, text);
    const least = Math.min(...[...x].filter((x) => x > 0));
    assert.ok(least < 1e-100, `${text}: a sample at ${least}`);
  }
});
