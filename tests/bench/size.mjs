// npm run size: what the first painted figure of a page costs on the wire, to the byte, against its budget.
// node tests/bench/size.mjs --update writes the sizes of today into size.json: do that in the commit that changes them.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Failure, main, say } from "../../wasm/toolchain/console.mjs";
import * as emscripten from "../../wasm/toolchain/emscripten.mjs";
import { buildModule } from "../../wasm/toolchain/module.mjs";
import { ensureNode } from "../../wasm/toolchain/node.mjs";
import { ensure, forModule } from "../../wasm/toolchain/requirements.mjs";
import { root } from "../../wasm/toolchain/run.mjs";
import { buildSite } from "../../wasm/toolchain/site.mjs";
import { dist, filesBefore, PAGES, plain } from "./first-files.mjs";

const record = join(root, "tests", "bench", "size.json");

/** All that is fetched before the first figure of a page is painted, with gzipped sizes. */
function countPage(/** @type {string} */ page) {
  /** @type {Map<string, number>} */ const sizes = new Map();
  for (const file of filesBefore(page)) {
    const { length } = gzipSync(readFileSync(join(dist, file)), { level: 9 });
    // theme.js is there twice: the one beside the pages, and what the pages' scripts share.
    sizes.set(sizes.has(plain(file)) ? `another ${plain(file)}` : plain(file), length);
  }
  return { sizes: Object.fromEntries(sizes), total: [...sizes.values()].reduce((sum, size) => sum + size, 0) };
}

/** What the module of formulas may add to that of the curves, in gzipped bytes with their scripts. */
const FORMULA_BUDGET = 40_000;

/** A module: its bytes, and those of it and its script gzipped. */
function countModule(/** @type {string} */ name) {
  const read = (/** @type {string} */ ending) => readFileSync(join(root, "web/src/engine/generated", name + ending));
  const gzipped = (/** @type {string} */ ending) => gzipSync(read(ending), { level: 9 }).length;
  return { wasm: read(".wasm").length, gzipped: gzipped(".wasm"), script: gzipped(".mjs") };
}

function countModules() {
  const [curves, formula] = ["curves", "formula"].map(countModule);
  return { curves, formula, adds: formula.gzipped + formula.script - curves.gzipped - curves.script };
}

await main(async () => {
  await ensureNode();
  await ensure(forModule);
  await buildModule();
  await buildSite();
  const tools = { emscripten: await emscripten.version(), zlib: process.versions.zlib };
  const pages = Object.fromEntries(Object.keys(PAGES).map((page) => [page, countPage(page)]));

  for (const [page, { sizes, total }] of Object.entries(pages)) {
    const { title, budget } = /** @type {import("./first-files.mjs").Page} */ (PAGES[page]);
    say(`\nGzipped bytes before ${title}:`);
    for (const [name, size] of Object.entries(sizes)) say(`  ${String(size).padStart(7)}  ${name}`);
    say(`  ${String(total).padStart(7)}  in total, of at most ${budget}\n`);
  }

  const modules = countModules();
  const { formula, adds } = modules;
  say(
    `${formula.wasm} bytes of formulas, fetched when first needed: gzipped ${formula.gzipped}, script ${formula.script}.`,
  );
  say(`  ${String(adds).padStart(7)}  more than curves alone, of at most ${FORMULA_BUDGET}\n`);

  const today = { tools, pages, modules };
  if (process.argv.includes("--update")) {
    writeFileSync(record, `${JSON.stringify(today, null, 2)}\n`);
    say("Written to tests/bench/size.json.");
  } else if (existsSync(record)) {
    const known = JSON.parse(readFileSync(record, "utf8"));
    if (JSON.stringify(known.tools) !== JSON.stringify(tools)) {
      say(`What is recorded is of other tools (${JSON.stringify(known.tools)}): not compared.`);
    } else if (JSON.stringify(known) !== JSON.stringify(today)) {
      throw new Failure("the sizes have changed from the recorded ones", {
        cure: "If that is meant, run: npm run size -- --update",
      });
    } else {
      say("The same as recorded.");
    }
  }
  for (const [page, { total }] of Object.entries(pages)) {
    const { title, budget, cure } = /** @type {import("./first-files.mjs").Page} */ (PAGES[page]);
    if (total > budget) throw new Failure(`${title} needs ${total - budget} bytes too many`, { cure });
  }
  if (adds > FORMULA_BUDGET) {
    throw new Failure(`formulas add ${adds - FORMULA_BUDGET} bytes too many to the curves`, {
      cure: "See which functions are large: link formula_wasm with --profiling-funcs.",
    });
  }
});
