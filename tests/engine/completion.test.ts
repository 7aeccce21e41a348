import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Formula, load } from "../../dist/lib/index.js";
import { namesOf } from "../../web/src/elements/formula-editor/completion.js";

const act = await load();
const names = namesOf(act.catalog, []);
const offered = new Set(names.map(({ name }) => name));

/** What the core calls functions: the list is compiled into it, so its source is what there is to read. */
const source = readFileSync(new URL("../../core/formula/known_names.hpp", import.meta.url), "utf8");
const listed = (list: string) => {
  const [, body = ""] =
    new RegExp(`constexpr auto ${list} = std::to_array<\\w+>\\(\\{(.*?)\\n\\}\\);`, "s").exec(source) ?? [];
  return [...body.matchAll(/^ *[^"\n]*"(\w+)"/gm)].map(([, name = ""]) => name);
};

/** A call of a function with as many arguments as it takes; undefined where no number of them makes a formula. */
function called(name: string): Formula | undefined {
  for (const list of ["x", "x, 2", "x, 0, 1", "x > 0, x, 1"]) {
    try {
      return act.formula(`${name}(${list})`);
    } catch {}
  }
  return undefined;
}

test("every name that the editor offers is one of the language", () => {
  assert.ok(names.length > 70, `only ${names.length} names`);
  assert.equal(offered.size, names.length, "a name is offered twice");
  for (const { name, call } of names) {
    const formula = call ? called(name) : act.formula(name);
    assert.ok(formula, `${name} is no function`);
    assert.deepEqual(formula.parameters, [], name);
    formula.dispose();
  }
});

test("every function of the language is offered, or is another way to write what is offered", () => {
  const known = [...listed("entries"), ...listed("aliases")];
  assert.ok(known.length > 80, `only ${known.length} names are known`);
  for (const name of [...known, ...act.catalog.filter(({ vector }) => !vector).map(({ id }) => id)]) {
    const formula = called(name);
    assert.ok(formula, `${name} is no function`);
    const text = formula.text("value");
    for (const [, used = ""] of text.matchAll(/([A-Za-z_]\w*)\(/g)) {
      assert.ok(offered.has(used), `${name}, which is ${text}: ${used} is not offered`);
    }
    formula.dispose();
  }
});
