import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { hexFloat } from "../engine/golden.js";
import { expect } from "./playground.js";

export const TAG = "sentiment-demo";

export interface Numbers {
  readonly hex: string[];
}
export interface Golden {
  readonly text: string;
  readonly tokens: string[];
  readonly exact: { readonly vector: Numbers; readonly logits: Numbers; readonly probs: Numbers };
}
export const golden = JSON.parse(
  readFileSync(new URL("../golden/tutorial_seed42.json", import.meta.url), "utf8"),
).sentiment;
export const fourDecimals = (value: number) => (value === 0 ? 0 : value).toFixed(4).replace("-", "−");
export const shown = ({ hex }: Numbers) => hex.map((text) => fourDecimals(hexFloat(text)));

export const sentence = (demo: Locator) => demo.getByRole("textbox", { name: "Sentence" });
export const texts = async (cells: Locator) => (await cells.allTextContents()).map((text) => text.trim());
export const probabilities = (demo: Locator) => texts(demo.locator("[data-probability]"));
export const logits = (demo: Locator) => texts(demo.locator("[data-logit]"));
export const mean = (demo: Locator) => texts(demo.locator("[data-mean]"));
export const field = (demo: Locator, name: string) => demo.getByRole("textbox", { name, exact: true });
export const status = (demo: Locator) => demo.locator("[data-status]");
export const csv = (demo: Locator) => demo.getByRole("textbox", { name: "Sentences as CSV" });
export const complaints = (demo: Locator) => demo.locator(".complaints li");
export const words = (demo: Locator) => demo.getByRole("listitem");

export async function trained(demo: Locator, kind = "page’s"): Promise<void> {
  await expect(status(demo)).toContainText(`Trained on ${kind === "page’s" ? "the page’s" : "your"}`);
}

export async function trainOn(demo: Locator, source: string): Promise<void> {
  const own = demo.locator("details.own");
  if ((await own.getAttribute("open")) === null) await demo.getByText("Train on your own sentences").click();
  await csv(demo).fill(source);
  await demo.getByRole("button", { name: "Train on these" }).click();
}

/** A file dropped on the place for own sentences. */
export async function drop(demo: Locator, name: string, content: string): Promise<void> {
  await demo.locator("details.own").evaluate(
    (own, [name, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content as string], name as string, { type: "text/csv" }));
      for (const type of ["dragover", "drop"]) {
        own.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, content],
  );
}

export const REVIEWS = "good film,plus\ngood food,plus\ngood,plus\nbad film,minus\nbad food,minus\nbad,minus\n";
