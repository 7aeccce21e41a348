import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";
import { copyName, freeName, ownId, ownName, ruled, tidyName } from "../../web/src/state/own.js";

const act = await load();

test("a copy of every function of one number is an id that an address can hold", () => {
  for (const { id, name, vector, formula } of act.catalog) {
    if (vector) continue;
    const copy = ownId(copyName(name, []), formula);
    assert.ok(act.info(copy), copy);
    assert.deepEqual(ruled(copy, act.catalog), { id: copy, problems: [] }, id);
  }
});

test("a name that was made free is one that may stay, however long it was", () => {
  const long = "n".repeat(40);
  const taken = [long];
  for (let i = 0; i < 12; i++) {
    const free = freeName(long, taken);
    assert.ok(!taken.includes(free) && free.length <= 40, free);
    assert.equal(tidyName(free), free);
    taken.push(free);
  }
  assert.ok(taken.includes(`${"n".repeat(37)} 12`));
});

test("a name is never cut within a character, which no address could hold", () => {
  for (const name of [`${"n".repeat(39)}😀`, "\ud83d", "a\udc00b"]) encodeURIComponent(tidyName(name));
  assert.equal(tidyName(`${"n".repeat(38)}😀`), `${"n".repeat(38)}😀`);
  assert.equal(ownName(ruled("\ud83d{x}", act.catalog).id), "f");
});
