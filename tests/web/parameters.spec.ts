import { expect, hashOf, open, reading, test } from "./playground.js";

test("a slider changes the curve, its numbers and the address, and Back takes the whole drag back", async ({
  page,
}) => {
  await open(page, "#functions=elu&x=-1");
  await expect.poll(async () => (await reading(page, "ELU"))[0]).toBe("−0.6321");
  const slider = page.getByRole("slider", { name: "α" });
  await slider.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  await expect(slider).not.toHaveValue("1");
  const alpha = Number(await slider.inputValue());
  // α (e⁻¹ − 1), with e⁻¹ − 1 = −0.6321205588285577 from the golden data's arithmetic.
  await expect
    .poll(async () => (await reading(page, "ELU"))[0])
    .toBe((alpha * -0.6321205588285577).toFixed(4).replace("-", "−"));
  await expect.poll(() => hashOf(page)).toBe(`#functions=elu(alpha=${alpha})&x=-1`);
  await page.goBack();
  await expect(slider).toHaveValue("1");
  await page.goForward();
  await expect(slider).toHaveValue(String(alpha));
});

test("the field takes numbers beyond the slider, and says what is accepted", async ({ page }) => {
  await open(page, "#functions=softmax");
  const field = page.getByRole("textbox", { name: "temperature as a number" });
  await field.fill("250");
  await expect.poll(() => hashOf(page)).toBe("#functions=softmax(temperature=250)");
  await field.fill("0");
  await field.blur();
  await expect(page.getByRole("alert").filter({ hasText: /temperature must be a number/ })).toBeVisible();
  await expect(field).toHaveValue("0");
  await page.getByRole("button", { name: /back to the default/ }).click();
  await expect.poll(() => hashOf(page)).toBe("#functions=softmax");
});

test("focus stays where it is while the page changes around it", async ({ page }) => {
  await open(page, "#functions=elu,leaky_relu&focus=elu");
  const field = page.getByRole("textbox", { name: "alpha as a number" });
  await field.focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(field).toBeFocused();
  await expect.poll(() => hashOf(page)).toMatch(/elu\(alpha=1\.\d+\)/);
});
