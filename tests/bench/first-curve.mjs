import { join } from "node:path";
import { root } from "../../wasm/toolchain/run.mjs";
import { serve } from "./server.mjs";
import { median, summary } from "./statistics.mjs";

const RUNS = 20;
const NETWORK = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };

/** Builds the yardstick: a page that loads Chart.js's line chart and draws one curve. */
async function buildBare() {
  const { build } = await import("vite");
  const outDir = join(root, "build", "bench", "bare");
  await build({
    configFile: false,
    root: join(root, "tests", "bench", "bare"),
    base: "./",
    logLevel: "warn",
    build: { outDir, emptyOutDir: true, target: "es2022", modulePreload: false },
  });
  return outDir;
}

/**
 * Navigation to the frame that follows the first drawn curve, in a browser context of its own: nothing is cached.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 */
async function firstCurve(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await page.addInitScript(() => {
    // A message behind an animation frame arrives when that frame has been handed to the compositor.
    new PerformanceObserver((list) => {
      if (list.getEntriesByName("first-curve").length === 0) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          Object.assign(window, { painted: performance.now() });
        };
        port2.postMessage(undefined);
      });
    }).observe({ type: "mark", buffered: true });
  });
  await page.goto(url);
  const painted = await page.waitForFunction(() => /** @type {{ painted?: number }} */ (window).painted);
  const time = /** @type {number} */ (await painted.jsonValue());
  await context.close();
  return time;
}

/** @param {import("@playwright/test").Browser} browser */
export async function measureFirstCurve(browser) {
  const [site, bare] = [await serve(join(root, "dist")), await serve(await buildBare())];
  /** @type {number[]} */ const ours = [];
  /** @type {number[]} */ const theirs = [];
  // One of each that does not count: the browser itself warms up.
  await firstCurve(browser, site.url);
  await firstCurve(browser, bare.url);
  for (let i = 0; i < RUNS; i++) {
    ours.push(await firstCurve(browser, site.url));
    theirs.push(await firstCurve(browser, bare.url));
  }
  site.close();
  bare.close();
  return { playground: summary(ours), bare: summary(theirs), ratio: median(ours) / median(theirs) };
}
