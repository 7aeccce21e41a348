import { attempt } from "../../wasm/toolchain/run.mjs";
import { versionIn } from "../../wasm/toolchain/versions.mjs";
import { findProgram, isProgram } from "./programs.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const elsewhere = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** No GPU and nothing that asks the network: the same pixels and no other requests on every machine. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser to test in: CHROMIUM if set, else the system's; undefined leaves the choice to Playwright. */
export const systemChromium = () => process.env.CHROMIUM || findProgram(names, elsewhere);

/** The one that `npx playwright install chromium` has downloaded, if it has. */
async function downloadedChromium() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return isProgram(file) ? file : undefined;
}

/** @type {import("../../wasm/toolchain/requirements.mjs").Requirement} */
export const chromium = {
  name: "Chromium",
  async version() {
    const program = systemChromium() ?? (await downloadedChromium());
    if (!program) return undefined;
    // Ubuntu's chromium is a stub that asks for a snap: what does not tell its version is no browser.
    const { code, output } = await attempt(program, ["--version"]);
    return code === 0 ? versionIn(output) : undefined;
  },
  // Text is measured and drawn: without any font the pages would be tested blank.
  packages: { apt: ["chromium", "fonts-dejavu-core"], dnf: ["chromium"], pacman: ["chromium"] },
  otherwise: "Please run: npx playwright install --with-deps chromium",
};
