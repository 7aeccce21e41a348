import { LESSONS } from "../../web/src/page/lessons.js";
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
  const rows = page.locator("function-list .function");
  const all = await rows.count();
  // An author and a year, a framework's name for it, a name.
  for (const [words, name] of [
    ["klambauer 2017", "SELU"],
    ["jax.nn.squareplus", "Squareplus"],
    ["gelu tanh", "GELU (tanh)"],
  ] as const) {
    await page.keyboard.type(words);
    await expect(rows).toHaveCount(1);
    await page.keyboard.press("Enter");
    await expect(readoutRow(page, name)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(search).toHaveValue("");
    await expect(rows).toHaveCount(all);
  }
  await page.keyboard.type("nothing like it");
  await expect(page.getByText("No function matches")).toBeVisible();
});

test("every function has a sparkline, and it follows the function's parameter", async ({ page }) => {
  await open(page, "#functions=leaky_relu");
  const rows = page.locator("function-list .function");
  const paths = page.locator("function-list .sparkline path");
  // Those in sight and a few more are there; the others come when they are scrolled near.
  await expect.poll(() => paths.count()).toBeGreaterThan(8);
  expect(await paths.count()).toBeLessThan(await rows.count());
  for (const row of await rows.all()) await row.scrollIntoViewIfNeeded();
  await expect(paths).toHaveCount(await rows.count());
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
  await expect(details.locator("dl.properties")).toContainText("Range");
  await expect(details.locator("dl.versions")).toContainText("torch.nn.ReLU");
  await expect(details.getByRole("link").first()).toHaveAttribute("href", /^https:\/\/(arxiv\.org|doi\.org|\S+)/);
  await expect.poll(() => hashOf(page)).toBe("#focus=relu");
});

test("softmax is drawn along its first logit and its whole output listed", async ({ page }) => {
  await open(page, "#functions=softmax&x=2");
  await expect.poll(async () => (await reading(page, "Softmax of [x, 1, 0.1]"))[0]).toBe("0.6590");
  const table = page.getByRole("table", { name: "Softmax of [2, 1, 0.1]" });
  await expect(table.getByRole("row")).toHaveText([/logit/, /0\.6590/, /0\.2424/, /0\.0986/, /sum\s*1\.0000/]);
});

test("vector functions that make fewer numbers list what makes which", async ({ page }) => {
  await open(page, "#functions=maxout,glu,logsumexp&x=2&focus=maxout");
  const rows = (name: string) => page.getByRole("table", { name }).getByRole("row");
  await expect(rows("Maxout of [2, 0.5, −0.5, 0.25, −1, 0]")).toHaveText([
    /numbers/,
    /x = 2, 0\.5\s*2\.0000/,
    /−0\.5, 0\.25\s*0\.2500/,
    /−1, 0\s*0\.0000/,
  ]);
  await readoutRow(page, "LogSumExp of [x, 1, 0.1]").getByRole("button").click();
  // ln(e² + e + e^0.1)
  await expect(rows("LogSumExp of [2, 1, 0.1]")).toHaveText([/numbers/, /x = 2, 1, 0\.1\s*2\.4170/]);
  await readoutRow(page, "GLU of [x, 1]").getByRole("button").click();
  // 2 / (1 + e⁻¹)
  await expect(rows("GLU of [2, 1]")).toHaveText([/value\s*gate/, /x = 2\s*1\s*1\.4621/]);
});

test("groups that the numbers do not fill, and no whole ones, are said in words", async ({ page }) => {
  await open(page, "#functions=maxout(group=4)");
  await expect(page.locator("function-details")).toContainText("maxout cannot take 6 numbers");
  await page.getByRole("textbox", { name: "group as a number" }).fill("2.5");
  await expect(page.getByRole("alert").filter({ hasText: "group must be a whole number" })).toBeVisible();
  await page.goto("about:blank");
  await open(page, "#functions=maxout(group=2.5)");
  await expect(page.locator("#notice")).toContainText("group of Maxout cannot be “2.5”, so it is 2");
  await expect(page.getByRole("table", { name: /^Maxout of/ })).toBeVisible();
});

test("the list scrolls by itself, its headings stay in sight, and what is selected is shown", async ({ page }) => {
  await open(page, "#functions=snake");
  await expect(functionBox(page, "Snake")).toBeInViewport();
  await expect(page.getByRole("searchbox")).toBeInViewport();
  await expect(page.getByRole("link", { name: "Three classics" })).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await functionBox(page, "TanhExp (TeLU)").focus();
  await expect(functionBox(page, "TanhExp (TeLU)")).toBeInViewport();
  await expect(page.getByRole("heading", { name: "Smooth rectifiers" })).toBeInViewport();
  // The focused row is below the heading that stays, not behind it.
  const [heading, row] = await Promise.all([
    page.getByRole("heading", { name: "Smooth rectifiers" }).boundingBox(),
    functionBox(page, "TanhExp (TeLU)").boundingBox(),
  ]);
  expect(row?.y).toBeGreaterThan((heading?.y ?? 0) + (heading?.height ?? 0) - 1);
});

for (const half of [0, 1]) {
  test(`every function opens with a formula, its facts and its numbers, part ${half + 1}`, async ({ page }) => {
    await open(page, "#functions=relu");
    const rows = await page.locator("function-list .function").evaluateAll((all) =>
      all.map((row) => ({
        id: (row as HTMLElement).dataset.id,
        name: row.textContent?.trim() ?? "",
        vector: row.closest(".family")?.getAttribute("aria-labelledby") === "family-vector",
      })),
    );
    expect(rows.some(({ vector }) => vector)).toBe(true);
    for (const { id, name, vector } of rows.filter((_, i) => i % 2 === half)) {
      await page.evaluate((hash) => location.assign(hash), `#functions=${id}&x=1`);
      const details = page.locator("function-details");
      await expect(page.locator(`function-list [data-id=${id}] input`)).toBeChecked();
      const formulas = details.getByRole("group", { name: `Formula of ${name}`, exact: true }).locator("math");
      // f, and f′ unless it takes a vector.
      await expect(formulas, id).toHaveCount(vector ? 1 : 2);
      for (const math of await formulas.all()) {
        await expect(math).toBeVisible();
        expect((await math.boundingBox())?.height, id).toBeGreaterThan(12);
      }
      await expect(details.locator("merror, .formula:has-text('undefined')")).toHaveCount(0);
      await expect(page.locator("x-readout tbody tr")).toHaveCount(1);
      await expect(details.locator(".properties dd"), id).toHaveText(Array(5).fill(/\S/));
    }
  });
}

test("each view worth seeing opens and says what to look at", async ({ page }) => {
  await open(page, "#functions=linear");
  const links = page.getByRole("navigation", { name: "Worth seeing" }).getByRole("link");
  await expect(links).toHaveText(LESSONS.map(({ title }) => title));
  for (const { title, words } of LESSONS) {
    await links.filter({ hasText: title }).click();
    await expect(page.locator("#lesson")).toHaveText(words);
    await expect(page.locator("#notice")).toBeEmpty();
  }
});
