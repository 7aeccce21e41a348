import { expect, hashOf, open, readoutRow, test } from "./playground.js";

const paper = (page: Parameters<typeof open>[0]) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const WHITE = "rgb(255, 255, 255)";

test("the theme follows the system, can be set, is remembered, and a link can name it", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  expect(await paper(page)).not.toBe(WHITE);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => paper(page)).toBe(WHITE);

  const button = page.getByRole("button", { name: /^Theme/ });
  await button.click();
  await button.click();
  await expect(button).toHaveAccessibleName("Theme: dark");
  await expect.poll(() => paper(page)).not.toBe(WHITE);
  await expect.poll(() => hashOf(page)).toBe("#theme=dark");

  // In another tab without a word in the address: as chosen last.
  await page.goto("about:blank");
  await open(page);
  expect(await paper(page)).not.toBe(WHITE);
  await page.goto("about:blank");
  await open(page, "#theme=light");
  expect(await paper(page)).toBe(WHITE);
});

test("choosing a view keeps the chosen theme", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("link", { name: "The dying unit" }).click();
  await expect(readoutRow(page, "Leaky ReLU")).toBeVisible();
  await expect.poll(() => paper(page)).not.toBe(WHITE);
});
