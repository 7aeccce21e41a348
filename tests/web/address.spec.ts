import { expect, functionBox, hashOf, open, reading, test, xField } from "./playground.js";

const NOTICE = "#notice";

test("a whole view comes back from its address", async ({ page }) => {
  await open(
    page,
    "#functions=elu(alpha=2),gelu&hidden=gelu&focus=elu&show=gradient,curvature&range=-3,1.5&x=-0.5&digits=all&theme=dark",
  );
  await expect(functionBox(page, "ELU")).toBeChecked();
  await expect(functionBox(page, "ReLU")).not.toBeChecked();
  await expect(page.getByRole("img", { name: "Gradient f′(x) of ELU for x from −3 to 1.5" })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Value/ })).toHaveCount(0);
  await expect(page.getByRole("slider", { name: "α" })).toHaveValue("2");
  await expect(xField(page)).toHaveValue("−0.5");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator(NOTICE)).toBeEmpty();
  // f(−0.5) = 2 (e^−0.5 − 1)
  await expect.poll(async () => (await reading(page, "ELU"))[0]).toMatch(/^−0\.7869386805747\d+$/);
});

test("an address changed by hand is followed, and back and forward work", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    location.hash = "#functions=linear";
  });
  await expect(functionBox(page, "Linear")).toBeChecked();
  await functionBox(page, "ELU").check();
  await expect.poll(() => hashOf(page)).toBe("#functions=linear,elu");
  await page.goBack();
  await expect(functionBox(page, "ELU")).not.toBeChecked();
  await page.goBack();
  await expect(functionBox(page, "Sigmoid")).toBeChecked();
  await page.goForward();
  await page.goForward();
  await expect(functionBox(page, "ELU")).toBeChecked();
});

const WRONG = [
  ["functions=gleu,relu", "there is no function “gleu”"],
  ["functions=elu(alpha=abc)", "alpha of ELU cannot be “abc”, so it is 1"],
  ["functions=elu(beta=2)", "ELU has no parameter “beta”"],
  ["functions=relu,relu", "“relu” is there twice"],
  ["range=5,-5", "“5,-5” is not a range like −5,5"],
  ["range=abc", "“abc” is not a range"],
  ["x=here", "“here” is not a number"],
  ["show=slope", "“slope” names none of value, gradient, curvature"],
  ["digits=5", "“5” is neither 4 nor all"],
  ["theme=pink", "“pink” is not a theme"],
  ["hidden=gleu", "there is no function “gleu” to hide"],
  ["color=red", "color: this is not a word the playground knows"],
  ["x=%zz", "“%zz” is not a number"],
] as const;

for (const [hash, words] of WRONG) {
  test(`#${hash} falls back and says so`, async ({ page }) => {
    await open(page, `#${hash}`);
    await expect(page.locator(NOTICE)).toContainText(words);
    await expect(page.locator("activation-plot canvas").first()).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await expect(page.locator(NOTICE)).toBeEmpty();
  });
}

test("the skip link leads to the charts and leaves the view alone", async ({ page }) => {
  await open(page, "#functions=elu");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the charts" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#stage")).toBeFocused();
  expect(await hashOf(page)).toBe("#functions=elu");
});

test("text from an address is shown as text", async ({ page }) => {
  await open(page, "#functions=<img src=x onerror=alert(1)>");
  await expect(page.locator(NOTICE)).toContainText("<img src=x onerror=alert");
  await expect(page.locator(`${NOTICE} img`)).toHaveCount(0);
});

test("the link that is copied is the view, even just after a change", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await xField(page).fill("1.25");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#x=1\.25$/);
});
