import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { hexFloat } from "../engine/golden.js";
import { expectNoSidewaysScroll, expectNoViolations, openDemo, removeAndReturn } from "./demos.js";
import { expect, test } from "./playground.js";

const golden = JSON.parse(readFileSync(new URL("../golden/tutorial_seed42.json", import.meta.url), "utf8"));
const shown = ({ hex }: { hex: string[] }) => hex.map((text) => hexFloat(text).toFixed(4).replace("-", "−"));

const unit = (demo: Locator, name: RegExp) => demo.getByRole("radio", { name });
const panel = (demo: Locator) => demo.getByRole("region", { name: "The chosen unit" });

/** Every z and a of the table: [layer, unit, z, a]. */
async function numbers(demo: Locator): Promise<string[][]> {
  const details = demo.locator("details");
  if ((await details.getAttribute("open")) === null) await demo.getByText("Every z and a").click();
  const rows = await demo.locator("details tbody tr").all();
  return Promise.all(rows.map((row) => row.locator("th, td").allTextContents()));
}

for (const id of ["sigmoid", "tanh", "relu"]) {
  test(`with seed 42 and ${id} the network shows NumPy's weights and the exact z and a`, async ({ page }) => {
    const demo = await openDemo(page, "network-demo", { activation: id });
    const { exact, W1 } = golden.network[id];
    const rows = await numbers(demo);
    expect(rows.slice(0, 2).map((row) => row[3])).toEqual(["0.5000", "0.1000"]);
    expect(rows.slice(2, 5).map((row) => row[2])).toEqual(shown(exact.z1));
    expect(rows.slice(2, 5).map((row) => row[3])).toEqual(shown(exact.a1));
    expect(rows.slice(5).map((row) => row.slice(2))).toEqual([[shown(exact.z2)[0], shown(exact.a2)[0]]]);
    await unit(demo, /a₂/).click();
    const weights = panel(demo).getByRole("textbox", { name: /weight from/ });
    const exactText = (at: number) => String(hexFloat(W1.hex[at])).replace("-", "−");
    await expect(weights.nth(0)).toHaveValue(exactText(1));
    await expect(weights.nth(1)).toHaveValue(exactText(4));
  });
}

