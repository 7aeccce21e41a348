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
    const mark = performance.mark.bind(performance);
    // Both pages mark the moment in which the first curve is drawn. It is seen with the next frame: a message sent from
    // that frame's callback arrives when the frame has been handed on.
    performance.mark = (name, options) => {
      if (name === "first-curve") {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // Told once, by the page: asking it again and again would be work that is measured too.
          port1.onmessage = () => console.info(`painted ${performance.now()}`);
          port2.postMessage(undefined);
        });
      }
      return mark(name, options);
    };
  });
  const told = page.waitForEvent("console", (message) => message.text().startsWith("painted "));
  await page.goto(url, { waitUntil: "commit" });
  const time = Number((await told).text().split(" ")[1]);
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
