import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type ClassifierOptions, load } from "../../dist/lib/index.js";
import { isRefused } from "./refusal.js";

const act = await load();
// biome-ignore lint/suspicious/noExplicitAny: what plain JavaScript can pass, TypeScript would refuse
const loose = act as any;

const TEXTS = ["good film", "a good day", "bad film", "a bad day", "not good", "not bad, good", "bad, bad", "good"];
const LABELS = ["positive", "positive", "negative", "negative", "negative", "positive", "negative", "positive"];
const small = (options: Partial<ClassifierOptions> = {}) =>
  act.classifier({ texts: TEXTS, labels: LABELS, heldOut: 0, ...options });

/** The page's own sentences; none of them holds a quote or a line break. */
const file = new URL("../../web/src/demos/sentiment-demo/sentences.csv", import.meta.url);
const rows = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [, quoted, plain, label = "", part] = /^(?:"([^"]*)"|([^,"]*)),([a-z]+),([a-z-]+)$/.exec(line) ?? [];
    return { text: quoted ?? plain ?? "", label, heldOut: part === "held-out" };
  });
const sentences = {
  texts: rows.map(({ text }) => text),
  labels: rows.map(({ label }) => label),
  heldOut: rows.map(({ heldOut }) => heldOut),
};

function refuses(words: RegExp, call: () => unknown, code = "bad-argument"): void {
  isRefused(words, call, code);
  assert.equal(act.value("relu", 3), 3, "the next call works");
}

test("the page's sentences are many, distinct, balanced, and a fifth of them held out", () => {
  assert.ok(rows.length >= 300);
  assert.equal(new Set(sentences.texts).size, rows.length);
  for (const label of ["negative", "neutral", "positive"]) {
    const own = rows.filter((row) => row.label === label);
    assert.equal(own.length, rows.length / 3);
    const held = own.filter(({ heldOut }) => heldOut).length / own.length;
    assert.ok(held > 0.18 && held < 0.22, `${held} of ${label}`);
  }
});

test("trained on the page's sentences it is right about four of five that it has never seen", () => {
  const classifier = act.classifier(sentences);
  assert.deepEqual(classifier.classes, ["negative", "neutral", "positive"]);
  assert.equal(classifier.test.texts, 138);
  assert.ok(classifier.test.accuracy >= 0.8, String(classifier.test.accuracy));
  assert.ok(classifier.training.accuracy > 0.95);
  const { losses } = classifier.training;
  assert.equal(losses.length, 101);
  assert.ok(Math.abs((losses[0] as number) - Math.log(3)) < 1e-13);
  assert.ok((losses[100] as number) < 0.3);
});

test("two trainings give the same bits, and so does one in pieces", () => {
  const once = act.classifier(sentences);
  const again = act.classifier(sentences);
  assert.deepEqual(once.weights, again.weights);
  const pieces = act.classifier({ ...sentences, epochs: 0 });
  assert.deepEqual(pieces.weights, new Float64Array(once.weights.length));
  for (const epochs of [1, 0, 49, 50]) pieces.train(epochs);
  assert.deepEqual(pieces.weights, once.weights);
  assert.deepEqual(pieces.biases, once.biases);
  assert.deepEqual(pieces.test, once.test);
  assert.deepEqual(pieces.training, once.training);
});

test("every machine learns the same last digits", () => {
  const { training, test } = act.classifier(sentences);
  assert.deepEqual([training.losses.at(-1), test.losses.at(-1)], [0.226218842936379, 0.5143723124452708]);
});

test("training never sees what is held out", () => {
  const turned = { negative: "neutral", neutral: "positive", positive: "negative" } as Record<string, string>;
  const other = {
    ...sentences,
    texts: rows.map(({ text, heldOut }) => (heldOut ? `unheard ${text} words` : text)),
    labels: rows.map(({ label, heldOut }) => (heldOut ? (turned[label] as string) : label)),
  };
  const [first, second] = [act.classifier(sentences), act.classifier(other)];
  assert.deepEqual(second.vocabulary, first.vocabulary);
  assert.deepEqual(second.weights, first.weights);
  assert.deepEqual(second.training, first.training);
  assert.notDeepEqual(second.test, first.test);
});

test("each word of a text says what it adds to each class", () => {
  const classifier = small();
  const { tokens, logits, probabilities, label } = classifier.classify("Not GOOD, good FILM 😀!");
  assert.deepEqual(
    tokens.map(({ text, word, known }) => [text, word, known]),
    [
      ["Not", "not", true],
      ["GOOD", "not good", true],
      ["good", "good", true],
      ["FILM", "film", true],
      ["😀", "😀", false],
    ],
  );
  assert.deepEqual(tokens[4]?.contributions, new Float64Array(2));
  for (const k of [0, 1]) {
    const sum = tokens.reduce(
      (all, { contributions }) => all + (contributions[k] ?? 0),
      classifier.biases[k] as number,
    );
    assert.ok(Math.abs(sum - (logits[k] as number)) < 1e-12);
  }
  const softmax = act.value("softmax", logits);
  for (const k of [0, 1]) assert.ok(Math.abs((softmax[k] as number) - (probabilities[k] as number)) < 1e-15);
  assert.equal(label, "positive");
  assert.equal(classifier.classify("not good").label, "negative");
});

test("a text without known words is judged by the biases alone", () => {
  const classifier = small();
  for (const text of ["", " ", "…", "unheard"]) assert.deepEqual(classifier.classify(text).logits, classifier.biases);
});

