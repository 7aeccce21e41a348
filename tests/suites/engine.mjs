import { forModule } from "../../wasm/toolchain/requirements.mjs";
import { attempt } from "../../wasm/toolchain/run.mjs";
import { filesBelow } from "../setup/sources.mjs";
import { broken } from "./suite.mjs";

async function run() {
  const files = filesBelow("tests/engine", /\.test\.(ts|mjs)$/);
  if (files.length === 0) return broken("There are no tests in tests/engine.");
  const { code, output } = await attempt(process.execPath, [
    "--import",
    "./tests/setup/typescript.mjs",
    "--test",
    "--test-reporter=spec",
    ...files,
  ]);
  const passed = Number(/^ℹ pass (\d+)/m.exec(output)?.[1] ?? 0);
  const failed = Number(/^ℹ fail (\d+)/m.exec(output)?.[1] ?? 0);
  // A file that throws before its first test counts as a failed test; a run without any is no success.
  return (code === 0) === (failed === 0) && passed + failed > 0 ? { passed, failed, output } : broken(output);
}

/** @type {import("./suite.mjs").Suite} */
export const engine = {
  name: "engine",
  title: "engine API in Node",
  command: "npm run test:engine",
  needs: forModule,
  builds: ["module", "site"],
  run,
};
