import type { Locator } from "@playwright/test";
import { FRAMEWORKS } from "../../web/src/demos/activation-chooser/frameworks.js";
import { PAPERS } from "../../web/src/demos/activation-chooser/references.js";
import { HIDDEN, NETWORKS, OUTPUT, PROBLEMS, TASKS } from "../../web/src/demos/activation-chooser/rules.js";
import { expectNoSidewaysScroll, expectNoViolations, openDemo, removeAndReturn } from "./demos.js";
import { expect, test } from "./playground.js";

const answer = (demo: Locator) => demo.getByRole("region", { name: "Recommendation" });
const choose = (demo: Locator, label: string) => demo.getByRole("radio", { name: label, exact: true }).check();

/** The rules of the beginner's guide for the last layer. */
for (const [task, name] of [
  ["yes or no: two classes", "Sigmoid"],
  ["one of several classes", "Softmax"],
  ["any number", "Linear"],
] as const) {
  test(`for an output that is ${task} it recommends ${name}`, async ({ page }) => {
    const demo = await openDemo(page, "activation-chooser");
    await choose(demo, "the output layer");
    await choose(demo, task);
    await expect(answer(demo).getByRole("heading", { name, exact: true })).toBeVisible();
    await expect(demo.getByRole("status")).toHaveText(`Recommended: ${name}`);
  });
}

test("every path of answers leads to a function of the catalog with reason, evidence, names and alternatives", async ({
  page,
}) => {
  const demo = await openDemo(page, "activation-chooser");
  const catalog = await demo.evaluate((one) =>
    (one as unknown as { engine: { catalog: { id: string }[] } }).engine.catalog.map(({ id }) => id),
  );
  const all = [...Object.values(OUTPUT), ...Object.values(HIDDEN).flatMap((kind) => Object.values(kind))];
  expect(all).toHaveLength(6 + 4 * 5);
  for (const { id, reason, evidence, alternatives } of all) {
    expect(catalog).toContain(id);
    expect(reason).toMatch(/^[A-Z].{40,}\.$/);
    expect(evidence.length).toBeGreaterThan(0);
    expect(alternatives.length).toBeGreaterThan(0);
    for (const one of alternatives) if (one.id) expect(catalog, one.name).toContain(one.id);
    for (const [key] of evidence) expect(PAPERS[key].url).toMatch(/^https:\/\//);
    for (const name of ["PyTorch", "Keras", "JAX", "NumPy"] as const) expect(FRAMEWORKS[id][name]).toBeTruthy();
  }
  await choose(demo, "the output layer");
  for (const words of Object.values(TASKS)) {
    await choose(demo, words);
    await expect(answer(demo)).toContainText("Evidence");
  }
  await choose(demo, "a hidden layer");
  for (const network of Object.values(NETWORKS)) {
    await choose(demo, network);
    for (const problem of Object.values(PROBLEMS)) {
      await choose(demo, problem);
      await expect(answer(demo).locator("code")).toHaveCount(4);
    }
  }
});

test("answers can be changed in any order, and all taken back", async ({ page }) => {
  const demo = await openDemo(page, "activation-chooser", { layer: "hidden", network: "cnn", problem: "dying" });
  await expect(answer(demo).getByRole("heading", { name: "Leaky ReLU" })).toBeVisible();
  await choose(demo, "transformer");
  await expect(answer(demo).getByRole("heading", { name: "GELU" })).toBeVisible();
  await choose(demo, "the output layer");
  await choose(demo, "any number");
  await choose(demo, "a hidden layer");
  await expect(answer(demo).getByRole("heading", { name: "GELU" })).toBeVisible();
  await demo.getByRole("button", { name: "Start again" }).click();
  await expect(answer(demo)).toHaveCount(0);
  await expect(demo.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(demo.getByRole("button", { name: "Start again" })).toHaveCount(0);
  await expect(demo.getByRole("radio", { name: "a hidden layer" })).toBeFocused();
});

test("it is answered by keyboard alone", async ({ page }) => {
  const demo = await openDemo(page, "activation-chooser");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(answer(demo).getByRole("heading", { name: "Tanh" })).toBeVisible();
});

test("its link opens the function's curve in the playground, and names are copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const demo = await openDemo(page, "activation-chooser", { layer: "output", task: "multiclass" });
  await demo.getByRole("button", { name: "Copy for PyTorch" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("torch.nn.Softmax(dim=-1)");
  const [opened] = await Promise.all([
    context.waitForEvent("page"),
    demo.getByRole("link", { name: "The curve of Softmax in the playground" }).click(),
  ]);
  await expect(opened.getByRole("heading", { name: "Softmax" })).toBeVisible();
});

test("an answer that does not exist is named", async ({ page }) => {
  const demo = await openDemo(page, "activation-chooser", { layer: "hiden", network: "cnn" });
  await expect(demo.locator(".error")).toContainText("layer: “hiden” is none of hidden, output");
  await choose(demo, "a hidden layer");
  await choose(demo, "nothing yet");
  await expect(answer(demo)).toBeVisible();
});

test("removed and brought back it keeps the answers", async ({ page }) => {
  const demo = await openDemo(page, "activation-chooser");
  await choose(demo, "the output layer");
  await removeAndReturn(demo);
  await expect(demo.getByRole("radio", { name: "the output layer" })).toBeChecked();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no accessibility problem and nothing clipped at 390 px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    const demo = await openDemo(page, "activation-chooser", { layer: "hidden", network: "rnn", problem: "speed" });
    await expect(answer(demo)).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });
}
