import { expectNoSidewaysScroll, expectNoViolations, openDemo, removeAndReturn } from "./demos.js";
import { openGuide } from "./guide.js";
import { expect, test } from "./playground.js";

test("it sets the textbook's results beside ours, which are right to the last digit at every point", async ({
  page,
}) => {
  const demo = await openDemo(page, "accuracy-table");
  const rows = demo.getByRole("table").getByRole("row");
  expect(await rows.count()).toBeGreaterThan(14);
  for (const row of (await rows.all()).slice(1))
    await expect(row.locator(".here")).toContainText("right to the last digit");
  const gelu = rows.filter({ hasText: "f(−10)" });
  await expect(gelu.getByRole("rowheader")).toHaveText("GELU f(−10)");
  await expect(gelu.locator(".textbook")).toContainText("x / 2 * (1 + erf(x / sqrt(2)))");
  await expect(gelu.locator(".textbook b")).toHaveText("0");
  await expect(gelu.locator(".textbook")).toContainText("no digit is right");
  // From arbitrary-precision arithmetic.
  await expect(gelu.locator(".here b")).toHaveText("−7.619853024160526·10⁻²³");
  await expect(rows.filter({ hasText: "f(710)" }).locator(".textbook")).toContainText("∞ ulp off");
  await expect(rows.filter({ hasText: "Log-softmax" }).getByRole("rowheader")).toContainText("f([40, 1, 0.1])");
  await expect(demo.locator("[data-right=true]")).toHaveCount(1);
});

test("the guide has it in an appendix, after its sixteen chapters and with an anchor of its own", async ({ page }) => {
  await openGuide(page, "#exactness");
  const appendix = page.locator("#exactness");
  const heading = appendix.getByRole("heading", { level: 2, name: /^Appendix: how exact the numbers are/ });
  await expect(heading).toBeInViewport();
  await expect(page.locator("[data-chapter]")).toHaveCount(16);
  await expect(page.locator("#own-data + section")).toHaveAttribute("id", "exactness");
  await expect(appendix.getByRole("table")).toBeVisible();
  const height = () => appendix.evaluate((one) => one.getBoundingClientRect().height);
  const started = await height();
  await page.reload();
  await expect(heading).toBeInViewport();
  await expect(appendix.getByRole("table")).toBeVisible();
  expect(await height()).toBe(started);
  await expect(page.getByRole("link", { name: "appendix", exact: true })).toHaveAttribute("href", "#exactness");
});

for (const width of [1360, 390]) {
  test(`its place in the guide is kept free before it starts, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openGuide(page);
    const element = page.locator("accuracy-table");
    const height = () => element.evaluate((one) => one.getBoundingClientRect().height);
    const before = await height();
    await element.scrollIntoViewIfNeeded();
    await expect(element.getByRole("table")).toBeVisible();
    expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(1);
  });
}

test("removed and brought back it computes again", async ({ page }) => {
  const demo = await openDemo(page, "accuracy-table");
  await expect(demo.getByRole("rowheader").first()).toBeVisible();
  // What it showed before would stay if nothing were computed.
  await demo.evaluate((one) => {
    const { engine } = one as unknown as { engine: { textbook(): unknown } };
    const textbook = engine.textbook.bind(engine);
    Object.assign(window, { computed: 0 });
    engine.textbook = () => {
      (window as unknown as { computed: number }).computed++;
      return textbook();
    };
  });
  await removeAndReturn(demo);
  await expect.poll(() => page.evaluate(() => (window as unknown as { computed: number }).computed)).toBe(1);
  await expect(demo.getByRole("rowheader").first()).toBeVisible();
});

for (const [width, colorScheme] of [
  [900, "light"],
  [390, "dark"],
] as const) {
  test(`no accessibility problem and nothing clipped at ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    const demo = await openDemo(page, "accuracy-table");
    await expect(demo.getByRole("rowheader").first()).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });
}
