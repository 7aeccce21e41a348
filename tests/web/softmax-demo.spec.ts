import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { parseNumber } from "../../web/src/state/numbers.js";
import { hexFloat } from "../engine/golden.js";
import { expectNoSidewaysScroll, expectNoViolations, openDemo, removeAndReturn } from "./demos.js";
import { expect, test } from "./playground.js";

const TAG = "softmax-demo";
const probabilities = (demo: Locator) => demo.locator("output.probability").allTextContents();
const logit = (demo: Locator, name: string) => demo.getByRole("textbox", { name: `Logit of ${name} as a number` });
const slider = (demo: Locator, name: string) => demo.getByRole("slider", { name: `Logit of ${name}`, exact: true });
const text = (demo: Locator) => demo.getByRole("textbox", { name: /^Logits as text/ });
const sum = (demo: Locator) => demo.getByLabel("Sum of the probabilities");
const cells = (demo: Locator) => demo.getByRole("gridcell").allTextContents();
const naive = (demo: Locator) => demo.getByRole("group", { name: "Naive formula, step by step" });
const stable = (demo: Locator) => demo.getByRole("group", { name: "Stable formula, step by step" });
const column = (table: Locator, which: number) => table.locator(`tbody td:nth-child(${which})`).allTextContents();
const shows = (demo: Locator, expected: readonly string[]) => expect.poll(() => probabilities(demo)).toEqual(expected);

test("the tutorial's logits have its probabilities, their Jacobian, and a sum of 1", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await shows(demo, ["0.6590", "0.2424", "0.0986"]);
  await expect(sum(demo)).toHaveText("1.0000");
  // By mpmath.
  expect((await cells(demo)).map((cell) => cell.trim())).toEqual([
    "0.2247",
    "−0.1598",
    "−0.0650",
    "−0.1598",
    "0.1837",
    "−0.0239",
    "−0.0650",
    "−0.0239",
    "0.0889",
  ]);
  await demo.getByRole("checkbox", { name: "All digits" }).check();
  const exactly = ["0x1.516898e7157f3p-1", "0x1.f080b28530e40p-3", "0x1.93b9d3bcf23e7p-4"].map(hexFloat);
  (await probabilities(demo)).forEach((shown, i) => {
    const right = exactly[i] as number;
    expect(Math.abs(Number(shown) - right), shown).toBeLessThanOrEqual(2 ** -52 * right);
    expect(shown.length).toBeGreaterThan(15);
  });
});

