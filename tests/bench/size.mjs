// npm run size: what the first painted curve costs on the wire, to the byte, against its budget.
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

const BUDGET = 110_000;
const record = join(root, "tests", "bench", "size.json");

/** Names without the hash of their content, so that today's can be told from yesterday's. */
const plain = (/** @type {string} */ name) => name.replace(/^assets\//, "").replace(/-[\w-]{8}(?=\.\w+$)/, "");

/** The page and everything it names, all of which is fetched before the first curve; favicon included. */
function firstFiles() {
  const html = readFileSync(join(root, "dist", "index.html"), "utf8");
  const met = html.replace(/<noscript>.*?<\/noscript>/gs, "");
  const named = [...met.matchAll(/<(?:script|link|img)[^>]*?(?:src|href)="(?:\.\/)?([^":]+)"/g)].map(
    ([, name]) => name,
  );
  return ["index.html", ...new Set(named)];
}

/** Statically imported chunks would be fetched too: they must be named in the head, as Vite does. */
function checkImports(/** @type {string[]} */ files) {
  for (const file of files.filter((name) => name.endsWith(".js"))) {
    const text = readFileSync(join(root, "dist", file), "utf8");
    for (const [, name] of text.matchAll(/(?:^|[;}])import\s*(?:[\w{}*,$\s]+?from\s*)?["']\.\/([^"']+)["']/g)) {
      if (!files.some((other) => other.endsWith(name))) {
        throw new Failure(`${file} imports ${name}, which is not counted`, {
          cure: "Name it in the head of the page.",
        });
      }
    }
  }
}

await main(async () => {
  await ensureNode();
  await ensure(forModule);
  await buildModule();
  await buildSite();
  const files = firstFiles();
  checkImports(files);
  /** @type {Record<string, number>} */
  const sizes = {};
  for (const file of files) sizes[plain(file)] = gzipSync(readFileSync(join(root, "dist", file)), { level: 9 }).length;
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const tools = { emscripten: await emscripten.version(), zlib: process.versions.zlib };

  say("\nGzipped bytes before the first painted curve:");
  for (const [name, size] of Object.entries(sizes)) say(`  ${String(size).padStart(7)}  ${name}`);
  say(`  ${String(total).padStart(7)}  in total, of at most ${BUDGET}\n`);

  const today = { tools, sizes, total };
  if (process.argv.includes("--update")) {
    writeFileSync(record, `${JSON.stringify(today, null, 2)}\n`);
    say("Written to tests/bench/size.json.");
  } else if (existsSync(record)) {
    const known = JSON.parse(readFileSync(record, "utf8"));
    if (JSON.stringify(known.tools) !== JSON.stringify(tools)) {
      say(`The recorded ${known.total} bytes are of other tools (${JSON.stringify(known.tools)}): not compared.`);
    } else if (JSON.stringify(known.sizes) !== JSON.stringify(sizes)) {
      throw new Failure(`the sizes have changed from the recorded ${known.total} bytes to ${total}`, {
        cure: "If that is meant, run: npm run size -- --update",
      });
    } else {
      say("The same as recorded.");
    }
  }
  if (total > BUDGET) {
    throw new Failure(`the first curve needs ${total - BUDGET} bytes too many`, {
      cure: "Load what it does not need afterwards: see web/src/surroundings.ts.",
    });
  }
});
