import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/lib/index.js";
import { loadFirst } from "../../web/src/engine/first.js";
import type { Activation } from "../../web/src/engine/index.js";
import { wholeProgram } from "../../web/src/guide/whole-program.js";

interface Golden {
  readonly versions: Readonly<Record<string, string>>;
  readonly chapters: Readonly<Record<string, { readonly program: string; readonly output: string }>>;
}

const guide = new URL("../../web/src/guide/", import.meta.url);
const golden: Golden = JSON.parse(readFileSync(new URL("../golden/guide_output.json", import.meta.url), "utf8"));
const files = readdirSync(new URL("chapters/", guide)).sort();
const chapters = files.map((file) => readFileSync(new URL(`chapters/${file}`, guide), "utf8"));
const listings = chapters.map((text) => /<pre class="python">\n([\s\S]*?)\n<\/pre>/.exec(text)?.[1] ?? "");

const act = (await load()) as unknown as Activation;

test("there are sixteen chapters, each with a formula, a figure, a program and something to try", () => {
  assert.equal(files.length, 16);
  files.forEach((file, i) => {
    assert.equal(Number(file.slice(0, 2)), i + 1, file);
    const text = chapters[i] ?? "";
    assert.match(text, /<math|<!-- formula: \w+ -->/, file);
    assert.match(text, /<figure class="live">\n<[a-z]+-[a-z-]+/, file);
    assert.match(text, /<pre class="python">/, file);
    assert.match(text, /<div class="try">[\s\S]*<details>\n<summary>/, file);
  });
});

for (const [name, { program, output }] of Object.entries(golden.chapters)) {
  test(`${name}: the engine prints what Python prints`, async () => {
    const { run, whole } = await import(new URL(`programs/${name}.ts`, guide).href);
    assert.equal(run(act), output);
    // What does not ask for the whole engine has to do with the part that the page starts with.
    if (!whole) assert.equal(run(await loadFirst()), output);
  });

  test(`${name}: what the button copies is the program that Python ran`, () => {
    const which = files.indexOf(`${name}.html`);
    assert.equal(wholeProgram(listings, which), program);
  });
}

test("the numbers of the guide are those of the tutorial", () => {
  const printed = Object.values(golden.chapters)
    .map(({ output }) => output)
    .join("\n");
  const facts = ["0.8808", "0.0474", "0.9640", "-0.9951", "-0.0300", "-0.9502", "1.0000", "0.7392"];
  for (const fact of [...facts, "[0.65900114 0.24243297 0.09856589]"]) assert.ok(printed.includes(fact), fact);
});
