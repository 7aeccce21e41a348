import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { root } from "../../wasm/toolchain/run.mjs";
import { siteConfig } from "../../wasm/toolchain/serve.mjs";
import { freePort } from "../setup/ports.mjs";
import { filesBelow } from "../setup/sources.mjs";

const folder = join("build", "browsers-site");
const listener = readFileSync(new URL("in-page.js", import.meta.url), "utf8");

/** A copy of what was built, in which each page first notes what it complains of. */
function copySite() {
  rmSync(join(root, folder), { recursive: true, force: true });
  cpSync(join(root, "dist"), join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, "in-page.js"), listener);
  for (const page of filesBelow(folder, /\.html$/)) {
    const file = join(root, page);
    const up = "../".repeat(page.split(/[\\/]/).length - 3);
    // First of all: it has to hear the scripts that follow.
    const html = readFileSync(file, "utf8").replace(/<head>/, `$&<script src="${up}in-page.js"></script>`);
    writeFileSync(file, html);
  }
}

/** The digest of each function, computed with the library in a page of another host. @param {string} site */
const digestPage = (site) => `<script type="module">
  window.digests = [];
  try {
    const { load } = await import("${site}lib/index.js");
    const act = await load();
    for (const step of act.digests()) {
      digests.push(step);
      // A page that computes for seconds without a break is taken for hung.
      await new Promise((resolve) => setTimeout(resolve));
    }
    window.finished = true;
  } catch (error) {
    tests.complaints.push(String(error));
  }
</script>`;

/** Somebody's text with a live figure. @param {string} site */
const tutorialPage = (site) => `<h1>A tutorial</h1>
<activation-plot functions="relu,elu(alpha=0.5)" show="value,gradient" range="-4,4" x="2">Curves</activation-plot>
<script type="module" src="${site}embed.js"></script>`;

/** @param {Record<string, string>} pages what stands in the body, by path */
async function serveForeign(pages) {
  const server = createServer((request, response) => {
    const body = pages[request.url ?? ""];
    response.writeHead(body ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" });
    // An empty icon, or browsers ask for one.
    const head = `<meta charset="utf-8"><title>Elsewhere</title><link rel="icon" href="data:,"><script>${listener}</script>`;
    response.end(`<!doctype html><html lang="en"><head>${head}</head><body>${body ?? ""}</body></html>`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { server, url: `http://127.0.0.1:${port}/` };
}

/**
 * The built site behind the server of npm start, and pages of another host that use it.
 * @returns {Promise<{ site: string, foreign: string, close: () => Promise<void> }>}
 */
export async function serveSite() {
  copySite();
  const { preview } = await import("vite");
  const port = await freePort();
  const site = `http://127.0.0.1:${port}/`;
  const server = await preview({
    configFile: siteConfig,
    logLevel: "warn",
    build: { outDir: join(root, folder) },
    preview: { host: "127.0.0.1", port, strictPort: true },
  });
  const { server: foreign, url } = await serveForeign({ "/digest": digestPage(site), "/tutorial": tutorialPage(site) });
  return {
    site,
    foreign: url,
    async close() {
      foreign.close();
      foreign.closeAllConnections();
      await server.close();
    },
  };
}
