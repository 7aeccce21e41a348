import { test as base, chromium, expect } from "@playwright/test";
import { chromiumArguments, systemChromium } from "../setup/chromium.mjs";

const PICTURE = { name: "ReLU, sigmoid and tanh and their gradients for x from −5 to 5." };

async function expectPicture(page: import("@playwright/test").Page): Promise<void> {
  const picture = page.getByRole("img", PICTURE);
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(0);
}

base("without WebAssembly the page says so and shows the first curves as a picture", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { WebAssembly: undefined });
  });
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("This browser has no WebAssembly");
  await expectPicture(page);
});

base("when the module cannot be loaded the page says so, shows the picture, and can try again", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "gone" }));
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await page.getByText("What went wrong").click();
  await expect(page.getByRole("alert")).toContainText("404");
  await expectPicture(page);
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("activation-plot canvas").first()).toBeVisible();
});

base("a module that is damaged is a failure too", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "not a module" }));
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
});

base("a host that names the wrong type for the module does no harm", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await page.goto("./");
  await expect(page.locator("activation-plot canvas").first()).toBeVisible();
});

base("without JavaScript the page says what it needs and shows the picture", async ({ baseURL }) => {
  // Playwright's own switch leaves noscript elements closed; the browser's setting opens them.
  const browser = await chromium.launch({
    executablePath: systemChromium(),
    args: [...chromiumArguments, "--blink-settings=scriptEnabled=false"],
  });
  const page = await browser.newPage();
  await page.goto(baseURL ?? "");
  // Where no script runs, no locator does: the browser's own accessibility tree tells what is there.
  const session = await page.context().newCDPSession(page);
  await session.send("Accessibility.enable");
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const names = nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ""));
  expect(names.some((name) => name.includes("needs JavaScript"))).toBe(true);
  expect(names).toContain(PICTURE.name);
  await browser.close();
});
