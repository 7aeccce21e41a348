import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";

const act = await load();

/** Numbers that repeat nothing for a while, from -8 to 8. */
const numbers = (length: number) => Float64Array.from({ length }, (_, i) => ((i * 7.31) % 16) - 8);

for (const type of [Float32Array, Float64Array]) {
  test(`each row is its own vector, of any width, in ${type.name}`, () => {
    for (const width of [1, 2, 3, 4, 5, 10, 1000, 2049, 5000]) {
      const x = type.from(numbers(3 * width)) as Float64Array;
      for (const temperature of [1, 0.25]) {
        const y = act.rows("softmax", x, width, { temperature });
        assert.equal(y.constructor, type);
        for (let row = 0; row < 3; row++) {
          const part = x.subarray(row * width, (row + 1) * width);
          assert.deepEqual(y.slice(row * width, (row + 1) * width), act.value("softmax", part, { temperature }));
        }
      }
    }
  });
}

test("rows of plain numbers come out as float64", () => {
  const y = act.rows("softmax", [0, 0, 5, 5, 5, 5], 2);
  assert.deepEqual(y, Float64Array.of(0.5, 0.5, 0.5, 0.5, 0.5, 0.5));
});

test("rows may be computed in place, inside wasm memory and outside", () => {
  const x = numbers(6000);
  const expected = act.rows("softmax", x, 3000);
  const inside = act.allocate(Float64Array, 6000);
  inside.set(x);
  assert.equal(act.rows("softmax", inside, 3000, {}, inside), inside);
  assert.deepEqual(inside.slice(), expected);
  act.free(inside);
  assert.equal(act.rows("softmax", x, 3000, {}, x), x);
  assert.deepEqual(x, expected);
});

test("results have the length that the function makes", () => {
  assert.deepEqual(act.value("logsumexp", [3]), Float64Array.of(3));
  assert.deepEqual(act.value("reglu", Float32Array.of(2, 3, 5, -1)), Float32Array.of(10, 0));
  assert.deepEqual(act.value("maxout", [1, 5, 2, 4, 0, 6], { group: 3 }), Float64Array.of(5, 6));
  assert.deepEqual(act.value("hardmax", [1, 5, 2]), Float64Array.of(0, 1, 0));
  assert.deepEqual(act.vjp("reglu", [2, 3], [10]), Float64Array.of(30, 20));
  assert.deepEqual(act.jacobian("maxout", [1, 5, 2, 4]), Float64Array.of(0, 1, 0, 0, 0, 0, 0, 1));
  assert.deepEqual(act.jacobian("logsumexp", [0, 0]), Float64Array.of(0.5, 0.5));
  assert.deepEqual(act.rows("maxout", [1, 2, 3, 4, 5, 6, 7, 8], 4), Float64Array.of(2, 4, 6, 8));
  assert.deepEqual(act.rows("logsumexp", [1, 2, 3], 1), Float64Array.of(1, 2, 3));
});

test("what is fewer than the inputs may be written beside them, not over them", () => {
  const x = Float64Array.of(2, 3, 5, -1);
  const out = new Float64Array(2);
  assert.equal(act.value("reglu", x, {}, out), out);
  assert.throws(() => act.value("reglu", x, {}, x.subarray(0, 2)), /out must be one of the inputs or not overlap/);
});
