import AxeBuilder from "@axe-core/playwright";
import { analysis, code, field, linkTo, message, names, own, startOwn, write } from "./own-formula.js";
import { expect, functionBox, hashOf, open, reading, readoutRow, test } from "./playground.js";

test("a formula that is typed is drawn at once, with a slider for its parameter", async ({ page }) => {
  await startOwn(page);
  await expect(readoutRow(page, "f")).toBeVisible();
  await write(page, "max(0, x) + k");
  await field(page).press("Tab");
  await expect.poll(() => reading(page, "f")).toEqual(["3.0000", "1.0000", "0.0000"]);
  await page.getByRole("textbox", { name: "k as a number" }).fill("-1.5");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("0.5000");
  await expect.poll(() => hashOf(page)).toContain("k=-1.5");
  await page.getByRole("slider", { name: /^k/ }).press("Home");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("−3.0000");
});

test("what is wrong is marked and said while one types, and the last good curve stays", async ({ page }) => {
  await startOwn(page);
  await write(page, "x^2");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("4.0000");
  await field(page).pressSequentially(" + sigmod(x)");
  await expect(page.locator("formula-editor mark")).toHaveText("sigmod");
  await expect(message(page)).toContainText("sigmoid");
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  // The mark lies under the word that it means.
  const [mark, box] = [await page.locator("formula-editor mark").boundingBox(), await field(page).boundingBox()];
  expect(mark?.x).toBeGreaterThan((box?.x ?? 0) + 20);
  expect(await reading(page, "f")).toEqual(["4.0000", "4.0000", "2.0000"]);
  await page.getByRole("button", { name: "Use sigmoid" }).click();
  await expect(field(page)).toHaveValue("x^2 + sigmoid(x)");
  await expect(field(page)).toBeFocused();
  await expect(page.locator("formula-editor mark")).toHaveCount(0);
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("4.8808");
});

test("names are completed with arrows and Enter, and with a click", async ({ page }) => {
  await startOwn(page);
  await write(page, "x * sof");
  await expect(names(page).filter({ hasText: "softplus" })).toBeVisible();
  await field(page).press("ArrowDown");
  const active = await field(page).getAttribute("aria-activedescendant");
  await expect(page.locator(`formula-editor #${active}`)).toHaveAttribute("aria-selected", "true");
  while ((await page.locator("formula-editor [aria-selected=true] code").textContent()) !== "softsign") {
    await field(page).press("ArrowDown");
  }
  await field(page).press("Enter");
  await expect(field(page)).toHaveValue("x * softsign(");
  await field(page).pressSequentially("x)");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("1.3333");
  await field(page).pressSequentially(" + tan");
  await names(page).filter({ hasText: "tanhexp" }).click();
  await expect(field(page)).toHaveValue("x * softsign(x) + tanhexp(");
  await field(page).press("Escape");
  await expect(names(page).first()).toBeHidden();
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("names are completed with a finger, and the keyboard stays", async ({ page }) => {
    await open(page, "#functions=relu");
    await page.locator("#picker > summary").tap();
    await page.getByRole("button", { name: /^Your own f\(x\)/ }).tap();
    await write(page, "x * sof");
    const softsign = names(page).filter({ hasText: "softsign" });
    expect((await softsign.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const blurs = await field(page).evaluateHandle((one) => {
      const seen: string[] = [];
      for (const type of ["touchstart", "blur"]) one.getRootNode().addEventListener(type, () => seen.push(type), true);
      return seen;
    });
    await softsign.tap();
    await expect(field(page)).toHaveValue("x * softsign(");
    await expect(names(page).first()).toBeHidden();
    expect(await blurs.jsonValue()).toEqual(["touchstart"]);
    await field(page).pressSequentially("x)");
    await expect.poll(async () => (await reading(page, "f"))[0]).toBe("1.3333");
  });
});

test("a link with several functions of one's own shows the same to whoever opens it", async ({ page, browser }) => {
  const functions = "relu,My swish{x * sigmoid(beta * x)}(beta=2.5),g{x > a ? 1 : sin(x)}(a=0.5)";
  await open(page, linkTo(functions, "&hidden=g&focus=my%20swish&range=-3,3"));
  await expect(readoutRow(page, "My swish")).toBeVisible();
  await expect(own(page).getByRole("textbox", { name: "Name of the function" })).toHaveValue("My swish");
  await expect(field(page)).toHaveValue("x * sigmoid(beta * x)");
  await expect(page.getByRole("textbox", { name: "beta as a number" })).toHaveValue("2.5");
  await expect(page.getByRole("img", { name: /^Value f\(x\) of ReLU and My swish/ })).toBeVisible();
  await page.getByRole("textbox", { name: "beta as a number" }).fill("3");
  await expect.poll(() => hashOf(page)).toContain("beta=3");
  // 2 / (1 + e⁻⁶) and its derivatives.
  await expect.poll(() => reading(page, "My swish")).toEqual(["1.9951", "1.0123", "−0.0294"]);
  const before = [await reading(page, "My swish"), await reading(page, "g")];
  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(page.url());
  await expect(readoutRow(second, "g")).toBeVisible();
  expect([await reading(second, "My swish"), await reading(second, "g")]).toEqual(before);
  expect(await hashOf(second)).toBe(await hashOf(page));
  await other.close();
});

test("what is no formula in an address is said, and the rest is shown", async ({ page }) => {
  await open(page, linkTo("relu,f{x +}"));
  await expect(page.locator("#notice")).toContainText("functions: f:");
  await expect(readoutRow(page, "ReLU")).toBeVisible();
});

test("a function of one's own is kept on the device, can be taken away, ticked again, renamed and deleted", async ({
  page,
}) => {
  await startOwn(page);
  await write(page, "x^3");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("8.0000");
  const name = own(page).getByRole("textbox", { name: "Name of the function" });
  await name.fill("ReLU");
  await name.press("Enter");
  await expect(own(page).getByRole("alert")).toContainText("already");
  await name.fill("cube, (third)");
  await name.press("Enter");
  await expect(readoutRow(page, "cube third")).toBeVisible();
  await functionBox(page, "cube third").uncheck();
  await expect(readoutRow(page, "cube third")).toHaveCount(0);
  await page.goto("about:blank");
  await open(page, "#functions=relu");
  await functionBox(page, "cube third").check();
  await expect.poll(async () => (await reading(page, "cube third"))[0]).toBe("8.0000");
  await page.getByRole("button", { name: "Delete cube third" }).click();
  await expect(functionBox(page, "cube third")).toHaveCount(0);
  await page.reload();
  await expect(functionBox(page, "ReLU")).toBeVisible();
  await expect(functionBox(page, "cube third")).toHaveCount(0);
});

test("Back undoes what was typed, and the field follows", async ({ page }) => {
  await startOwn(page);
  await write(page, "x^2");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("4.0000");
  await page.goBack();
  await expect(field(page)).toHaveValue("x * sigmoid(beta * x)");
});

test("any function of the catalog can be edited as a copy that starts the same", async ({ page }) => {
  await open(page, "#functions=leaky_relu(negative_slope=0.2)&x=-2");
  const before = await reading(page, "Leaky ReLU");
  await page.getByRole("button", { name: "Edit a copy" }).click();
  await expect(readoutRow(page, "My Leaky ReLU")).toBeVisible();
  await expect(field(page)).toBeFocused();
  expect(await reading(page, "My Leaky ReLU")).toEqual(before);
  await expect(page.getByRole("textbox", { name: "negative_slope as a number" })).toHaveValue("0.2");
});

test("code for every framework is printed with the values of the sliders, and can be copied", async ({ page }) => {
  await open(page, linkTo("My swish{x * sigmoid(beta * x)}(beta=2.5)"));
  await code(page).scrollIntoViewIfNeeded();
  for (const [tab, words] of [
    ["NumPy", /import numpy[\s\S]*def my_swish[\s\S]*2\.5/],
    ["PyTorch", /class \w*[\s\S]*nn\.Parameter/],
    ["JAX", /jax/],
    ["Keras", /keras/],
    ["C++", /double my_swish/],
    ["JavaScript", /function my_?[sS]wish/],
  ] as const) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await expect(code(page)).toContainText(words);
  }
  await page.getByRole("tab", { name: "NumPy", exact: true }).click();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "PyTorch" })).toBeFocused();
  await page.getByRole("checkbox", { name: "Parameters are trained" }).uncheck();
  await expect(code(page)).not.toContainText("nn.Parameter");
  await page.getByRole("textbox", { name: "beta as a number" }).fill("1.25");
  await expect(code(page)).toContainText("1.25");
});

