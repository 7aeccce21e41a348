import type { Locator } from "@playwright/test";
import { cells, message, settled, surface, zeros } from "./convolution.js";
import { openDemo } from "./demos.js";
import { measure } from "./own-data.js";
import { linkTo, write } from "./own-formula.js";
import { expect, open, reading, test } from "./playground.js";

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

test("the layers of a network take functions of one's own from the tag, and leave them for others", async ({
  page,
}) => {
  const known = await page.context().newPage();
  const output = /Output, y₁, z .*, a /;
  const words = async (one: Locator) => one.getByRole("radio", { name: output }).getAttribute("aria-label");
  const swish = await words(await openDemo(known, "network-demo", { activation: "swish(beta=2)" }));
  const relu = await words(await openDemo(known, "network-demo", { activation: "relu" }));
  expect(swish).not.toBe(relu);
  const demo = await openDemo(page, "network-demo", { activation: OWN });
  await expect.poll(() => words(demo)).toBe(swish);
  for (const layer of ["Hidden layer", "Output"]) {
    const menu = demo.getByRole("combobox", { name: `Activation of ${layer}` });
    await expect(menu.locator("option:checked")).toHaveText("My swish");
    await menu.selectOption("ReLU");
  }
  await expect.poll(() => words(demo)).toBe(relu);
  // And back: what came with the tag stays in the menus.
  for (const layer of ["Hidden layer", "Output"]) {
    await demo.getByRole("combobox", { name: `Activation of ${layer}` }).selectOption("My swish");
  }
  await expect(demo.getByRole("combobox", { name: "Activation of Output" }).locator("option:checked")).toHaveText(
    "My swish",
  );
});

test("what was written in the playground is in the menus of the demos", async ({ page }) => {
  await open(page, linkTo("f{x}"));
  await write(page, "3x");
  await expect.poll(() => reading(page, "f")).toEqual(["6.0000", "3.0000", "0.0000"]);
  const own = await openDemo(page, "own-data", { data: "1 2 4" });
  await own.getByRole("combobox", { name: "Function" }).selectOption({ label: "f" });
  // x, 3x and its derivative.
  await expect.poll(() => measure(own, "Maximum")).toEqual(["4.0000", "12.0000", "3.0000"]);
  await expect.poll(() => measure(own, "Mean")).toEqual(["2.3333", "7.0000", "3.0000"]);
  const picture = await openDemo(page, "convolution-demo");
  expect((await cells(picture, "Convolution")).slice(0, 5)).toEqual(["1.06", "4.68", "2.29", "2.67", "−0.08"]);
  await picture.getByRole("combobox", { name: "Function" }).selectOption({ label: "f" });
  const thrice = ["3.17", "14.0", "6.88", "8.02", "−0.25"];
  await expect.poll(async () => (await cells(picture, "Activation")).slice(0, 5)).toEqual(thrice);
  const network = await openDemo(page, "network-demo");
  await network.getByRole("combobox", { name: "Activation of Output" }).selectOption({ label: "f" });
  await expect(network.getByRole("radio", { name: "Output, y₁, z 1.0419, a 3.1258" })).toHaveCount(1);
});

test("a large picture is worked on beside the page with a function of one's own", async ({ page }) => {
  const activated = async (activation: string) => {
    const working = page.waitForEvent("worker");
    const demo = await openDemo(page, "convolution-demo", { picture: "random", size: "2048", activation });
    await working;
    await expect(surface(demo, "Activation")).toHaveAccessibleName(/2048 × 2048 pixels/, { timeout: 30_000 });
    await settled(demo);
    await expect(message(demo)).toHaveCount(0);
    return zeros(demo).textContent();
  };
  const own = await activated("f{max(0, x)}");
  expect(own).toMatch(/ of\s+4 194 304/);
  expect(own).toBe(await activated("relu"));
});
