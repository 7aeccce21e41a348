import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";

const act = await load();
const rows = act.textbook();
const at = (id: string, quantity: string, x: number) =>
  rows.find((row) => row.id === id && row.quantity === quantity && row.x === x);

test("at every hard point the engine is within one unit of the last place", () => {
  assert.ok(rows.length >= 14);
  for (const { id, x, oursError, formula } of rows) {
    assert.ok(oursError <= 1, `${id} at ${x}: ${oursError}`);
    assert.notEqual(formula, "");
  }
});

test("the rows are what the functions give", () => {
  for (const { id, quantity, x, ours } of rows) {
    const info = act.catalog.find((one) => one.id === id);
    if (!info || info.vector) continue;
    // biome-ignore lint/suspicious/noExplicitAny: ids of the rows are any of the catalog's to TypeScript here
    const one = id as any;
    assert.equal(quantity === "value" ? act.value(one, x) : act.gradient(one, x), ours, `${id} at ${x}`);
  }
  assert.equal(act.value("log_softmax", [40, 1, 0.1])[0], at("log_softmax", "value", 40)?.ours);
});

test("GELU by its formula has lost every digit at −10, softplus overflows at 710", () => {
  assert.equal(at("gelu", "value", -10)?.textbook, -0);
  assert.ok((at("gelu", "value", -10)?.textbookError ?? 0) > 2 ** 52);
  assert.equal(at("gelu", "value", -10)?.exact, -7.619853024160526e-23);
  assert.equal(at("softplus", "value", 710)?.textbook, Number.POSITIVE_INFINITY);
  assert.equal(at("softplus", "value", 710)?.ours, 710);
});
