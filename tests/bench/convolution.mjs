import { join } from "node:path";
import { root } from "../../wasm/toolchain/run.mjs";
import { traced } from "./chromium.mjs";
import { plainConvolutions } from "./plain-convolution.mjs";
import { serve } from "./server.mjs";
import { summary } from "./statistics.mjs";

const RUNS = 15;
const SIDE = 2000;
/** How far results may lie apart: sums of nine products, the largest near 8, rounded to float32, and a copied erf. */
const TOLERANCE = 2e-6;

/**
 * `act.convolve` on 4 megapixels of float32 with the edge kernel, and JavaScript's loops, turn by turn in one page. Both
 * make both pictures, the convolved and the activated one, and must agree.
 * @param {import("@playwright/test").Browser} browser
 * @param {keyof typeof plainConvolutions} activation
 */
export async function measureConvolution(browser, activation) {
  const site = await serve(join(root, "dist"));
  // A page of its own: what the compiler has learnt about the loops with another activation would mislead it.
  const page = await browser.newPage();
  await page.goto(`${site.url}embed.html?element=none`);
  await page.evaluate(`globalThis.plain = ${plainConvolutions[activation]}`);
  const { core, loops, apart } = await page.evaluate(
    async ({ activation, side, runs }) => {
      const { load } = await import(new URL("lib/index.js", location.href).href);
      const act = await load();
      const { plain } = /** @type {any} */ (globalThis);
      const image = Float32Array.from(act.random(42).rand(side * side));
      const edge = [-1, -1, -1, -1, 8, -1, -1, -1, -1];
      const kernel = Float32Array.from(edge);
      const byCore = () => act.convolve(image, { width: side, height: side }, edge, { activation });
      const byLoops = () => plain(image, side, side, kernel, 3);
      const timed = (/** @type {() => unknown} */ work) => {
        const begin = performance.now();
        work();
        return performance.now() - begin;
      };
      // Two of each that do not count: by then both are compiled.
      byCore();
      byLoops();
      const [ours, theirs] = [byCore(), byLoops()];
      let apart = 0;
      for (const name of ["convolved", "activated"]) {
        for (let i = 0; i < image.length; i++) apart = Math.max(apart, Math.abs(ours[name][i] - theirs[name][i]));
      }
      /** @type {number[]} */ const core = [];
      /** @type {number[]} */ const loops = [];
      for (let i = 0; i < runs; i++) {
        core.push(timed(byCore));
        loops.push(timed(byLoops));
      }
      return { core, loops, apart };
    },
    { activation, side: SIDE, runs: RUNS },
  );
  await page.close();
  site.close();
  if (!(apart <= TOLERANCE)) throw new Error(`the two convolutions with ${activation} are ${apart} apart`);
  const [ours, theirs] = [summary(core), summary(loops)];
  return { core: ours, plain: theirs, ratio: theirs.median / ours.median, apart };
}

const PAGES = 5;
/** One after the other: drawn in the worker; with another kernel, for which the picture's numbers go there again. */
const ORDERS = [
  { picture: "mountains", size: "2048" },
  { kernel: "sharpen" },
  { kernel: "blur" },
  { activation: "sigmoid" },
];

/**
 * Gives the demo an order and waits until its result is shown. Runs in the page.
 * @param {Record<string, string>} order
 * @returns {Promise<number>} the longest time between two animation frames meanwhile
 */
const obey = (order) =>
  new Promise((resolve) => {
    const demo = /** @type {Element} */ (document.querySelector("convolution-demo"));
    let [begun, longest, last] = [false, 0, 0];
    const frame = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (demo.shadowRoot?.querySelector("progress")) begun = true;
      else if (begun) {
        performance.mark("bench-shown");
        // The frame after it comes when the panels are painted.
        requestAnimationFrame(() => resolve(Math.max(longest, performance.now() - last)));
        return;
      }
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(() => {
      performance.mark("bench-order");
      last = performance.now();
      for (const [name, value] of Object.entries(order)) demo.setAttribute(name, value);
      requestAnimationFrame(frame);
    });
  });

/**
 * The page while `<convolution-demo>` works on 2048 x 2048 pixels in its worker, for each of the orders: how long that
 * takes, the longest task of the main thread meanwhile, and the longest time between two animation frames; the longest
 * of each page, over some pages.
 * @param {import("@playwright/test").Browser} browser
 */
export async function measureResponsiveness(browser) {
  const site = await serve(join(root, "dist"));
  /** @type {number[]} */ const works = [];
  /** @type {number[]} */ const longestTasks = [];
  /** @type {number[]} */ const longestGaps = [];
  for (let i = 0; i < PAGES; i++) {
    const page = await browser.newPage();
    await page.goto(`${site.url}embed.html?element=convolution-demo`);
    await page.getByRole("region", { name: "Activation", exact: true }).waitFor();
    let [longestTask, longestGap] = [0, 0];
    for (const order of ORDERS) {
      await page.waitForTimeout(300);
      const { tasks, marks } = await traced(browser, page, async () => {
        longestGap = Math.max(longestGap, await page.evaluate(obey, order));
      });
      const [begin, shown] = marks;
      works.push(shown.at - begin.at);
      for (const task of tasks) if (task.end > begin.at) longestTask = Math.max(longestTask, task.end - task.start);
    }
    longestTasks.push(longestTask);
    longestGaps.push(longestGap);
    await page.close();
  }
  site.close();
  return { work: summary(works), task: summary(longestTasks), gap: summary(longestGaps) };
}
