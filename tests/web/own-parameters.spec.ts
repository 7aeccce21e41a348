import { expectNoSidewaysScroll, openDemo } from "./demos.js";
import { linkTo, own, startOwn, write } from "./own-formula.js";
import { expect, open, reading, test } from "./playground.js";

test("functions with names in Greek letters have sliders of their own in an embedded plot", async ({ page }) => {
  const plot = await openDemo(page, "activation-plot", { functions: "α{a * x}(a=2),β{a * x^2}(a=3)", x: "1" });
  await expect(plot.getByRole("slider", { name: /^a/ })).toHaveCount(2);
  const ids = await plot.evaluate((one) => [...(one.shadowRoot?.querySelectorAll("[id]") ?? [])].map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  await plot.getByRole("textbox", { name: "a as a number" }).nth(1).fill("4");
  await expect(plot.getByRole("list", { name: /^At x/ })).toContainText("α f 2.0000");
  await expect(plot.getByRole("list", { name: /^At x/ })).toContainText("β f 4.0000");
});

for (const value of ["1.7976931348623157e308", "-1.2345678901234567e300", "5e-324", "1.2345678901234567e-301"]) {
  test(`the slider of a parameter that is ${value} has ends around it, in its place`, async ({ page }) => {
    await open(page, linkTo(`relu,f{tanh(a_parameter_with_a_name_as_long_as_people_write_them * x)}`));
    const name = "a_parameter_with_a_name_as_long_as_people_write_them";
    await page.getByRole("textbox", { name: `${name} as a number` }).fill(value);
    const slider = own(page).getByRole("slider");
    await expect.poll(async () => Number(await slider.getAttribute("max"))).toBeGreaterThanOrEqual(Math.abs(+value));
    const [min, max] = [Number(await slider.getAttribute("min")), Number(await slider.getAttribute("max"))];
    expect(Number.isFinite(max) && max > 0 && min === -max).toBe(true);
    const filled = await slider.evaluate((one) => Number.parseFloat(one.style.getPropertyValue("--filled")));
    expect(filled).toBeCloseTo(50 + 50 * (+value / max), 3);
    await expect.poll(async () => (await reading(page, "f")).length).toBe(3);
    await expectNoSidewaysScroll(page);
    for (const part of ["label", ".parameter-row", ".number input"]) {
      const [inner, outer] = await own(page).evaluate((one, selector) => {
        const [box, whole] = [one.querySelector(`.parameter ${selector}`) as Element, one as Element];
        const text = document.createRange();
        text.selectNodeContents(box);
        const right = Math.max(box.getBoundingClientRect().right, text.getBoundingClientRect().right);
        return [right, whole.getBoundingClientRect().right];
      }, part);
      expect(inner, part).toBeLessThanOrEqual((outer ?? 0) + 0.5);
    }
    expect((await slider.boundingBox())?.width).toBeGreaterThan(100);
  });
}

test("a name that is refused stays to be mended, with the reason, while everything else goes on", async ({ page }) => {
  await startOwn(page);
  await write(page, "a * x");
  const name = own(page).getByRole("textbox", { name: "Name of the function" });
  await name.fill("ReLU");
  await name.press("Enter");
  await expect(own(page).getByRole("alert").first()).toContainText("there is a function called ReLU already");
  await expect(name).toHaveValue("ReLU");
  await expect(name).toBeFocused();
  await page.getByRole("textbox", { name: "a as a number" }).fill("3");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("6.0000");
  await expect(name).toHaveValue("ReLU");
  await write(page, "a * x^2");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("12.0000");
  await expect(name).toHaveValue("ReLU");
  await expect(own(page).getByRole("alert").first()).toContainText("already");
  await name.press("End");
  await name.pressSequentially(" of mine");
  await name.press("Enter");
  await expect.poll(async () => (await reading(page, "ReLU of mine"))[0]).toBe("12.0000");
  await expect(name).toBeFocused();
  await expect(own(page).getByRole("alert").first()).toHaveText("");
  await name.fill("");
  await name.press("Tab");
  await expect(own(page).getByRole("alert").first()).toContainText("a name needs a letter");
  await name.press("Escape");
  await expect(name).toHaveValue("ReLU of mine");
  await expect(own(page).getByRole("alert").first()).toHaveText("");
});

test("after Delete the focus is on what is described next, and at last on the charts", async ({ page }) => {
  await open(page, linkTo("f{x^2},g{x^3}"));
  const remove = (name: string) => page.getByRole("button", { name: `Delete ${name}` });
  await remove("g").press("Enter");
  await expect(remove("f")).toBeVisible();
  await expect(page.getByRole("region", { name: "Your own function" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(remove("f")).toBeVisible();
  await remove("f").press("Enter");
  await expect(remove("f")).toHaveCount(0);
  await expect(page.locator("#stage")).toBeFocused();
});
