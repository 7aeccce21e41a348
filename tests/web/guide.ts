import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./playground.js";

interface Golden {
  readonly chapters: Readonly<Record<string, { readonly program: string; readonly output: string }>>;
}
const golden: Golden = JSON.parse(readFileSync(new URL("../golden/guide_output.json", import.meta.url), "utf8"));

/** What Python printed, by the names of the chapters' files: 03-sigmoid. */
export const PRINTED = golden.chapters;
export const NAMES = Object.keys(PRINTED);
export const slugOf = (name: string): string => name.slice(3);

export const chapter = (page: Page, name: string): Locator => page.locator(`[data-chapter="${name}"]`);

export async function openGuide(page: Page, hash = ""): Promise<void> {
  await page.goto(`./guide/${hash}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Scrolls to each figure of a chapter and waits until it is alive. */
export async function startFigures(section: Locator): Promise<void> {
  for (const figure of await section.locator("figure.live > :first-child").all()) {
    await figure.scrollIntoViewIfNeeded();
    await expect
      .poll(() => figure.evaluate((one) => Boolean((one as { engine?: unknown }).engine)), await figure.innerText())
      .toBe(true);
  }
}

/** Scrolls to the output of a chapter and waits until it has been computed in this browser. */
export async function computeOutput(section: Locator): Promise<void> {
  await section.locator(".output").scrollIntoViewIfNeeded();
  await expect(section.locator(".computed")).toHaveText("computed just now, in your browser");
}
