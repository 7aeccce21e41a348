import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildPreset } from "../../wasm/toolchain/cmake.mjs";
import { cmake, ninja } from "../../wasm/toolchain/requirements.mjs";
import { attempt, root } from "../../wasm/toolchain/run.mjs";
import { fuzzer } from "../setup/compilers.mjs";
import { broken } from "./suite.mjs";

export const needs = [cmake, ninja, fuzzer];

/**
 * The programs, each with a corpus: inputs that reach code which no other reaches, with which each run begins. Seeds are kept
 * with the source. `seconds` is how long `npm test` runs it, in which it has to see `least` inputs.
 * @typedef {{ name: string, corpus: string, seeds: readonly string[], longest: number, seconds: number, least: number }} Target
 */

/** @type {Target} */
export const kernels = {
  name: "kernels_fuzz",
  corpus: join("build", "fuzz-corpus"),
  seeds: [],
  longest: 512,
  seconds: 10,
  least: 1000,
};

/** @type {Target} */
export const formulas = {
  name: "formula_fuzz",
  corpus: join("build", "fuzz-formulas"),
  seeds: [join("tests", "fuzz", "formulas")],
  longest: 2400,
  seconds: 60,
  least: 1000,
};

/** An input that fails is written here: the program with its name runs it again. */
const findings = join("build", "fuzz-findings-");

/**
 * @param {Target} target
 * @param {number} seconds
 * @param {readonly string[]} options
 * @param {(text: string) => void} [onOutput]
 */
export async function fuzz(target, seconds, options, onOutput) {
  await buildPreset("fuzz", `${fuzzer.name} ${await fuzzer.version()}`, "the core or its fuzzer does not compile");
  mkdirSync(join(root, target.corpus), { recursive: true });
  const limits = [
    `-max_total_time=${seconds}`,
    `-max_len=${target.longest}`,
    "-timeout=10",
    `-artifact_prefix=${findings}`,
  ];
  const folders = [target.corpus, ...target.seeds];
  return attempt(join("build", "fuzz", "tests", "fuzz", target.name), [...limits, ...options, ...folders], {
    env: { UBSAN_OPTIONS: "print_stacktrace=1" },
    onOutput,
  });
}

async function run() {
  let passed = 0;
  let all = "";
  const notes = [];
  for (const target of [kernels, formulas]) {
    // The same chances each time: no change fails for the luck of another. npm run fuzz takes others.
    const { code, output } = await fuzz(target, target.seconds, ["-seed=1"]);
    const inputs = Number(/Done (\d+) runs/.exec(output)?.[1] ?? 0);
    if (code !== 0 || inputs < target.least) return broken(output.split("\n").slice(-60).join("\n"));
    all += output;
    passed += 1;
    notes.push(`${inputs.toLocaleString("en")} inputs of ${target.name}`);
  }
  return { passed, failed: 0, output: all, note: notes.join(", ") };
}

/** @type {import("./suite.mjs").Suite} */
export const fuzzing = {
  name: "fuzz",
  title: "kernels with arbitrary bits, and formulas of arbitrary text",
  command: "npm run test:fuzz",
  needs,
  builds: [],
  run,
};
