// Which files a page needs before its first figure is painted, read from what was built. tests/web/weight.spec.ts holds
// it against what a browser asks for.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { Failure } from "../../wasm/toolchain/console.mjs";
import { root } from "../../wasm/toolchain/run.mjs";

/** @typedef {{ readonly title: string, readonly budget: number, readonly first?: string, readonly cure: string }} Page */

/**
 * The pages whose beginnings are counted; `first` is the script of the first figure, which no head names.
 * @type {Record<string, Page>}
 */
export const PAGES = {
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
export const dist = join(root, "dist");
const text = (/** @type {string} */ file) => readFileSync(join(dist, file), "utf8");

/** Names without the hash of their content, so that today's can be told from yesterday's. */
export const plain = (/** @type {string} */ name) => name.replace(/^assets\//, "").replace(/-[\w-]{8}(?=\.\w+$)/, "");

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
export function withImports(/** @type {string[]} */ files) {
  const all = new Set(files);
  for (const file of all) if (file.endsWith(".js")) for (const name of importsOf(file)) all.add(name);
  return [...all];
}

/** The scripts of a name: that of an element, and whatever else is called like it. */
export const scriptsOf = (/** @type {string} */ name) =>
  readdirSync(join(dist, "assets"))
    .map((file) => `assets/${file}`)
    .filter((file) => plain(file) === `${name}.js`);

/** All that is fetched before the first figure of a page is painted, by names in dist/. */
export function filesBefore(/** @type {string} */ page) {
  const { first } = /** @type {Page} */ (PAGES[page]);
  const named = namedBy(page);
  const files = withImports(named);
  const late = files.filter((file) => !named.includes(file));
  if (late.length > 0) {
    throw new Failure(`${page} needs ${late.join(", ")}, which it does not name`, {
      cure: "Name it in the head of the page, so that it is fetched together with the rest.",
    });
  }
  if (!first) return files;
  const figure = scriptsOf(first);
  if (figure.length !== 1) throw new Failure(`there is no one script of <${first}> in dist/assets`, { cure: "" });
  return withImports([...files, ...figure]);
}
