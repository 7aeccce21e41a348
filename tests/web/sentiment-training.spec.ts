import type { Page } from "@playwright/test";
import { openDemo } from "./demos.js";
import { expect, test } from "./playground.js";
import {
  complaints,
  csv,
  drop,
  field,
  probabilities,
  REVIEWS,
  sentence,
  status,
  TAG,
  texts,
  trained,
  trainOn,
  words,
} from "./sentiment.js";

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

/** From here on no frame comes until they are let go. Gives the number of those that are waited for. */
async function holdFrames(page: Page): Promise<{ waiting(): Promise<number>; letGo(): Promise<void> }> {
  const frames = await page.evaluateHandle(() => {
    const [request, cancel] = [window.requestAnimationFrame, window.cancelAnimationFrame];
    const held = new Map<number, FrameRequestCallback>();
    window.requestAnimationFrame = (callback) => {
      held.set(-1 - held.size, callback);
      return -held.size;
    };
    window.cancelAnimationFrame = (id) => (held.has(id) ? void held.delete(id) : cancel.call(window, id));
    const letGo = () => {
      Object.assign(window, { requestAnimationFrame: request, cancelAnimationFrame: cancel });
      for (const callback of held.values()) request.call(window, callback);
    };
    return { held, letGo };
  });
  return {
    waiting: () => frames.evaluate(({ held }) => held.size),
    letGo: () => frames.evaluate(({ letGo }) => letGo()),
  };
}

test("a long training can be watched and stopped, and the page answers meanwhile", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  await field(demo, "Epochs").fill("2000");
  const frames = await holdFrames(page);
  await demo.getByRole("button", { name: "Train", exact: true }).click();
  await expect(status(demo)).toHaveText(/Training on/);
  expect(await frames.waiting()).toBe(1);
  await sentence(demo).fill("I hated it");
  await expect(words(demo).first()).toContainText("I");
  await demo.getByRole("button", { name: "Stop" }).click();
  await frames.letGo();
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

test("a drop that holds neither file nor text takes nothing away from what was typed", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  await trainOn(demo, REVIEWS);
  await demo.locator("details.own").evaluate((own) => {
    const dataTransfer = new DataTransfer();
    own.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(csv(demo)).toHaveValue(REVIEWS);
  await expect(complaints(demo)).toHaveCount(0);
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

test("removed, it trains no more and keeps nothing; put back, it works again", async ({ page }) => {
  const demo = await openDemo(page, TAG, { model: "trained" });
  await trained(demo);
  await field(demo, "Epochs").fill("2000");
  const frames = await holdFrames(page);
  await demo.getByRole("button", { name: "Train", exact: true }).click();
  await expect(status(demo)).toHaveText(/Training on/);
  const removed = await demo.evaluateHandle((one) => {
    one.remove();
    return one;
  });
  expect(await frames.waiting()).toBe(0);
  await frames.letGo();
  await removed.evaluate((one) => void document.querySelector("main")?.append(one));
  await trained(demo);
  await field(demo, "Epochs").fill("20");
  await demo.getByRole("button", { name: "Train", exact: true }).click();
  await expect(status(demo)).toHaveText(/:\s+20\s+epochs/);
});
