import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { ActivationError, load } from "../../dist/lib/index.js";

const act = await load();
const isEmptied = (array: Float64Array | Float32Array) => array.length === 0;

test("arrays keep their kind: float32 stays float32, everything else is float64", () => {
  assert.ok(act.value("gelu", Float32Array.of(1)) instanceof Float32Array);
  assert.ok(act.value("gelu", Float64Array.of(1)) instanceof Float64Array);
  assert.ok(act.value("gelu", [1]) instanceof Float64Array);
  assert.equal(typeof act.value("gelu", 1), "number");
  assert.deepEqual(act.value("gelu", []), new Float64Array(0));
});

test("out is filled and returned, and may be x itself", () => {
  const x = Float64Array.of(-2, 3);
  const out = new Float64Array(2);
  assert.equal(act.value("relu", x, {}, out), out);
  assert.deepEqual(out, Float64Array.of(0, 3));
  assert.equal(act.value("relu", x, {}, x), x);
  assert.deepEqual(x, Float64Array.of(0, 3));
});

test("an input stays as it was", () => {
  const x = [-1, 2];
  act.value("relu", x);
  assert.deepEqual(x, [-1, 2]);
});

test("an allocated array is read and written in place", () => {
  const x = act.allocate(Float32Array, 3);
  const out = act.allocate(Float32Array, 3);
  assert.deepEqual(x, new Float32Array(3));
  x.set([-1, 0, 2]);
  assert.equal(act.value("relu", x, {}, out), out);
  assert.deepEqual(out, Float32Array.of(0, 0, 2));
  assert.deepEqual(act.value("relu", x.subarray(2)), Float32Array.of(2));
  act.free(x);
  act.free(out);
});

test("memory growth empties arrays, and attach and the calls themselves get over it", () => {
  const x = act.allocate(Float64Array, 2);
  const out = act.allocate(Float64Array, 2);
  x.set([-1, 5]);
  const large = act.allocate(Float64Array, 8e6);
  assert.ok(isEmptied(x) && isEmptied(out), "the memory has grown");
  assert.deepEqual(act.value("relu", x, {}, out), Float64Array.of(0, 5));
  assert.deepEqual(act.attach(x), Float64Array.of(-1, 5));
  assert.deepEqual(act.attach(out), Float64Array.of(0, 5));
  for (const array of [x, out, large]) act.free(array);
});

test("a call that grows the memory itself returns a live array", () => {
  const out = act.allocate(Float64Array, 2e7);
  const result = act.value("relu", new Float64Array(2e7).fill(7), {}, out);
  assert.equal(result.length, 2e7);
  assert.equal(result[2e7 - 1], 7);
  act.free(out);
});

test("an array is freed once, by whichever of its views", () => {
  const array = act.allocate(Float64Array, 4);
  act.free(array);
  const refused = (error: unknown) => error instanceof ActivationError && error.code === "bad-argument";
  assert.throws(() => act.free(array), refused);
  assert.throws(() => act.free(new Float64Array(4)), refused);
});

test("a transferred array is refused instead of being taken for an empty one", () => {
  const x = Float64Array.of(1, 2);
  structuredClone(x, { transfer: [x.buffer as ArrayBuffer] });
  assert.throws(() => act.value("relu", x), /lost its memory/);
});

test("no call leaks: memory stays the same over 20,000 of each", () => {
  const probe = () => {
    // The lowest free block of this size is where it was, unless calls have kept some.
    const array = act.allocate(Float64Array, 64);
    const where = array.byteOffset;
    act.free(array);
    return [where, array.buffer.byteLength];
  };
  const x = Float64Array.of(1, 2, 3);
  const all = () => {
    act.value("gelu", 1);
    act.gradient("elu", x, { alpha: 2 });
    act.value("softmax", x);
    act.vjp("softmax", x, x);
    act.jacobian("softmax", x);
    act.curve("relu", { from: -1, to: 1, points: 20 });
    assert.throws(() => act.value("elu", 1, { alpha: Number.NaN }));
  };
  all();
  const before = probe();
  for (let i = 0; i < 20_000; i++) all();
  assert.deepEqual(probe(), before);
});

test("what large calls borrow they give back", () => {
  const large = new Float64Array(500_000);
  const bytes = () => {
    const array = act.allocate(Float64Array, 1);
    const { byteLength } = array.buffer;
    act.free(array);
    return byteLength;
  };
  act.value("relu", large);
  const before = bytes();
  for (let i = 0; i < 50; i++) act.value("relu", large.subarray(i));
  assert.equal(bytes(), before);
});

test("load gives one instance to all, and says what is wrong with a source that is none", async () => {
  assert.equal(await load(), act);
  assert.equal(await load({ wasm: "https://nowhere.invalid/" }), act);
});

test("the module can be given as bytes or compiled, and a failure is told and not kept", async () => {
  // A module of its own has a shared instance of its own.
  const fresh = (await import(`../../dist/lib/index.js?${Date.now()}`)) as typeof import("../../dist/lib/index.js");
  await assert.rejects(fresh.load({ wasm: new Uint8Array([1, 2, 3]) }), (error: unknown) => {
    assert.ok(error instanceof fresh.ActivationError);
    assert.equal(error.code, "load-failed");
    return true;
  });
  await assert.rejects(
    fresh.load({ wasm: new URL("missing.wasm", import.meta.url) }),
    /could not be loaded.*missing\.wasm/,
  );
  const bytes = await readFile(new URL("../../dist/lib/activation.wasm", import.meta.url));
  const own = await fresh.load({ wasm: await WebAssembly.compile(bytes) });
  assert.equal(own.value("relu", 2), 2);
});
