import { attempt } from "../../wasm/toolchain/run.mjs";
import { versionIn } from "../../wasm/toolchain/versions.mjs";
import { findProgram } from "./programs.mjs";

const names = ["firefox-esr", "firefox"];
const elsewhere = ["/Applications/Firefox.app/Contents/MacOS/firefox"];

/** The Firefox to test in: FIREFOX if set, else the system's. */
export const systemFirefox = () => process.env.FIREFOX || findProgram(names, elsewhere);

/** @type {import("../../wasm/toolchain/requirements.mjs").Requirement} */
export const firefox = {
  name: "Firefox",
  // The first that is driven through WebDriver BiDi alone.
  minimum: "129",
  async version() {
    const program = systemFirefox();
    if (!program) return undefined;
    // Ubuntu's firefox is a stub that asks for a snap: what does not tell its version is no browser.
    const { code, output } = await attempt(program, ["--version"]);
    return code === 0 ? versionIn(output) : undefined;
  },
  packages: { apt: ["firefox-esr"], dnf: ["firefox"], pacman: ["firefox"] },
  otherwise: "Please install Firefox from https://www.mozilla.org/firefox/ or set FIREFOX to its program.",
  dispensable: true,
};
