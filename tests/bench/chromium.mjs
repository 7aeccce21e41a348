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
