import { keep } from "./own-formula.js";
import { expect, functionBox, open, readoutRow, test } from "./playground.js";

test("the search finds functions of one's own by the words of their names and formulas", async ({ page }) => {
  await keep(page, "Wavelet one{exp(-x^2) * cos(5x)}", "cube{x^3}");
  await open(page, "#functions=relu");
  const search = page.getByRole("searchbox");
  const shown = page.locator("function-list").getByRole("checkbox");
  const count = page.locator("function-list [role=status]");
  for (const query of ["wavelet", "ONE wave", "cos(5x)", "exp(-x^2) * cos", "wavelet exp"]) {
    await search.fill(query);
    await expect(shown, query).toHaveCount(1);
    await expect(functionBox(page, "Wavelet one")).toBeVisible();
    await expect(count).toHaveText("1 function found");
    await expect(page.locator("function-list .hint")).toHaveCount(0);
  }
  await search.press("Enter");
  await expect(readoutRow(page, "Wavelet one")).toBeVisible();
  await expect(search).toBeFocused();
  await search.fill("wavelet cube");
  await expect(shown).toHaveCount(0);
  await expect(page.locator("function-list .hint")).toHaveText("No function matches “wavelet cube”.");
  await search.press("Escape");
  await expect(functionBox(page, "cube")).toBeVisible();
});
