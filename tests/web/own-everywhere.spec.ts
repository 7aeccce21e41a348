import { openDemo } from "./demos.js";
import { linkTo, write } from "./own-formula.js";
import { expect, open, test } from "./playground.js";

const OWN = "My swish{x * sigmoid(beta * x)}(beta=2)";

test("an embedded plot draws a function of one's own, with a slider and a way back to the playground", async ({
  page,
}) => {
  const plot = await openDemo(page, "activation-plot", { functions: `relu,${OWN}`, x: "1" });
  await expect(plot.getByRole("list", { name: /^At x/ })).toContainText("My swish f 0.8808");
  await plot.getByRole("textbox", { name: "beta as a number" }).fill("1");
  await expect(plot.getByRole("list", { name: /^At x/ })).toContainText("My swish f 0.7311");
  const link = await plot.getByRole("link", { name: "Open in the playground" }).getAttribute("href");
  await page.goto(link ?? "");
  await expect(page.locator("formula-editor textarea")).toHaveValue("x * sigmoid(beta * x)");
});

test("a plot whose formula is none says so and draws the rest", async ({ page }) => {
  const plot = await openDemo(page, "activation-plot", { functions: "relu,f{x * sigmod(x)}" });
  await expect(plot).toContainText("sigmoid");
  await expect(plot.getByRole("list", { name: "Curves" })).toContainText("ReLU");
});

test("the layers of a network take functions of one's own, from the tag and from the menu", async ({ page }) => {
  const demo = await openDemo(page, "network-demo", { activation: OWN });
  const known = await page.context().newPage();
  const same = await openDemo(known, "network-demo", { activation: "swish(beta=2)" });
  const output = /Output, y₁, z .*, a /;
  const words = await same.getByRole("radio", { name: output }).getAttribute("aria-label");
  await expect(demo.getByRole("radio", { name: output })).toHaveAttribute("aria-label", words ?? "");
  await expect(demo.getByRole("combobox").first().locator("option:checked")).toHaveText("My swish");
});

test("what was written in the playground is in the menus of the demos", async ({ page }) => {
  await open(page, linkTo("f{x}"));
  await write(page, "3x");
  await expect(page.locator("x-readout")).toContainText("6.0000");
  const own = await openDemo(page, "own-data", { data: "1 2 3" });
  await own.getByRole("combobox", { name: "Function" }).selectOption({ label: "f" });
  await expect(own).toContainText("f(x)");
  await expect(own).toContainText("9");
  const picture = await openDemo(page, "convolution-demo", { activation: "f{max(0, x)}" });
  await expect(picture.getByRole("combobox", { name: "Function" }).locator("option:checked")).toHaveText("f");
});

test("a large picture is worked on beside the page with a function of one's own", async ({ page }) => {
  const demo = await openDemo(page, "convolution-demo", {
    picture: "random",
    size: "2048",
    activation: "f{max(0, x)}",
  });
  await expect(demo.locator("progress")).toHaveCount(0, { timeout: 20_000 });
  await expect(demo.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
});
