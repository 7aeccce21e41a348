// npm run bench: how fast the page and the library are. Absolute times depend on the machine and wobble; ratios within one
// run do not. npm run bench -- page, -- arrays, -- formulas run these alone. Writes build/bench/*.json.
import { cpus } from "node:os";
import { Failure, main, say } from "../../wasm/toolchain/console.mjs";
import { buildModule } from "../../wasm/toolchain/module.mjs";
import { ensureNode } from "../../wasm/toolchain/node.mjs";
import { ensure } from "../../wasm/toolchain/requirements.mjs";
import { buildSite } from "../../wasm/toolchain/site.mjs";

/**
 * The parts by name. They are imported late: they import npm packages, which ensureNode may only just have installed.
 * @type {Record<string, (openBrowser: () => Promise<import("@playwright/test").Browser>, args: string[]) => Promise<void>>}
 */
const parts = {
  page: async (openBrowser) => (await import("./page.mjs")).measurePage(await openBrowser()),
  arrays: async (openBrowser, args) => (await import("./arrays.mjs")).measureArrays(openBrowser, args),
  formulas: async (openBrowser) => (await import("./formulas.mjs")).measureFormulas(openBrowser),
};

await main(async () => {
  const args = process.argv.slice(2);
  const names = args.filter((arg) => !arg.startsWith("-"));
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    const cure = `The parts are ${Object.keys(parts).join(", ")}.`;
    throw new Failure(`there is no part called ${unknown.join(", ")}`, { cure });
  }
  await ensureNode();
  const { web } = await import("../suites/web.mjs");
  await ensure(web.needs);
  await buildModule();
  await buildSite();
  const { launch } = await import("./chromium.mjs");
  /** @type {import("@playwright/test").Browser | undefined} */
  let browser;
  // Not before it is needed: an idle browser would be a guest in what is measured in Node.
  const openBrowser = async () => {
    browser ??= await launch();
    return browser;
  };
  try {
    say(`${cpus().length} × ${cpus()[0].model}\n`);
    for (const [name, measure] of Object.entries(parts)) {
      if (names.length > 0 && !names.includes(name)) continue;
      await measure(
        openBrowser,
        args.filter((arg) => arg.startsWith("-")),
      );
      await browser?.close();
      browser = undefined;
    }
  } finally {
    await browser?.close();
  }
});
