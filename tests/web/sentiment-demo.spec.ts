import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { test as bare } from "@playwright/test";
import { hexFloat } from "../engine/golden.js";
import { expectNoSidewaysScroll, expectNoViolations, openDemo, removeAndReturn } from "./demos.js";
import { expect, test } from "./playground.js";

const TAG = "sentiment-demo";

interface Numbers {
  readonly hex: string[];
}
interface Golden {
  readonly text: string;
  readonly tokens: string[];
  readonly exact: { readonly vector: Numbers; readonly logits: Numbers; readonly probs: Numbers };
}
const golden = JSON.parse(readFileSync(new URL("../golden/tutorial_seed42.json", import.meta.url), "utf8")).sentiment;
const fourDecimals = (value: number) => (value === 0 ? 0 : value).toFixed(4).replace("-", "−");
const shown = ({ hex }: Numbers) => hex.map((text) => fourDecimals(hexFloat(text)));

const sentence = (demo: Locator) => demo.getByRole("textbox", { name: "Sentence" });
const texts = async (cells: Locator) => (await cells.allTextContents()).map((text) => text.trim());
const probabilities = (demo: Locator) => texts(demo.locator("[data-probability]"));
const logits = (demo: Locator) => texts(demo.locator("[data-logit]"));
const mean = (demo: Locator) => texts(demo.locator("[data-mean]"));
const field = (demo: Locator, name: string) => demo.getByRole("textbox", { name, exact: true });
const status = (demo: Locator) => demo.locator("[data-status]");
const csv = (demo: Locator) => demo.getByRole("textbox", { name: "Sentences as CSV" });
const complaints = (demo: Locator) => demo.locator(".complaints li");
const words = (demo: Locator) => demo.getByRole("listitem");

async function trained(demo: Locator, kind = "page’s"): Promise<void> {
  await expect(status(demo)).toContainText(`Trained on ${kind === "page’s" ? "the page’s" : "your"}`);
}

async function trainOn(demo: Locator, source: string): Promise<void> {
  const own = demo.locator("details.own");
  if ((await own.getAttribute("open")) === null) await demo.getByText("Train on your own sentences").click();
  await csv(demo).fill(source);
  await demo.getByRole("button", { name: "Train on these" }).click();
}

/** A file dropped on the place for own sentences. */
async function drop(demo: Locator, name: string, content: string): Promise<void> {
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

const REVIEWS = "good film,plus\ngood food,plus\ngood,plus\nbad film,minus\nbad food,minus\nbad,minus\n";

test("good movie with seed 42 shows the tutorial's numbers", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await expect(sentence(demo)).toHaveValue("good movie");
  expect(await probabilities(demo)).toEqual(["0.7713", "0.1249", "0.1037"]);
  expect(await logits(demo)).toEqual(["0.9469", "−0.8733", "−1.0593"]);
  expect(await mean(demo)).toEqual(["0.0500", "0.1500", "0.2500", "0.3500", "0.4500"]);
  await expect(field(demo, "weight of dimension 1 for negative")).toHaveValue("0.4967141530112327");
  await expect(field(demo, "weight of dimension 5 for positive")).toHaveValue("−1.7249178325130328");
});

test("all sentences of the golden data show the exact numbers, in four decimals", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  for (const { text, tokens, exact } of golden.results as Golden[]) {
    // A text field has no line breaks; they separate words like spaces.
    await sentence(demo).fill(text.replaceAll("\n", " "));
    await expect.poll(() => probabilities(demo)).toEqual(shown(exact.probs));
    expect(await logits(demo)).toEqual(shown(exact.logits));
    expect(await mean(demo)).toEqual(shown(exact.vector));
    expect((await texts(words(demo))).map((chip) => chip.replace(/\?unknown$/, "").trim())).toEqual(tokens);
  }
});

