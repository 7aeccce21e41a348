import assert from "node:assert/strict";
import { test } from "node:test";
import { ActivationError, type ColumnsOptions, load } from "../../dist/lib/index.js";

const act = await load();
const bytes = (text: string) => new TextEncoder().encode(text);

function read(text: string, options?: ColumnsOptions) {
  const reader = act.columns(options);
  reader.write(bytes(text));
  return reader;
}

const refused = (pattern: RegExp) => (error: unknown) =>
  error instanceof ActivationError && error.code === "bad-argument" && pattern.test(error.message);

test("a table is read into columns by name, with what is missing and what is wrong", () => {
  const reader = read('\uFEFF"x ""raw""",<b>y</b>\r\n1.5,−2e-3\r\n,oops\r\n7\r\n');
  const summary = reader.finish();
  assert.deepEqual(summary.columns, [
    { name: 'x "raw"', missing: 1, bad: 0 },
    { name: "<b>y</b>", missing: 1, bad: 1 },
  ]);
  assert.deepEqual(summary.problems, [
    { kind: "not-a-number", line: 3, column: 2, cells: 0, text: "oops" },
    { kind: "short-row", line: 4, column: 0, cells: 1, text: "" },
  ]);
  assert.equal(summary.rows, 3);
  assert.equal(summary.separator, "comma");
  assert.equal(summary.header, true);
  assert.deepEqual(reader.values(0), Float64Array.of(1.5, Number.NaN, 7));
  assert.deepEqual(reader.values(1), Float64Array.of(-0.002, Number.NaN, Number.NaN));
  assert.deepEqual(reader.values("all"), Float64Array.of(1.5, -0.002, Number.NaN, Number.NaN, 7, Number.NaN));
  reader.dispose();
});

test("numbers are read as JavaScript reads them, bit for bit", () => {
  const x = act.random(5).randn(5000);
  const scaled = x.map((one, i) => one * 10 ** ((i % 600) - 300));
  const reader = read([...scaled].join("\n"));
  assert.deepEqual(reader.values(0), scaled);
  reader.dispose();
});

test("options overrule what is detected", () => {
  const reader = read("1,5\n2\n", { separator: "semicolon", header: "without" });
  assert.deepEqual(reader.values(0), Float64Array.of(1.5, 2));
  assert.equal(reader.finish().decimalMark, ",");
  reader.dispose();
});

test("control characters and broken UTF-8 in names and cells come back as text", () => {
  const reader = act.columns();
  reader.write(Uint8Array.of(...bytes('a\u0001\t"b\nc\\"\n1\t2\nx'), 0xff, 0xfe, ...bytes("\t3\n")));
  const { columns, problems } = reader.finish();
  assert.deepEqual(
    columns.map(({ name }) => name),
    ["a\u0001", "b\nc\\"],
  );
  assert.equal(problems[0]?.text, "x\uFFFD\uFFFD");
  reader.dispose();
});

test("a reader that is finished, disposed of or misused says so", () => {
  const reader = read("1\n2");
  // @ts-expect-error: bytes are wanted
  assert.throws(() => reader.write("3"), refused(/Uint8Array of UTF-8 text/));
  reader.finish();
  assert.throws(() => reader.write(bytes("3")), refused(/finished/));
  assert.throws(() => reader.values(1), refused(/less than 1 \(got 1\)/));
  reader.dispose();
  reader.dispose();
  assert.throws(() => reader.values(0), refused(/disposed of/));
  // @ts-expect-error: a known choice is wanted
  assert.throws(() => act.columns({ header: "maybe" }), refused(/one of auto, with, without/));
  // @ts-expect-error: options are an object
  assert.throws(() => act.columns(3), refused(/takes options/));
});

test("writing stops at a million values and at what is no text", () => {
  const line = bytes("0.25\n".repeat(1000));
  const reader = act.columns();
  let pieces = 0;
  while (reader.write(line)) pieces++;
  assert.equal(pieces, 1000);
  const { full, rows } = reader.finish();
  assert.deepEqual([full, rows], [true, 1_000_000]);
  reader.dispose();
  const picture = act.columns();
  picture.write(Uint8Array.of(0x89, 0x50, 0, 0));
  assert.equal(picture.finish().refusal, "binary");
  picture.dispose();
});

test("readers give back all that they took", () => {
  const line = bytes("1,2,3,4\n".repeat(20_000));
  const use = () => {
    const reader = act.columns();
    reader.write(line);
    reader.finish();
    reader.values("all");
    reader.dispose();
  };
  const size = () => {
    const array = act.allocate(Float64Array, 1);
    const { byteLength } = array.buffer;
    act.free(array);
    return byteLength;
  };
  for (let i = 0; i < 5; i++) use();
  const before = size();
  for (let i = 0; i < 200; i++) use();
  assert.equal(size(), before);
});

test("a description leaves out NaN and infinities, and an empty one has no mean", () => {
  const found = act.describe([1, Number.NaN, 2, 3, Number.POSITIVE_INFINITY, 0]);
  assert.equal(found.count, 4);
  assert.equal(found.mean, 1.5);
  assert.equal(found.median, 1.5);
  assert.equal(found.deviation, 1.2909944487358056);
  assert.equal(found.zeros, 1);
  assert.equal(found.small, 1);
  assert.ok(Number.isNaN(act.describe([]).mean));
  // @ts-expect-error: numbers are wanted
  assert.throws(() => act.describe("1"), refused(/values must be/));
});

test("a histogram has round edges and counts every value in its range once", () => {
  const { edges, counts } = act.histogram([-1, -0.5, 0, 0.05, 1, Number.NaN], { from: -1, to: 1, bins: 4 });
  assert.deepEqual(edges, Float64Array.of(-1, -0.5, 0, 0.5, 1));
  assert.deepEqual(counts, Uint32Array.of(1, 1, 2, 1));
  assert.throws(() => act.histogram([1], { from: 1, to: 0 }), refused(/from must not be greater/));
  assert.throws(() => act.histogram([1], { from: Number.NaN, to: 0 }), refused(/from must be a finite number/));
});
