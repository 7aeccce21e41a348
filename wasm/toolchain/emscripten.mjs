import { existsSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "./run.mjs";
import { versionIn } from "./versions.mjs";

/** The oldest release that is tried: what Debian 12 and Ubuntu 24.04 ship. */
export const minimum = "3.1.6";

/** How to get a current Emscripten on any system. */
export const emsdkInstructions = `Emscripten's own installer works everywhere:
    git clone https://github.com/emscripten-core/emsdk ~/emsdk
    ~/emsdk/emsdk install latest && ~/emsdk/emsdk activate latest
    source ~/emsdk/emsdk_env.sh
  then run the same npm command again in that shell.`;

/** The compiler to use: that of EMSDK if it is set, else whatever is on PATH. wasm/toolchain.cmake looks alike. */
export function compiler() {
  const name = process.platform === "win32" ? "emcc.bat" : "emcc";
  const sdk = process.env.EMSDK;
  const inSdk = sdk ? join(sdk, "upstream", "emscripten", name) : "";
  return inSdk && existsSync(inSdk) ? inSdk : name;
}

/** The version of that compiler, or undefined when there is none that runs. */
export async function version() {
  const { code, output } = await attempt(compiler(), ["--version"]);
  return code === 0 ? versionIn(output) : undefined;
}