test("unknown words are marked by a sign and in words, and may count as zeros", async ({ page }) => {
  const demo = await openDemo(page, TAG, { text: "GOOD unknown" });
  await expect(words(demo).nth(0)).toHaveText("good");
  await expect(words(demo).nth(1)).toHaveText(/unknown\s*\?unknown/);
  await expect(words(demo).nth(1)).toHaveCSS("border-style", "dashed");
  await expect(demo.locator("[data-words]")).toHaveText(/1 of 2 words has no vector.*left out of the mean/);
  expect((await mean(demo))[0]).toBe("0.1000");
  await demo.getByLabel("Words without a vector").selectOption("zeros");
  expect((await mean(demo))[0]).toBe("0.0500");
  await expect(demo.locator("[data-words]")).toHaveText(/count as vectors of zeros/);
});

test("an empty sentence is told in words and gives thirds, not NaN", async ({ page }) => {
  const demo = await openDemo(page, TAG, { text: "" });
  await expect(demo.locator("[data-words]")).toHaveText(/There is no word.*taken as zeros/);
  expect(await probabilities(demo)).toEqual(["0.3333", "0.3333", "0.3333"]);
  await demo.getByRole("button", { name: "Trained classifier" }).click();
  await trained(demo);
  await expect(demo.locator("[data-words]")).toHaveText(/no word.*biases alone decide/s);
  expect((await probabilities(demo)).join()).not.toContain("undefined");
});

for (const model of ["tutorial", "trained"]) {
  test(`emoji and HTML are shown and never interpreted: ${model}`, async ({ page }) => {
    const demo = await openDemo(page, TAG, { model, text: '<img src="x" onerror="alert(1)"> 😀 <b>good</b>' });
    await expect(words(demo).first()).toBeVisible();
    await expect(demo.getByRole("list").first()).toContainText("😀");
    await expect(demo.getByRole("list").first()).toContainText(model === "tutorial" ? "<b>good</b>" : "onerror");
    expect(await demo.locator("img, b:not(.accuracy, .key b, .sums b)").count()).toBe(0);
  });
}

test("every number of both tables can be edited; what is wrong stays with a message, and so does the result", async ({
  page,
}) => {
  const demo = await openDemo(page, TAG, { text: "good" });
  await field(demo, "good, dimension 1").fill("2,5");
  await expect.poll(() => mean(demo)).toEqual(["2.5000", "0.2000", "0.3000", "0.4000", "0.5000"]);
  for (let d = 1; d <= 5; d++) {
    for (const name of ["negative", "neutral", "positive"]) {
      await field(demo, `weight of dimension ${d} for ${name}`).fill(d === 1 && name === "neutral" ? "2" : "0");
    }
  }
  await expect.poll(() => logits(demo)).toEqual(["0.0000", "5.0000", "0.0000"]);
  const wrong = field(demo, "good, dimension 1");
  await wrong.fill("two");
  await wrong.blur();
  await expect(demo.getByText("good, dimension 1 must be a number from −1000 to 1000")).toBeVisible();
  await expect(wrong).toHaveValue("two");
  expect(await logits(demo)).toEqual(["0.0000", "5.0000", "0.0000"]);
  await demo.getByRole("button", { name: "Draw again" }).click();
  await expect(field(demo, "weight of dimension 1 for neutral")).toHaveValue("−0.13826430117118466");
  await expect(wrong).toHaveValue("two");
  await demo.getByRole("button", { name: "Reset" }).click();
  await expect(wrong).toHaveValue("0.1");
  await expect(demo.getByText("must be a number")).toHaveCount(0);
});

test("the sums are written out with their numbers", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await demo.getByText("The sums written out").click();
  await expect(demo.locator(".sums li").first()).toHaveText(
    /negative = 0\.0500 · 0\.4967 \+ 0\.1500 · 1\.5230 \+ 0\.2500 · 1\.5792 \+ 0\.3500 · 0\.5426 \+ 0\.4500 · 0\.2420 =\s+0\.9469/,
  );
});

