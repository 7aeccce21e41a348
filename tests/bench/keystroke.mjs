import { join } from "node:path";
import { root } from "../../wasm/toolchain/run.mjs";
import { busy, traced } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { summary } from "./statistics.mjs";

const KEYS = 60;
const WARM = 10;

/**
 * The main thread's work from one letter in the formula field to the frame that shows the new curve, value and gradient:
 * parsing, compiling, sampling, drawing. A letter comes every 60 ms, so what waits for a pause in typing stays away.
 * @param {import("@playwright/test").Browser} browser
 */
export async function measureKeystroke(browser) {
  const site = await serve(join(root, "dist"));
  const page = await (await browser.newContext({ viewport: { width: 1360, height: 900 } })).newPage();
  await page.goto(`${site.url}#functions=relu`);
  await page.getByRole("button", { name: /^Your own f\(x\)/ }).click();
  const field = page.locator("formula-editor textarea");
  await field.waitFor();
  await page.waitForTimeout(2000);
  await field.evaluate((/** @type {HTMLTextAreaElement} */ area) => {
    area.focus();
    Object.assign(window, {
      press: async (/** @type {number} */ i) => {
        performance.mark(`bench-input-${i}`);
        // Another digit each time: a formula that is good, and another one.
        area.value = `x * sigmoid(beta * x) + 0.${100 + i}sin(3x)`;
        area.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        await new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve;
            port2.postMessage(undefined);
          });
        });
        performance.mark(`bench-painted-${i}`);
        await new Promise((resolve) => setTimeout(resolve, 60));
      },
    });
  });
  const { tasks, marks } = await traced(browser, page, async () => {
    await page.evaluate(async (keys) => {
      const { press } = /** @type {{ press(i: number): Promise<void> }} */ (/** @type {unknown} */ (window));
      for (let i = 0; i < keys; i++) await press(i);
    }, KEYS);
  });
  const at = (/** @type {string} */ name) => marks.find((mark) => mark.name === name)?.at ?? Number.NaN;
  const work = Array.from({ length: KEYS - WARM }, (_, i) =>
    busy(tasks, at(`bench-input-${i + WARM}`), at(`bench-painted-${i + WARM}`)),
  );
  await page.context().close();
  site.close();
  return summary(work);
}
