import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { parseNumber } from "../../web/src/state/numbers.js";
import { expect } from "./playground.js";

export const TAG = "own-data";

export const field = (demo: Locator): Locator => demo.getByRole("textbox", { name: "Your numbers, or CSV" });
export const status = (demo: Locator): Locator => demo.locator(".status");
export const problem = (demo: Locator): Locator => demo.locator("#problem");
export const problems = (demo: Locator): Locator =>
  demo.getByRole("list", { name: "What could not be used" }).getByRole("listitem");

/** Waits until the element says so of what it shows. */
export const shows = (demo: Locator, words: string): Promise<void> => expect(status(demo)).toContainText(words);

/** A row of the statistics: x, f(x) and the gradient. */
export const measure = (demo: Locator, label: string): Promise<string[]> =>
  demo
    .getByRole("group", { name: "Statistics" })
    .getByRole("row")
    .filter({ has: demo.page().getByRole("rowheader", { name: new RegExp(`^${label}(:|$)`) }) })
    .locator("td")
    .allTextContents();

/** The table beneath a histogram. */
export async function bins(demo: Locator, of: string): Promise<{ from: number; to: number; count: number }[]> {
  const figure = demo.locator("figure").filter({ has: demo.page().locator("b", { hasText: of }) });
  await figure.first().locator("summary").click();
  const rows = await demo
    .getByRole("group", { name: `Bins of ${of}` })
    .locator("tbody tr")
    .all();
  return Promise.all(
    rows.map(async (row) => {
      const [from = Number.NaN, to = Number.NaN, count = Number.NaN] = (await row.locator("td").allTextContents()).map(
        parseNumber,
      );
      return { from, to, count };
    }),
  );
}

/** A file dropped on the element; its content may be repeated. */
export async function drop(demo: Locator, name: string, content: string, times = 1): Promise<void> {
  await demo.evaluate(
    (one, { name, content, times }) => {
      const bytes = [...content].every((c) => c.charCodeAt(0) < 256 && content.includes("\u0000"))
        ? Uint8Array.from(content, (c) => c.charCodeAt(0))
        : content.repeat(times);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      for (const type of ["dragover", "drop"]) {
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        one.shadowRoot?.querySelector(".demo")?.dispatchEvent(event);
      }
    },
    { name, content, times },
  );
}

/** What the button saves. */
export async function saved(page: Page, demo: Locator): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent("download");
  await demo.getByRole("button", { name: "Save as CSV" }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}
