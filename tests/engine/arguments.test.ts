import assert from "node:assert/strict";
import { test } from "node:test";
import { type ErrorCode, load } from "../../dist/lib/index.js";
import { isRefused } from "./refusal.js";

const act = await load();
// What plain JavaScript can pass, TypeScript would refuse: the tests of run-time checks go around the types.
// biome-ignore lint/suspicious/noExplicitAny: see above
const loose = act as any;

function refuses(code: ErrorCode, words: RegExp, call: () => unknown): void {
  isRefused(words, call, code);
  assert.equal(act.value("relu", 3), 3, "the next call works");
}

test("a mistyped id is named and the nearest one suggested", () => {
  refuses("unknown-function", /"gleu".*did you mean "gelu"\?/, () => loose.value("gleu", 1));
  refuses("unknown-function", /did you mean "leaky_relu"\?/, () => loose.value("Leaky ReLU", 1));
  refuses("unknown-function", /"quadratic".*act\.catalog lists the ids/, () =>
    loose.curve("quadratic", { from: 0, to: 1 }),
  );
  refuses("unknown-function", /undefined is not a function/, () => loose.gradient(undefined, 1));
  refuses("unknown-function", /"constructor"/, () => loose.value("constructor", 1));
});

test("a string is never taken for a number", () => {
  refuses("bad-argument", /x must be a number.*got "abc"/, () => loose.value("relu", "abc"));
  refuses("bad-argument", /got "3"/, () => loose.value("relu", "3"));
  refuses("bad-argument", /x\[1\] must be a number \(got "2"\)/, () => loose.value("relu", [1, "2"]));
  refuses("bad-argument", /x\[0\].*got undefined/, () => loose.value("relu", new Array(2)));
  refuses("bad-argument", /got null/, () => loose.value("relu", null));
  refuses("bad-argument", /got an object of type Int32Array/, () => loose.value("relu", Int32Array.of(1)));
  refuses("bad-argument", /bigint/, () => loose.value("relu", 3n));
});

test("parameters are checked by name, kind and limits", () => {
  refuses("bad-parameter", /alpha of elu must be a finite number \(got "abc"\)/, () =>
    loose.value("elu", 1, { alpha: "abc" }),
  );
  refuses("bad-parameter", /got NaN/, () => act.value("elu", 1, { alpha: Number.NaN }));
  refuses("bad-parameter", /elu has no parameter "beta": it has alpha/, () => loose.value("elu", 1, { beta: 1 }));
  refuses("bad-parameter", /relu has no parameter "alpha": it has none/, () => loose.value("relu", 1, { alpha: 1 }));
  refuses("bad-parameter", /an object like \{ alpha: 1 \} \(got 0\.5\)/, () => loose.value("elu", 1, 0.5));
  refuses("bad-parameter", /temperature of softmax must be from/, () => act.value("softmax", [1], { temperature: 0 }));
  refuses("bad-parameter", /group of maxout must be a whole number from 1 .*got 2\.5/, () =>
    act.value("maxout", [1, 2], { group: 2.5 }),
  );
  assert.equal(act.value("elu", 1, {}), 1);
  assert.equal(loose.value("elu", 1, { alpha: undefined }), 1);
});

test("out must be of the kind and length of x", () => {
  const x = Float64Array.of(-1, 0, 1);
  refuses("bad-argument", /out must be a Float64Array like x/, () => loose.value("relu", x, {}, new Float32Array(3)));
  refuses("bad-argument", /out must hold 3 numbers \(it holds 2\)/, () =>
    act.value("relu", x, {}, new Float64Array(2)),
  );
  refuses("bad-argument", /out goes with an array/, () => loose.value("relu", 1, {}, new Float64Array(1)));
  const shared = new Float64Array(4);
  refuses("bad-argument", /overlap/, () => act.value("relu", shared.subarray(0, 3), {}, shared.subarray(1, 4)));
});

