import AxeBuilder from "@axe-core/playwright";
import { expect, grip, isDrawnAt, open, plotBox, RELU_ORANGE, reading, settled, test } from "./playground.js";

const SIZES = [
  { width: 1360, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const;
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

test("the first view compares ReLU, sigmoid and tanh at x = 2 with the numbers of the guide", async ({ page }) => {
  await open(page);
  await expect.poll(() => reading(page, "ReLU")).toEqual(["2.0000", "1.0000", "0.0000"]);
  await expect.poll(async () => (await reading(page, "Sigmoid"))[0]).toBe("0.8808");
  await expect.poll(async () => (await reading(page, "Tanh"))[0]).toBe("0.9640");
  await expect(page.locator("#lesson")).toContainText("gradient");
});

test("both charts share one x axis: their plots stand exactly above each other", async ({ page }) => {
  await open(page);
  const [value, gradient] = [await plotBox(page, "value"), await plotBox(page, "gradient")];
  expect(gradient.x).toBe(value.x);
  expect(gradient.width).toBe(value.width);
  expect(gradient.y).toBeGreaterThan(value.y + value.height);
});

test("a curve is where its numbers are", async ({ page }) => {
  await open(page, "#functions=relu&range=-1,1");
  // From −1 to 1 ReLU goes from 0 to 1; the frame leaves 6 % of that free above and below.
  const down = (y: number) => 1 - (y + 0.06) / 1.12;
  for (const x of [-0.5, 0.25, 0.75]) {
    expect(await isDrawnAt(page, "value", [(x + 1) / 2, down(Math.max(0, x))], RELU_ORANGE), `x = ${x}`).toBe(true);
    expect(await isDrawnAt(page, "value", [(x + 1) / 2, down(Math.max(0, x) + 0.2)], RELU_ORANGE)).toBe(false);
  }
});

test("no wall is drawn through the jump of ReLU's gradient, before and after zooming", async ({ page }) => {
  for (const range of ["-5,5", "-0.001,0.001", "-1e-9,2e-9"]) {
    await open(page, `#functions=relu&range=${range}`);
    const [from = 0, to = 0] = range.split(",").map(Number);
    const zero = -from / (to - from);
    for (const y of [0.3, 0.5, 0.7]) {
      expect(await isDrawnAt(page, "gradient", [zero, y], RELU_ORANGE, 6), `${range} at height ${y}`).toBe(false);
    }
    expect(await isDrawnAt(page, "gradient", [zero / 2, 1 - 0.06 / 1.12], RELU_ORANGE), "0 on the left").toBe(true);
    expect(await isDrawnAt(page, "gradient", [(1 + zero) / 2, 0.06 / 1.12], RELU_ORANGE), "1 on the right").toBe(true);
    await page.goto("about:blank");
  }
});

for (const { width, height } of SIZES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`at ${width} px, ${colorScheme}: axe finds nothing and nothing overflows`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await open(page, "#functions=softmax,relu,gelu,elu(alpha=1.5)&show=value,gradient,curvature&focus=elu");
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}

test("nothing moves while the page loads", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Object.assign(window, {
          shifts: (window as never as { shifts: number }).shifts + (entry as never as { value: number }).value,
        });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const { width, height } of SIZES) {
    await page.setViewportSize({ width, height });
    await open(page, width === 768 ? "#functions=relu,leaky_relu,gelu,sigmoid,tanh,elu" : "");
    await settled(page);
    expect(await page.evaluate(() => (window as never as { shifts: number }).shifts), `${width} px`).toBe(0);
    await page.goto("about:blank");
  }
});

test("the policy of the page allows nothing from elsewhere and no code from strings", async ({ page }) => {
  const response = await page.goto("./");
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(meta).toContain("default-src 'none'");
  expect(meta).toContain("script-src 'self' 'wasm-unsafe-eval'");
  for (const source of ["style-src", "img-src", "connect-src"])
    expect(meta).toMatch(new RegExp(`${source} 'self'(;|$)`));
  expect(meta).not.toContain("unsafe-inline");
  expect(response?.headers()["content-security-policy"]).toBe(meta);
});

test("screen readers get the charts in words, the read-out as a table, and the crosshair as a slider", async ({
  page,
}) => {
  await open(page);
  await expect(
    page.getByRole("img", { name: "Value f(x) of ReLU, Sigmoid and Tanh for x from −5 to 5" }),
  ).toBeVisible();
  await expect(page.getByRole("table", { name: "Values, gradients and curvatures at x = 2" })).toBeVisible();
  await expect(grip(page)).toHaveAttribute("aria-valuetext", "x 2, ReLU 2.0000, Sigmoid 0.8808, Tanh 0.9640");
  const rectifiers = page.getByRole("group", { name: "Rectifiers", exact: true });
  await expect(rectifiers.getByRole("heading", { name: "Rectifiers" })).toBeVisible();
  await expect(rectifiers.getByRole("checkbox", { name: "ReLU", exact: true })).toBeChecked();
});
