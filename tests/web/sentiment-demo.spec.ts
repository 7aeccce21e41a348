import { test as bare } from "@playwright/test";
import { expectNoSidewaysScroll, expectNoViolations, openDemo, removeAndReturn } from "./demos.js";
import { expect, test } from "./playground.js";
import {
  complaints,
  field,
  type Golden,
  golden,
  logits,
  mean,
  probabilities,
  sentence,
  shown,
  TAG,
  texts,
  trained,
  trainOn,
  words,
} from "./sentiment.js";

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
