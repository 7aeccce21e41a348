import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, isCurrent, remember } from "./fingerprint.mjs";
import { root, run } from "./run.mjs";

/**
 * Configures a preset if it is new or its compiler changed, and builds it.
 * @param {string} preset
 * @param {string} compiler what else than the presets decides the configuration: "emcc 3.1.6"
 * @param {string} failure what a failing build means, in words
 * @param {{ build?: string, onOutput?: (text: string) => void }} [options] build: the build preset, where it is another
 */
export async function buildPreset(preset, compiler, failure, { build = preset, onOutput } = {}) {
  const folder = join("build", preset);
  const mark = [root, compiler, fingerprint(["CMakePresets.json", "wasm/toolchain.cmake"])].join("\n");
  if (!isCurrent(preset, mark) || !existsSync(join(root, folder, "build.ninja"))) {
    // A folder configured for another compiler or place cannot be reconfigured, only made anew.
    rmSync(join(root, folder), { recursive: true, force: true });
    await run(`CMake could not configure the preset ${preset}`, "cmake", ["--preset", preset], { onOutput });
    remember(preset, mark);
  }
  await run(failure, "cmake", ["--build", "--preset", build], { onOutput });
}
