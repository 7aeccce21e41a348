import { test as bare, type Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNoViolations } from "./demos.js";
import { chapter, computeOutput, NAMES, openGuide, PRINTED, slugOf, startFigures } from "./guide.js";
import { expect, test } from "./playground.js";

const contents = (page: Page) => page.getByRole("navigation", { name: "Contents" });
const link = (page: Page, name: string) => contents(page).getByRole("link", { name, exact: true });

/** What is in the window once the page has come to rest. */
const topOf = (page: Page, slug: string) =>
  page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN, slug);

test("the contents lead to a chapter and mark where the reader is; the line above shows how far that is", async ({
  page,
}) => {
  await openGuide(page);
  await expect(contents(page).locator("[aria-current]")).toHaveCount(0);
  const progress = () =>
    page.locator(".progress i").evaluate((line) => line.getBoundingClientRect().width / window.innerWidth);
  await expect.poll(progress).toBe(0);
  await link(page, "Softmax").click();
  await expect(page).toHaveURL(/#softmax$/);
  await expect(page.getByRole("heading", { name: /^8 Softmax/ })).toBeInViewport();
  await expect(link(page, "Softmax")).toHaveAttribute("aria-current", "location");
  await expect.poll(progress).toBeGreaterThan(0.2);
  const half = await progress();
  expect(half).toBeLessThan(0.7);
  await page.keyboard.press("End");
  await expect(link(page, "Your own data")).toHaveAttribute("aria-current", "location");
  await expect.poll(progress).toBeGreaterThan(0.98);
  await expect(contents(page).locator("[aria-current]")).toHaveCount(1);
});

test("the chapter that is reached is marked, also when a busy browser tells late of all that were passed", async ({
  page,
}) => {
  await page.addInitScript(() => {
    // What a page that is short of time gets: the observations of many frames in one call.
    const Real = window.IntersectionObserver;
    window.IntersectionObserver = class extends Real {
      constructor(told: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        let late: IntersectionObserverEntry[] = [];
        super((entries, observer) => {
          if (late.length === 0) {
            setTimeout(() => {
              const all = late;
              late = [];
              told(all, observer);
            }, 600);
          }
          late.push(...entries);
        }, options);
      }
    };
  });
  await openGuide(page);
  const passed = ["sigmoid", "tanh", "relu", "elu", "softmax"];
  await page.evaluate(async (slugs) => {
    for (const slug of slugs) {
      document.getElementById(slug)?.scrollIntoView();
      // Two frames each: one to observe, one to be sure of it.
      for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, passed);
  await expect(link(page, "Softmax")).toHaveAttribute("aria-current", "location");
  await expect(contents(page).locator("[aria-current]")).toHaveCount(1);
});

test("previous and next lead through all chapters, there and back", async ({ page }) => {
  await openGuide(page, `#${slugOf(NAMES[0] as string)}`);
  const turn = (name: string, label: string) => chapter(page, name).locator(".turn").getByRole("link", { name: label });
  for (const [i, name] of NAMES.entries()) {
    const next = NAMES[i + 1];
    if (!next) break;
    await turn(name, "Next").click();
    await expect(page).toHaveURL(new RegExp(`#${slugOf(next)}$`));
    await expect(chapter(page, next).getByRole("heading", { level: 2 })).toBeInViewport();
  }
  await turn("16-own-data", "Previous").click();
  await expect(page).toHaveURL(/#reading$/);
  await expect(turn("01-activation", "Previous")).toHaveCount(0);
  await expect(turn("16-own-data", "Next")).toHaveCount(0);
});

for (const width of [1360, 768, 390]) {
  test(`figures that start move nothing below them, ${width} px wide`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await openGuide(page);
    const heights = () =>
      page
        .locator("[data-chapter]")
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
    const before = await heights();
    for (const name of NAMES) {
      await startFigures(chapter(page, name));
      await computeOutput(chapter(page, name));
    }
    const after = await heights();
    // Fonts differ from machine to machine, and with them a line here and there.
    const moved = NAMES.filter((_, i) => Math.abs((after[i] as number) - (before[i] as number)) > 60);
    expect(moved, `${before} became ${after}`).toEqual([]);
  });
}

test("a link to a late chapter leads there although no figure before it has started", async ({ page }) => {
  await openGuide(page, "#language");
  await startFigures(chapter(page, "13-language"));
  expect(await page.locator("linear-stack").evaluate((one) => Boolean((one as { engine?: unknown }).engine))).toBe(
    false,
  );
  await openGuide(page, "#language");
  await expect(page.getByRole("heading", { name: /^13 Language/ })).toBeInViewport();
  expect(Math.abs(await topOf(page, "language"))).toBeLessThan(200);
});

for (const [scheme, width] of [
  ["light", 1360],
  ["dark", 1360],
  ["light", 390],
  ["dark", 390],
] as const) {
  test(`nothing keeps anyone out of any chapter, ${scheme}, ${width} px wide`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await openGuide(page);
    for (const name of NAMES) {
      await startFigures(chapter(page, name));
      await computeOutput(chapter(page, name));
      await chapter(page, name).locator(".try summary").click();
    }
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });
}

test("with the keyboard alone: to the text, to a chapter, its figure, its program and its answer", async ({ page }) => {
  await openGuide(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement?.closest("[data-chapter]")?.id ?? "");
  expect(await focused()).toBe("activation");
  await link(page, "Sigmoid").focus();
  await page.keyboard.press("Enter");
  await startFigures(chapter(page, "03-sigmoid"));
  const met = new Set<string>();
  for (let i = 0; i < 40 && (await page.evaluate(() => document.activeElement?.closest(".turn"))) === null; i++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      let active = document.activeElement;
      const outer = active?.localName;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return [
        outer,
        active?.getAttribute("role") ?? active?.localName,
        active?.textContent?.trim().slice(0, 12),
      ].join();
    });
    if (here.startsWith("activation-plot,slider")) {
      await page.keyboard.press("ArrowRight");
      met.add("crosshair");
    }
    if (here.startsWith("button,button,Copy")) met.add("copy");
    if (here.startsWith("summary")) {
      await page.keyboard.press("Enter");
      met.add("answer");
    }
  }
  expect([...met]).toEqual(["crosshair", "copy", "answer"]);
  await expect(chapter(page, "03-sigmoid").locator("activation-plot .readout")).toContainText("0.8");
  await expect(chapter(page, "03-sigmoid").locator("details p").first()).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#tanh$/);
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("the contents fold out and away again, and every link and button is large enough for a finger", async ({
    page,
  }) => {
    await openGuide(page);
    const button = page.getByRole("button", { name: "Contents" });
    await expect(link(page, "ReLU")).toBeHidden();
    await button.tap();
    await link(page, "ReLU").tap();
    await expect(page).toHaveURL(/#relu$/);
    await expect(link(page, "ReLU")).toBeHidden();
    await expect(page.getByRole("heading", { name: /^5 ReLU/ })).toBeInViewport();
    await expect(button).toContainText("Contents");
    await button.tap();
    await page.keyboard.press("Escape");
    await expect(link(page, "ReLU")).toBeHidden();
    await chapter(page, "05-relu").locator(".turn").getByRole("link", { name: "Next" }).tap();
    await expect(page).toHaveURL(/#leaky-relu$/);
    for (const target of await page.locator("button:visible, summary:visible, .turn a:visible").all()) {
      expect((await target.boundingBox())?.height ?? 0, await target.innerText()).toBeGreaterThanOrEqual(36);
    }
  });
});

// What such a page has preloaded it does not use, of which the browser complains.
bare.describe("without JavaScript", () => {
  bare.use({ javaScriptEnabled: false });

  bare("the guide can be read, with pictures of the plots and the outputs of the programs", async ({ page }) => {
    await openGuide(page);
    for (const name of NAMES) {
      expect(await chapter(page, name).locator("samp").textContent(), name).toBe(PRINTED[name]?.output);
    }
    const picture = chapter(page, "03-sigmoid").getByRole("img", { name: /^Sigmoid for x from −10 to 10/ });
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toBeVisible();
    const note = page.locator("network-demo noscript");
    await expect(note).toBeVisible();
    expect(await note.textContent()).toContain("which needs JavaScript");
  });
});
