import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";
import { hexFloat } from "./golden.js";
import { isRefused } from "./refusal.js";

const act = await load();
// biome-ignore lint/suspicious/noExplicitAny: what plain JavaScript can pass, TypeScript would refuse
const loose = act as any;

interface Numbers {
  readonly hex: readonly string[];
}
interface Outcome {
  readonly vector: Numbers;
  readonly logits: Numbers;
  readonly probs: Numbers;
}
interface Golden extends Outcome {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly known: number;
  readonly exact: Outcome;
}
const file = new URL("../golden/tutorial_seed42.json", import.meta.url);
const { sentiment } = JSON.parse(readFileSync(file, "utf8")) as {
  sentiment: { weights: Numbers; word_vectors: Record<string, Numbers>; results: Golden[] };
};
const floats = ({ hex }: Numbers) => hex.map(hexFloat);
const vectors = Object.fromEntries(
  Object.entries(sentiment.word_vectors).map(([word, vector]) => [word, floats(vector)] as const),
);
const flat = floats(sentiment.weights);
const weights = Array.from({ length: 5 }, (_, i) => flat.slice(3 * i, 3 * i + 3));

/** How many doubles lie between two of the same sign. */
function ulps(a: number, b: number): number {
  const view = new DataView(new ArrayBuffer(16));
  view.setFloat64(0, Math.abs(a));
  view.setFloat64(8, Math.abs(b));
  const distance = Number(view.getBigInt64(0) - view.getBigInt64(8));
  return a * b >= 0 ? Math.abs(distance) : Number.POSITIVE_INFINITY;
}

function refuses(words: RegExp, call: () => unknown, code = "bad-argument"): void {
  isRefused(words, call, code);
  assert.deepEqual(act.sentiment({ vectors, weights }).classify("bad").known, [true], "the next call works");
}

for (const { text, tokens, known, exact } of sentiment.results) {
  test(`${JSON.stringify(text)} has the tutorial's tokens, and its results within 2 ulp of exact`, () => {
    const result = act.sentiment({ vectors, weights }).classify(text);
    assert.deepEqual(result.tokens, tokens);
    assert.equal(result.known.filter(Boolean).length, known);
    const pairs = [
      [result.vector, floats(exact.vector)],
      [result.logits, floats(exact.logits)],
      [result.probabilities, floats(exact.probs)],
    ] as const;
    for (const [got, expected] of pairs) {
      assert.equal(got.length, expected.length);
      for (let i = 0; i < got.length; i++) {
        assert.ok(ulps(got[i] as number, expected[i] as number) <= 2, `${got[i]} instead of ${expected[i]}`);
      }
    }
  });
}

test("good movie has the probabilities that the tutorial's program prints", () => {
  const { probabilities } = act.sentiment({ vectors, weights }).classify("good movie");
  assert.deepEqual(
    Array.from(probabilities, (p) => p.toFixed(4)),
    ["0.7713", "0.1249", "0.1037"],
  );
});

test("weights are rows or all rows in one array, of any type of numbers", () => {
  const expected = act.sentiment({ vectors, weights }).classify("good movie");
  for (const same of [flat, Float64Array.from(flat), weights.map((row) => Float64Array.from(row))]) {
    assert.deepEqual(act.sentiment({ vectors, weights: same }).classify("good movie"), expected);
  }
});

test("unknown words are left out, or count as zeros where that is asked for", () => {
  const one = { vectors: { good: [2, 4] }, weights: [[1], [1]] };
  assert.deepEqual(act.sentiment(one).classify("good film").vector, Float64Array.of(2, 4));
  const zeros = act.sentiment({ ...one, unknown: "zeros" });
  assert.deepEqual(zeros.classify("good film").vector, Float64Array.of(1, 2));
  assert.deepEqual(zeros.classify("").vector, Float64Array.of(0, 0));
});

test("emoji, HTML and words that objects are born with are mere words", () => {
  const model = act.sentiment({ vectors: { "😀": [1], "<b>": [2] }, weights: [[1, -1]] });
  const result = model.classify("😀 <b> constructor __proto__ \uD800");
  assert.deepEqual(result.tokens, ["😀", "<b>", "constructor", "__proto__", "\uFFFD"]);
  assert.deepEqual(result.known, [true, true, false, false, false]);
});

test("a model without words has only unknown ones", () => {
  const result = act.sentiment({ vectors: {}, weights: [[1, 2, 3]] }).classify("good");
  assert.deepEqual(result.vector, Float64Array.of(0));
  assert.deepEqual(result.probabilities, new Float64Array(3).fill(1 / 3));
});

test("what is given later does not change the model", () => {
  const mine = { good: [1, 2] };
  const model = act.sentiment({ vectors: mine, weights: [[1], [1]] });
  mine.good[0] = 99;
  assert.deepEqual(model.classify("good").vector, Float64Array.of(1, 2));
});

test("tables that are ragged, misshapen or no numbers are refused in words", () => {
  refuses(/sentiment takes \{ vectors/, () => loose.sentiment());
  refuses(/vectors must be an object.*got an array/, () => loose.sentiment({ vectors: [[1]], weights }));
  refuses(/the vector of "b" must hold 2 numbers like the vector of "a" \(it holds 1\)/, () =>
    act.sentiment({ vectors: { a: [1, 2], b: [1] }, weights }),
  );
  refuses(/the vector of "a"\[1\] must be a number.*got "2"/, () =>
    loose.sentiment({ vectors: { a: [1, "2"] }, weights: [[1], [1]] }),
  );
  refuses(/got NaN/, () => act.sentiment({ vectors: { a: [Number.NaN] }, weights: [[1]] }));
  refuses(/the vector of "a" must be an array of numbers \(got null\)/, () =>
    loose.sentiment({ vectors: { a: null }, weights }),
  );
  refuses(/weights must have 5 rows/, () => act.sentiment({ vectors, weights: weights.slice(1) }));
  refuses(/weights must have 5 rows/, () => act.sentiment({ vectors, weights: flat.slice(1) }));
  refuses(/weights must have 5 rows/, () => act.sentiment({ vectors, weights: [] }));
  refuses(/weights\[1\] must hold 2 numbers like weights\[0\] \(it holds 1\)/, () =>
    act.sentiment({ vectors: { a: [1, 2] }, weights: [[1, 2], [1]] }),
  );
  refuses(/weights\[0\] must be a number from -1e100/, () => act.sentiment({ vectors: { a: [1] }, weights: [1e101] }));
  refuses(/weights must be an array of numbers \(got undefined\)/, () => loose.sentiment({ vectors }));
  refuses(/at least one row/, () => act.sentiment({ vectors: {}, weights: [] }));
  refuses(/at most 64 columns/, () => act.sentiment({ vectors: { a: [1] }, weights: new Float64Array(65) }));
  refuses(/unknown must be "skip" or "zeros"/, () => loose.sentiment({ vectors, weights, unknown: "drop" }));
});

test("words that could never be found are refused", () => {
  for (const word of ["Good", "two words", "", " ", "a\n"]) {
    refuses(/single words in lower case/, () => act.sentiment({ vectors: { a: [1], [word]: [1] }, weights: [[1]] }));
  }
});

test("a text must be a text of at most 4 MB", () => {
  const model = act.sentiment({ vectors, weights });
  refuses(/text must be a text \(got 5\)/, () => model.classify(5 as never));
  refuses(/text must be a text \(got undefined\)/, () => model.classify(undefined as never));
  refuses(/at most 4 MB/, () => model.classify("a".repeat(4_000_001)), "too-large");
  assert.equal(model.classify("good ".repeat(100_000)).tokens.length, 100_000);
});
