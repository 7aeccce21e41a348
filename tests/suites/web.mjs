import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { forModule } from "../../wasm/toolchain/requirements.mjs";
import { attempt, root } from "../../wasm/toolchain/run.mjs";
import { chromium } from "../setup/chromium.mjs";
import { freePort } from "../setup/ports.mjs";
import { broken } from "./suite.mjs";

async function run() {
  const report = join(root, "build", "web-tests.json");
  // A copy: building again while the tests run would pull the files from under them.
  const site = join("build", "tested-site");
  rmSync(join(root, site), { recursive: true, force: true });
  cpSync(join(root, "dist"), join(root, site), { recursive: true });
  rmSync(report, { force: true });
  const cli = join("node_modules", "@playwright", "test", "cli.js");
  const { code, output } = await attempt(
    process.execPath,
    [cli, "test", "--config", "tests/web", "--forbid-only", "--reporter=list,json"],
    {
      env: {
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        ACTIVATION_SITE: site,
        ACTIVATION_PORT: String(await freePort()),
        FORCE_COLOR: "0",
      },
    },
  );
  try {
    const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
    const failed = stats.unexpected + stats.flaky + errors.length;
    const skipped = stats.skipped > 0 ? `${stats.skipped} skipped` : undefined;
    if ((code === 0) === (failed === 0) && stats.expected + failed > 0) {
      return { passed: stats.expected, failed, output, note: skipped };
    }
  } catch {
    // No report: Playwright itself did not come so far, and its output says why.
  }
  return broken(output);
}

/** @type {import("./suite.mjs").Suite} */
export const web = {
  name: "web",
  title: "pages in Chromium",
  command: "npm run test:web",
  needs: [...forModule, chromium],
  builds: ["module", "site"],
  run,
};
