import { join } from "node:path";
import { root } from "../../wasm/toolchain/run.mjs";
import { busy, traced, workPerInput } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { summary } from "./statistics.mjs";

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
  const inputs = Array.from({ length: 60 }, (_, i) => String(0.5 + (i % 50) / 25));
  const work = await workPerInput(browser, page, slider, inputs, 30);

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
