// npm run fuzz -- 3600
// Drives every kernel with arbitrary bits for so many seconds, ten minutes when not given, on all processors. What was
// found to reach new code is kept in build/fuzz-corpus, and the next run goes on from there.
import { availableParallelism } from "node:os";
import { Failure, main, say } from "../wasm/toolchain/console.mjs";
import { ensureNode } from "../wasm/toolchain/node.mjs";
import { ensure } from "../wasm/toolchain/requirements.mjs";
import { fuzz, needs } from "./suites/fuzz.mjs";

await main(async () => {
  await ensureNode();
  await ensure(needs);
  const seconds = Number(process.argv[2] ?? 600);
  if (!Number.isInteger(seconds) || seconds < 1) {
    throw new Failure(`${process.argv[2]} is no number of seconds`, { cure: "npm run fuzz -- 3600 runs for an hour." });
  }
  const options = [`-fork=${availableParallelism()}`];
  const { code } = await fuzz(seconds, options, (text) => say(text.trimEnd()));
  if (code !== 0) {
    throw new Failure("an input failed", {
      cure: "build/fuzz-findings-… holds it: build/fuzz/tests/fuzz/kernels_fuzz with its name runs it again.",
    });
  }
});
