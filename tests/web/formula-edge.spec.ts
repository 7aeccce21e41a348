import type { Locator, Page } from "@playwright/test";
import { linkTo } from "./own-formula.js";
import { expect, open, test } from "./playground.js";

/** How bright the edges of a formula's field are beside its middle, above the letters: 0 is no shadow. */
async function shadows(page: Page, formula: Locator): Promise<[left: number, right: number]> {
  const picture = (await formula.screenshot()).toString("base64");
  return page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d", { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    // Below the round corner and above the formula.
    const brightness = (x: number) => {
      const [r = 0, g = 0, b = 0] = context.getImageData(x, 10, 1, 1).data;
      return r + g + b;
    };
    const middle = brightness(Math.round(bitmap.width / 2));
    return [middle - brightness(2), middle - brightness(bitmap.width - 3)] as [number, number];
  }, picture);
}

const WIDE = "(a0 + a1 * x + a2 * x^2 + a3 * x^3) / (1 + |b1 * x + b2 * x^2|) + x * sigmoid(x) * tanh(x)";

for (const theme of ["light", "dark"] as const) {
  test(`a formula wider than its panel has a shadow where it goes on (${theme})`, async ({ page }) => {
    await open(page, linkTo(`f{${WIDE}}`, `&theme=${theme}`));
    const formula = page.getByRole("group", { name: "Formula of f and its derivative" });
    await expect(formula.locator("math")).toHaveCount(2);
    expect(await formula.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeGreaterThan(40);
    let [left, right] = await shadows(page, formula);
    expect(left).toBe(0);
    expect(right).toBeGreaterThan(20);
    // With the keyboard it can be read to its end.
    await formula.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => formula.evaluate((one) => one.scrollLeft)).toBeGreaterThan(20);
    [left, right] = await shadows(page, formula);
    expect(left).toBeGreaterThan(20);
    expect(right).toBeGreaterThan(20);
    await formula.evaluate((one) => one.scrollTo(one.scrollWidth, 0));
    [left, right] = await shadows(page, formula);
    expect(left).toBeGreaterThan(20);
    expect(right).toBe(0);
  });
}

test("a formula that fits has no shadow", async ({ page }) => {
  await open(page, linkTo("f{x^2}"));
  const formula = page.getByRole("group", { name: "Formula of f and its derivative" });
  await expect(formula.locator("math")).toHaveCount(2);
  expect(await shadows(page, formula)).toEqual([0, 0]);
});
