// How fast the page is, in the system's Chromium. Writes build/bench/results.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "../../wasm/toolchain/console.mjs";
import { root } from "../../wasm/toolchain/run.mjs";
import { measureConvolution, measureResponsiveness } from "./convolution.mjs";
import { measureFirstCurve } from "./first-curve.mjs";
import { measureSentiment } from "./sentiment.mjs";
import { measureSlider } from "./slider.mjs";

const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`;
const spread = (/** @type {{ median: number, least: number, most: number, runs: number }} */ one) =>
  `${ms(one.median)} (${one.least.toFixed(1)} to ${one.most.toFixed(1)}, ${one.runs} runs)`;
const verdict = (/** @type {boolean} */ good) => (good ? "held" : "MISSED");

/** @param {import("@playwright/test").Browser} browser */
export async function measurePage(browser) {
  say(`The page in Chromium ${browser.version()}\n`);

  say("First painted curve, cold, at 10 Mbit/s and 40 ms, interleaved with a page that only loads Chart.js:");
  const first = await measureFirstCurve(browser);
  say(`  playground   ${spread(first.playground)}`);
  say(`  Chart.js     ${spread(first.bare)}`);
  say(`  ratio        ${first.ratio.toFixed(2)} (at most 1.3: ${verdict(first.ratio <= 1.3)})\n`);

  say("A slider's input to the painted frame, six functions in two charts, main-thread work:");
  const slider = await measureSlider(browser);
  say(`  per input    ${spread(slider.input)} (at most 8 ms: ${verdict(slider.input.median <= 8)})`);
  say(`  at rest      ${ms(slider.idlePer3s)} in 3 s`);
  say(`  layout shift ${slider.layoutShift.toFixed(4)} while loading\n`);

  say("Training the sentiment classifier, from the texts to its report:");
  const sentiment = await measureSentiment(browser);
  say(`  fresh page   ${spread(sentiment.first)} (at most 200 ms: ${verdict(sentiment.first.median <= 200)})`);
  say(`  again        ${spread(sentiment.again)}`);
  say(`  held out     ${(100 * sentiment.accuracy).toFixed(1)} % right, of ${sentiment.texts} texts in all\n`);

  say("Convolving 4 megapixels with a 3x3 kernel and activating them, interleaved with loops in JavaScript:");
  const convolution = {
    relu: await measureConvolution(browser, "relu"),
    sigmoid: await measureConvolution(browser, "sigmoid"),
    gelu: await measureConvolution(browser, "gelu"),
  };
  for (const [activation, { core, plain, ratio }] of Object.entries(convolution)) {
    say(`  ${activation.padEnd(13)}${spread(core)}`);
    say(`  loops        ${spread(plain)}`);
    // The tutorial's layer has relu. The others tell how much an activation within half an ulp costs.
    const bar = activation === "relu" ? ` (at least 4: ${verdict(ratio >= 4)})` : "";
    say(`  ratio        ${ratio.toFixed(2)}${bar}`);
  }
  say("The page while the demo convolves 2048 x 2048 pixels beside it, the longest of each page:");
  const responsive = await measureResponsiveness(browser);
  say(`  work         ${spread(responsive.work)}`);
  say(`  task         ${spread(responsive.task)}`);
  say(`  no frame     ${spread(responsive.gap)} (at most 100 ms: ${verdict(responsive.gap.median <= 100)})\n`);

  const folder = join(root, "build", "bench");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "results.json"),
    `${JSON.stringify({ first, slider, sentiment, convolution, responsive }, null, 2)}\n`,
  );
}
