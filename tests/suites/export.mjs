// The programs that formulas are exported as, run in their own languages and compared with exact results.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPreset } from "../../wasm/toolchain/cmake.mjs";
import { Failure } from "../../wasm/toolchain/console.mjs";
import { cmake, ninja } from "../../wasm/toolchain/requirements.mjs";
import { attempt, root } from "../../wasm/toolchain/run.mjs";
import { judge, unused } from "../export/compare.mjs";
import * as languages from "../export/languages.mjs";
import { gcc } from "../setup/compilers.mjs";

/** @typedef {import("./suite.mjs").Suite} Suite */
/** @typedef {import("../export/compare.mjs").Case} Case */

/** @type {import("./suite.mjs").Requirement} */
const python = {
  name: "Python with NumPy and PyTorch",
  async version() {
    const { code, output } = await attempt(languages.interpreter, [
      "-c",
      "import numpy, torch; print(torch.__version__)",
    ]);
    return code === 0 ? output.trim().split("\n").at(-1) : undefined;
  },
  packages: { apt: ["python3-numpy", "python3-torch"], pacman: ["python-numpy", "python-pytorch"] },
};

/** @returns {Promise<{ folder: string, x: number[], formulas: Case[] }>} */
async function cases() {
  // The digest's build: the program lies beside that.
  const preset = "digest-gcc-O3";
  await buildPreset(preset, `${gcc.name} ${await gcc.version()}`, "the core does not compile", { build: "export" });
  const program = join("build", preset, "tests", "export", "activation_export");
  const { code, output } = await attempt(program, [join("tests", "export", "formulas.txt")]);
  if (code !== 0) throw new Failure("formulas.txt has what is no formula", { output });
  const folder = join(root, "build", "export");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "cases.json"), output);
  return { folder, ...JSON.parse(output) };
}

/**
 * @param {(folder: string, x: number[], formulas: Case[]) => Promise<[string, (import("../export/compare.mjs").Result | string)[]][]>} run
 * @param {string[]} names of the languages
 */
const comparing = (names, run) => async () => {
  const { folder, x, formulas } = await cases();
  const verdicts = (await run(folder, x, formulas)).map(([language, results]) => judge(language, x, formulas, results));
  const failures = [
    ...verdicts.flatMap((one) => one.failures),
    ...unused(
      names,
      verdicts.flatMap((one) => [...one.used]),
    ),
  ];
  const tight = verdicts.map((one) => `${one.language} ${one.tight} of ${one.count}`).join(", ");
  const count = verdicts.reduce((sum, one) => sum + one.count, 0);
  return {
    passed: count - failures.length,
    failed: failures.length,
    output: failures.join("\n") || tight,
    note: `to the last digits: ${tight}`,
  };
};

/** @type {Suite} */
export const programs = {
  name: "programs",
  title: "formulas against exact results: the core, and its programs in C++ and JavaScript",
  command: "npm run test:programs",
  needs: [cmake, ninja, gcc],
  builds: [],
  run: comparing(["core", "cpp", "javascript"], async (folder, x, formulas) => [
    ["core", formulas.map(({ core }) => core)],
    ["cpp", await languages.cpp(folder, x, formulas)],
    ["javascript", await languages.javascript(folder, x, formulas)],
  ]),
};

/** @type {Suite} */
export const frameworks = {
  name: "export",
  title: "exported programs: NumPy and PyTorch, and JAX and Keras on stand-ins",
  command: "npm run test:export",
  needs: [cmake, ninja, gcc, python],
  builds: [],
  run: comparing(["numpy", "pytorch", "jax", "keras"], async (folder) => {
    const results = [];
    for (const name of ["numpy", "pytorch", "pytorch, learnable", "jax", "keras", "keras, learnable"]) {
      results.push(/** @type {[string, any]} */ ([name, await languages.python(folder, name)]));
    }
    return results;
  }),
};
