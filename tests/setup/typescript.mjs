// Node 20 does not run TypeScript; these two hooks let it, by removing the types on the way in.
// Used as: node --import ./tests/setup/typescript.mjs --test tests/engine/*.test.ts
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

/**
 * TypeScript names the file that will exist after compilation: "./errors.js" for errors.ts.
 * @type {import("node:module").ResolveHook}
 */
export async function resolve(specifier, context, next) {
  if (specifier.startsWith(".") && specifier.endsWith(".js") && context.parentURL) {
    const source = new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL);
    if (existsSync(source)) return next(source.href, context);
  }
  return next(specifier, context);
}

/** @type {import("node:module").LoadHook} */
export async function load(url, context, next) {
  if (!url.startsWith("file:") || !url.endsWith(".ts")) return next(url, context);
  const { transformWithOxc } = await import("vite");
  const file = fileURLToPath(url);
  const { code } = await transformWithOxc(await readFile(file, "utf8"), file, { sourcemap: false });
  return { format: "module", source: code, shortCircuit: true };
}

if (isMainThread) register(import.meta.url);
