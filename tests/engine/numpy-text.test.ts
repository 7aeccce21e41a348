import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { numpyText, pythonFixed, pythonFloat } from "../../web/src/state/numpy-text.js";
import { hexFloat } from "./golden.js";

const golden = JSON.parse(readFileSync(new URL("../golden/numpy_text.json", import.meta.url), "utf8")) as {
  arrays: { shape: number[]; hex: string[]; text: string }[];
  floats: { hex: string; text: string; fixed: string }[];
};

test("arrays look as NumPy prints them", () => {
  assert.ok(golden.arrays.length > 250);
  for (const { shape, hex, text } of golden.arrays) {
    assert.equal(numpyText(hex.map(hexFloat), shape.length === 2 ? shape[1] : undefined), text, `shape ${shape}`);
  }
});

test("floats look as Python prints them, and with four decimals as it formats them", () => {
  assert.ok(golden.floats.length > 100);
  for (const { hex, text, fixed } of golden.floats) {
    assert.equal(pythonFloat(hexFloat(hex)), text);
    assert.equal(pythonFixed(hexFloat(hex)), fixed);
  }
});

test("the softmax of [2, 1, 0.1] looks as in the tutorial's output", () => {
  assert.equal(
    numpyText([0.6590011388859679, 0.2424329707047139, 0.09856589040931818]),
    "[0.65900114 0.24243297 0.09856589]",
  );
});
