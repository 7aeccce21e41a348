import assert from "node:assert/strict";
import { test } from "node:test";
import { type ElementwiseId, load } from "../../dist/lib/index.js";
import { hexFloat, rowsOf, softmaxRecords, ulpError, ulpOf } from "./golden.ts";

const act = await load();
const BOUND = 4;
const QUANTITIES = ["value", "gradient", "curvature"] as const;
/** A union of overloaded methods cannot be called; all three have the same overloads. */
const method = (quantity: (typeof QUANTITIES)[number]) => act[quantity].bind(act) as typeof act.gradient;

for (const { id, vector } of act.catalog) {
  if (vector) continue;
  for (const float32 of [false, true]) {
    const type = float32 ? Float32Array : Float64Array;
    test(`${id} agrees with the golden data to ${BOUND} ULP in ${float32 ? "float32" : "float64"} wherever |x| ≤ 10`, () => {
      const rows = rowsOf(id).filter((row) => row.float32 === float32 && !(Math.abs(row.x) > 10));
      assert.ok(rows.length > 100, "there are rows to judge by");
      for (const quantity of QUANTITIES) {
        for (const { x, parameters, expected } of rows) {
          const [got = Number.NaN] = method(quantity)(id as ElementwiseId, type.of(x) as Float64Array, parameters);
          const error = ulpError(got, expected[quantity], float32);
          assert.ok(
            error <= BOUND,
            `${quantity} at ${x} with ${JSON.stringify(parameters)}: ${got}, off by ${error} ULP`,
          );
        }
      }
    });
  }
}

test("one number gives the same bits as an array", () => {
  for (const { id, vector } of act.catalog) {
    if (vector) continue;
    for (const { x } of rowsOf(id).filter((row) => !row.float32)) {
      for (const quantity of QUANTITIES) {
        const [inArray] = method(quantity)(id as ElementwiseId, [x]);
        assert.ok(Object.is(method(quantity)(id as ElementwiseId, x), inArray), `${quantity} of ${id} at ${x}`);
      }
    }
  }
});

test("softmax and its vector-Jacobian product agree with the golden data", () => {
  let judged = 0;
  for (const { fmt, x, g, softmax } of softmaxRecords()) {
    if (!softmax) continue;
    const float32 = fmt === "s";
    const numbers = (texts: string[]) =>
      (float32 ? Float32Array : Float64Array).from(texts.map(hexFloat)) as Float64Array;
    const vector = numbers(x);
    const y = act.value("softmax", vector);
    softmax.y.forEach((text, i) => {
      const error = ulpError(y[i] as number, [hexFloat(text), softmax.ey?.[i] ?? 0], float32);
      assert.ok(error <= BOUND, `output ${i} of [${vector}]: ${y[i]}, off by ${error} ULP`);
    });
    if (!softmax.vjp) continue;
    const upstream = numbers(g);
    const product = act.vjp("softmax", vector, upstream);
    const inner = upstream.reduce((sum, one, j) => sum + Math.abs(one) * (y[j] as number), 0);
    softmax.vjp.forEach((text, i) => {
      // The terms cancel: what can be asked is accuracy relative to their sizes.
      const size = (y[i] as number) * (Math.abs(upstream[i] as number) + inner);
      const away = Math.abs((product[i] as number) - hexFloat(text));
      assert.ok(away <= 2 * ulpOf(size, float32), `vjp ${i} of [${vector}]: ${product[i]}, not ${hexFloat(text)}`);
    });
    judged++;
  }
  assert.ok(judged > 50, "there are records to judge by");
});

test("log_softmax, softmin and logsumexp agree with the golden data", () => {
  let judged = 0;
  for (const record of softmaxRecords()) {
    for (const id of ["log_softmax", "softmin", "logsumexp"] as const) {
      const expected = record[id];
      if (!expected) continue;
      const float32 = record.fmt === "s";
      const x = (float32 ? Float32Array : Float64Array).from(record.x.map(hexFloat)) as Float64Array;
      const y = act.value(id, x);
      assert.equal(y.length, expected.y.length);
      expected.y.forEach((text, i) => {
        const error = ulpError(y[i] as number, [hexFloat(text), expected.ey?.[i] ?? 0], float32);
        assert.ok(error <= 1, `output ${i} of ${id} of [${x}]: ${y[i]}, off by ${error} ULP`);
      });
      judged++;
    }
  }
  assert.ok(judged > 200, "there are records to judge by");
});

test("the numbers of the guide come out", () => {
  const printed = (x: number) => x.toFixed(4);
  assert.equal(act.value("linear", -3), -3);
  assert.deepEqual(
    [2, -3].map((x) => printed(act.value("sigmoid", x))),
    ["0.8808", "0.0474"],
  );
  assert.deepEqual(
    [2, -3].map((x) => printed(act.value("tanh", x))),
    ["0.9640", "-0.9951"],
  );
  assert.deepEqual(
    [2, -3].map((x) => act.value("relu", x)),
    [2, 0],
  );
  assert.deepEqual(
    [2, -3].map((x) => printed(act.value("leaky_relu", x))),
    ["2.0000", "-0.0300"],
  );
  assert.deepEqual(
    [2, -3].map((x) => printed(act.value("elu", x))),
    ["2.0000", "-0.9502"],
  );
  const shares = act.value("softmax", [2, 1, 0.1]);
  assert.deepEqual([...shares].map(printed), ["0.6590", "0.2424", "0.0986"]);
  assert.equal(printed(shares.reduce((sum, share) => sum + share, 0)), "1.0000");
});

test("no finite input gives NaN or a false overflow", () => {
  for (const { id, vector } of act.catalog) {
    if (vector) continue;
    for (let exponent = -1074; exponent <= 1023; exponent++) {
      for (const x of [2 ** exponent, -(2 ** exponent)]) {
        const value = act.value(id as ElementwiseId, x);
        // These two grow faster than a line, and only beyond the largest double are they infinite.
        const tooLarge = { exponential: 709.78, squared_relu: 1.34e154 }[id as string] ?? Number.POSITIVE_INFINITY;
        if (x > tooLarge) {
          assert.equal(value, Number.POSITIVE_INFINITY, `${id}(${x})`);
          continue;
        }
        if (tooLarge < Number.POSITIVE_INFINITY) assert.ok(value < Number.POSITIVE_INFINITY, `${id}(${x}) = ${value}`);
        // No other exceeds twice its argument, but for threshold, which is 20 on the left.
        else assert.ok(Math.abs(value) <= 2 * Math.abs(x) + 20, `${id}(${x}) = ${value}`);
        assert.ok(Number.isFinite(act.gradient(id as ElementwiseId, x)), `gradient of ${id} at ${x}`);
        assert.ok(Number.isFinite(act.curvature(id as ElementwiseId, x)), `curvature of ${id} at ${x}`);
      }
    }
  }
});
