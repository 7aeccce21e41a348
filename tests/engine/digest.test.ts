import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";

const act = await load();
const expected = readFileSync(new URL("../golden/digest.txt", import.meta.url), "utf8").trim();

test("the module gives the bits that every other build gives, function by function", () => {
  const steps = [...act.digests()];
  assert.deepEqual(
    steps.map(({ id }) => id),
    act.catalog.map(({ id }) => id),
  );
  assert.equal(steps.at(-1)?.all, expected);
  const [first] = steps;
  assert.match(first?.digest ?? "", /^0x[0-9A-F]{16}$/);
  assert.equal(first && act.digest(first.id), first?.digest);
});

test("a digest is of a function of the catalog", () => {
  // biome-ignore lint/suspicious/noExplicitAny: what plain JavaScript can pass, TypeScript would refuse
  assert.throws(() => (act as any).digest("gleu"), { code: "unknown-function" });
});
