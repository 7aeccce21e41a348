import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { buildPreset } from "../../wasm/toolchain/cmake.mjs";
import { cmake, emcc, ninja } from "../../wasm/toolchain/requirements.mjs";
import { attempt } from "../../wasm/toolchain/run.mjs";
import { catch2, clang, gcc } from "../setup/compilers.mjs";
import { broken } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Suite} Suite */

/**
 * @param {number} code
 * @param {string} text
 */
function read(code, text) {
  const output = stripVTControlCharacters(text);
  const all = /All tests passed \((\d+) assertions? in (\d+) test cases?\)/.exec(output);
  const assertions = Number(all?.[1] ?? /assertions: *(\d+)/.exec(output)?.[1] ?? 0);
  const note = `${assertions.toLocaleString("en")} assertions`;
  if (code === 0 && all) return { passed: Number(all[2]), failed: 0, output, note };
  const line = /test cases: *\d+ .*/.exec(output)?.[0] ?? "";
  const failed = Number(/(\d+) failed/.exec(line)?.[1] ?? 0);
  const passed = Number(/(\d+) passed/.exec(line)?.[1] ?? 0);
  return failed > 0 ? { passed, failed, output, note } : broken(output);
}

/**
 * @param {string} preset
 * @param {import("./suite.mjs").Requirement} compiler
 * @param {string[]} program with its leading arguments
 */
async function buildAndRun(preset, compiler, [program, ...args]) {
  await buildPreset(preset, `${compiler.name} ${await compiler.version()}`, "the tests or the core do not compile");
  const { code, output } = await attempt(program, args, {
    env: { UBSAN_OPTIONS: "print_stacktrace=1", ASAN_OPTIONS: "detect_stack_use_after_return=1" },
  });
  return read(code, output);
}

/**
 * @param {"gcc" | "clang"} name
 * @param {import("./suite.mjs").Requirement} compiler
 * @returns {Suite}
 */
const native = (name, compiler) => ({
  name: "core",
  title: `core (${compiler.name}, sanitizers)`,
  command: "npm run test:core",
  needs: [cmake, ninja, compiler, catch2],
  builds: [],
  run() {
    const preset = `native-sanitize-${name}`;
    return buildAndRun(preset, compiler, [join("build", preset, "tests", "activation_tests")]);
  },
});

export const coreGcc = native("gcc", gcc);
export const coreClang = native("clang", clang);

/** @type {Suite} */
export const wasm = {
  name: "wasm",
  title: "core as WebAssembly in Node",
  command: "npm run test:wasm",
  needs: [cmake, ninja, emcc, catch2],
  builds: [],
  run: () =>
    buildAndRun("wasm-test", emcc, [process.execPath, join("build", "wasm-test", "tests", "activation_tests.cjs")]),
};
