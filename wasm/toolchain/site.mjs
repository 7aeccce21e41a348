import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { done, Failure, step } from "./console.mjs";
import { fingerprint, isCurrent, remember } from "./fingerprint.mjs";
import { root, run } from "./run.mjs";

// The page states the digest that its build was tested with.
const inputs = ["web", "wasm", "package.json", "package-lock.json", "tests/golden/digest.txt"];

/** @param {string} config below web/ */
async function bundle(config) {
  const { build } = await import("vite");
  try {
    await build({ configFile: join(root, "web", config), logLevel: "warn" });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new Failure(`Vite could not build web/${config}`, { output: text });
  }
}

/** The page into dist/, the library with its types into dist/lib/. */
async function buildAll() {
  // Emptied rather than removed: a server that is serving the folder keeps it.
  const dist = join(root, "dist");
  if (existsSync(dist)) for (const name of readdirSync(dist)) rmSync(join(dist, name), { recursive: true });
  await bundle("vite.config.ts");
  await bundle("vite.lib.config.ts");
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  await run("the library's types are in error", process.execPath, [tsc, "--project", "web/tsconfig.lib.json"]);
}

/** Builds both unless nothing that goes into them has changed. */
export async function buildSite() {
  const mark = fingerprint(inputs);
  if (isCurrent("site", mark) && existsSync(join(root, "dist", "lib", "index.d.ts"))) {
    return done("Page in dist/, library in dist/lib/: unchanged");
  }
  rmSync(join(root, "build", "site.stamp"), { force: true });
  await step("building the page and the library (Vite)", buildAll, () => "Page in dist/, library in dist/lib/");
  remember("site", mark);
}