test("the properties are found by the program, each with how sure it is", async ({ page }) => {
  await open(page, linkTo("f{max(0, x)}"));
  await expect(analysis(page)).toContainText("[0, ∞)");
  await expect(analysis(page)).toContainText("1.4142");
  await expect(analysis(page)).toContainText("proved");
  await write(page, "x^2 - 2");
  await expect(analysis(page)).toContainText("[−2, ∞)");
  await expect(analysis(page)).toContainText("−1.4142");
});

test("a function from a paper takes the place of the one that is open", async ({ page }) => {
  await startOwn(page);
  await page.getByRole("button", { name: "From papers" }).click();
  const dialog = page.getByRole("dialog", { name: "Ten worth trying" });
  await expect(dialog.getByRole("listitem")).toHaveCount(10);
  await dialog.getByRole("button", { name: "Try ACON-C" }).click();
  await expect(readoutRow(page, "ACON-C")).toBeVisible();
  await expect(own(page).getByRole("slider")).toHaveCount(3);
});

test("on a phone the field is in sight below the charts when a function is begun", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "#functions=relu");
  await page.locator("#picker > summary").click();
  await page.getByRole("button", { name: /^Your own f\(x\)/ }).click();
  await expect(field(page)).toBeFocused();
  await write(page, "x^2");
  const [box, charts] = [await field(page).boundingBox(), await page.locator(".charts").boundingBox()];
  expect(box?.y).toBeGreaterThanOrEqual((charts?.y ?? 0) + (charts?.height ?? 0));
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

for (const theme of ["light", "dark"] as const) {
  test(`own functions have no accessibility violations (${theme})`, async ({ page }) => {
    await open(page, linkTo("f{x * sigmoid(beta * x)}", `&theme=${theme}`));
    await expect(analysis(page)).toContainText("Gain");
    await expect(code(page)).toContainText("class");
    await write(page, "x * sigmod(beta * x)");
    await expect(page.locator("formula-editor mark")).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await write(page, "x * sig");
    await expect(names(page).first()).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "From papers" }).click();
    expect((await new AxeBuilder({ page }).include("#gallery-dialog").analyze()).violations).toEqual([]);
  });
}
