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
type Outcome = Readonly<Record<"z1" | "a1" | "z2" | "a2", Numbers>>;
interface Golden {
  readonly network: Record<string, Outcome & { W1: Numbers; W2: Numbers; X: Numbers; exact: Outcome }>;
  readonly program_order: { W1: string[]; W2: string[] };
}
const golden = JSON.parse(readFileSync(new URL("../golden/tutorial_seed42.json", import.meta.url), "utf8")) as Golden;
const floats = ({ hex }: Numbers) => hex.map(hexFloat);

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
  assert.equal(act.network({ sizes: [1, 1], activation: "linear", weights: [[2]] }).forward([3]).output[0], 6);
}

for (const activation of ["sigmoid", "tanh", "relu"] as const) {
  test(`the tutorial's network with ${activation} and seed 42 is within 2 ulp of exact in every z and a`, () => {
    const record = golden.network[activation];
    assert.ok(record);
    const network = act.network({ sizes: [2, 3, 1], activation, seed: 42 });
    assert.deepEqual([...(network.weights[0] as Float64Array)], floats(record.W1));
    assert.deepEqual([...(network.weights[1] as Float64Array)], floats(record.W2));
    const { layers, output } = network.forward(floats(record.X));
    const got = { z1: layers[0]?.z, a1: layers[0]?.a, z2: layers[1]?.z, a2: output };
    for (const key of ["z1", "a1", "z2", "a2"] as const) {
      const expected = floats(record.exact[key]);
      assert.equal(got[key]?.length, expected.length);
      expected.forEach((value, i) => {
        assert.ok(ulps(got[key]?.[i] as number, value) <= 2, `${key}[${i}]: ${got[key]?.[i]}, not ${value}`);
      });
    }
  });
}

test("a batch gives what its rows give one by one, as rows", () => {
  const network = act.network({ sizes: [2, 3, 2], activation: ["tanh", "softmax"], seed: 0 });
  const rows = [
    [0.5, 0.1],
    [-3, 2],
    [0, 0],
  ];
  const { output, layers } = network.forward(rows);
  assert.deepEqual(
    [...output],
    rows.flatMap((row) => [...network.forward(row).output]),
  );
  assert.equal(layers[0]?.z.length, 9);
});

test("each layer has its own function and parameters, and biases are added", () => {
  const network = act.network({
    sizes: [1, 2, 1],
    activation: [{ id: "elu", params: { alpha: 0.5 } }, "linear"],
    weights: [[[1, -1]], [[1], [10]]],
    biases: [[0, 1], [0.25]],
  });
  const { layers, output } = network.forward([2]);
  assert.deepEqual([...(layers[0]?.z ?? [])], [2, -1]);
  assert.deepEqual([...(layers[0]?.a ?? [])], [2, act.value("elu", -1, { alpha: 0.5 })]);
  assert.equal(output[0], 2 + 10 * act.value("elu", -1, { alpha: 0.5 }) + 0.25);
});

test("what is wrong with a network is said in words", () => {
  const good = { sizes: [2, 3, 1], activation: "sigmoid" };
  refuses(/sizes must be an array like \[2, 3, 1\]/, () => loose.network({ ...good, sizes: [2] }));
  refuses(/sizes\[1\] must be a whole number from 1 on \(got 2.5\)/, () => loose.network({ ...good, sizes: [2, 2.5] }));
  refuses(/glu does not make 3 numbers of 3, so it cannot be the activation of a layer/, () =>
    loose.network({ ...good, activation: "glu" }),
  );
  refuses(/no function called|gleu/, () => loose.network({ ...good, activation: "gleu" }), "unknown-function");
  refuses(/activation must have 2 entries/, () => loose.network({ ...good, activation: ["relu"] }));
  refuses(/weights\[0\] must have shape \(2, 3\)/, () => loose.network({ ...good, weights: [[1, 2], [1]] }));
  refuses(/row 1 holds 2 numbers/, () =>
    loose.network({
      ...good,
      weights: [
        [
          [1, 2, 3],
          [4, 5],
        ],
        [1, 2, 3],
      ],
    }),
  );
  refuses(/biases\[1\] must hold 1 numbers/, () => loose.network({ ...good, biases: [[1, 2, 3], []] }));
  refuses(/x must hold 2 numbers \(it holds 3\)/, () => loose.network(good).forward([1, 2, 3]));
  refuses(/row 1 holds 1 numbers/, () => loose.network(good).forward([[1, 2], [3]]));
  refuses(/must be a number \(got "a"\)/, () => loose.network(good).forward([1, "a"]));
  for (const seed of [-1, 1.5, 2 ** 32, "abc"]) {
    refuses(/seed must be a whole number from 0 to 4294967295/, () => loose.network({ ...good, seed }));
  }
  for (const seed of [0, 4294967295]) assert.equal(loose.network({ ...good, seed }).forward([1, 2]).output.length, 1);
});
