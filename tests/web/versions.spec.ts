import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, open, test } from "./playground.js";

const versions = (page: Page) => page.locator("framework-versions");
const summary = (page: Page) => versions(page).getByText("Draw the difference");
const verdict = (page: Page) => versions(page).getByRole("status");

/** Whether the canvas has pixels that are neither transparent nor grey. */
const hasCurve = (page: Page) =>
  versions(page)
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < data.length; i += 4) {
        const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(i, i + 4);
        if (alpha > 150 && Math.max(r, g, b) - Math.min(r, g, b) > 60) return true;
      }
      return false;
    });

test("GELU as JAX takes it differs from the exact one by 0.0004732 at x near ±2.7, and the curve shows it", async ({
  page,
}) => {
  await open(page, "#functions=gelu");
  await expect(versions(page)).toContainText("jax.nn.gelu");
  await expect(versions(page)).toContainText("the tanh approximation by default");
  await summary(page).click();
  await versions(page).getByRole("combobox", { name: "Take" }).selectOption("JAX: jax.nn.gelu");
  await versions(page).getByRole("combobox", { name: "minus" }).selectOption("This catalog");
  // From arbitrary-precision arithmetic: at most 4.7324e-4 apart, at ±2.6990.
  await expect(verdict(page)).toHaveText(/^At most 0\.000473\d* apart, at x = −?2\.7, for x from −5 to 5\.$/);
  await expect(versions(page).getByRole("img", { name: "JAX: jax.nn.gelu minus This catalog, over x" })).toBeVisible();
  await expect.poll(() => hasCurve(page)).toBe(true);
});

test("two that compute the same differ nowhere", async ({ page }) => {
  await open(page, "#functions=gelu");
  await summary(page).click();
  await versions(page).getByRole("combobox", { name: "Take" }).selectOption("PyTorch 2: torch.nn.GELU");
  await expect(verdict(page)).toHaveText("The same for x from −5 to 5.");
});

test("the difference follows the range that the charts show", async ({ page }) => {
  await open(page, "#functions=leaky_relu&range=-10,0");
  await summary(page).click();
  // Slopes 0.2 and 0.01 at −10.
  await expect(verdict(page)).toHaveText("At most 1.9 apart, at x = −10, for x from −10 to 0.");
});

test("it is opened and changed by keyboard alone", async ({ page }) => {
  await open(page, "#functions=leaky_relu");
  await versions(page).locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(verdict(page)).toContainText("At most 0.95 apart");
  await page.keyboard.press("Tab");
  await expect(versions(page).getByRole("combobox", { name: "Take" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  // keras.layers.LeakyReLU: 0.3.
  await expect(verdict(page)).toContainText("At most 1.45 apart");
});

test("where all frameworks compute the same there is nothing to draw, and without any no heading", async ({ page }) => {
  await open(page, "#functions=tanh");
  await expect(versions(page)).toContainText("All compute the same.");
  await expect(summary(page)).toHaveCount(0);
  await open(page, "#functions=bent_identity");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Bent identity" })).toBeVisible();
  await expect(versions(page).getByRole("heading")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`opened, ${colorScheme}, at 390 px: axe finds nothing, nothing overflows, the curve is drawn`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    await open(page, "#functions=leaky_relu");
    await summary(page).click();
    await expect(verdict(page)).toContainText("apart");
    await expect.poll(() => hasCurve(page)).toBe(true);
    const { violations } = await new AxeBuilder({ page }).include("framework-versions").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

test("a theme that changes while it is open changes the curve", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, "#functions=gelu");
  await summary(page).click();
  await expect.poll(() => hasCurve(page)).toBe(true);
  const pixels = () =>
    versions(page)
      .locator("canvas")
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const before = await pixels();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(pixels).not.toBe(before);
});
