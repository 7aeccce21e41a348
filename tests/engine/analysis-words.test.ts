import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";
import { rowsOf } from "../../web/src/elements/function-analysis/words.js";

const act = await load();

function found(text: string, title: string): string | undefined {
  const formula = act.formula(text);
  const row = rowsOf(act.analyse(formula)).shape.find((one) => one.title === title);
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
