import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";
import { rowsOf } from "../../web/src/elements/function-analysis/words.js";

const act = await load();

function found(text: string, title: string): string | undefined {
  const formula = act.formula(text);
  const { shape, normal } = rowsOf(act.analyse(formula));
  const row = [...shape, ...normal].find((one) => one.title === title);
  formula.dispose();
  return row?.words;
}

test("stairs have steps next to 0 for a range, and go on to both infinities", () => {
  assert.equal(found("floor(x)", "Range"), "{−2} ∪ {−1} ∪ {0} ∪ {1} …, from −∞ to ∞");
});

test("a function that is torn by a pole falls, and falls again", () => {
  assert.equal(found("1/x", "Monotonic"), "falls to 0, then falls again");
  assert.equal(found("1/x", "Range"), "(−∞, 0) ∪ (0, ∞)");
  assert.equal(found("1/x", "Jumps"), "f at 0: −∞ → ∞");
  assert.equal(found("x^3 - 3x", "Monotonic"), "rises to −1, falls to 1, then rises");
});

test("a root bends without bounds, on one side or alike on both, and does not jump", () => {
  assert.equal(found("sqrt(|x - 1|)", "Jumps"), "f′ at 1: −∞ → ∞");
  assert.equal(found("sqrt(|x - 1|)", "Range"), "[0, ∞)");
  assert.equal(found("cbrt(x)", "Jumps"), "f′ at 0: ∞ on both sides");
  assert.equal(found("sin(1/x)", "Jumps"), undefined);
});

test("where a function is no number is told to the last point", () => {
  assert.equal(found("x * ln(|x|)", "Not a number"), "x = 0");
  assert.equal(found("ln(x)", "Not a number"), "x ≤ 0");
  assert.equal(found("sqrt(x)", "Not a number"), "x < 0");
  assert.equal(found("sqrt(1 - x^2)", "Not a number"), "x < −1, x > 1");
  assert.equal(found("relu(x)", "Zeros"), "x ≤ 0");
});

test("an expectation that does not exist says why", () => {
  assert.equal(found("sqrt(|x|)", "E[f′(z)²]"), "none: the integral diverges");
  assert.equal(found("sqrt(|x|)", "χ with that gain"), "∞: gradients grow");
  assert.equal(found("sqrt(x)", "Mean E[f(z)]"), "none: f is not a number everywhere");
  assert.equal(found("sin(1/x)", "Mean E[f(z)]"), "not found: f swings too fast");
  assert.equal(found("sin(1/x)", "Not a number"), "x = 0");
  assert.equal(found("sin(1/x)", "Saturates"), "not found: f swings too fast");
  assert.equal(found("tan(x)", "Saturates"), "no");
});