test("golden vectors put in as text give the golden probabilities", async ({ page }) => {
  interface Row {
    readonly fmt: string;
    readonly n: number;
    readonly x: readonly string[];
    readonly softmax: { readonly y: readonly string[] };
  }
  const lines = readFileSync(new URL("../golden/softmax_family.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const rows = lines.map((line) => JSON.parse(line) as Row).filter(({ fmt, n }) => fmt === "d" && n >= 2 && n <= 8);
  const finite = rows.filter(({ x }) => x.every((one) => Number.isFinite(hexFloat(one)))).slice(0, 12);
  expect(finite).toHaveLength(12);
  const demo = await openDemo(page, TAG);
  await demo.getByRole("checkbox", { name: "All digits" }).check();
  for (const { x, softmax } of finite) {
    await text(demo).fill(x.map(hexFloat).join(" "));
    await expect(demo.locator("output.probability")).toHaveCount(x.length);
    const shown = await demo
      .locator("output.probability")
      .evaluateAll((all) => all.map((one) => one.textContent ?? ""));
    const numbers = shown.map((one) => parseNumber(one.replace(/^10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/, "1·10")));
    softmax.y.map(hexFloat).forEach((y, i) => {
      expect(Math.abs((numbers[i] as number) - y), `${shown[i]} for ${y}`).toBeLessThanOrEqual(2 ** -52 * y + 5e-324);
    });
  }
});

test("sliders, fields and text are one vector", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await slider(demo, "x₁").focus();
  await page.keyboard.press("ArrowRight");
  await expect(logit(demo, "x₁")).toHaveValue("2.1");
  await expect(text(demo)).toHaveValue("2.1, 1, 0.1");
  await logit(demo, "x₁").fill("3");
  await logit(demo, "x₂").fill("0");
  await logit(demo, "x₃").fill("−1");
  await expect(text(demo)).toHaveValue("3, 0, -1");
  await shows(demo, ["0.9362", "0.0466", "0.0171"]);
  await text(demo).fill("array([2. , 1. , 0.1, 0.])");
  await shows(demo, ["0.6050", "0.2226", "0.0905", "0.0819"]);
  await expect(slider(demo, "x₄")).toHaveValue("0");
  await text(demo).fill("tensor([3., 0., -1.], dtype=torch.float64)");
  await shows(demo, ["0.9362", "0.0466", "0.0171"]);
});

test("the temperature sharpens and evens out, by slider and by field", async ({ page }) => {
  const demo = await openDemo(page, TAG, { temperature: "0.5" });
  await shows(demo, ["0.8638", "0.1169", "0.0193"]);
  await demo.getByRole("slider", { name: /^Temperature/ }).focus();
  await page.keyboard.press("End");
  await shows(demo, ["0.3366", "0.3332", "0.3302"]);
  const field = demo.getByRole("textbox", { name: "Temperature as a number" });
  await expect(field).toHaveValue("100");
  await field.fill("0.5");
  await shows(demo, ["0.8638", "0.1169", "0.0193"]);
  await field.fill("0");
  await expect(demo.getByText("the temperature must be a number from 0.000001 to 1000000")).toBeVisible();
  await shows(demo, ["0.8638", "0.1169", "0.0193"]);
});

test("at logits like 1000 the naive formula fails for all to see, and the stable one does not", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await expect(demo.getByText("It works: no power of e is too large for a float64 here.")).toBeVisible();
  await demo.getByRole("button", { name: "Large" }).click();
  await shows(demo, ["0.0900", "0.2447", "0.6652"]);
  expect(await column(naive(demo), 3)).toEqual(["inf", "inf", "inf"]);
  expect(await column(naive(demo), 4)).toEqual(["NaN", "NaN", "NaN"]);
  expect(await column(stable(demo), 4)).toEqual(["0.0900", "0.2447", "0.6652"]);
  await expect(demo.getByText(/^It fails: e to such a power .* inf ÷ inf is not a number\.$/)).toBeVisible();
  await text(demo).fill("-1000 -1001 -1002");
  await expect(demo.getByText(/^It fails: every e to such a power is rounded to 0/)).toBeVisible();
  expect(await column(naive(demo), 4)).toEqual(["NaN", "NaN", "NaN"]);
  await shows(demo, ["0.6652", "0.2447", "0.0900"]);
  await demo.getByRole("button", { name: "Tutorial" }).click();
  await demo.getByRole("button", { name: "Add 1000 to all" }).click();
  await expect(text(demo)).toHaveValue("1002, 1001, 1000.1");
  expect(await column(naive(demo), 4)).toEqual(["NaN", "NaN", "NaN"]);
  await shows(demo, ["0.6590", "0.2424", "0.0986"]);
});

test("text that is no vector is told where it stands, stays, and changes nothing else", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  const many = Array.from({ length: 21 }, (_, i) => i).join(" ");
  for (const [typed, said] of [
    ["2, one, 3", "Entry 2, “one”, is not a number. Write it like −1.5 or 2e3."],
    ["1, nan", "Entry 2, “nan”, is not a number."],
    ["[]", "There is no number in this text. Write some like 2, 1, 0.1."],
    ["<b>1</b>", "Entry 1, “<b>1</b>”, is not a number."],
    [many, "These are 21 numbers. At most 20 fit here."],
  ] as const) {
    await text(demo).fill(typed);
    await expect(demo.locator("#text-problem")).toContainText(said);
    await expect(text(demo)).toHaveValue(typed);
    await shows(demo, ["0.6590", "0.2424", "0.0986"]);
  }
  // Elsewhere work goes on, and what is to be mended stays.
  await logit(demo, "x₁").fill("1");
  await expect(text(demo)).toHaveValue(many);
  await logit(demo, "x₁").fill("five");
  await expect(demo.getByText("the logit must be a number like −1.5 or 2e3")).toBeVisible();
  await logit(demo, "x₂").fill("1");
  await expect(logit(demo, "x₁")).toHaveValue("five");
  await text(demo).fill("3 0 -1");
  await expect(demo.locator("#text-problem")).toBeEmpty();
  await shows(demo, ["0.9362", "0.0466", "0.0171"]);
});

