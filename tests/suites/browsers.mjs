import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { elapsed } from "../../wasm/toolchain/console.mjs";
import { forModule } from "../../wasm/toolchain/requirements.mjs";
import { root, run as runProgram } from "../../wasm/toolchain/run.mjs";
import { chromium } from "../browsers/chromium.mjs";
import { firefox } from "../browsers/firefox.mjs";
import { serveSite } from "../browsers/site.mjs";
import { each } from "../browsers/tests.mjs";
import { webkit } from "../browsers/webkit.mjs";

/** @typedef {import("../browsers/browser.mjs").Engine} Engine */
/** @typedef {{ passed: number, failed: number, skipped: number, lines: string[] }} Result */

const engines = [chromium, firefox, webkit];

/** Where every package can be had, a check before merging leaves nothing out. */
const complete = () =>
  Boolean(process.env.CI) &&
  existsSync("/etc/os-release") &&
  /^ID="?debian"?$/m.test(readFileSync("/etc/os-release", "utf8"));

/**
 * @param {Engine} engine
 * @param {import("../browsers/tests.mjs").Given} given
 * @returns {Promise<Result>}
 */
async function testIn(engine, given) {
  const lines = [];
  if (!(await engine.needs.version())) {
    const required = complete() || !engine.needs.dispensable;
    lines.push(`${required ? "✗" : "–"} ${engine.needs.name} is not here`);
    return { passed: 0, failed: required ? each.length : 0, skipped: required ? 0 : each.length, lines };
  }
  let failed = 0;
  const browser = await engine.launch();
  try {
    for (const [title, test] of each) {
      const begin = performance.now();
      try {
        await test(browser, given);
        lines.push(`✓ ${engine.name} ${browser.version}: ${title} (${elapsed(begin)})`);
      } catch (error) {
        failed += 1;
        lines.push(
          `✗ ${engine.name} ${browser.version}: ${title}\n  ${error instanceof Error ? error.message : error}`,
        );
      }
    }
  } finally {
    // The tests have their results by now; one that does not let go of its browser is not among them.
    await browser.close().catch(() => {});
  }
  return { passed: each.length - failed, failed, skipped: 0, lines };
}

/** Node is the engine that the others are compared with. @returns {Promise<import("../browsers/tests.mjs").Step[]>} */
const digestsInNode = async () =>
  JSON.parse(await runProgram("the library does not run in Node", process.execPath, ["tests/browsers/node.mjs"]));

async function run() {
  const expected = readFileSync(join(root, "tests", "golden", "digest.txt"), "utf8").trim();
  const inNode = await digestsInNode();
  const site = await serveSite();
  try {
    // At once: starting a browser is mostly waiting.
    const results = await Promise.all(
      engines.map((engine) =>
        testIn(engine, { ...site, expected, inNode }).catch((error) => ({
          passed: 0,
          failed: each.length,
          skipped: 0,
          lines: [`✗ ${engine.name} does not run: ${error instanceof Error ? error.message : error}`],
        })),
      ),
    );
    /** @param {"passed" | "failed" | "skipped"} what */
    const count = (what) => results.reduce((sum, result) => sum + result[what], 0);
    const without = engines.filter((_, index) => results[index]?.skipped).map(({ name }) => name);
    return {
      passed: count("passed"),
      failed: count("failed"),
      output: results.flatMap(({ lines }) => lines).join("\n"),
      note: without.length > 0 ? `${count("skipped")} skipped: ${without.join(" and ")} is not here` : undefined,
    };
  } finally {
    await site.close();
  }
}

/** @type {import("./suite.mjs").Suite} */
export const browsers = {
  name: "browsers",
  title: "same bits in three browser engines",
  command: "npm run test:browsers",
  needs: [...forModule, ...engines.map(({ needs }) => needs)],
  builds: ["module", "site"],
  run,
};