test("words can be added and removed, by keyboard alone", async ({ page }) => {
  const demo = await openDemo(page, TAG, { text: "great film" });
  const name = demo.getByRole("textbox", { name: "New word" });
  await name.focus();
  await page.keyboard.type("Great");
  await page.keyboard.press("Enter");
  await expect(field(demo, "great, dimension 5")).toHaveValue("0");
  await expect(name).toHaveValue("");
  await expect(demo.locator("[data-words]")).toHaveText(/1 of 2 words/);
  await field(demo, "great, dimension 5").fill("1");
  await expect.poll(() => mean(demo)).toEqual(["0.0000", "0.0000", "0.0000", "0.0000", "1.0000"]);
  await demo.getByRole("button", { name: "Remove great" }).focus();
  await page.keyboard.press("Enter");
  await expect(demo.locator("[data-words]")).toHaveText(/2 of 2 words/);
  await expect(demo.getByRole("button", { name: "Remove movie" })).toBeFocused();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Enter");
  await expect(name).toBeFocused();
  await sentence(demo).fill("good movie");
  await expect.poll(() => probabilities(demo)).toEqual(["0.3333", "0.3333", "0.3333"]);
});

test("a removed word takes with it what was typed in its fields, and leaves its neighbours theirs", async ({
  page,
}) => {
  const demo = await openDemo(page, TAG, { text: "movie" });
  await field(demo, "good, dimension 5").fill("wrong");
  await field(demo, "movie, dimension 1").fill("wrong too");
  await demo.getByRole("button", { name: "Remove good" }).click();
  await expect(field(demo, "bad, dimension 5")).toHaveValue("−0.5");
  await expect(field(demo, "movie, dimension 1")).toHaveValue("wrong too");
  await expect(field(demo, "movie, dimension 5")).toHaveValue("0.4");
  expect((await mean(demo))[4]).toBe("0.4000");
});

test("what cannot be a new word is told beside the field and stays in it", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  const name = demo.getByRole("textbox", { name: "New word" });
  const add = demo.getByRole("button", { name: "Add word" });
  for (const [word, why] of [
    ["", /Type a word first/],
    ["two words", /One word at a time/],
    ["GOOD", /“good” is there already/],
  ] as const) {
    await name.fill(word);
    await add.click();
    await expect(demo.getByRole("alert").filter({ hasText: why })).toBeVisible();
    await expect(name).toHaveValue(word);
  }
  for (const odd of ["<i>", "😀", "constructor", "__proto__"]) {
    await name.fill(odd);
    await add.click();
    await expect(demo.getByRole("button", { name: `Remove ${odd}` })).toBeVisible();
  }
});

test("the seed draws the weights; a bad one is told, and the good weights stay", async ({ page }) => {
  const demo = await openDemo(page, TAG, { seed: "0" });
  const first = field(demo, "weight of dimension 1 for negative");
  // np.random.seed(0); np.random.randn(5, 3)
  await expect(first).toHaveValue("1.764052345967664");
  const seed = field(demo, "Seed");
  await seed.fill("42");
  await expect(first).toHaveValue("0.4967141530112327");
  for (const wrong of ["-1", "1.5", "4294967296", "abc"]) {
    await seed.fill(wrong);
    await seed.blur();
    await expect(demo.getByRole("alert").filter({ hasText: "seed must be" })).toBeVisible();
    await expect(seed).toHaveValue(wrong);
    await expect(first).toHaveValue("0.4967141530112327");
  }
});

test("attributes that mean nothing are told, and what they stand for is as usual", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "bert", seed: "x" });
  await expect(demo.getByText("model “bert” (it is tutorial or trained)")).toBeVisible();
  await expect(demo.getByText("seed “x” (it is a whole number from 0 to 4294967295)")).toBeVisible();
  expect(await probabilities(demo)).toEqual(["0.7713", "0.1249", "0.1037"]);
});

test("the classifier trains when it is first shown, and is right on 4 of 5 sentences it has never seen", async ({
  page,
}) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  await expect(status(demo)).toHaveText(/720 sentences:\s+100\s+epochs, 982 words,\s+\d+ ms/);
  await expect(demo.locator("[data-accuracy]")).toHaveText("82.6 %");
  await expect(demo.getByRole("img")).toHaveAccessibleName(
    /Loss over 100 epochs: on the training sentences from 1\.0986 to 0\.2262, on the held-out ones to 0\.5144/,
  );
  const table = demo.getByRole("table").filter({ hasText: "true class in rows" });
  expect(await texts(table.getByRole("cell"))).toEqual(["", "35", "5", "6", "4", "41", "1", "5", "3", "38"]);
  expect((await probabilities(demo)).map(Number).reduce((a, b) => a + b)).toBeCloseTo(1, 3);
});

