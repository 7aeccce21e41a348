import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectNoViolations } from "./demos.js";
import { expect, functionBox, open, readoutRow, test } from "./playground.js";

const expected = readFileSync(new URL("../golden/digest.txt", import.meta.url), "utf8").trim();
const button = (page: Page) => page.locator("#verify");
const result = (page: Page) => page.locator("#verified");

// All functions at some 100,000 inputs each, on a machine that may be busy.
test.setTimeout(240_000);
const patience = { timeout: 200_000 };

test("this browser computes the bits that the build was tested with, and the page stays alive meanwhile", async ({
  page,
}) => {
  await open(page);
  await button(page).click();
  const bar = page.getByRole("progressbar", { name: "Verifying" });
  await expect(bar).toBeVisible();
  await expect(button(page)).toHaveText("Stop");
  await functionBox(page, "GELU").check();
  await expect(readoutRow(page, "GELU")).toBeVisible();
  await expect(result(page)).toContainText("The same to the last bit.", patience);
  await expect(result(page)).toContainText(expected);
  await expect(bar).toHaveCount(0);
  await expect(button(page)).toHaveText("Verify on this device");
  await expectNoViolations(page);
});

test("where the bits are others it says so loudly, with both digests", async ({ page }) => {
  const other = "0x0123456789ABCDEF";
  await page.route(/assets\/.*\.js$/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (body.includes(expected)) await route.fulfill({ response, body: body.replaceAll(expected, other) });
    else await route.fulfill({ response, body });
  });
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  await button(page).click();
  const alert = result(page).getByRole("alert");
  await expect(alert).toContainText("This device computes something else.", patience);
  await expect(alert).toContainText(expected);
  await expect(alert).toContainText(other);
  await expectNoViolations(page);
});

test("it stops when it is told to, and starts again", async ({ page }) => {
  await open(page);
  await button(page).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await button(page).click();
  await expect(button(page)).toHaveText("Verify on this device");
  await expect(result(page)).toBeEmpty();
  await button(page).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
});

test("without the engine it says why, and can be tried again", async ({ page, complaints }) => {
  await page.route(/activation-[\w-]+\.wasm$/, (route) => route.abort());
  await open(page);
  await button(page).click();
  await expect(result(page).getByRole("alert")).toContainText("It could not be verified. ");
  await expect(button(page)).toHaveText("Verify on this device");
  await page.unroute(/activation-[\w-]+\.wasm$/);
  await button(page).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  // The refused request is what this test is about.
  complaints.length = 0;
});
