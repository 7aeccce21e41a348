import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./playground.js";

export const TAG = "convolution-demo";

interface Numbers {
  readonly hex: readonly string[] | readonly (readonly string[])[];
}
/** The tutorial's image, convolution and ReLU for seed 42, by NumPy. */
export const golden: { readonly image: Numbers; readonly conv: Numbers; readonly relu: Numbers } = JSON.parse(
  readFileSync(new URL("../golden/tutorial_seed42.json", import.meta.url), "utf8"),
).convolution;

export const panel = (demo: Locator, name: string): Locator => demo.getByRole("region", { name, exact: true });
export const cells = (demo: Locator, name: string): Promise<string[]> =>
  panel(demo, name).getByRole("gridcell").allTextContents();
export const sum = (demo: Locator): Locator => demo.getByRole("region", { name: "The sum of one output pixel" });
export const zeros = (demo: Locator): Locator => demo.locator(".zeros");
export const weight = (demo: Locator, row: number, column: number): Locator =>
  demo.getByRole("textbox", { name: `Weight in row ${row}, column ${column}`, exact: true });
export const matrix = (demo: Locator): Locator => demo.getByRole("textbox", { name: /^The kernel as text/ });
export const message = (demo: Locator): Locator => demo.locator(".status .error");
export const surface = (demo: Locator, title: string): Locator => panel(demo, title).getByRole("slider");

/** Two decimals, as the cells show them. */
export const twoDecimals = (value: number): string => {
  const text = value.toFixed(2);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
};

/** A PNG with the given grey levels, made by the browser. */
export const png = (page: Page, width: number, height: number, levels: readonly number[]): Promise<number[]> =>
  page.evaluate(
    async ({ width, height, levels }) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
      const image = context.createImageData(width, height);
      for (let i = 0; i < width * height; i++) {
        const level = levels[i % levels.length] as number;
        image.data.set([level, level, level, 255], 4 * i);
      }
      context.putImageData(image, 0, 0);
      return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer())];
    },
    { width, height, levels },
  );

/** A file dropped on the element, or pasted into it. */
export async function give(
  demo: Locator,
  how: "drop" | "paste",
  name: string,
  bytes: readonly number[],
  type = "image/png",
): Promise<void> {
  await demo.evaluate(
    (one, { how, name, bytes, type }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
      const on = one.shadowRoot?.querySelector(".demo");
      const options = { bubbles: true, cancelable: true, composed: true };
      if (how === "paste") on?.dispatchEvent(new ClipboardEvent("paste", { ...options, clipboardData: data }));
      else
        for (const kind of ["dragover", "drop"])
          on?.dispatchEvent(new DragEvent(kind, { ...options, dataTransfer: data }));
    },
    { how, name, bytes, type },
  );
}

/** Waits until large pictures have been worked on. */
export const settled = (demo: Locator): Promise<void> => expect(demo.getByRole("progressbar")).toHaveCount(0);