test("words say by underline, in words and in a table what they add to the most probable class", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained", text: "The food was not bad at all, zebra!" });
  await trained(demo);
  await expect(demo.getByRole("list", { name: "Words and what they say about “positive”" })).toBeVisible();
  const bad = words(demo).filter({ hasText: /^bad/ });
  await expect(bad).toHaveText("bad (speaks for it)");
  await expect(bad).toHaveCSS("text-decoration-style", "solid");
  const the = words(demo).filter({ hasText: /^The/ });
  await expect(the).toHaveText("The (speaks against it)");
  await expect(the).toHaveCSS("text-decoration-style", "wavy");
  await expect(words(demo).filter({ hasText: "zebra" })).toHaveText("zebra (unknown)");
  await demo.getByText("What each word adds to the logits").click();
  await expect(demo.getByRole("row", { name: /^not bad/ })).toBeVisible();
  await expect(demo.getByRole("row", { name: /^zebra \(unknown\) 0\.0000 0\.0000 0\.0000/ })).toBeVisible();
  await sentence(demo).fill("I hated the rude waiter");
  await expect(demo.getByRole("list", { name: /“negative”/ })).toBeVisible();
});

test("epochs, step size and weight decay take effect at the next training; bad ones are told", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  await field(demo, "Epochs").fill("7");
  await field(demo, "Weight decay").fill("0.05");
  await demo.getByRole("button", { name: "Train", exact: true }).click();
  await expect(status(demo)).toHaveText(/:\s+7\s+epochs/);
  await expect(demo.getByRole("img")).toHaveAccessibleName(/Loss over 7 epochs/);
  await field(demo, "Step size").fill("99");
  await field(demo, "Step size").blur();
  await expect(demo.getByText("step size must be a number from 0.01 to 10")).toBeVisible();
  await field(demo, "Epochs").fill("2.5");
  await field(demo, "Epochs").blur();
  await expect(demo.getByText("epochs must be a whole number")).toBeVisible();
  await demo.getByRole("button", { name: "Train", exact: true }).click();
  await expect(status(demo)).toHaveText(/:\s+7\s+epochs/);
  await expect(field(demo, "Step size")).toHaveValue("99");
});

test("a long training can be watched and stopped, and the page answers meanwhile", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  await field(demo, "Epochs").fill("2000");
  await demo.getByRole("button", { name: "Train", exact: true }).click();
  await expect(status(demo)).toHaveText(/Training on/);
  await sentence(demo).fill("I hated it");
  await expect(words(demo).first()).toContainText("I");
  await demo.getByRole("button", { name: "Stop" }).click();
  await expect(status(demo)).toHaveText(/Trained on the page’s 720 sentences/);
  const [, epochs = ""] = /:\s+(\d+)\s+epochs/.exec((await status(demo).textContent()) ?? "") ?? [];
  expect(Number(epochs)).toBeGreaterThan(0);
  expect(Number(epochs)).toBeLessThan(2000);
});

test("own sentences train a classifier with labels of their own, and the page's come back", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained", text: "good food" });
  await trained(demo);
  await trainOn(demo, REVIEWS);
  await trained(demo, "your");
  await expect(status(demo)).toContainText("your 6 sentences");
  await expect(complaints(demo)).toHaveCount(0);
  await expect(demo.locator(".probabilities .best th")).toHaveText("plus");
  await demo.getByRole("button", { name: "Back to the page’s sentences" }).click();
  await trained(demo);
  await expect(status(demo)).toContainText("720 sentences");
  await expect(csv(demo)).toHaveValue(REVIEWS);
});

