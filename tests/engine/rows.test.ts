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