test("own texts are split by a seed, a share of each class", () => {
  const options = { texts: Array.from({ length: 50 }, (_, i) => `w${i}`), labels: [] as string[] };
  options.labels = options.texts.map((_, i) => (i < 30 ? "a" : "b"));
  const held = (more: object) => act.classifier({ ...options, epochs: 1, ...more }).heldOut;
  assert.deepEqual(held({}), held({ seed: 42, heldOut: 0.2 }));
  assert.notDeepEqual(held({ seed: 1 }), held({ seed: 2 }));
  assert.equal(held({}).slice(0, 30).filter(Boolean).length, 6);
  assert.equal(held({}).slice(30).filter(Boolean).length, 4);
  assert.equal(held({ seed: 4294967295, heldOut: 0 }).filter(Boolean).length, 0);
});

test("the confusion table has true classes in rows and counts each text once", () => {
  const classifier = small({ epochs: 200 });
  const { confusion, accuracy, texts } = classifier.training;
  assert.deepEqual(confusion, [
    [4, 0],
    [0, 4],
  ]);
  assert.equal(accuracy, 1);
  assert.equal(texts, 8);
  assert.ok(Number.isNaN(classifier.test.accuracy));
});

test("odd texts are mere texts: emoji, HTML, half a surrogate pair at the end, empty ones", () => {
  const texts = ["<b>good</b>\uD83D", "\uDE00 bad", "", "😡"];
  const classifier = act.classifier({ texts, labels: ["a", "b", "a", "b"], heldOut: 0, epochs: 3 });
  assert.deepEqual(classifier.vocabulary, ["b", "good", "bad", "😡"]);
});

test("labels of any kind of text are classes, in the order of their letters", () => {
  const classifier = act.classifier({
    texts: ["x", "y", "z"],
    labels: ["ünï", "constructor", "__proto__"],
    heldOut: 0,
    epochs: 1,
  });
  assert.deepEqual(classifier.classes, ["__proto__", "constructor", "ünï"]);
});

test("texts, labels and options that cannot be used are refused in words", () => {
  refuses(/classifier takes \{ texts/, () => loose.classifier());
  refuses(/texts must be an array of texts \(got "a"\)/, () => loose.classifier({ texts: "a", labels: [] }));
  refuses(/texts\[1\] must be a text \(got 5\)/, () => loose.classifier({ texts: ["a", 5], labels: ["a", "b"] }));
  refuses(/labels\[0\] must be a text \(got 1\)/, () => loose.classifier({ texts: ["a"], labels: [1] }));
  refuses(/labels must be as many as texts: 8 \(got 7\)/, () => small({ labels: LABELS.slice(1) }));
  refuses(/2 to 10 different classes \(got 1\)/, () => small({ labels: LABELS.map(() => "a") }));
  refuses(/2 to 10 different classes \(got 0\)/, () => small({ texts: [], labels: [] }));
  refuses(/2 to 10 different classes \(got 11\)/, () => {
    const labels = Array.from({ length: 11 }, (_, i) => `class ${i}`);
    act.classifier({ texts: labels, labels });
  });
  refuses(/every class needs a text that is not held out \("positive" has none\)/, () =>
    small({ heldOut: LABELS.map((label) => label === "positive") }),
  );
  refuses(/heldOut must be a share like 0\.2, or true or false for each of the 8 texts/, () =>
    small({ heldOut: [true] }),
  );
  refuses(/heldOut must be a finite number \(got "x"\)/, () => small({ heldOut: "x" as never }));
  refuses(/heldOut must be from 0 to 0\.9/, () => small({ heldOut: 1 }));
  refuses(/seed must be from 0 to 4294967295/, () => small({ seed: 2 ** 32 }));
  refuses(/seed must be a whole number/, () => small({ seed: 1.5 }));
  refuses(/step must be from .* to 10 \(got 11\)/, () => small({ step: 11 }));
  refuses(/step must be from/, () => small({ step: 0 }));
  refuses(/step must be a finite number \(got NaN\)/, () => small({ step: Number.NaN }));
  refuses(/l2 must be from 0 to 0\.1/, () => small({ l2: 0.2 }));
  refuses(/momentum must be from 0 to 0\.99/, () => small({ momentum: 1 }));
  refuses(/epochs must be a whole number from 0 on/, () => small({ epochs: -1 }));
  refuses(/epochs must be a whole number from 0 on \(got "5"\)/, () => small().train("5" as never));
  refuses(/text must be a text/, () => small().classify(7 as never));
});

test("what is too large is said to be", () => {
  const many = Array.from({ length: 20_001 }, () => "a");
  refuses(/texts must be at most 20000/, () => small({ texts: many, labels: many }), "too-large");
  refuses(/at most 10000/, () => small({ epochs: 10_001 }), "too-large");
  const words = Array.from({ length: 50_001 }, (_, i) => `w${i}`).join(" ");
  refuses(/at most 50000 different words/, () => small({ texts: [words, "b"], labels: ["a", "b"] }), "too-large");
  refuses(/at most 4 MB/, () => small({ texts: ["a".repeat(4e6), "b"], labels: ["a", "b"] }), "too-large");
});

test("trainings give back all the memory that they borrow", () => {
  const probe = () => {
    const array = act.allocate(Float64Array, 64);
    const where = [array.byteOffset, array.buffer.byteLength];
    act.free(array);
    return where;
  };
  const all = () => {
    small({ epochs: 3 }).classify("a good day");
    assert.throws(() => small({ heldOut: 1 }));
    act.sentiment({ vectors: { good: [1] }, weights: [[1, 2]] }).classify("good film");
  };
  act.classifier(sentences);
  all();
  const before = probe();
  for (let i = 0; i < 300; i++) all();
  act.classifier(sentences);
  assert.deepEqual(probe(), before);
});
