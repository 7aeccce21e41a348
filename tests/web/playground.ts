import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { TUTORIAL } from "../../web/src/engine/generated/tutorial.js";

/** Looking at the pixels of a canvas is what these tests do, not the page. */
const OF_TESTS = /willReadFrequently/;
const USELESS_PRELOAD = /first-[\w-]+\.wasm was preloaded using link preload but not used/;

/** Whether an address asks for functions that the first module, which its page preloads, does not have. */
function asksForMore(address: string): boolean {
  const [, asked = ""] = /[#&]functions=([^&]*)/.exec(address) ?? [];
  const ids = asked.replace(/\([^)]*\)/g, "").split(/,|%2C/i);
  return ids.some((id) => id !== "" && !TUTORIAL.includes(id.toLowerCase()));
}

/** The address that the document of a page was opened with: what moves in it later changes the page's. */
function opened(page: Page): () => string {
  let [address, coming] = ["", false];
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) coming = true;
  });
  page.on("framenavigated", (frame) => {
    if (!coming || frame !== page.mainFrame()) return;
    address = frame.url();
    coming = false;
  });
  return () => address;
}

/** A page whose every error, refused request and foreign address fails the test it happens in. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      const address = opened(page);
      page.on("console", (message) => {
        if (!/error|warning/.test(message.type()) || OF_TESTS.test(message.text())) return;
        if (USELESS_PRELOAD.test(message.text()) && asksForMore(address())) return;
        complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("request", (request) => {
        if (!request.url().startsWith(baseURL ?? "")) complaints.push(`a request to ${request.url()}`);
      });
      await use(complaints);
      expect(complaints, "the page complained").toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** Opens a view and waits until everything around the charts is there. */
export async function open(page: Page, hash = ""): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(xField(page)).toBeVisible();
  // The charts after the first come a frame or two later.
  await page.evaluate(async () => {
    for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
  });
}

/** Waits until all that is fetched and done after the first view is there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await expect(page.locator("function-list .function").first()).toBeAttached();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

export const functionBox = (page: Page, name: string): Locator =>
  page.locator("function-list").getByRole("checkbox", { name, exact: true });

/** The hash of the address, once it has been written: while things move that is only now and then. */
export const hashOf = (page: Page): Promise<string> => page.evaluate(() => location.hash);

/** The row of a function in the read-out. */
export const readoutRow = (page: Page, name: string): Locator =>
  page.locator("x-readout tr").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

/** A row of the read-out as text: [f, f′, f″]. */
export const reading = (page: Page, name: string): Promise<string[]> =>
  readoutRow(page, name).getByRole("cell").allTextContents();

export const grip = (page: Page): Locator => page.getByRole("slider", { name: "Crosshair at x" });
export const xField = (page: Page): Locator => page.getByRole("textbox", { name: "At x =" });
export const fromField = (page: Page): Locator => page.getByRole("textbox", { name: "x from" });
export const toField = (page: Page): Locator => page.getByRole("textbox", { name: "x to" });

/** The plot of a quantity without its axes, in page coordinates. */
export async function plotBox(page: Page, quantity: "value" | "gradient" | "curvature") {
  const box = await page.locator(`activation-plot [data-quantity=${quantity}] .surface`).boundingBox();
  if (!box) throw new Error(`there is no plot of the ${quantity}`);
  return box;
}

/** Where an x of the visible range is on the page. */
export async function pageX(page: Page, x: number, [from, to]: readonly [number, number] = [-5, 5]): Promise<number> {
  const { x: left, width } = await plotBox(page, "value");
  return left + ((x - from) / (to - from)) * width;
}

/** Whether the curve's colour is on the canvas within `near` CSS pixels of a point of the plot (fractions from its top left). */
export async function isDrawnAt(
  page: Page,
  quantity: "value" | "gradient" | "curvature",
  [across, down]: readonly [number, number],
  color: readonly [number, number, number],
  near = 2,
): Promise<boolean> {
  return page.locator(`activation-plot [data-quantity=${quantity}]`).evaluate(
    (plot, { across, down, color, near }) => {
      const canvas = plot.querySelector("canvas") as HTMLCanvasElement;
      const surface = plot.querySelector(".surface") as HTMLElement;
      const scale = canvas.width / canvas.clientWidth;
      const x = (surface.offsetLeft + surface.offsetWidth * across) * scale;
      const y = (surface.offsetTop + surface.offsetHeight * down) * scale;
      const size = Math.max(1, Math.round(2 * near * scale));
      const context = canvas.getContext("2d") as CanvasRenderingContext2D;
      const { data } = context.getImageData(Math.round(x - size / 2), Math.round(y - size / 2), size, size);
      for (let i = 0; i < data.length; i += 4) {
        const away = color.reduce((sum, channel, k) => sum + Math.abs(channel - (data[i + k] ?? 0)), 0);
        if ((data[i + 3] ?? 0) > 150 && away < 90) return true;
      }
      return false;
    },
    { across, down, color, near },
  );
}

export const RELU_ORANGE = [212, 84, 27] as const;
