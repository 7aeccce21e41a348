import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ActivationError, load } from "../../dist/lib/index.js";
import { hexFloat } from "./golden.js";

const act = await load();
// biome-ignore lint/suspicious/noExplicitAny: what plain JavaScript can pass, TypeScript would refuse
const loose = act as any;

// Exact, rounded once: mpmath with 200 bits.
const TUTORIAL = ["0x1.516898e7157f3p-1", "0x1.f080b28530e40p-3", "0x1.93b9d3bcf23e7p-4"].map(hexFloat);
const JACOBIAN = [
  "0x1.cc3949025aa1ap-3",
  "-0x1.473223eb39a4bp-3",
  "-0x1.0a0e4a2e41f9ep-4",
  "-0x1.473223eb39a4bp-3",
  "0x1.782253f64cffcp-3",
  "-0x1.878180589ad87p-6",
  "-0x1.0a0e4a2e41f9ep-4",
  "-0x1.878180589ad87p-6",
  "0x1.6beeaa4468b00p-4",
].map(hexFloat);

const close = (got: ArrayLike<number>, expected: readonly number[], relative: number) => {
  assert.equal(got.length, expected.length);
  expected.forEach((y, i) => {
    const off = Math.abs((got[i] as number) - y);
    assert.ok(off <= relative * Math.abs(y), `[${i}] is ${got[i]}, not ${y}`);
  });
};

test("both formulas agree with the exact softmax of the tutorial's logits", () => {
  close(act.value("softmax", [2, 1, 0.1]), TUTORIAL, 2.3e-16);
  close(act.jacobian("softmax", [2, 1, 0.1]), JACOBIAN, 2.3e-16);
  for (const stable of [false, true]) {
    const { probabilities, sum } = act.softmaxSteps([2, 1, 0.1], { stable });
    close(probabilities, TUTORIAL, 4e-16);
    assert.ok(sum > 1);
  }
});

test("where the logits are large only the stable formula is left", () => {
  for (const logits of [
    [1000, 1001, 1002],
    [1e4, 1e4 + 1, 1e4 + 2],
  ]) {
    const naive = act.softmaxSteps(logits);
    assert.deepEqual([...naive.exponentials], [Infinity, Infinity, Infinity]);
    assert.equal(naive.sum, Infinity);
    assert.deepEqual([...naive.probabilities], [NaN, NaN, NaN]);
    const stable = act.softmaxSteps(logits, { stable: true });
    assert.deepEqual([...stable.exponents], [-2, -1, 0]);
    close(stable.probabilities, [...act.value("softmax", logits)], 4e-16);
  }
});

test("a Float32Array is computed in float32, which overflows at 88.7", () => {
  const naive = act.softmaxSteps(Float32Array.of(89, 90));
  assert.ok(naive.probabilities instanceof Float32Array);
  assert.deepEqual([...naive.probabilities], [NaN, NaN]);
  assert.equal(act.softmaxSteps([89, 90]).probabilities.every(Number.isFinite), true);
});

test("the logits may lie in wasm memory", () => {
  const logits = act.allocate(Float64Array, 3);
  logits.set([2, 1, 0.1]);
  close(act.softmaxSteps(logits, { stable: true, temperature: 1 }).probabilities, TUTORIAL, 4e-16);
  act.free(logits);
});

test("the naive formula is within a few ulps of the golden softmax wherever it does not fail", () => {
  const lines = readFileSync(new URL("../golden/softmax_family.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  let compared = 0;
  for (const line of lines) {
    const { fmt, x, softmax } = JSON.parse(line) as { fmt: string; x: string[]; softmax: { y: string[] } };
    const logits = x.map(hexFloat);
    if (fmt !== "d" || !logits.every((one) => Math.abs(one) <= 300)) continue;
    const expected = softmax.y.map(hexFloat);
    const { probabilities, sum } = act.softmaxSteps(logits);
    // Each of n additions rounds once.
    expected.forEach((y, i) => {
      assert.ok(Math.abs((probabilities[i] as number) - y) <= (logits.length + 4) * 2.3e-16 * y + 1e-320, line);
    });
    assert.ok(sum > 0);
    compared++;
  }
  assert.ok(compared > 20, `${compared} lines`);
});

test("whatever is wrong with an argument is an error in words, and the next call works", () => {
  const wrong: [() => unknown, RegExp][] = [
    [() => loose.softmaxSteps("2,1"), /x must be a Float32Array, a Float64Array or an array of numbers/],
    [() => loose.softmaxSteps([1, "2"]), /x\[1\] must be a number/],
    [() => loose.softmaxSteps([]), /x must hold at least one number/],
    [() => loose.softmaxSteps([1], 7), /options like \{ temperature: 1, stable: true \}/],
    [() => loose.softmaxSteps([1], { stable: "yes" }), /stable must be true or false/],
    [() => loose.softmaxSteps([1], { temperature: 0 }), /temperature of softmax must be from 0.000001 to 1000000/],
    [() => loose.softmaxSteps([1], { temperature: "1" }), /temperature of softmax must be a finite number/],
  ];
  for (const [call, message] of wrong) {
    assert.throws(call, (error: unknown) => error instanceof ActivationError && message.test(error.message));
    assert.equal(act.softmaxSteps([1]).probabilities[0], 1);
  }
});
