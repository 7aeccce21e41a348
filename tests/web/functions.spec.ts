import { expect, functionBox, hashOf, open, reading, readoutRow, test } from "./playground.js";

test("choosing functions adds and removes curves, rows and legend, and keeps to the address", async ({ page }) => {
  await open(page);
  await functionBox(page, "GELU").check();
  await expect(readoutRow(page, "GELU")).toBeVisible();
  await expect(page.getByRole("heading", { name: "GELU" })).toBeVisible();
  await expect.poll(() => hashOf(page)).toBe("#functions=relu,sigmoid,tanh,gelu");
  await functionBox(page, "Sigmoid").uncheck();
  await expect(readoutRow(page, "Sigmoid")).toHaveCount(0);
  await expect.poll(() => hashOf(page)).toBe("#functions=relu,tanh,gelu");
  await expect(page.getByRole("img", { name: /^Value f\(x\) of ReLU, Tanh and GELU/ })).toBeVisible();
});

test("without any function the page says what to do", async ({ page }) => {
  await open(page, "#functions=relu");
  await functionBox(page, "ReLU").uncheck();
  await expect(page.getByText("Choose a function to see its curve.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Choose a function to see its curve.")).toBeVisible();
});

test("the search finds by name, author and formula, from the keyboard alone", async ({ page }) => {
  await open(page, "#functions=tanh");
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Find a function" });
  await expect(search).toBeFocused();
  await page.keyboard.type("hendrycks");
  await expect(page.locator("function-list .function")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(readoutRow(page, "GELU")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(search).toHaveValue("");
  await expect(page.locator("function-list .function")).toHaveCount(8);
  await page.keyboard.type("nothing like it");
  await expect(page.getByText("No function matches")).toBeVisible();
});

test("every function has a sparkline, and it follows the function's parameter", async ({ page }) => {
  await open(page, "#functions=leaky_relu");
  const paths = page.locator("function-list .sparkline path");
  await expect(paths).toHaveCount(8);
  const path = page.locator("function-list [data-id=leaky_relu] path");
  const before = await path.getAttribute("d");
  await page.getByRole("textbox", { name: "negative_slope as a number" }).fill("0.8");
  await expect.poll(() => path.getAttribute("d")).not.toBe(before);
});

test("the legend hides, isolates and brings back curves", async ({ page }) => {
  await open(page);
  const legend = page.getByRole("list", { name: "Curves" });
  await legend.getByRole("button", { name: "Sigmoid", exact: true }).click();
  await expect(legend.getByRole("button", { name: "Sigmoid", exact: true })).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("img", { name: /^Value f\(x\) of ReLU and Tanh for/ })).toBeVisible();
  await expect.poll(() => hashOf(page)).toBe("#hidden=sigmoid");
  await legend.getByRole("button", { name: "Show only Tanh" }).click();
  await expect(page.getByRole("img", { name: /^Value f\(x\) of Tanh for/ })).toBeVisible();
  await expect.poll(() => hashOf(page)).toBe("#hidden=relu,sigmoid");
  await legend.getByRole("button", { name: "Show all curves" }).click();
  await expect(page.getByRole("img", { name: /ReLU, Sigmoid and Tanh/ }).first()).toBeVisible();
  await expect.poll(() => reading(page, "Sigmoid")).toHaveLength(3);
});

test("curvature comes and goes, and one chart always stays", async ({ page }) => {
  await open(page);
  const charts = page.locator("activation-plot canvas");
  await expect(charts).toHaveCount(2);
  await page.getByRole("button", { name: "f″(x), curvature" }).click();
  await expect(charts).toHaveCount(3);
  await expect.poll(() => hashOf(page)).toBe("#show=value,gradient,curvature");
  for (const name of ["f(x), value", "f′(x), gradient", "f″(x), curvature"]) {
    await page.getByRole("button", { name }).click();
  }
  await expect(charts).toHaveCount(1);
});

test("several curves differ by dashes as well as colours; a single one is solid", async ({ page }) => {
  await open(page);
  const dashes = () =>
    page
      .locator("activation-plot .legend line")
      .evaluateAll((lines) => lines.map((line) => line.getAttribute("stroke-dasharray")));
  expect(new Set(await dashes()).size).toBe(3);
  await functionBox(page, "ReLU").uncheck();
  await functionBox(page, "Sigmoid").uncheck();
  await expect(page.locator("activation-plot .legend line")).toHaveCount(1);
  await expect.poll(dashes).toEqual([""]);
});

test("the details show formula, properties and references of the function that is asked for", async ({ page }) => {
  await open(page);
  await readoutRow(page, "ReLU").getByRole("button").click();
  const details = page.locator("function-details");
  await expect(details.getByRole("heading", { name: "ReLU" })).toBeVisible();
  await expect(details.locator("math").first()).toBeVisible();
  await expect(details.locator("dl")).toContainText("Range");
  await expect(details.getByRole("link").first()).toHaveAttribute("href", /^https:\/\/(arxiv\.org|doi\.org|\S+)/);
  await expect.poll(() => hashOf(page)).toBe("#focus=relu");
});

test("softmax is drawn along its first logit and its whole output listed", async ({ page }) => {
  await open(page, "#functions=softmax&x=2");
  await expect.poll(async () => (await reading(page, "Softmax of [x, 1, 0.1]"))[0]).toBe("0.6590");
  const table = page.getByRole("table", { name: "Softmax of [2, 1, 0.1]" });
  await expect(table.getByRole("row")).toHaveText([/logit/, /0\.6590/, /0\.2424/, /0\.0986/, /sum\s*1\.0000/]);
});

test("each view worth seeing opens and says what to look at", async ({ page }) => {
  await open(page, "#functions=linear");
  const links = page.getByRole("navigation", { name: "Worth seeing" }).getByRole("link");
  for (const link of await links.all()) {
    await link.click();
    await expect(page.locator("#lesson")).not.toBeEmpty();
    await expect(page.locator("#notice")).toBeEmpty();
  }
});
