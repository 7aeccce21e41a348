// npm run test:exhaustive -- gelu tanh
// Every one of the 2^32 float32 inputs against the float64 kernel; without names, all elementwise functions. About a
// minute and a half for one, on two cores.
import { join } from "node:path";
import { buildPreset } from "../wasm/toolchain/cmake.mjs";
import { Failure, main, say } from "../wasm/toolchain/console.mjs";
import { ensureNode } from "../wasm/toolchain/node.mjs";
import { cmake, ensure, ninja } from "../wasm/toolchain/requirements.mjs";
import { attempt } from "../wasm/toolchain/run.mjs";
import { gcc } from "./setup/compilers.mjs";

await main(async () => {
  await ensureNode();
  await ensure([cmake, ninja, gcc]);
  const mark = `${gcc.name} ${await gcc.version()}`;
  await buildPreset("digest-gcc-O3", mark, "the core does not compile", { build: "exhaustive" });
  const program = join("build", "digest-gcc-O3", "tests", "exhaustive", "activation_exhaustive");
  const { code, output } = await attempt(program, process.argv.slice(2), { onOutput: (text) => say(text.trimEnd()) });
  if (code !== 0) throw new Failure(output.trim(), { cure: "npm run test:exhaustive -- gelu checks GELU alone." });
});
