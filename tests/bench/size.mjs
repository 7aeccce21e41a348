// npm run size: what the first painted figure of a page costs on the wire, to the byte, against its budget.
// node tests/bench/size.mjs --update writes the sizes of today into size.json: do that in the commit that changes them.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { Failure, main, say } from "../../wasm/toolchain/console.mjs";
import * as emscripten from "../../wasm/toolchain/emscripten.mjs";
import { buildModule } from "../../wasm/toolchain/module.mjs";
import { ensureNode } from "../../wasm/toolchain/node.mjs";
import { ensure, forModule } from "../../wasm/toolchain/requirements.mjs";
import { root } from "../../wasm/toolchain/run.mjs";
import { buildSite } from "../../wasm/toolchain/site.mjs";

/** @typedef {{ readonly title: string, readonly budget: number, readonly first?: string, readonly cure: string }} Page */

/**
 * The pages whose beginnings are counted; `first` is the script of the first figure, which no head names.
 * @type {Record<string, Page>}
 */
const PAGES = {
  "index.html": {
    title: "the first painted curve",
    budget: 110_000,
    cure: "Load what it does not need afterwards: see web/src/surroundings.ts.",
  },
  "guide/index.html": {
    title: "the first painted figure of the guide",
    budget: 120_000,
    first: "linear-stack",
    cure: "Load what it does not need afterwards: see web/src/guide/main.ts.",
  },
};
const record = join(root, "tests", "bench", "size.json");
const dist = join(root, "dist");
const text = (/** @type {string} */ file) => readFileSync(join(dist, file), "utf8");

/** Names without the hash of their content, so that today's can be told from yesterday's. */
const plain = (/** @type {string} */ name) => name.replace(/^assets\//, "").replace(/-[\w-]{8}(?=\.\w+$)/, "");

/** A page and everything it names, all of which is fetched before the first figure; favicon included. */
function namedBy(/** @type {string} */ page) {
  const met = text(page).replace(/<noscript>.*?<\/noscript>/gs, "");
  const named = [...met.matchAll(/<(?:script|link|img)[^>]*?(?:src|href)="([^":]+)"/g)].map(([, name = ""]) =>
    posix.join(posix.dirname(page), name),
  );
  return [page, ...new Set(named)];
}

/** The scripts that a script imports at once. */
const importsOf = (/** @type {string} */ file) =>
  [...text(file).matchAll(/(?:^|[;}])import\s*(?:[\w{}*,$\s]+?from\s*)?["'](\.{1,2}\/[^"']+)["']/g)].map(
    ([, name = ""]) => posix.join(posix.dirname(file), name),
  );

/** With what scripts import at once, and what that imports. */
function withImports(/** @type {string[]} */ files) {
  const all = new Set(files);
  for (const file of all) if (file.endsWith(".js")) for (const name of importsOf(file)) all.add(name);
  return [...all];
}

/** All that is fetched before the first figure of a page is painted, with gzipped sizes. */
function countPage(/** @type {string} */ page) {
  const { first } = /** @type {Page} */ (PAGES[page]);
  const named = namedBy(page);
  const files = withImports(named);
  const late = files.filter((file) => !named.includes(file));
  if (late.length > 0) {
    throw new Failure(`${page} needs ${late.join(", ")}, which it does not name`, {
      cure: "Name it in the head of the page, so that it is fetched together with the rest.",
    });
  }
  const scripts = readdirSync(join(dist, "assets")).map((name) => `assets/${name}`);
  const figure = scripts.filter((name) => plain(name) === `${first}.js`);
  if (first && figure.length !== 1) throw new Failure(`there is no script of <${first}> in dist/assets`, { cure: "" });
  const sizes = withImports([...files, ...figure]).map((file) => {
    const { length } = gzipSync(readFileSync(join(dist, file)), { level: 9 });
    return /** @type {const} */ ([plain(file), length]);
  });
  return { sizes: Object.fromEntries(sizes), total: sizes.reduce((sum, [, size]) => sum + size, 0) };
}

await main(async () => {
  await ensureNode();
  await ensure(forModule);
  await buildModule();
  await buildSite();
  const tools = { emscripten: await emscripten.version(), zlib: process.versions.zlib };
  const pages = Object.fromEntries(Object.keys(PAGES).map((page) => [page, countPage(page)]));

  for (const [page, { sizes, total }] of Object.entries(pages)) {
    const { title, budget } = /** @type {Page} */ (PAGES[page]);
    say(`\nGzipped bytes before ${title}:`);
    for (const [name, size] of Object.entries(sizes)) say(`  ${String(size).padStart(7)}  ${name}`);
    say(`  ${String(total).padStart(7)}  in total, of at most ${budget}\n`);
  }

  const today = { tools, pages };
  if (process.argv.includes("--update")) {
    writeFileSync(record, `${JSON.stringify(today, null, 2)}\n`);
    say("Written to tests/bench/size.json.");
  } else if (existsSync(record)) {
    const known = JSON.parse(readFileSync(record, "utf8"));
    if (JSON.stringify(known.tools) !== JSON.stringify(tools)) {
      say(`What is recorded is of other tools (${JSON.stringify(known.tools)}): not compared.`);
    } else if (JSON.stringify(known.pages) !== JSON.stringify(pages)) {
      throw new Failure("the sizes have changed from the recorded ones", {
        cure: "If that is meant, run: npm run size -- --update",
      });
    } else {
      say("The same as recorded.");
    }
  }
  for (const [page, { total }] of Object.entries(pages)) {
    const { title, budget, cure } = /** @type {Page} */ (PAGES[page]);
    if (total > budget) throw new Failure(`${title} needs ${total - budget} bytes too many`, { cure });
  }
});
