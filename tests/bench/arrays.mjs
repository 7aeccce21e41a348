// The array kernels against plain JavaScript, TensorFlow.js, ONNX Runtime and a copy, in Node and in Chromium.
// Every function is a race of all who have it, in turn within one run; see arrays/subjects.mjs for what and how long.
import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { say } from "../../wasm/toolchain/console.mjs";
import { root } from "../../wasm/toolchain/run.mjs";
import { ensurePeers } from "./arrays/peers.mjs";
import { absences, head, line, verdictLine } from "./arrays/report.mjs";
import { GROUPS, paceOf, titleOf } from "./arrays/subjects.mjs";
import { verdictsOf } from "./arrays/verdicts.mjs";
import { serve } from "./server.mjs";

/** @typedef {import("./arrays/verdicts.mjs").Row} Row */
/** @typedef {import("./arrays/race.mjs").Subject} Subject */
/**
 * @typedef {object} Races
 * @property {{ tfjs: object, ort: object }} about
 * @property {readonly string[]} ids that the library has
 * @property {(subject: Subject, n: number, pace: import("./arrays/timing.mjs").Pace) => Promise<import("./arrays/race.mjs").Result>} race
 * @property {() => Promise<ReturnType<typeof import("./arrays/ours.mjs").limits>>} limits
 * @property {() => Promise<void>} close
 */

/**
 * Everything by default. --only=gelu,tanh --sizes=1e3,1e6 --groups=value32 --in=node are for those who tune a kernel,
 * --by=least takes the least of all rounds instead of the median: less wrong on a machine that others use too.
 * @param {readonly string[]} args
 */
function choices(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string" },
      sizes: { type: "string" },
      groups: { type: "string" },
      in: { type: "string", default: "node,chromium" },
      by: { type: "string", default: "median" },
    },
  });
  const list = (/** @type {string | undefined} */ text) => text?.split(",");
  const [only, groups, sizes] = [list(values.only), list(values.groups), list(values.sizes)?.map(Number)];
  return {
    places: values.in.split(","),
    by: values.by,
    groups: GROUPS.filter(({ key }) => groups?.includes(key) ?? true).map((group) => ({
      ...group,
      subjects: group.subjects.filter(({ id }) => only?.includes(id) ?? true),
      sizes: group.sizes.filter((n) => sizes?.includes(n) ?? true),
    })),
  };
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @returns {Promise<Races>}
 */
async function chromiumRaces(browser) {
  // A static host without special headers, as the page will have: no shared memory, no threads.
  const site = await serve(root);
  const page = await browser.newPage();
  page.on("pageerror", (error) => say(`  the page: ${error.message}`));
  await page.goto(`${site.url}tests/bench/arrays/page.html`);
  await page.waitForFunction(() => "arrays" in window, undefined, { timeout: 60_000 });
  const { about, ids } = await page.evaluate(() => {
    const { about, ids } = /** @type {any} */ (window).arrays;
    return { about, ids };
  });
  return {
    about,
    ids,
    race: (subject, n, pace) =>
      page.evaluate(([s, size, p]) => /** @type {any} */ (window).arrays.race(s, size, p), [subject, n, pace]),
    limits: () => page.evaluate(() => /** @type {any} */ (window).arrays.limits()),
    async close() {
      await page.close();
      site.close();
    },
  };
}

/** @param {import("./arrays/race.mjs").Result} result */
const leastOf = ({ least }) => ({
  ns: least,
  extra: Object.fromEntries(Object.entries(least).map(([name, ns]) => [name, ns - least.ours])),
});

/**
 * @param {Races} races
 * @param {ReturnType<typeof choices>} choices
 */
async function measure({ race, ids }, { groups, by }) {
  /** @type {Row[]} */
  const rows = [];
  for (const { key, title, subjects, sizes } of groups) {
    // What the bars name is measured in any case; of the rest, what there is.
    const there = key.startsWith("rest") ? subjects.filter(({ id }) => ids.includes(id)) : subjects;
    const skipped = subjects.filter((subject) => !there.includes(subject));
    if (sizes.length === 0 || subjects.length === 0) continue;
    say(`\n${title}, ns per element`);
    if (there.length > 0) say(head(sizes));
    for (const subject of there) {
      const own = [];
      for (const n of sizes) {
        const result = await race(subject, n, paceOf(n, n === sizes[0]));
        own.push({ ...subject, group: key, n, ...result, ...(by === "least" ? leastOf(result) : {}) });
      }
      rows.push(...own);
      say(line(own, sizes));
    }
    if (skipped.length > 0) say(`  not in the library yet: ${skipped.map(titleOf).join(", ")}`);
  }
  return rows;
}

/**
 * @param {() => Promise<import("@playwright/test").Browser>} openBrowser
 * @param {readonly string[]} args
 */
export async function measureArrays(openBrowser, args) {
  const chosen = choices(args);
  await ensurePeers();
  const { nodeRaces } = await import("./arrays/in-node.mjs");
  const { accuracies, accuracyLines, hardInputs } = await import("./arrays/accuracy.mjs");
  /** @type {Record<string, object>} */
  const results = {};
  for (const place of chosen.places) {
    const browser = place === "chromium" ? await openBrowser() : undefined;
    const node = browser ? undefined : await nodeRaces();
    const races = node ?? (await chromiumRaces(/** @type {import("@playwright/test").Browser} */ (browser)));
    const title = browser ? `Chromium ${browser.version()}` : `Node ${process.versions.node}`;
    say(`\nArrays in ${title}, the ${chosen.by} of the rounds; ${JSON.stringify(races.about)}`);
    say(`Load of the machine: ${loadavg()[0].toFixed(1)}, and more than 1 beside this makes figures wobble.`);
    const rows = await measure(races, chosen);
    const limits = await races.limits();
    const verdicts = verdictsOf(rows, limits);
    say(`\nVerdicts in ${title}, at n = 10⁶`);
    for (const verdict of verdicts) say(verdictLine(verdict));
    say("\nWho lacks what");
    for (const one of absences(rows)) say(one);
    const accuracy = node && { golden: await accuracies(node), hard: await hardInputs(node) };
    if (accuracy) for (const one of accuracyLines(accuracy)) say(one);
    results[place] = { title, by: chosen.by, about: races.about, verdicts, limits, accuracy, rows };
    await races.close();
  }
  const folder = join(root, "build", "bench");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "arrays.json"), `${JSON.stringify(results, null, 2)}\n`);
}
