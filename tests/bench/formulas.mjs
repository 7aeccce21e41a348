// Typed formulas against math.js, which compiles them too, and against the same written by hand, in Node and in Chromium.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { say } from "../../wasm/toolchain/console.mjs";
import { root } from "../../wasm/toolchain/run.mjs";
import { ensurePeers } from "./arrays/peers.mjs";
import { formulaRacer } from "./formulas/race.mjs";
import { SUBJECTS } from "./formulas/subjects.mjs";
import { measureKeystroke } from "./keystroke.mjs";
import { serve } from "./server.mjs";

/** @typedef {Awaited<ReturnType<ReturnType<typeof formulaRacer>>>} Row */

const N = 1_000_000;
const PACE = { rounds: 9, sample: 15, warmUp: 150 };

/** @param {readonly number[]} values */
const geometricMean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

async function inNode() {
  const require = createRequire(new URL("peers/package.json", import.meta.url));
  const { load } = await import("../../dist/lib/index.js");
  return { race: formulaRacer(await load(), require("mathjs")), close: async () => {} };
}

/** @param {import("@playwright/test").Browser} browser */
async function inChromium(browser) {
  const site = await serve(root);
  const page = await browser.newPage();
  page.on("pageerror", (error) => say(`  the page: ${error.message}`));
  await page.goto(`${site.url}tests/bench/formulas/page.html`);
  await page.waitForFunction(() => "formulas" in window, undefined, { timeout: 60_000 });
  return {
    race: (/** @type {object} */ subject, /** @type {number} */ n, /** @type {object} */ pace) =>
      page.evaluate(([s, size, p]) => /** @type {any} */ (window).formulas.race(s, size, p), [subject, n, pace]),
    async close() {
      await page.close();
      site.close();
    },
  };
}

/** @param {Row} row */
function line({ text, ns, deviation }) {
  const figures = ["value", "all three", "closure", "math.js"].map((name) => ns[name].toPrecision(3).padStart(10));
  const ratios = [ns["math.js"] / ns.value, ns.closure / ns.value, ns["all three"] / ns.value];
  const far = deviation > 1e-9 ? `  math.js deviates by ${deviation.toExponential(1)}` : "";
  return `  ${text.slice(0, 48).padEnd(50)}${figures.join("")}${ratios.map((r) => r.toFixed(2).padStart(9)).join("")}${far}`;
}

/** @param {readonly Row[]} rows */
function verdicts(rows) {
  const bar = (
    /** @type {string} */ title,
    /** @type {number[]} */ ratios,
    /** @type {(r: number) => boolean} */ good,
  ) => {
    const bad = rows.filter((_, i) => !good(ratios[i])).map(({ text }) => text);
    const mean = geometricMean(ratios).toFixed(2);
    say(
      `  ${bad.length === 0 ? "held  " : "MISSED"} ${title}: ${mean}× in geometric mean${bad.length ? `; not: ${bad.join("; ")}` : ""}`,
    );
  };
  bar(
    "at least 4× as fast as math.js",
    rows.map(({ ns }) => ns["math.js"] / ns.value),
    (r) => r >= 4,
  );
  bar(
    "not slower than a closure",
    rows.map(({ ns }) => ns.closure / ns.value),
    (r) => r >= 1,
  );
  bar(
    "all three at most 4× the value",
    rows.map(({ ns }) => ns["all three"] / ns.value),
    (r) => r <= 4,
  );
}

/** @param {() => Promise<import("@playwright/test").Browser>} openBrowser */
export async function measureFormulas(openBrowser) {
  await ensurePeers();
  /** @type {Record<string, object>} */
  const results = {};
  for (const place of ["Node", "Chromium"]) {
    const races = place === "Node" ? await inNode() : await inChromium(await openBrowser());
    say(`\nFormulas over 10⁶ float64 in ${place}, ns per element, medians of ${PACE.rounds} rounds in turn`);
    const head = ["value", "all three", "closure", "math.js"].map((name) => name.padStart(10)).join("");
    say(`  ${"".padEnd(50)}${head}${["/math.js", "/closure", "all/one"].map((name) => name.padStart(9)).join("")}`);
    /** @type {Row[]} */
    const rows = [];
    for (const subject of SUBJECTS) {
      rows.push(await races.race(subject, N, PACE));
      say(line(/** @type {Row} */ (rows.at(-1))));
    }
    verdicts(rows);
    results[place] = rows;
    await races.close();
  }
  const key = await measureKeystroke(await openBrowser());
  const verdict = key.median <= 16 ? "held" : "MISSED";
  say("\nA keystroke in a formula to the painted curve, main-thread work:");
  say(
    `  ${key.median.toFixed(1)} ms (${key.least.toFixed(1)} to ${key.most.toFixed(1)}, ${key.runs} keystrokes) (at most 16 ms: ${verdict})`,
  );
  const folder = join(root, "build", "bench");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "formulas.json"), `${JSON.stringify({ ...results, key }, null, 2)}\n`);
}
