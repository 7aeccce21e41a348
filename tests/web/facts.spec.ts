import { test as base, expect } from "@playwright/test";
import { analysis, code } from "./own-formula.js";
import { open } from "./playground.js";

base("where the engine of formulas cannot be fetched, figures and code say so and can try again", async ({ page }) => {
  await page.route("**/formula-*.wasm", (route) => route.fulfill({ status: 404, body: "gone" }));
  await open(page, "#functions=relu");
  for (const facts of [analysis(page), page.locator("function-code")]) {
    await facts.scrollIntoViewIfNeeded();
    await expect(facts).toContainText("could not be loaded");
    await expect(facts.getByRole("button", { name: "Try again" })).toBeVisible();
  }
  await page.unroute("**/formula-*.wasm");
  await analysis(page).getByRole("button", { name: "Try again" }).click();
  await expect(analysis(page)).toContainText("1.4142");
  await expect(analysis(page).getByRole("button")).toHaveCount(0);
  await page.locator("function-code").getByRole("button", { name: "Try again" }).click();
  await expect(code(page)).toContainText("class");
  await expect(page.locator("function-code").getByRole("button", { name: "Try again" })).toHaveCount(0);
});
