import type { Page } from "@playwright/test";
import { field, keep, linkTo, own, startOwn, write } from "./own-formula.js";
import { expect, functionBox, open, reading, readoutRow, test } from "./playground.js";

const family = (page: Page) => page.getByRole("group", { name: "Your own" });

test("deleting what a link brought along leaves one's own function of the same name", async ({ page }) => {
  await keep(page, "f{x^3}");
  await open(page, linkTo("relu,f{x^2}"));
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("4.0000");
  await page.getByRole("button", { name: "Delete f" }).click();
  await expect(readoutRow(page, "f")).toHaveCount(0);
  await functionBox(page, "f").check();
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("8.0000");
});

test("a version that Back brought again is deleted with what became of it", async ({ page }) => {
  await startOwn(page);
  await write(page, "x^3");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("8.0000");
  await page.goBack();
  await expect(field(page)).toHaveValue("x * sigmoid(beta * x)");
  await page.getByRole("button", { name: "Delete f" }).click();
  await expect(functionBox(page, "f")).toHaveCount(0);
  await open(page, "#functions=relu");
  await page.reload();
  await expect(functionBox(page, "ReLU")).toBeVisible();
  await expect(functionBox(page, "f")).toHaveCount(0);
});

test("writing on what a link brought along leaves what was written under the same name before", async ({ page }) => {
  await startOwn(page);
  await write(page, "x^3");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("8.0000");
  await page.evaluate((hash) => {
    location.hash = hash;
  }, linkTo("f{x^2}"));
  await expect(field(page)).toHaveValue("x^2");
  await write(page, "x^2 + 1");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("5.0000");
  await functionBox(page, "f 2").check();
  await expect.poll(async () => (await reading(page, "f 2"))[0]).toBe("8.0000");
});

test("two tabs keep what is written in either", async ({ page, context }) => {
  const other = await context.newPage();
  await open(page, "#functions=relu");
  await open(other, "#functions=relu");
  await page.getByRole("button", { name: /^Your own f\(x\)/ }).click();
  await write(page, "x^3");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("8.0000");
  // The other tab shows it, without being loaded again.
  await expect(functionBox(other, "f")).toBeVisible();
  await other.getByRole("button", { name: /^Your own f\(x\)/ }).click();
  await write(other, "x^2");
  await expect.poll(async () => (await reading(other, "g"))[0]).toBe("4.0000");
  await expect(functionBox(page, "g")).toBeVisible();
  await write(page, "x^3 + 1");
  await expect.poll(async () => (await reading(page, "f"))[0]).toBe("9.0000");
  await page.goto("about:blank");
  await open(page, "#functions=relu");
  for (const [name, value] of [
    ["f", "9.0000"],
    ["g", "4.0000"],
  ] as const) {
    await functionBox(page, name).check();
    await expect.poll(async () => (await reading(page, name))[0]).toBe(value);
  }
  await other.close();
});

test("a function whose name has brackets can be edited as a copy, and its link is good", async ({ page }) => {
  for (const [id, title, name] of [
    ["gelu_tanh", "GELU (tanh)", "My GELU tanh"],
    ["tanhexp", "TanhExp (TeLU)", "My TanhExp TeLU"],
  ] as const) {
    await open(page, `#functions=${id}`);
    const before = await reading(page, title);
    await page.getByRole("button", { name: "Edit a copy" }).click();
    await expect(readoutRow(page, name)).toBeVisible();
    expect(await reading(page, name)).toEqual(before);
    await page.reload();
    await expect(readoutRow(page, name)).toBeVisible();
    await expect(own(page).getByRole("textbox", { name: "Name of the function" })).toHaveValue(name);
  }
});

test("what was kept under a name that no function may have is kept under one that it may", async ({ page }) => {
  await keep(page, "My GELU (tanh){x^3}", "My GELU tanh{x^2}", "={x}");
  await open(page, "#functions=relu");
  await expect(family(page).getByRole("checkbox")).toHaveCount(3);
  for (const [name, value] of [
    ["My GELU tanh", "8.0000"],
    ["My GELU tanh 2", "4.0000"],
    ["f", "2.0000"],
  ] as const) {
    await functionBox(page, name).check();
    await expect.poll(async () => (await reading(page, name))[0]).toBe(value);
  }
});

test("names in an address follow the rules of the page, and what was changed is said", async ({ page }) => {
  const long = "n".repeat(50);
  await open(page, linkTo(`relu,ReLU{x^2},a=b&c#d{x^3},${long}{x + 5},{7x}`));
  const notice = page.locator("#notice");
  await expect(notice).toContainText("“ReLU” is the name of another function, so this one is called “ReLU 2”");
  await expect(notice).toContainText("“a=b&c#d” cannot be a name, so this one is called “a b c d”");
  for (const [name, value] of [
    ["ReLU", "2.0000"],
    ["ReLU 2", "4.0000"],
    ["a b c d", "8.0000"],
    ["n".repeat(40), "7.0000"],
    ["f", "14.0000"],
  ] as const) {
    await expect.poll(async () => (await reading(page, name))[0]).toBe(value);
  }
});
