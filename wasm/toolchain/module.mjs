import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPreset } from "./cmake.mjs";
import { step } from "./console.mjs";
import * as emscripten from "./emscripten.mjs";
import { root, run } from "./run.mjs";

const generated = join(root, "web", "src", "engine", "generated");

const names = ["activation", "curves", "formula", "first"];

/** Builds the WebAssembly modules, and what TypeScript has to know of it, into web/src/engine/generated/. */
export async function compileModule() {
  // Ninja knows of the glue alone; without this a lost .wasm would stay lost.
  for (const name of names) {
    if (!existsSync(join(generated, `${name}.wasm`))) rmSync(join(generated, `${name}.mjs`), { force: true });
  }
  const compiler = `${emscripten.compiler()} ${await emscripten.version()}`;
  await buildPreset("wasm", compiler, "the C++ core or its bindings do not compile");
  await run("the ids of the functions could not be read from the module", process.execPath, ["wasm/write-ids.mjs"]);
}

/** The same as a step of a script, with the size of what came out. */
export function buildModule() {
  return step("building the C++ core as WebAssembly (CMake, Ninja)", compileModule, () => {
    const [whole, curves, formula, first] = names.map((name) => {
      const size = gzipSync(readFileSync(join(generated, `${name}.wasm`))).length;
      return `${(size / 1000).toFixed(1)} kB`;
    });
    return `WebAssembly modules: ${whole} gzipped; all curves alone ${curves}, with formulas ${formula}, the first alone ${first}`;
  });
}