test("entries come and go, from one to twenty, with names that are only text", async ({ page }) => {
  const demo = await openDemo(page, TAG, { logits: "2,1,0.1", labels: "<img src=x onerror=alert(1)>,cat 🐈" });
  await expect(demo.getByRole("group", { name: "cat 🐈", exact: true })).toBeVisible();
  await expect(demo.getByRole("textbox", { name: "Name of entry 1" })).toHaveValue("<img src=x onerror=alert(1)>");
  expect(await demo.locator("img").count()).toBe(0);
  const add = demo.getByRole("button", { name: "Add an entry" });
  await add.click();
  await shows(demo, ["0.6050", "0.2226", "0.0905", "0.0819"]);
  for (let i = 4; i < 20; i++) await add.click();
  await expect(add).toBeDisabled();
  await expect(demo.getByText("20 is as many as fit here.")).toBeVisible();
  await text(demo).fill("3 1 0");
  await demo.getByRole("textbox", { name: "Name of entry 3" }).fill("dog");
  await demo.getByRole("button", { name: "Remove cat 🐈" }).click();
  await expect(text(demo)).toHaveValue("3, 0");
  await expect(demo.getByRole("textbox", { name: "Name of entry 2" })).toHaveValue("dog");
  await demo.getByRole("button", { name: "Remove dog" }).click();
  await expect(demo.getByRole("button", { name: /^Remove/ })).toBeDisabled();
  await shows(demo, ["1.0000"]);
});

test("the Jacobian is read by keyboard and by pointing", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  const reading = demo.locator(".reading");
  await demo.getByRole("gridcell", { name: "∂p₂/∂x₁ = −0.1598" }).focus();
  await expect(reading).toContainText(
    "Raise the logit of x₁ a little, and the probability of x₂ goes down: by 0.1598 per unit.",
  );
  await page.keyboard.press("ArrowUp");
  await expect(demo.getByRole("gridcell", { name: "∂p₁/∂x₁ = 0.2247" })).toBeFocused();
  await expect(reading).toContainText("its own probability goes up: by 0.2247 per unit.");
  await page.keyboard.press("End");
  await expect(reading).toContainText("∂p₁/∂x₃ = −0.0650");
  await demo.getByRole("gridcell", { name: "∂p₃/∂x₃ = 0.0889" }).hover();
  await expect(reading).toContainText("∂p₃/∂x₃ = 0.0889");
  await text(demo).fill("1000 -1000");
  await expect(reading).toContainText("A small change of the logit of x₂ does not change the probability of x₂.");
});

test("attributes that cannot be used are named, and the tutorial's values shown", async ({ page }) => {
  const demo = await openDemo(page, TAG, { logits: "2,x", temperature: "-1" });
  await expect(
    demo.getByRole("alert").filter({ hasText: "The attribute logits: Entry 2, “x”, is not a number" }),
  ).toBeVisible();
  await expect(demo.getByText("The attribute temperature must be a number from")).toBeVisible();
  await shows(demo, ["0.6590", "0.2424", "0.0986"]);
});

for (const [scheme, width] of [
  ["light", 1000],
  ["dark", 1000],
  ["light", 390],
] as const) {
  test(`nothing keeps anyone out, ${scheme}, ${width} px wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    const demo = await openDemo(page, TAG, { logits: Array.from({ length: 20 }, (_, i) => 50 * i).join() });
    await demo.getByRole("checkbox", { name: "All digits" }).check();
    await text(demo).fill("oops");
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });
}

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test("everything can be tapped", async ({ page }) => {
    const demo = await openDemo(page, TAG);
    await demo.getByRole("gridcell").first().tap();
    await expect(demo.locator(".reading")).toContainText("∂p₁/∂x₁ = 0.2247");
    await demo.getByRole("button", { name: "Remove x₃" }).tap();
    await expect(text(demo)).toHaveValue("2, 1");
    for (const button of await demo.getByRole("button").all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40);
    }
  });
});

test("put elsewhere in the page it keeps what was entered", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await text(demo).fill("3 0 -1");
  await removeAndReturn(demo);
  await shows(demo, ["0.9362", "0.0466", "0.0171"]);
});
