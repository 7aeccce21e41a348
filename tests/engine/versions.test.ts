import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";

const act = await load();
const whole = { from: -5, to: 5 };
const versionsOf = (id: string) => act.catalog.find((info) => info.id === id)?.versions ?? [];
const indexOf = (id: string, name: string) => versionsOf(id).findIndex((one) => one.name === name);

test("leaky ReLU with Keras' slope of 0.2 against 0.01 differs by 0.19 for each unit below zero", () => {
  const keras = indexOf("leaky_relu", "keras.activations.leaky_relu");
  const { x, a, b, difference, largest, where } = act.compare("leaky_relu", ["catalog", keras], {
    from: -1,
    to: 1,
    points: 5,
  });
  assert.deepEqual([...x], [-1, -0.5, 0, 0.5, 1]);
  assert.deepEqual(
    [...a],
    [-0.01, -0.005, 0, 0.5, 1].map((y) => y + 0),
  );
  assert.deepEqual(
    [...b].map((y) => y + 0),
    [-0.2, -0.1, 0, 0.5, 1],
  );
  assert.deepEqual(
    [...difference].map((y) => y + 0),
    [-0.2 + 0.01, -0.1 + 0.005, 0, 0, 0],
  );
  assert.deepEqual([largest, where], [0.2 - 0.01, -1]);
});

test("GELU's tanh approximation is at most 4.732e-4 off, at ±2.699", () => {
  const jax = indexOf("gelu", "jax.nn.gelu");
  const { largest, where } = act.compare("gelu", ["catalog", jax], { ...whole, points: 10_001 });
  assert.ok(Math.abs(largest - 4.732e-4) < 1e-7, String(largest));
  assert.ok(Math.abs(Math.abs(where) - 2.699) <= 0.001, String(where));
});

test("turned round, a comparison has the opposite sign; of one version with itself it is nothing", () => {
  const keras = indexOf("leaky_relu", "keras.activations.leaky_relu");
  const there = act.compare("leaky_relu", ["catalog", keras], whole);
  const back = act.compare("leaky_relu", [keras, "catalog"], whole);
  assert.equal(there.x.length, 401);
  assert.deepEqual(
    [...back.difference].map((y) => y + 0),
    [...there.difference].map((y) => 0 - y),
  );
  assert.equal(act.compare("leaky_relu", [keras, keras], whole).largest, 0);
});

test("every version of every elementwise function can be compared with the catalog", () => {
  for (const { id, vector, versions } of act.catalog) {
    if (vector) continue;
    for (const i of versions.keys()) {
      // biome-ignore lint/suspicious/noExplicitAny: ids of the catalog are strings to TypeScript here
      const { largest } = act.compare(id as any, ["catalog", i], whole);
      assert.ok(largest >= 0, `${id}: ${versions[i]?.name}`);
    }
  }
});

test("what cannot be compared is refused in words, and the next call works", () => {
  // What plain JavaScript can pass, TypeScript would refuse.
  const compare =
    (...args: unknown[]) =>
    () =>
      (act.compare as (...given: unknown[]) => unknown).apply(act, args);
  assert.throws(compare("gleu", ["catalog", 0], whole), { code: "unknown-function" });
  assert.throws(compare("softmax", ["catalog", 0], whole), { code: "unsupported", message: /function of a vector/ });
  for (const versions of [
    undefined,
    [],
    [0],
    ["catalog", 99],
    ["catalog", -1],
    ["catalog", 0.5],
    ["catalog", "0"],
    "catalog",
  ]) {
    assert.throws(compare("gelu", versions, whole), { code: "bad-argument", message: /versions must be two of/ });
  }
  assert.throws(compare("gelu", ["catalog", 0]), { code: "bad-argument", message: /takes a range/ });
  assert.throws(compare("gelu", ["catalog", 0], { from: 1, to: 1 }), { code: "bad-argument", message: /less than/ });
  assert.throws(compare("gelu", ["catalog", 0], { from: Number.NaN, to: 1 }), { code: "bad-argument" });
  assert.throws(compare("gelu", ["catalog", 0], { ...whole, points: 1 }), { code: "bad-argument" });
  assert.throws(compare("gelu", ["catalog", 0], { ...whole, points: 1e6 }), { code: "too-large" });
  assert.equal(act.compare("gelu", ["catalog", 0], whole).largest, 0);
});
