import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildPreset } from "../../wasm/toolchain/cmake.mjs";
import { cmake, emcc, ninja } from "../../wasm/toolchain/requirements.mjs";
import { attempt, root } from "../../wasm/toolchain/run.mjs";
import { catch2, clang, gcc } from "../setup/compilers.mjs";

/**
 * @typedef {object} Build
 * @property {string} preset
 * @property {import("./suite.mjs").Requirement} compiler
 * @property {string[]} program with its leading arguments
 */

/**
 * @param {"gcc" | "clang"} name
 * @param {import("./suite.mjs").Requirement} compiler
 * @returns {Build[]}
 */
const native = (name, compiler) =>
  ["O0", "O3"].map((level) => {
    const preset = `digest-${name}-${level}`;
    return { preset, compiler, program: [join("build", preset, "tests", "digest", "activation_digest")] };
  });

/** The suites of the core compare the digest with sanitizers. @type {Build[]} */
const builds = [
  ...native("gcc", gcc),
  ...native("clang", clang),
  {
    preset: "digest-wasm",
    compiler: emcc,
    program: [process.execPath, join("build", "wasm-test", "tests", "digest", "activation_digest.cjs")],
  },
];

/** The one number that all must give. */
const expected = () => readFileSync(join(root, "tests", "golden", "digest.txt"), "utf8").trim();

/** @param {Build} build */
async function make({ preset, compiler }) {
  const configuration = preset === "digest-wasm" ? "wasm-test" : preset;
  const mark = `${compiler.name} ${await compiler.version()}`;
  await buildPreset(configuration, mark, "the core does not compile", { build: preset });
}

/**
 * What one build prints: the digest of each function by its id, and that of all.
 * @param {Build} build
 */
async function digestsOf({ preset, program: [program, ...args] }) {
  const { code, output } = await attempt(program ?? "", args);
  const digests = new Map([...output.matchAll(/^(\w+) (0x[0-9A-F]{16})$/gm)].map(([, id, digest]) => [id, digest]));
  return { preset, ok: code === 0, output, digests };
}

async function run() {
  for (const build of builds) await make(build);
  // At once: without optimization a program takes half a minute.
  const results = await Promise.all(builds.map(digestsOf));
  const [first] = results;
  const problems = results.flatMap(({ preset, ok, output, digests }) => {
    const all = digests.get("all");
    if (ok && all === expected()) return [];
    const other = [...digests.keys()].filter((id) => id !== "all" && digests.get(id) !== first?.digests.get(id));
    const unlike = other.length > 0 ? `Unlike ${first?.preset}: ${other.join(", ")}.` : "";
    const noticed = output.split("\n").filter((line) => line.includes(":"));
    return [[`${preset} gives ${all ?? output}, and ${expected()} is expected. ${unlike}`, ...noticed].join("\n")];
  });
  return {
    passed: results.length - problems.length,
    failed: problems.length,
    output: problems.join("\n") || expected(),
    note: problems.length === 0 ? `digest ${expected()}` : undefined,
  };
}

/** @type {import("./suite.mjs").Suite} */
export const digest = {
  name: "digest",
  title: "same bits from g++ and clang++, -O0 and -O3, and as WebAssembly",
  command: "npm run test:digest",
  needs: [cmake, ninja, gcc, clang, emcc, catch2],
  builds: [],
  run,
};
