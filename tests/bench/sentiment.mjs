import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../wasm/toolchain/run.mjs";
import { serve } from "./server.mjs";
import { summary } from "./statistics.mjs";

const RUNS = 20;

/** The sentences that the page ships; none of them holds a quote or a line break. */
function sentences() {
  const file = join(root, "web", "src", "demos", "sentiment-demo", "sentences.csv");
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => /^"?(.*?)"?,([a-z]+),([a-z-]+)$/.exec(line) ?? []);
  return {
    texts: rows.map(([, text = ""]) => text),
    labels: rows.map(([, , label = ""]) => label),
    heldOut: rows.map(([, , , part]) => part === "held-out"),
  };
}

/**
 * From the texts to the trained classifier with its report, tokenising included, as the page does it: the first time in
 * a fresh page, and again.
 * @param {import("@playwright/test").Browser} browser
 */
export async function measureSentiment(browser) {
  const site = await serve(join(root, "dist"));
  const options = sentences();
  /** @type {number[]} */ const first = [];
  /** @type {number[]} */ const again = [];
  let accuracy = 0;
  for (let i = 0; i < RUNS; i++) {
    const page = await browser.newPage();
    await page.goto(`${site.url}embed.html?element=none`);
    const result = await page.evaluate(async (given) => {
      const { load } = await import(new URL("lib/index.js", location.href).href);
      const act = await load();
      const timed = () => {
        const begin = performance.now();
        const classifier = act.classifier(given);
        return { time: performance.now() - begin, accuracy: classifier.test.accuracy };
      };
      return { first: timed(), again: timed() };
    }, options);
    first.push(result.first.time);
    again.push(result.again.time);
    accuracy = result.first.accuracy;
    await page.close();
  }
  site.close();
  return { texts: options.texts.length, accuracy, first: summary(first), again: summary(again) };
}
