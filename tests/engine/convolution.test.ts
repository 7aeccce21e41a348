import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";
import { hexFloat } from "./golden.js";
import { isRefused } from "./refusal.js";

const act = await load();
// biome-ignore lint/suspicious/noExplicitAny: what plain JavaScript can pass, TypeScript would refuse
const loose = act as any;

const EDGE = [
  [-1, -1, -1],
  [-1, 8, -1],
  [-1, -1, -1],
];
interface Numbers {
  readonly hex: readonly string[];
}
const file = new URL("../golden/tutorial_seed42.json", import.meta.url);
const { convolution } = JSON.parse(readFileSync(file, "utf8")) as {
  convolution: Record<"image" | "conv" | "relu", Numbers> & { exact: Record<"conv" | "relu", Numbers> };
};
const floats = ({ hex }: Numbers) => Float64Array.from(hex, hexFloat);
const image = floats(convolution.image);
const ten = { width: 10, height: 10 };

function refuses(words: RegExp, call: () => unknown, code = "bad-argument"): void {
  isRefused(words, call, code);
  assert.deepEqual([...act.convolve([1], { width: 1, height: 1 }, [2]).convolved], [2], "the next call works");
}

test("the tutorial's picture gives NumPy's numbers to the bit, and the exact ones within 1e-13", () => {
  const { convolved, activated } = act.convolve(image, ten, EDGE, { activation: "relu" });
  assert.deepEqual(convolved, floats(convolution.conv));
  assert.deepEqual(activated, floats(convolution.relu));
  for (const [got, exact] of [
    [convolved, floats(convolution.exact.conv)],
    [activated, floats(convolution.exact.relu)],
  ] as const) {
    got.forEach((y, i) => {
      assert.ok(Math.abs(y - (exact[i] as number)) <= 1e-13, `pixel ${i}: ${y}, not ${exact[i]}`);
    });
  }
});

test("results have the image's type, and every shape of kernel means the same", () => {
  const flat = EDGE.flat();
  const expected = floats(convolution.conv);
  for (const kernel of [
    flat,
    Float64Array.from(flat),
    Float32Array.from(flat),
    EDGE.map((r) => Float32Array.from(r)),
  ]) {
    const result: { convolved: Float64Array } = act.convolve([...image], ten, kernel);
    assert.deepEqual(result.convolved, expected);
  }
  const single: { convolved: Float32Array; activated: Float32Array } = act.convolve(
    Float32Array.from(image),
    ten,
    EDGE,
    { activation: "relu" },
  );
  assert.ok(single.convolved instanceof Float32Array && single.activated instanceof Float32Array);
  const wide = act.convolve(Float64Array.from(Float32Array.from(image)), ten, EDGE).convolved;
  assert.deepEqual(single.convolved, Float32Array.from(wide), "computed in doubles, rounded once");
});

test("any function of one number follows, with its parameters", () => {
  for (const { id, vector } of act.catalog) {
    if (vector) continue;
    const { convolved, activated } = act.convolve(image, ten, EDGE, { activation: id as "relu" });
    assert.deepEqual(activated, act.value(id as "relu", convolved), id);
  }
  const { convolved, activated } = act.convolve(image, ten, EDGE, { activation: "elu", params: { alpha: 0.5 } });
  assert.deepEqual(activated, act.value("elu", convolved, { alpha: 0.5 }));
  const plain = act.convolve(image, ten, EDGE);
  assert.deepEqual(plain.activated, plain.convolved);
});

test("a picture that takes many bands, and rows of it, and one inside wasm memory, have the same bits", () => {
  const size = { width: 700, height: 500 };
  const kernel = Float64Array.from({ length: 49 }, (_, i) => Math.sin(i));
  for (const type of [Float32Array, Float64Array] as const) {
    const picture = new type(size.width * size.height).map((_, i) => ((i * 7919) % 1009) / 1009);
    const convolve = (given: Float32Array | Float64Array, rows?: { from: number; to: number }) =>
      loose.convolve(given, size, kernel, { activation: "tanh", rows });
    const whole = convolve(picture);
    // A sum far from any border, by the definition.
    let sum = 0;
    for (let i = 0; i < 49; i++) {
      sum += (picture[(300 + Math.floor(i / 7) - 3) * 700 + 350 + (i % 7) - 3] as number) * (kernel[i] as number);
    }
    assert.ok(Math.abs(whole.convolved[300 * 700 + 350] - sum) < 1e-5);
    for (const [from, to] of [
      [0, 1],
      [123, 456],
      [499, 500],
    ] as const) {
      const part = convolve(picture, { from, to });
      assert.deepEqual(part.convolved, whole.convolved.subarray(from * 700, to * 700));
      assert.deepEqual(part.activated, whole.activated.subarray(from * 700, to * 700));
    }
    const inside = act.allocate(type as Float64ArrayConstructor, picture.length);
    inside.set(picture);
    assert.deepEqual(convolve(inside), whole);
    act.free(inside);
  }
});

