import assert from "node:assert/strict";
import { test } from "node:test";
import { Recent } from "../../web/src/engine/recent.js";

test("of what was used, the last is kept, and what is dropped is told", () => {
  const dropped: string[] = [];
  const recent = new Recent<string, string>(2, (value) => dropped.push(value));
  const get = (key: string) => recent.get(key, () => key.toUpperCase());
  assert.deepEqual([get("a"), get("b"), get("a"), get("c")], ["A", "B", "A", "C"]);
  assert.deepEqual(dropped, ["B"]);
  assert.equal(recent.size, 2);
  assert.deepEqual([get("a"), get("c")], ["A", "C"]);
  assert.deepEqual(dropped, ["B"]);
});

test("what cannot be made is not kept, and drops nothing", () => {
  const recent = new Recent<string, string>(1, () => assert.fail("dropped"));
  recent.get("a", () => "A");
  const fail = () => {
    throw new Error("no");
  };
  assert.throws(() => recent.get("b", fail), /no/);
  assert.equal(recent.get("a", fail), "A");
});
