import { openDemo } from "./demos.js";
import { expect, open, settled, test } from "./playground.js";

test("a plot that is removed leaves nothing behind, and works again when it comes back", async ({ page }) => {
  await open(page, "#show=value,gradient,curvature");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const counts = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { listeners: of("JSEventListeners"), nodes: of("Nodes") };
  };
  const goAndCome = (times: number) =>
    page.evaluate(async (times) => {
      const plot = document.querySelector("activation-plot") as HTMLElement;
      const home = plot.parentElement as HTMLElement;
      for (let i = 0; i < times; i++) {
        plot.remove();
        home.append(plot);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }
    }, times);
  await goAndCome(3);
  const before = await counts();
  expect(Math.min(before.listeners, before.nodes)).toBeGreaterThan(20);
  await goAndCome(20);
  const after = await counts();
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 2);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 10);
  await page.getByRole("textbox", { name: "x from" }).fill("-3");
  await expect(page.getByRole("img", { name: /^Value.*from −3 to 5/ })).toBeVisible();
});

test("nothing runs while nothing moves", async ({ page }) => {
  await open(page);
  await settled(page);
  const frames = await page.evaluate(async () => {
    let asked = 0;
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      asked++;
      return original(callback);
    };
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return asked;
  });
  expect(frames).toBe(0);
});

test("a plot that was squeezed to no width, as in a panel that folds, comes back with its crosshair", async ({
  page,
}) => {
  const plot = await openDemo(page, "activation-plot", { x: "2" });
  const hair = plot.locator(".hair");
  const place = async () => (await hair.boundingBox())?.x;
  await expect.poll(place).toBeGreaterThan(300);
  const before = await place();
  const widen = (width: string) =>
    plot.evaluate(async (one, width) => {
      (one as HTMLElement).style.width = width;
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    }, width);
  await widen("0");
  await widen("");
  await expect.poll(place).toBe(before);
});