test("kernels that are ragged, even, too large or no numbers are refused in words", () => {
  const convolve = (kernel: unknown) => () => loose.convolve(image, ten, kernel);
  refuses(
    /row 2 of 3 holds 2/,
    convolve([
      [1, 2, 3],
      [4, 5],
      [6, 7, 8],
    ]),
  );
  refuses(
    /odd number of rows.*got 2 × 2/,
    convolve([
      [1, 2],
      [3, 4],
    ]),
  );
  refuses(/odd number of rows.*got 4 × 4/, convolve(new Float32Array(16)));
  refuses(/odd number of rows/, convolve(new Array(17 * 17).fill(1)));
  refuses(/n · n numbers/, convolve([1, 2, 3]));
  refuses(/odd number of rows/, convolve([]));
  refuses(
    /kernel\[1\]\[2\] must be a finite number \(got NaN\)/,
    convolve([
      [1, 2, 3],
      [1, 2, Number.NaN],
      [1, 2, 3],
    ]),
  );
  refuses(/kernel\[4\] must be a finite number \(got "8"\)/, convolve([1, 1, 1, 1, "8", 1, 1, 1, 1]));
  refuses(/kernel\[1\] must be a row/, convolve([[1, 2, 3], 4, [5, 6, 7]]));
  refuses(/rows of numbers like/, convolve("edge"));
  refuses(/rows of numbers like/, convolve(null));
});

test("images that do not fit their size, and sizes that are none, are refused in words", () => {
  refuses(/must hold 110 numbers \(it holds 100\)/, () => act.convolve(image, { width: 10, height: 11 }, EDGE));
  refuses(/width must be a whole number/, () => loose.convolve(image, { width: "10", height: 10 }, EDGE));
  refuses(/height must be a whole number/, () => act.convolve([], { width: 10, height: 0 }, EDGE));
  refuses(/like \{ width: 10, height: 10 \}/, () => loose.convolve(image, undefined, EDGE));
  refuses(/image must be/, () => loose.convolve("picture", ten, EDGE));
  refuses(/image\[1\] must be a number/, () => loose.convolve([1, "2"], { width: 2, height: 1 }, EDGE));
  refuses(/rows must be like/, () => act.convolve(image, ten, EDGE, { rows: { from: 5, to: 11 } }));
  refuses(/rows must be like/, () => act.convolve(image, ten, EDGE, { rows: { from: 5, to: 5 } }));
  refuses(/options of convolve/, () => loose.convolve(image, ten, EDGE, "relu"));
});

test("16 megapixels are the most", () => {
  refuses(/16 megapixels/, () => act.convolve(new Float32Array(1), { width: 4097, height: 4096 }, EDGE), "too-large");
  refuses(/it holds 1/, () => act.convolve(new Float32Array(1), { width: 4096, height: 4096 }, EDGE));
  refuses(/16 megapixels/, () => act.grey(new Uint8Array(4 * (2 ** 24 + 1))), "too-large");
});

test("functions of vectors and functions that there are none of are refused", () => {
  refuses(
    /softmax needs a whole vector/,
    () => loose.convolve(image, ten, EDGE, { activation: "softmax" }),
    "unsupported",
  );
  refuses(/gleu/, () => loose.convolve(image, ten, EDGE, { activation: "gleu" }), "unknown-function");
  refuses(
    /alpha/,
    () => loose.convolve(image, ten, EDGE, { activation: "elu", params: { alpha: "1" } }),
    "bad-parameter",
  );
});

test("grey is Rec. 709 luma, transparent is white, and long pictures are greyed in parts", () => {
  const bytes = Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 0, 128, 128, 128, 255);
  assert.deepEqual(act.grey(bytes), Float32Array.of(0.2126, 0.7152, 0.0722, 1, 128 / 255));
  const many = new Uint8ClampedArray(4 * 200_001).map((_, i) => (i % 4 === 3 ? 255 : (i >> 2) % 251));
  assert.ok(act.grey(many).every((y, i) => y === Math.fround((i % 251) / 255)));
  refuses(/four bytes/, () => act.grey(new Uint8Array(5)));
  refuses(/bytes of an image/, () => loose.grey([1, 2, 3, 4]));
  assert.equal(act.grey(new Uint8Array(0)).length, 0);
});
