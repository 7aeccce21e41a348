import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./playground.js";

/** Opens embed.html with one element; attributes as in its tag. */
export async function openDemo(page: Page, tag: string, attributes: Record<string, string> = {}): Promise<Locator> {
  await page.goto(`./embed.html?${new URLSearchParams({ element: tag, ...attributes })}`);
  const demo = page.locator(tag);
  await expect.poll(() => demo.evaluate((one) => Boolean((one as { engine?: unknown }).engine))).toBe(true);
  return demo;
}

/** Fails with what axe finds. The heading is left to the page that the element is in. */
export async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(["page-has-heading-one"]).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect(found).toEqual([]);
}

/** Nothing is wider than the page. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** Takes the element out of the document and puts it back. */
export async function removeAndReturn(demo: Locator): Promise<void> {
  await demo.evaluate(async (one) => {
    const { parentElement } = one;
    one.remove();
    await new Promise(requestAnimationFrame);
    parentElement?.append(one);
  });
}
