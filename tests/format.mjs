// npm run format: lets clang-format and Biome decide the format of every source file.
import { main, step } from "../wasm/toolchain/console.mjs";
import { ensureNode } from "../wasm/toolchain/node.mjs";
import { ensure } from "../wasm/toolchain/requirements.mjs";
import { run } from "../wasm/toolchain/run.mjs";
import { clangFormat } from "./setup/compilers.mjs";
import { biome, cppFiles } from "./setup/sources.mjs";

await main(async () => {
  await ensureNode();
  await ensure([clangFormat]);
  const files = cppFiles();
  await step(
    "formatting C++",
    () => run("clang-format failed", "clang-format", ["-i", ...files]),
    () => `${files.length} C++ files`,
  );
  await step(
    "formatting TypeScript, CSS and JSON",
    () =>
      run("Biome found what it cannot mend by itself", process.execPath, [biome, "check", "--write", "--colors=off"], {
        cure: "Please mend these by hand, then run npm run check.",
      }),
    () => "TypeScript, CSS and JSON",
  );
});