test("vector and elementwise functions say which calls are theirs", () => {
  refuses("bad-argument", /softmax takes a whole vector/, () => loose.value("softmax", 1));
  refuses("bad-argument", /at least one number/, () => act.value("softmax", []));
  refuses("unsupported", /use vjp or jacobian/, () => loose.gradient("softmax", [1]));
  refuses("unsupported", /use gradient/, () => loose.vjp("tanh", [1], [1]));
  refuses("unsupported", /use gradient/, () => loose.jacobian("tanh", [1]));
  refuses("bad-argument", /g must hold 2 numbers/, () => act.vjp("softmax", [1, 2], [1]));
  refuses("bad-argument", /g must be a Float32Array/, () =>
    loose.vjp("softmax", Float32Array.of(1), Float64Array.of(1)),
  );
});

test("rows are checked before they are computed", () => {
  refuses("bad-argument", /width must divide the length of x: 5 numbers are no rows of 2/, () =>
    act.rows("softmax", [1, 2, 3, 4, 5], 2),
  );
  refuses("bad-argument", /width must be a whole number from 1 on \(got 0\)/, () => act.rows("softmax", [1, 2], 0));
  refuses("bad-argument", /width must be a whole number.*got undefined/, () => loose.rows("softmax", [1, 2]));
  refuses("bad-argument", /at least one number/, () => act.rows("softmax", [], 2));
  refuses("bad-argument", /out must hold 4 numbers/, () =>
    act.rows("softmax", Float64Array.of(1, 2, 3, 4), 2, {}, new Float64Array(2)),
  );
  refuses("unsupported", /relu works number by number.*use value/, () => loose.rows("relu", [1, 2], 2));
  refuses("bad-parameter", /temperature/, () => act.rows("softmax", [1, 2], 2, { temperature: -1 }));
});

test("a length that a function cannot take is refused, with lengths that it could take", () => {
  refuses("bad-argument", /glu cannot take 3 numbers: it could take 2 or 4/, () => act.value("glu", [1, 2, 3]));
  refuses("bad-argument", /glu cannot take 1 numbers: it could take 2/, () => act.vjp("glu", [1], [1]));
  refuses("bad-argument", /maxout cannot take 7 numbers: it could take 6 or 9/, () =>
    act.jacobian("maxout", [1, 2, 3, 4, 5, 6, 7], { group: 3 }),
  );
  refuses("bad-argument", /swiglu cannot take 3 numbers/, () => act.rows("swiglu", [1, 2, 3, 4, 5, 6], 3));
  refuses("bad-argument", /g must hold 1 numbers \(it holds 3\)/, () => act.vjp("logsumexp", [1, 2, 3], [1, 1, 1]));
  refuses("bad-argument", /out must hold 2 numbers \(it holds 4\)/, () =>
    act.value("glu", [1, 2, 3, 4], {}, new Float64Array(4)),
  );
  refuses("bad-argument", /glu does not make 4 numbers of 4/, () => act.network({ sizes: [2, 4], activation: "glu" }));
  assert.equal(act.network({ sizes: [2, 4], activation: "log_softmax" }).forward([1, 2]).output.length, 4);
});

test("a range and a number of points are checked", () => {
  refuses("bad-argument", /from must be less than to \(got 5 and -5\)/, () => act.curve("relu", { from: 5, to: -5 }));
  refuses("bad-argument", /to must be a finite number \(got Infinity\)/, () =>
    act.curve("relu", { from: 0, to: Number.POSITIVE_INFINITY }),
  );
  refuses("bad-argument", /from must be a finite number \(got "0"\)/, () => loose.curve("relu", { from: "0", to: 1 }));
  refuses("bad-argument", /a range like/, () => loose.curve("relu"));
  refuses("bad-argument", /points must be a whole number from 2 on \(got 1\)/, () =>
    act.curve("relu", { from: 0, to: 1, points: 1 }),
  );
  refuses("bad-argument", /points/, () => act.curve("relu", { from: 0, to: 1, points: 2.5 }));
  refuses("too-large", /at most 1000000/, () => act.curve("relu", { from: 0, to: 1, points: 1e7 }));
});

test("what does not fit is too large, and the instance still works", () => {
  refuses("too-large", /8\.0 GB/, () => act.allocate(Float64Array, 1e9));
  refuses("too-large", /GB/, () => act.jacobian("softmax", new Float64Array(40_000)));
  refuses("bad-argument", /length must be a whole number from 0 on \(got -1\)/, () => act.allocate(Float64Array, -1));
  refuses("bad-argument", /a Float32Array or a Float64Array/, () => loose.allocate(Uint8Array, 1));
});
