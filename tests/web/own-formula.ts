import { expect, type Locator, type Page } from "@playwright/test";
import { open } from "./playground.js";

export const own = (page: Page): Locator => page.locator("own-function");
export const field = (page: Page): Locator => page.locator("formula-editor textarea");
export const message = (page: Page): Locator => page.locator("formula-editor #message");
export const names = (page: Page): Locator => page.locator("formula-editor [role=option]");
export const code = (page: Page): Locator => page.locator("function-code pre");
export const analysis = (page: Page): Locator => page.locator("function-analysis");

/** The address of a view with functions of one's own, as a person would copy it. */
export const linkTo = (functions: string, more = ""): string => `#functions=${encodeURIComponent(functions)}${more}`;

/** Opens the playground and starts a function of one's own. */
export async function startOwn(page: Page, hash = "#functions=relu"): Promise<void> {
  await open(page, hash);
  await page.getByRole("button", { name: /^Your own f\(x\)/ }).click();
  await expect(field(page)).toBeFocused();
}

/** Replaces the formula by typing. */
export async function write(page: Page, formula: string): Promise<void> {
  await field(page).press("ControlOrMeta+a");
  await field(page).pressSequentially(formula);
}

/** Keeps functions on the device, as a visit before would have. */
export const keep = (page: Page, ...ids: readonly string[]): Promise<unknown> =>
  page.addInitScript(
    (list) => {
      if (localStorage.getItem("own-functions") === null) localStorage.setItem("own-functions", list);
    },
    JSON.stringify(ids.map((id) => ({ id, params: {} }))),
  );
