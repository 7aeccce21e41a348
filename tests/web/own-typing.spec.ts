import { field, message, startOwn, write } from "./own-formula.js";
import { expect, reading, test } from "./playground.js";

test("a slash is a letter of a formula, not the way to the search", async ({ page }) => {
  await startOwn(page);
  await write(page, "x/2");
  await expect(field(page)).toHaveValue("x/2");
  await expect(field(page)).toBeFocused();
  await expect.poll(() => reading(page, "f")).toEqual(["1.0000", "0.5000", "0.0000"]);
  // Elsewhere it still leads there.
  await page.getByRole("button", { name: "From papers" }).focus();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

test("braces are brackets in a formula that is typed, as in those of LaTeX", async ({ page }) => {
  await startOwn(page);
  await write(page, "x^{2} + {k}");
  await field(page).press("Enter");
  await expect(message(page)).toHaveText("");
  await expect.poll(() => reading(page, "f")).toEqual(["5.0000", "4.0000", "2.0000"]);
  await expect(field(page)).toHaveValue("x^{2} + {k}");
  await expect(page).toHaveURL(/x%5E2%20%2B%20k/); // the address follows the typing, a moment later
  await page.reload();
  await expect(field(page)).toHaveValue("x^2 + k");
});
