import { join } from "node:path";
import { root } from "../../wasm/toolchain/run.mjs";
import { workPerInput } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { summary } from "./statistics.mjs";

/**
 * The main thread's work from a formula that has another digit than the last to the frame that shows its curves, value and
 * gradient beside ReLU's: parsing, compiling, sampling, drawing. The next comes 60 ms after that frame. What waits for a
 * pause in typing is not counted: formulas are printed as mathematics 40 ms after a change, so between two frames; code and
 * analysis wait for 120 and 180 ms, so they do not come at all.
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
  const formulas = Array.from({ length: 60 }, (_, i) => `x * sigmoid(beta * x) + 0.${100 + i}sin(3x)`);
  const work = await workPerInput(browser, page, field, formulas, 60);
  await page.context().close();
  site.close();
  return summary(work);
}
