import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildPreset } from "../../wasm/toolchain/cmake.mjs";
import { cmake, ninja } from "../../wasm/toolchain/requirements.mjs";
import { attempt, root } from "../../wasm/toolchain/run.mjs";
import { fuzzer } from "../setup/compilers.mjs";
import { broken } from "./suite.mjs";

export const needs = [cmake, ninja, fuzzer];

/** Inputs that reach code which no other reaches: each run begins with those of the runs before. */
const corpus = join("build", "fuzz-corpus");
/** An input that fails is written here: kernels_fuzz with its name runs it again. */
const findings = join("build", "fuzz-findings-");

/**
 * @param {number} seconds
 * @param {readonly string[]} options
 * @param {(text: string) => void} [onOutput]
 */
export async function fuzz(seconds, options, onOutput) {
  await buildPreset("fuzz", `${fuzzer.name} ${await fuzzer.version()}`, "the core or its fuzzer does not compile");
  mkdirSync(join(root, corpus), { recursive: true });
  const limits = [`-max_total_time=${seconds}`, "-max_len=512", "-timeout=10", `-artifact_prefix=${findings}`];
  return attempt(join("build", "fuzz", "tests", "fuzz", "kernels_fuzz"), [...limits, ...options, corpus], {
    env: { UBSAN_OPTIONS: "print_stacktrace=1" },
    onOutput,
  });
}

async function run() {
  const { code, output } = await fuzz(10, []);
  const inputs = Number(/Done (\d+) runs/.exec(output)?.[1] ?? 0);
  if (code !== 0 || inputs < 1000) return broken(output.split("\n").slice(-60).join("\n"));
  return { passed: 1, failed: 0, output, note: `${inputs.toLocaleString("en")} inputs` };
}

/** @type {import("./suite.mjs").Suite} */
export const fuzzing = {
  name: "fuzz",
  title: "kernels with arbitrary bits",
  command: "npm run test:fuzz",
  needs,
  builds: [],
  run,
};