test("the chosen unit's sum is written out with its numbers, by mouse and by keyboard alone", async ({ page }) => {
  const demo = await openDemo(page, "network-demo");
  const sum = panel(demo).locator(".sum");
  await expect(sum.first()).toHaveText(/z =\s+0\.5000 · 0\.4967 \+\s+0\.1000 · 1\.5230 \+\s+0\.0000 = 0\.4007/);
  await expect(sum.last()).toHaveText(/a = sigmoid\(0\.4007\) = 0\.5988/);
  await unit(demo, /y₁/).hover();
  await expect(sum.first()).toHaveText(
    /0\.5988 · 1\.5792 \+\s+0\.4769 · 0\.7674 \+\s+0\.5745 · \(−0\.4695\) \+\s+0\.0000 = 1\.0419/,
  );
  await page.mouse.move(0, 0);
  await expect(sum.first()).toHaveText(/= 0\.4007/);
  await page.keyboard.press("Tab");
  await expect(unit(demo, /a₁/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(unit(demo, /a₂/)).toBeFocused();
  await expect(sum.first()).toHaveText(/= −0\.0925/);
  await page.keyboard.press("ArrowRight");
  await expect(unit(demo, /Output, y₁, z 1\.0419, a 0\.7392/)).toBeFocused();
  await expect(sum.last()).toHaveText(/= 0\.7392/);
});

test("a weight, a bias and an input can be changed, and the seed brings its weights back", async ({ page }) => {
  const demo = await openDemo(page, "network-demo", { activation: "linear" });
  const box = (name: string | RegExp) => demo.getByRole("textbox", { name, exact: typeof name === "string" });
  await box("weight from x₁").fill("2");
  await box("weight from x₂").fill("-3");
  await box("bias").fill("1");
  await box("x₁").first().fill("10");
  // 10 · 2 + 0.1 · (−3) + 1, by hand.
  await expect(panel(demo).locator(".sum").first()).toHaveText(/= 20\.7000/);
  await expect(demo.getByText("Weights changed by hand.")).toBeVisible();
  await demo.getByRole("button", { name: "Back to the seed's weights" }).click();
  await expect(box("weight from x₁")).toHaveValue("0.4967141530112327");
  await expect(box("bias")).toHaveValue("0");
  await expect(box("x₁").first()).toHaveValue("10");
});

test("seeds from 0 to 4294967295 are taken; others are told so and change nothing", async ({ page }) => {
  const demo = await openDemo(page, "network-demo");
  const seed = demo.getByRole("textbox", { name: "NumPy seed" });
  const first = demo.getByRole("textbox", { name: "weight from x₁" });
  for (const good of ["0", "4294967295"]) {
    await seed.fill(good);
    await expect(first).not.toHaveValue("0.4967141530112327");
    await expect(demo.getByText(`np.random.seed(${good})`)).toBeVisible();
  }
  await seed.fill("42");
  await expect(first).toHaveValue("0.4967141530112327");
  for (const wrong of ["-1", "4294967296", "abc", "1.5"]) {
    await seed.fill(wrong);
    await seed.blur();
    await expect(demo.getByRole("alert").filter({ hasText: "the seed must be" })).toBeVisible();
    await expect(seed).toHaveValue(wrong);
    await expect(first).toHaveValue("0.4967141530112327");
  }
});

test("layers and units come and go; weights set by hand stay where their units do", async ({ page }) => {
  const demo = await openDemo(page, "network-demo");
  await demo.getByRole("textbox", { name: "weight from x₂" }).fill("7");
  const hidden = demo.getByRole("group", { name: "Units of Hidden layer" });
  await hidden.getByRole("button", { name: "One unit more" }).click();
  await expect(demo.getByRole("radio")).toHaveCount(7);
  await expect(demo.getByRole("textbox", { name: "weight from x₂" })).toHaveValue("7");
  await demo.getByRole("button", { name: "One hidden layer more" }).click();
  await expect(demo.getByRole("radio")).toHaveCount(11);
  for (let i = 0; i < 2; i++) await demo.getByRole("button", { name: "One hidden layer more" }).click();
  await expect(demo.getByRole("button", { name: "One hidden layer more" })).toBeDisabled();
  for (let i = 0; i < 4; i++) await demo.getByRole("button", { name: "One hidden layer less" }).click();
  await expect(demo.getByRole("radio")).toHaveCount(3);
  await expect(unit(demo, /y₁/)).toBeVisible();
});

test("each layer has its own activation with parameters, softmax over the whole layer included", async ({ page }) => {
  const demo = await openDemo(page, "network-demo", { sizes: "2,3,3", activation: "elu(alpha=0.5),softmax" });
  await expect(demo.getByRole("textbox", { name: "alpha of Hidden layer" })).toHaveValue("0.5");
  const outputs = (await numbers(demo)).slice(5).map((row) => Number(row[3]));
  expect(outputs.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 3);
  await unit(demo, /y₂/).click();
  await expect(panel(demo)).toContainText("of all 3 z");
  await demo.getByRole("combobox", { name: "Activation of Outputs" }).selectOption("Linear");
  const rows = (await numbers(demo)).slice(5);
  for (const row of rows) expect(row[3]).toBe(row[2]);
});

test("attributes that cannot be used are named, and the tutorial's network is shown instead", async ({ page }) => {
  const demo = await openDemo(page, "network-demo", { sizes: "2,99", activation: "gleu", seed: "x", input: "1,b" });
  const message = demo.locator(".error");
  for (const word of ["sizes: “2,99”", "there is no function “gleu”", "seed: “x”", "input: “1,b”"]) {
    await expect(message).toContainText(word);
  }
  await expect(unit(demo, /y₁/)).toBeVisible();
});

test("removed and brought back, the network shows what the person made of it", async ({ page }) => {
  const demo = await openDemo(page, "network-demo");
  await demo.getByRole("textbox", { name: "weight from x₁" }).fill("3");
  await removeAndReturn(demo);
  await expect(demo.getByRole("textbox", { name: "weight from x₁" })).toHaveValue("3");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no accessibility problem and nothing clipped at 390 px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    const demo = await openDemo(page, "network-demo", { sizes: "2,4,4,1" });
    await demo.getByText("Every z and a").click();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });
}

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true });
  test("a tap on a unit writes out its sum", async ({ page }) => {
    const demo = await openDemo(page, "network-demo");
    await unit(demo, /a₃/).tap();
    await expect(panel(demo).locator(".sum").first()).toHaveText(/= 0\.3004/);
  });
});

test("its menus have the functions that give every unit a number, by family", async ({ page }) => {
  const demo = await openDemo(page, "network-demo", { activation: "glu" });
  const menu = demo.getByRole("combobox", { name: "Activation of Hidden layer" });
  await expect(demo.locator(".error")).toContainText("“glu” does not give every unit of a layer a number");
  await expect(menu.locator("optgroup")).not.toHaveCount(0);
  await expect(menu.locator("optgroup[label='Of a whole vector'] option")).toContainText(["Softmax", "Sparsemax"]);
  for (const id of ["glu", "maxout", "logsumexp"]) await expect(menu.locator(`[value=${id}]`)).toHaveCount(0);
  await menu.selectOption("SiLU");
  await expect(menu).toHaveValue("silu");
});
