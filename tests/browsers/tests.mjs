import { setTimeout as sleep } from "node:timers/promises";

/** @typedef {import("./browser.mjs").Browser} Browser */
/** @typedef {{ id: string, digest: string, all: string }} Step */
/** @typedef {{ site: string, foreign: string, expected: string, inNode: readonly Step[] }} Given */

/** What in-page.js adds to each page. @type {any} */
const tests = undefined;

/** A busy machine is slow, not wrong. */
const PATIENCE = 60_000;

/** @param {Browser} browser @returns {Promise<string[]>} */
const complaintsOf = (browser) => browser.run(() => tests.complaints);

/** @param {Browser} browser */
async function noComplaints(browser) {
  const complaints = await complaintsOf(browser);
  if (complaints.length > 0) throw new Error(`the page complains: ${complaints.join("; ")}`);
}

/**
 * Asks the page again and again until the answer is yes.
 * @template A
 * @param {Browser} browser
 * @param {string} what is waited for
 * @param {(argument: A) => boolean} work
 * @param {A} [argument]
 */
async function until(browser, what, work, argument) {
  const end = performance.now() + PATIENCE;
  while (!(await browser.run(work, argument))) {
    await noComplaints(browser);
    if (performance.now() > end) throw new Error(`${what}: not within ${PATIENCE / 1000} s`);
    await sleep(100);
  }
}

/**
 * @param {readonly Step[]} steps
 * @param {readonly Step[]} others
 */
const unlike = (steps, others) =>
  others.filter(({ id, digest }, index) => steps[index]?.id !== id || steps[index]?.digest !== digest);

/** @param {Browser} browser @param {Given} given */
async function digest(browser, { foreign, expected, inNode }) {
  await browser.open(`${foreign}digest`);
  await until(browser, "the digest", () => Boolean(/** @type {any} */ (window).finished));
  /** @type {Step[]} */
  const steps = await browser.run(() => /** @type {any} */ (window).digests);
  const other = unlike(steps, inNode).map(({ id }) => id);
  if (other.length > 0) throw new Error(`other bits than in Node: ${other.join(", ")}`);
  const all = steps.at(-1)?.all;
  if (all !== expected) throw new Error(`the digest is ${all}, as in Node, and ${expected} is expected`);
}

/** Moves the crosshair of the first plot by its keys. @param {Browser} browser */
async function moveCrosshair(browser) {
  /** @type {() => number} */
  const x = () => Number(tests.all("[role=slider][aria-label='Crosshair at x']")[0].ariaValueNow);
  const before = await browser.run(x);
  await browser.run(() => tests.all("[role=slider][aria-label='Crosshair at x']")[0].focus());
  await browser.press("ArrowRight");
  await until(
    browser,
    "a crosshair that moves",
    (before) => Number(tests.all("[role=slider][aria-label='Crosshair at x']")[0].ariaValueNow) > before,
    before,
  );
}

/** @param {Browser} browser @param {Given} given */
async function playground(browser, { site }) {
  await browser.open(site);
  await until(browser, "the first curve", () => performance.getEntriesByName("first-curve").length > 0);
  await until(browser, "charts with something on them", () => tests.drawn(2));
  await until(browser, "the numbers at x = 2", () => /0\.8808/.test(tests.all("x-readout")[0].textContent));
  await until(browser, "the list of functions", () => tests.all("function-list input[type=checkbox]").length > 16);
  await moveCrosshair(browser);
  await noComplaints(browser);
}

/** @param {Browser} browser @param {Given} given */
async function guide(browser, { site }) {
  await browser.open(`${site}guide/`);
  await until(browser, "each chapter's figures and output", () => {
    const figures = tests.all("figure.live > :first-child");
    const waiting = [
      ...figures.filter(({ engine }) => !engine),
      ...tests.all(".output").filter((output) => !/computed just now/.test(output.textContent)),
    ];
    waiting[0]?.scrollIntoView({ block: "center" });
    return figures.length > 16 && waiting.length === 0;
  });
  await until(browser, "charts with something on them", () => tests.drawn(8));
  await noComplaints(browser);
}

/** @param {Browser} browser @param {Given} given */
async function embedded(browser, { foreign }) {
  await browser.open(`${foreign}tutorial`);
  await until(browser, "charts with something on them", () => tests.drawn(2));
  await moveCrosshair(browser);
  await browser.run(() => tests.all("activation-plot")[0].setAttribute("functions", "gelu"));
  await until(browser, "GELU instead", () => {
    const readout = tests.all(".readout")[0].textContent;
    return /GELU\s+f\s+\d/.test(readout) && !/ReLU/.test(readout);
  });
  await until(browser, "charts with something on them", () => tests.drawn(2));
  await noComplaints(browser);
}

/** What is tested in each browser: titles are sentences. @type {[string, (browser: Browser, given: Given) => Promise<void>][]} */
export const each = [
  ["the digest of all results is that of every other build", digest],
  ["the playground draws its first curves, shows numbers and moves its crosshair", playground],
  ["the guide's figures come alive and its programs are computed", guide],
  ["a plot works in a page of another host", embedded],
];
