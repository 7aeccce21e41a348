import { join } from "node:path";
import { root } from "../../wasm/toolchain/run.mjs";
import { busy, traced } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { summary } from "./statistics.mjs";

const INPUTS = 60;
const SIX = "#functions=relu,leaky_relu,gelu,sigmoid,tanh,elu&show=value,gradient&focus=elu";

/**
 * The main thread's work from one input of the α slider to the frame that shows it: six functions, value and gradient
 * charts, 1,000 even samples each (and more where curves bend). Also: layout shift while loading, and work at rest.
 * @param {import("@playwright/test").Browser} browser
 */
export async function measureSlider(browser) {
  const site = await serve(join(root, "dist"));
  const page = await (await browser.newContext({ viewport: { width: 1360, height: 900 } })).newPage();
  await page.addInitScript(() => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += /** @type {{ value: number } & PerformanceEntry} */ (entry).value;
      Object.assign(window, { shift });
    }).observe({ type: "layout-shift", buffered: true });
    Object.assign(window, { shift: 0 });
  });
  await page.goto(site.url + SIX);
  const slider = page.getByRole("slider", { name: "α" });
  await slider.waitFor();
  await slider.evaluate((/** @type {HTMLInputElement} */ input) => {
    input.focus();
    Object.assign(window, {
      move: async (/** @type {number} */ i) => {
        performance.mark(`bench-input-${i}`);
        input.value = String(0.5 + (i % 50) / 25);
        input.dispatchEvent(new Event("input", { bubbles: true }));
        // The page draws in this frame's callbacks; a message sent from the last of them arrives when it is painted.
        await new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve;
            port2.postMessage(undefined);
          });
        });
        performance.mark(`bench-painted-${i}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      },
    });
  });
  const { tasks, marks } = await traced(browser, page, async () => {
    await page.evaluate(async (inputs) => {
      const { move } = /** @type {{ move(i: number): Promise<void> }} */ (/** @type {unknown} */ (window));
      for (let i = 0; i < inputs; i++) await move(i);
    }, INPUTS);
  });
  const at = (/** @type {string} */ name) => marks.find((mark) => mark.name === name)?.at ?? Number.NaN;
  // The first ten warm the just-in-time compiler up.
  const work = Array.from({ length: INPUTS - 10 }, (_, i) =>
    busy(tasks, at(`bench-input-${i + 10}`), at(`bench-painted-${i + 10}`)),
  );

  await page.waitForTimeout(1500);
  const rest = await traced(browser, page, async () => {
    await page.evaluate(() => performance.mark("bench-rest"));
    await page.waitForTimeout(3000);
    await page.evaluate(() => performance.mark("bench-end"));
  });
  const [begin, end] = rest.marks;
  // What asking for the two marks costs is not the page's work.
  const idle = busy(rest.tasks, begin.at + 100, end.at - 100);
  const layoutShift = await page.evaluate(
    () => /** @type {{ shift: number }} */ (/** @type {unknown} */ (window)).shift,
  );
  await page.context().close();
  site.close();
  return { input: summary(work), idlePer3s: idle, layoutShift };
}
