import { chapter, computeOutput, NAMES, openGuide, PRINTED, slugOf, startFigures } from "./guide.js";
import { expect, test } from "./playground.js";

test("there are sixteen chapters, which the contents name in their order", async ({ page }) => {
  await openGuide(page);
  expect(NAMES).toHaveLength(16);
  const links = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
  await expect(links).toHaveCount(16);
  const hashes = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).hash));
  expect(hashes).toEqual(NAMES.map((name) => `#${slugOf(name)}`));
  const ids = await page.locator("[data-chapter]").evaluateAll((all) => all.map(({ id }) => id));
  expect(ids).toEqual(NAMES.map(slugOf));
});

for (const name of NAMES) {
  test(`${name}: formula, living figures, and the output that Python prints`, async ({ page }) => {
    // What is there in the end was computed here, not at build time: that is taken out of the page.
    await page.route("**/guide/", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<samp>[^<]*<\/samp>/g, "<samp></samp>");
      await route.fulfill({ response, body });
    });
    await openGuide(page, `#${slugOf(name)}`);
    const section = chapter(page, name);
    await expect(section.getByRole("heading", { level: 2 })).toBeInViewport();
    await expect(section.locator("math").first()).toBeVisible();
    await startFigures(section);
    await computeOutput(section);
    expect(await section.locator("samp").textContent()).toBe(PRINTED[name]?.output);
    const answer = section.locator("details").first();
    await expect(answer.locator("p").first()).toBeHidden();
    await answer.locator("summary").click();
    await expect(answer.locator("p").first()).toBeVisible();
  });
}

test("the buttons copy programs that run by themselves", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openGuide(page);
  for (const name of NAMES) {
    const button = chapter(page, name).getByRole("button", { name: /^Copy the program: / });
    await button.scrollIntoViewIfNeeded();
    await button.click();
    await expect(button).toHaveText("Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText()), name).toBe(PRINTED[name]?.program);
  }
});

/** The numbers of the tutorial, read off the figures at x = 2 and at x = −3. */
for (const [name, two, minusThree] of [
  ["02-linear", "2.0000", "−3.0000"],
  ["03-sigmoid", "0.8808", "0.0474"],
  ["04-tanh", "0.9640", "−0.9951"],
  ["05-relu", "2.0000", "0.0000"],
  ["06-leaky-relu", "2.0000", "−0.0300"],
  ["07-elu", "2.0000", "−0.9502"],
] as const) {
  test(`${name}: the figure shows the tutorial's values, by keyboard alone`, async ({ page }) => {
    await openGuide(page, `#${slugOf(name)}`);
    const section = chapter(page, name);
    await startFigures(section);
    const plot = section.locator("activation-plot").first();
    const crosshair = plot.getByRole("slider", { name: "Crosshair at x" });
    const now = async () => Number(await crosshair.getAttribute("aria-valuenow"));
    await crosshair.focus();
    for (const [x, value] of [
      [2, two],
      [-3, minusThree],
    ] as const) {
      for (let i = 0; i < 200 && (await now()) !== x; i++) {
        await page.keyboard.press((await now()) > x ? "ArrowLeft" : "ArrowRight");
      }
      expect(await now()).toBe(x);
      await expect(plot.locator(".readout")).toContainText(value);
    }
  });
}

test("a stack of linear layers is one line, and bends once a function comes between", async ({ page }) => {
  await openGuide(page);
  const stack = page.locator("linear-stack");
  await startFigures(chapter(page, "01-activation"));
  await expect(stack).toContainText(
    /Straight\. All 3 layers together are one layer: y = −?\d\.\d{4} · x [+−]\s+\d\.\d{4}\./,
  );
  await stack.getByRole("slider", { name: "Hidden layers" }).focus();
  await page.keyboard.press("End");
  await expect(stack).toContainText("Straight.");
  await stack.getByText("ReLU", { exact: true }).click();
  await expect(stack).not.toContainText("Straight.");
});

test("ten gradients of the sigmoid leave a millionth, as Python says", async ({ page }) => {
  await openGuide(page, "#gradients");
  await startFigures(chapter(page, "11-gradients"));
  const product = page.locator("gradient-product");
  const x = product.getByRole("slider", { name: /^x/ });
  await x.focus();
  for (let i = 0; i < 100 && (await x.inputValue()) !== "0"; i++) await page.keyboard.press("ArrowLeft");
  expect(PRINTED["11-gradients"]?.output).toContain("depth 10: sigmoid at its best leaves 9.54e-07");
  await expect(product.getByRole("row").filter({ hasText: "Sigmoid" })).toContainText("9.5·10⁻⁷");
});

test("all chapters share one engine: each module is fetched once, and nothing from elsewhere", async ({ page }) => {
  const modules: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) modules.push(request.url().replace(/^.*\/|-[\w-]{8}(?=\.)/g, ""));
  });
  await openGuide(page);
  for (const name of NAMES) await startFigures(chapter(page, name));
  const engines = await page.evaluate(() => {
    const started = [...document.querySelectorAll("[data-chapter] figure.live > :first-child")] as {
      engine?: unknown;
    }[];
    return [started.length, new Set(started.map(({ engine }) => engine)).size];
  });
  expect(engines[0]).toBeGreaterThan(16);
  expect(engines[1]).toBeLessThanOrEqual(2);
  expect(modules.sort()).toEqual(["activation.wasm", "first.wasm"]);
});