for (const [what, source] of [
  [
    "a header, extra columns and another order",
    "id,Label,Text\n1,plus,good film\n2,plus,good\n3,minus,bad film\n4,minus,bad\n",
  ],
  [
    "quotes, doubled quotes, separators and line breaks in them",
    '"good, ""very"" good",plus\n"good\nfilm",plus\n"bad, bad",minus\nbad,minus\n',
  ],
  ["a byte order mark and CRLF", "\uFEFFtext,label\r\ngood film,plus\r\ngood,plus\r\nbad film,minus\r\nbad,minus\r\n"],
  ["semicolons", "good film, really;plus\ngood;plus\nbad film;minus\nbad;minus\n"],
  ["tabs", "good film, really\tplus\ngood\tplus\nbad film\tminus\nbad\tminus\n"],
] as const) {
  test(`own sentences may come with ${what}`, async ({ page }) => {
    const demo = await openDemo(page, TAG, { model: "trained", text: "good" });
    await trained(demo);
    await demo.getByText("Train on your own sentences").click();
    await drop(demo, "mine.csv", source);
    await trained(demo, "your");
    await expect(status(demo)).toContainText("your 4 sentences");
    await expect(complaints(demo)).toHaveCount(0);
    await expect(demo.locator(".probabilities .best th")).toHaveText("plus");
  });
}

test("lines that cannot be used are told with their numbers, the others are learned, and nothing is lost", async ({
  page,
}) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  const source = `text,label\n${REVIEWS}no label,\n,minus\n\ngood <b>,plus\n`;
  await trainOn(demo, source);
  await trained(demo, "your");
  await expect(status(demo)).toContainText("your 7 sentences");
  expect(await texts(complaints(demo))).toEqual(["Line 8: “no label” has no label", "Line 9: there is no sentence"]);
  await expect(csv(demo)).toHaveValue(source);
  await trainOn(demo, `${REVIEWS}one, two, three\nalone\n"never closed,plus\n`);
  await expect(complaints(demo).filter({ hasText: /Line 7: 3 cells instead of a sentence and a label/ })).toBeVisible();
  await expect(complaints(demo).filter({ hasText: /Line 8: 1 cell instead.*label is missing/ })).toBeVisible();
  await expect(
    complaints(demo).filter({ hasText: /Line 9: a quote \("\) opens here and is never closed/ }),
  ).toBeVisible();
});

test("what cannot be learned from is told, and the classifier and the text stay", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  const eleven = Array.from({ length: 22 }, (_, i) => `text ${i},label ${i % 11}`).join("\n");
  for (const [source, why] of [
    ["", /There is no sentence to learn from/],
    ["good,plus\nnice,plus", /All sentences are labelled “plus”/],
    ["good,plus\nnice,plus\nbad,minus", /Label “minus” has 1 sentence; every label needs 2/],
    [eleven, /There are 11 different labels, and at most 10/],
    ["just\ntwo lines", /There is no sentence to learn from/],
    ["\0\x01\x02", /no text, but a file of another kind/],
  ] as const) {
    await trainOn(demo, source);
    await expect(complaints(demo).first()).toHaveText(why);
    await expect(csv(demo)).toHaveValue(source);
    await expect(status(demo)).toContainText("the page’s 720 sentences");
  }
});

test("a row of very many columns and a file that is too large are told in words", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  await demo.getByText("Train on your own sentences").click();
  await drop(demo, "wide.csv", `${REVIEWS}${"x,".repeat(1_000_000)}x\n`);
  await expect(complaints(demo)).toHaveText(/Line 7: 1000001 cells instead of a sentence and a label/);
  await drop(demo, "large.csv", "good film,plus\n".repeat(300_000));
  await expect(complaints(demo)).toHaveText("“large.csv” has 4.5 MB; there is room for 4 MB.");
});

test("a file is opened with the keyboard too", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  await demo.getByText("Train on your own sentences").click();
  await demo.getByRole("button", { name: "Train on these" }).focus();
  await page.keyboard.press("Tab");
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(REVIEWS) });
  await trained(demo, "your");
  await expect(csv(demo)).toHaveValue(REVIEWS);
});

