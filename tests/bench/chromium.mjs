import { chromium } from "@playwright/test";
import { chromiumArguments, systemChromium } from "../setup/chromium.mjs";

/** The browser of the page tests, started once for a whole benchmark. */
export const launch = () => chromium.launch({ executablePath: systemChromium(), args: chromiumArguments });

/**
 * What the main thread of a page does while `work` runs, from the browser's own trace.
 * @param {import("@playwright/test").Browser} browser
 * @param {import("@playwright/test").Page} page
 * @param {() => Promise<void>} work
 * @returns {Promise<{ tasks: { start: number, end: number }[], marks: { name: string, at: number }[] }>} in ms
 */
export async function traced(browser, page, work) {
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing", "__metadata"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const marks = traceEvents.filter((event) => event.cat === "blink.user_timing" && /^bench-/.test(event.name));
  const { pid, tid } = marks[0];
  const tasks = traceEvents
    .filter((event) => event.pid === pid && event.tid === tid && event.ph === "X" && /RunTask$/.test(event.name))
    .map(({ ts, dur = 0 }) => ({ start: ts / 1000, end: (ts + dur) / 1000 }));
  return { tasks, marks: marks.map(({ name, ts }) => ({ name, at: ts / 1000 })) };
}

/**
 * Main-thread time between two moments, in ms.
 * @param {readonly { start: number, end: number }[]} tasks
 * @param {number} from
 * @param {number} to
 */
export const busy = (tasks, from, to) =>
  tasks.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);

/** The first inputs warm the just-in-time compiler up. */
const WARM = 10;

/**
 * The main thread's work from each input to the frame that shows it, in ms, but for the first ten.
 * @param {import("@playwright/test").Browser} browser
 * @param {import("@playwright/test").Page} page
 * @param {import("@playwright/test").Locator} field
 * @param {readonly string[]} values what the field takes, one after the other
 * @param {number} pause from a painted frame to the next input, in ms
 */
export async function workPerInput(browser, page, field, values, pause) {
  const { tasks, marks } = await traced(browser, page, () =>
    field.evaluate(
      async (/** @type {HTMLInputElement | HTMLTextAreaElement} */ element, { values, pause }) => {
        element.focus();
        for (const [i, value] of values.entries()) {
          performance.mark(`bench-input-${i}`);
          element.value = value;
          element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
          // The page draws in this frame's callbacks; a message sent from the last of them arrives when it is painted.
          await new Promise((resolve) => {
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = resolve;
              port2.postMessage(undefined);
            });
          });
          performance.mark(`bench-painted-${i}`);
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      },
      { values, pause },
    ),
  );
  const at = (/** @type {string} */ name) => marks.find((mark) => mark.name === name)?.at ?? Number.NaN;
  return values.map((_, i) => busy(tasks, at(`bench-input-${i}`), at(`bench-painted-${i}`))).slice(WARM);
}
