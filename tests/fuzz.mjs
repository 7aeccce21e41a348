// npm run fuzz -- 3600            npm run fuzz -- 3600 formulas
// Drives every kernel with arbitrary bits, or types arbitrary text as formulas, for so many seconds, ten minutes when not
// given, on all processors. What was found to reach new code is kept in build/, and the next run goes on from there.
import { availableParallelism } from "node:os";
import { Failure, main, say } from "../wasm/toolchain/console.mjs";
import { ensureNode } from "../wasm/toolchain/node.mjs";
import { ensure } from "../wasm/toolchain/requirements.mjs";
import { formulas, fuzz, kernels, needs } from "./suites/fuzz.mjs";

await main(async () => {
  await ensureNode();
  await ensure(needs);
  const seconds = Number(process.argv[2] ?? 600);
  if (!Number.isInteger(seconds) || seconds < 1) {
    throw new Failure(`${process.argv[2]} is no number of seconds`, { cure: "npm run fuzz -- 3600 runs for an hour." });
  }
  const options = [`-fork=${availableParallelism()}`];
  const target = process.argv[3] === "formulas" ? formulas : kernels;
  const { code } = await fuzz(target, seconds, options, (text) => say(text.trimEnd()));
  if (code !== 0) {
    throw new Failure("an input failed", {
      cure: `build/fuzz-findings-… holds it: build/fuzz/tests/fuzz/${target.name} with its name runs it again.`,
    });
  }
});
