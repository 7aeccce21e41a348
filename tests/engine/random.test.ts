import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ActivationError, load } from "../../dist/lib/index.js";
import { hexFloat } from "./golden.js";

const act = await load();
// biome-ignore lint/suspicious/noExplicitAny: what plain JavaScript can pass, TypeScript would refuse
const loose = act as any;

type Call = readonly [name: "randn" | "rand" | "standard_normal" | "random", n: number, hex: readonly string[]];
interface Golden {
  readonly legacy: { readonly randn_1000: string[]; readonly rand_1000: string[]; readonly sequence: Call[] };
  readonly default_rng: {
    readonly standard_normal_1000: string[];
    readonly random_1000: string[];
    readonly sequence: Call[];
  };
}
const golden = (seed: number): Golden =>
  JSON.parse(readFileSync(new URL(`../golden/rng_seed${seed}.json`, import.meta.url), "utf8"));
const same = (got: Float64Array, hex: readonly string[]) => assert.deepEqual([...got], hex.map(hexFloat));

for (const seed of [0, 42]) {
  const { legacy, default_rng } = golden(seed);

  test(`random(${seed}) gives NumPy's rand and randn to the last bit`, () => {
    same(act.random(seed).randn(1000), legacy.randn_1000);
    same(act.random(seed).rand(1000), legacy.rand_1000);
    const stream = act.random(seed);
    assert.ok(legacy.sequence.length > 3);
    for (const [name, n, hex] of legacy.sequence) same(name === "randn" ? stream.randn(n) : stream.rand(n), hex);
  });

  test(`generator(${seed}) gives default_rng's standard_normal and random to the last bit`, () => {
    same(act.generator(seed).standardNormal(1000), default_rng.standard_normal_1000);
    same(act.generator(seed).random(1000), default_rng.random_1000);
    const stream = act.generator(seed);
    assert.ok(default_rng.sequence.length > 3);
    for (const [name, n, hex] of default_rng.sequence) {
      same(name === "standard_normal" ? stream.standardNormal(n) : stream.random(n), hex);
    }
  });
}

test("one stream of seed 42 gives the tutorial's programs their numbers, one after the other", () => {
  const file = new URL("../golden/tutorial_seed42.json", import.meta.url);
  const { program_order } = JSON.parse(readFileSync(file, "utf8")) as {
    program_order: Record<"W1" | "W2" | "image" | "weights", string[]>;
  };
  const stream = act.random(42);
  same(stream.randn(6), program_order.W1);
  same(stream.randn(3), program_order.W2);
  same(stream.rand(100), program_order.image);
  same(stream.randn(15), program_order.weights);
});

test("two streams of one seed do not disturb each other", () => {
  const [one, other] = [act.random(42), act.random(42)];
  const first = one.randn(3);
  act.generator(42).random(5);
  assert.deepEqual(other.randn(3), first);
  assert.notDeepEqual(one.randn(3), first);
});

test("the largest seed is NumPy's too", () => {
  const legacy = act.random(4294967295);
  assert.deepEqual([...legacy.rand(2)], [0.0976320289940138, 0.9123828453026218]);
  assert.deepEqual([...legacy.randn(2)], [0.6484086742306527, 0.6693235306338161]);
  const generator = act.generator(4294967295);
  assert.deepEqual([...generator.random(2)], [0.2519435680449965, 0.21906579628685663]);
  assert.deepEqual([...generator.standardNormal(2)], [0.5014289928370963, -0.6669252679186933]);
});

test("nothing drawn changes nothing, and many at once are as many by and by", () => {
  const stream = act.random(1);
  assert.equal(stream.randn(0).length, 0);
  const whole = act.random(1).randn(300_000);
  assert.deepEqual(stream.randn(100_001), whole.slice(0, 100_001));
  assert.deepEqual(stream.randn(199_999), whole.slice(100_001));
});

test("a seed that NumPy would not take is refused in words, and the next one works", () => {
  for (const seed of [
    -1,
    1.5,
    2 ** 32,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "abc",
    "42",
    42n,
    null,
    undefined,
    [42],
  ]) {
    for (const make of [loose.random, loose.generator]) {
      assert.throws(
        () => make.call(act, seed),
        (error: unknown) =>
          error instanceof ActivationError &&
          error.code === "bad-argument" &&
          /^seed must be a whole number from 0 to 4294967295/.test(error.message),
        String(seed),
      );
    }
  }
  assert.throws(() => loose.random(-1), /\(got -1\)/);
  assert.throws(() => loose.random("abc"), /\(got "abc"\)/);
  assert.throws(() => loose.random(1).randn(-1), /n must be a whole number from 0 on \(got -1\)/);
  assert.throws(() => loose.random(1).rand("3"), /n must be a whole number/);
  assert.throws(() => loose.generator(1).random(1e12), { code: "too-large" });
  same(act.random(0).rand(3), golden(0).legacy.rand_1000.slice(0, 3));
});
