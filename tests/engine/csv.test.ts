import assert from "node:assert/strict";
import { test } from "node:test";
import { ActivationError, load } from "../../dist/lib/index.js";

const act = await load();

test("a table comes as rows of cells with the lines where they start", () => {
  const table = act.table('\uFEFFtext,label\r\n"good, ""so"" good",positive\r\n\r\n"two\nlines",😀\n');
  assert.deepEqual(table.rows, [
    ["text", "label"],
    ['good, "so" good', "positive"],
    ["two\nlines", "😀"],
  ]);
  assert.deepEqual(table.lines, [1, 2, 4]);
  assert.equal(table.openQuote, undefined);
});

test("a table may be empty, ragged, or end inside a quote", () => {
  assert.deepEqual(act.table("").rows, []);
  assert.deepEqual(act.table("a,b\nc").rows, [["a", "b"], ["c"]]);
  assert.equal(act.table('a,b\nc,"d').openQuote, 2);
  assert.deepEqual(act.table("a b;c", "space").rows, [["a", "b;c"]]);
});

test("a table of what is no text, or with an unknown separator, is refused in words", () => {
  const refused = (pattern: RegExp) => (error: unknown) =>
    error instanceof ActivationError && error.code === "bad-argument" && pattern.test(error.message);
  // @ts-expect-error: text is wanted
  assert.throws(() => act.table(null), refused(/a text with rows and cells \(got null\)/));
  // @ts-expect-error: a known separator is wanted
  assert.throws(() => act.table("a", ","), refused(/one of auto, comma, semicolon, tab, space \(got ","\)/));
});