test("the page hears of what the person changed, once each", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await demo.evaluate((one) => {
    const counted = window as unknown as { changes: number };
    counted.changes = 0;
    document.addEventListener("change", (event) => {
      if (event.target === one) counted.changes++;
    });
  });
  const changes = () => page.evaluate(() => (window as unknown as { changes: number }).changes);
  await sentence(demo).pressSequentially("!");
  await sentence(demo).blur();
  expect(await changes()).toBe(1);
  await demo.getByLabel("Words without a vector").selectOption("zeros");
  expect(await changes()).toBe(2);
  await demo.getByRole("button", { name: "Trained classifier" }).click();
  await trained(demo);
  expect(await changes()).toBe(3);
});

test("removed, it trains no more and keeps nothing; put back, it works again", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  await field(demo, "Epochs").fill("2000");
  await demo.getByRole("button", { name: "Train", exact: true }).click();
  await expect(status(demo)).toHaveText(/Training on/);
  const busy = await demo.evaluate(async (one) => {
    one.remove();
    let frames = 0;
    const original = window.requestAnimationFrame;
    await new Promise((resolve) => setTimeout(resolve, 100));
    window.requestAnimationFrame = (callback) => {
      frames++;
      return original(callback);
    };
    await new Promise((resolve) => setTimeout(resolve, 500));
    window.requestAnimationFrame = original;
    document.querySelector("main")?.append(one);
    return frames;
  });
  expect(busy).toBe(0);
  await field(demo, "Epochs").fill("20");
  await expect(status(demo)).toContainText(/Train/);
  await demo.getByRole("button", { name: "Stop" }).click();
  await demo.getByRole("button", { name: "Train", exact: true }).click();
  await expect(status(demo)).toHaveText(/:\s+20\s+epochs/);
});

test("after removal the word vectors are as the person left them", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await field(demo, "good, dimension 1").fill("3");
  await removeAndReturn(demo);
  await expect(field(demo, "good, dimension 1")).toHaveValue("3");
});

bare("sentences that cannot be fetched are told, and fetched at the next try", async ({ page }) => {
  let fails = true;
  await page.route(/sentences-.*\.js/, (route) => (fails ? route.abort() : route.continue()));
  const demo = await openDemo(page, TAG, { model: "tutorial" });
  await demo.getByRole("button", { name: "Trained classifier" }).click();
  await expect(demo.getByText("The sentences could not be fetched. Check the connection.")).toBeVisible();
  fails = false;
  await demo.getByRole("button", { name: "Try again" }).click();
  await trained(demo);
});

for (const theme of ["light", "dark"]) {
  for (const width of [1000, 390]) {
    test(`no axe violation, no sideways scroll: ${theme}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const demo = await openDemo(page, TAG, { theme, text: "good new movie" });
      await demo.getByText("The sums written out").click();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await demo.getByRole("button", { name: "Trained classifier" }).click();
      await trained(demo);
      for (const summary of await demo.locator("summary").all()) await summary.click();
      await trainOn(demo, "wrong");
      await expect(complaints(demo).first()).toBeVisible();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });
  }
}

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("everything that is touched is at least 40 px high, and works", async ({ page }) => {
    const demo = await openDemo(page, TAG);
    const small = () =>
      demo
        .locator("button, input:not(.visually-hidden), select, textarea, summary, .file")
        .evaluateAll((all) =>
          all
            .filter((one) => (one as HTMLElement).checkVisibility() && one.getBoundingClientRect().height < 40)
            .map((one) => one.outerHTML.slice(0, 80)),
        );
    expect(await small()).toEqual([]);
    await demo.getByRole("button", { name: "Remove movie" }).tap();
    await expect(field(demo, "movie, dimension 1")).toHaveCount(0);
    await demo.getByRole("button", { name: "Trained classifier" }).tap();
    await trained(demo);
    for (const summary of await demo.locator("summary").all()) await summary.tap();
    expect(await small()).toEqual([]);
    await expectNoSidewaysScroll(page);
  });
});
