import { attempt } from "../../wasm/toolchain/run.mjs";
import { versionIn } from "../../wasm/toolchain/versions.mjs";
import { findProgram } from "./programs.mjs";

/** WebKitGTK's driver, which starts the small browser that belongs to it. */
export const systemWebkitDriver = () => findProgram(["WebKitWebDriver"]);

/** That browser has no headless mode: it needs a display, and Xvfb is one without a screen. */
export const systemXvfb = () => findProgram(["Xvfb"]);

/** @type {import("../../wasm/toolchain/requirements.mjs").Requirement} */
export const webkit = {
  name: "WebKitGTK with Xvfb",
  async version() {
    if (!systemWebkitDriver() || !systemXvfb()) return undefined;
    // Neither tells its version, and the browser does so only on a display: the package knows.
    const { code, output } = await attempt("dpkg-query", ["--show", "webkit2gtk-driver"]);
    return (code === 0 && versionIn(output)) || "2";
  },
  packages: { apt: ["webkit2gtk-driver", "xvfb"] },
  otherwise:
    "WebKitGTK runs on Linux. Please install WebKitWebDriver and Xvfb, on Debian and Ubuntu: webkit2gtk-driver, xvfb.",
  dispensable: true,
};
