import { existsSync } from "node:fs";
import { join } from "node:path";
import { forModule } from "../../wasm/toolchain/requirements.mjs";
import { attempt, root } from "../../wasm/toolchain/run.mjs";
import { clangFormat } from "../setup/compilers.mjs";
import { biome, cppFiles, typescriptProjects } from "../setup/sources.mjs";

/**
 * @param {string} what
 * @param {string} program
 * @param {readonly string[]} args
 */
async function one(what, program, args) {
  const { code, output } = await attempt(program, args);
  return { ok: code === 0, output: code === 0 ? "" : `${what}:\n${output.trim()}` };
}

/** Format, lint and types: what a machine can say of the sources without running them. */
async function run() {
  const tsc = join("node_modules", "typescript", "bin", "tsc");
  const results = await Promise.all([
    one("C++ format (npm run format mends it)", "clang-format", ["--dry-run", "-Werror", ...cppFiles()]),
    one("TypeScript, CSS and JSON (npm run format mends most)", process.execPath, [biome, "ci", "--colors=off"]),
    ...typescriptProjects
      .filter((project) => existsSync(join(root, project)))
      .map((project) => one(`types of ${project}`, process.execPath, [tsc, "--noEmit", "--project", project])),
  ]);
  const failures = results.filter(({ ok }) => !ok);
  return {
    passed: results.length - failures.length,
    failed: failures.length,
    output: failures.map(({ output }) => output).join("\n\n"),
  };
}

/** @type {import("./suite.mjs").Suite} */
export const check = {
  name: "check",
  title: "format, lint and types",
  command: "npm run check",
  needs: [...forModule, clangFormat],
  // The engine's types import the ids, which come out of the module; the tests' types import the library's.
  builds: ["module", "site"],
  run,
};
