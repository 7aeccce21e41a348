import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPreset } from "./cmake.mjs";
import { step } from "./console.mjs";
import * as emscripten from "./emscripten.mjs";
import { root, run } from "./run.mjs";

const generated = join(root, "web", "src", "engine", "generated");

/** Builds the WebAssembly module, and what TypeScript has to know of it, into web/src/engine/generated/. */
export async function compileModule() {
  // Ninja knows of the glue alone; without this a lost .wasm would stay lost.
  if (!existsSync(join(generated, "activation.wasm"))) rmSync(join(generated, "activation.mjs"), { force: true });
  const compiler = `${emscripten.compiler()} ${await emscripten.version()}`;
  await buildPreset("wasm", compiler, "the C++ core or its bindings do not compile");
  await run("the ids of the functions could not be read from the module", process.execPath, ["wasm/write-ids.mjs"]);
}

/** The same as a step of a script, with the size of what came out. */
export function buildModule() {
  return step("building the C++ core as WebAssembly (CMake, Ninja)", compileModule, () => {
    const size = gzipSync(readFileSync(join(generated, "activation.wasm"))).length;
    return `WebAssembly module: ${(size / 1000).toFixed(1)} kB gzipped`;
  });
}
