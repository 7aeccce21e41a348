import { hexFloat } from "../engine/golden.js";
import { cells, golden, matrix, panel, sum, surface, TAG, twoDecimals, weight, zeros } from "./convolution.js";
import { expectNoSidewaysScroll, expectNoViolations, openDemo, removeAndReturn } from "./demos.js";
import { expect, test } from "./playground.js";

const numbers = ({ hex }: { readonly hex: readonly unknown[] }) => (hex.flat() as string[]).map(hexFloat);
const [IMAGE, CONVOLVED, RELU] = [golden.image, golden.conv, golden.relu].map(numbers) as [
  number[],
  number[],
  number[],
];

test("seed 42 and the edge kernel show NumPy's image, convolution and ReLU", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  expect(await cells(demo, "Image")).toEqual(IMAGE.map(twoDecimals));
  expect(await cells(demo, "Convolution")).toEqual(CONVOLVED.map(twoDecimals));
  expect(await cells(demo, "Activation")).toEqual(RELU.map(twoDecimals));
  const none = RELU.filter((one) => one === 0).length;
  await expect(zeros(demo)).toHaveText(new RegExp(`${none}\\.0 % zeros: ${none} of\\s+100`));
});

test("pointing at an output pixel lights its patch and writes out the sum with its numbers", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await panel(demo, "Convolution").getByRole("gridcell").nth(45).hover();
  await expect(sum(demo)).toContainText("Row 5, column 6");
  const at = (row: number, column: number) => (IMAGE[10 * row + column] as number).toFixed(4);
  const terms = [3, 4, 5].flatMap((row) =>
    [4, 5, 6].map((column) => `${row === 4 && column === 5 ? "8" : "−1"}·${at(row, column)}`),
  );
  const z = (CONVOLVED[45] as number).toFixed(4).replace("-", "−");
  await expect(sum(demo)).toContainText(terms.join(" + "));
  await expect(sum(demo).locator(".z")).toHaveText(z);
  await expect(sum(demo).locator(".a")).toHaveText((RELU[45] as number).toFixed(4));
  await expect(panel(demo, "Image").locator(".lit")).toHaveCount(9);
  await expect(panel(demo, "Activation").locator(".lit")).toHaveCount(1);
  // At the border part of the patch is padding.
  await panel(demo, "Image").getByRole("gridcell").first().hover();
  await expect(panel(demo, "Image").locator(".lit")).toHaveCount(4);
  await expect(sum(demo).locator(".patch .padding")).toHaveCount(5);
});

/** By hand, in the middle of an image that is 1 in one pixel: what comes out is the kernel, turned about its middle. */
for (const [title, middle] of [
  ["Edge", [-1, -1, -1, -1, 8, -1, -1, -1, -1]],
  ["Sharpen", [0, -1, 0, -1, 5, -1, 0, -1, 0]],
  ["Blur", [0.0625, 0.125, 0.0625, 0.125, 0.25, 0.125, 0.0625, 0.125, 0.0625]],
  ["Emboss", [-2, -1, 0, -1, 1, 1, 0, 1, 2]],
  ["Sobel x", [-1, 0, 1, -2, 0, 2, -1, 0, 1]],
  ["Sobel y", [-1, -2, -1, 0, 0, 0, 1, 2, 1]],
  ["Identity", [0, 0, 0, 0, 1, 0, 0, 0, 0]],
] as const) {
  test(`the kernel ${title} has its weights, and gives what NumPy's loop would`, async ({ page }) => {
    const demo = await openDemo(page, TAG);
    await demo.getByRole("combobox", { name: /^Kernel/ }).selectOption({ label: title });
    for (const [i, value] of middle.entries()) {
      const field = weight(demo, Math.floor(i / 3) + 1, (i % 3) + 1);
      await expect(field).toHaveValue(String(value).replace("-", "−"));
    }
    const expected = IMAGE.map((_, i) => {
      const [y, x] = [Math.floor(i / 10), i % 10];
      let total = 0;
      middle.forEach((w, k) => {
        const [r, c] = [y + Math.floor(k / 3) - 1, x + (k % 3) - 1];
        if (r >= 0 && r < 10 && c >= 0 && c < 10) total += w * (IMAGE[10 * r + c] as number);
      });
      return total;
    });
    const shown = (await cells(demo, "Convolution")).map((cell) => Number(cell.replace("−", "-")));
    shown.forEach((value, i) => {
      expect(Math.abs(value - (expected[i] as number)), `${i}`).toBeLessThan(0.00501);
    });
  });
}

test("a kernel of one's own, by its fields, as 3 × 3, 5 × 5 or 7 × 7", async ({ page }) => {
  const demo = await openDemo(page, TAG, { kernel: "identity" });
  expect(await cells(demo, "Convolution")).toEqual(IMAGE.map(twoDecimals));
  const rows = demo.getByRole("combobox", { name: "Rows and columns of the kernel" });
  for (const [label, middle] of [
    ["5 × 5", 3],
    ["7 × 7", 4],
    ["3 × 3", 2],
  ] as const) {
    await rows.selectOption({ label });
    await expect(weight(demo, middle, middle)).toHaveValue("1");
    await weight(demo, 1, 1).fill("0.5");
    await weight(demo, middle, middle).fill("−2");
    const reach = middle - 1;
    const expected = IMAGE.map((pixel, i) => {
      const [r, c] = [Math.floor(i / 10) - reach, (i % 10) - reach];
      return -2 * pixel + (r >= 0 && c >= 0 ? 0.5 * (IMAGE[10 * r + c] as number) : 0);
    });
    const shown = (await cells(demo, "Convolution")).map((cell) => Number(cell.replace("−", "-")));
    shown.forEach((value, i) => {
      expect(Math.abs(value - (expected[i] as number)), `${label} ${i}`).toBeLessThan(0.00501);
    });
    await weight(demo, middle, middle).fill("1");
    await weight(demo, 1, 1).fill("0");
  }
});

test("a kernel as text may come as Python or MATLAB print it; what is wrong is told, stays, and changes nothing", async ({
  page,
}) => {
  const demo = await openDemo(page, TAG);
  await demo.getByText("As text").click();
  for (const [text, said] of [
    ["1 2\n3 4", "2 × 2 has no middle: a kernel needs an odd number of rows: 3, 5 or 7."],
    ["1 2 3\n4 5\n7 8 9", "row 2 holds 2 numbers: a kernel has as many columns as rows (there are 3 rows)."],
    ["1 2 3\n4 x 6\n7 8 9", "“x” in row 2 is no number."],
    ["1", "a kernel here has 3, 5 or 7 rows (these are 1)."],
    ["", "type the numbers of the kernel, a line for each row."],
    ["<b>1</b>", "is no number"],
  ] as const) {
    await matrix(demo).fill(text);
    await expect(demo.locator("#matrix-error")).toContainText(said);
    await expect(matrix(demo)).toHaveValue(text);
    expect((await cells(demo, "Convolution"))[0]).toBe(twoDecimals(CONVOLVED[0] as number));
  }
  for (const text of ["np.array([[0, 0, 0], [0, 2, 0], [0, 0, 0]])", "[0 0 0; 0 2 0; 0 0 0]", "0,0,0\n0,2,0\n0,0,0"]) {
    await matrix(demo).fill(text);
    await expect(demo.locator("#matrix-error")).toBeEmpty();
    expect(await cells(demo, "Convolution")).toEqual(IMAGE.map((one) => twoDecimals(2 * one)));
    await matrix(demo).fill("0 0 0\n0 3 0\n0 0 0");
  }
  await weight(demo, 1, 1).fill("many");
  await expect(demo.getByText("a weight must be a number from −1000000 to 1000000")).toBeVisible();
  await expect(weight(demo, 1, 1)).toHaveValue("many");
});

test("any activation of one number follows, with its parameters", async ({ page }) => {
  const demo = await openDemo(page, TAG, { activation: "leaky_relu(negative_slope=0.5)" });
  const leaky = (slope: number) => CONVOLVED.map((z) => twoDecimals(z < 0 ? slope * z : z));
  expect(await cells(demo, "Activation")).toEqual(leaky(0.5));
  await demo.getByRole("textbox", { name: "negative_slope" }).fill("0.25");
  await expect.poll(() => cells(demo, "Activation")).toEqual(leaky(0.25));
  await expect(zeros(demo)).toHaveText(/0\.0 % zeros: 0 of\s+100/);
  const functions = demo.getByRole("combobox", { name: /^Function/ });
  await functions.selectOption({ label: "Sigmoid" });
  await expect(panel(demo, "Activation").getByRole("heading")).toHaveText("Activation: Sigmoid");
  expect((await cells(demo, "Activation")).every((cell) => Number(cell) >= 0 && Number(cell) <= 1)).toBe(true);
  await expect(functions.locator("option")).not.toContainText(["Softmax"]);
});

test("the seed draws NumPy's picture; a bad one is told and the picture stays", async ({ page }) => {
  const demo = await openDemo(page, TAG, { seed: "0" });
  // numpy.random.seed(0); numpy.random.rand(3)
  expect((await cells(demo, "Image")).slice(0, 3)).toEqual(["0.55", "0.72", "0.60"]);
  const seed = demo.getByRole("textbox", { name: "Seed" });
  for (const bad of ["4294967296", "1.5", "−1", "x"]) {
    await seed.fill(bad);
    await expect(demo.locator("#seed-error")).toContainText(/seed must be/);
    await expect(seed).toHaveValue(bad);
  }
  expect((await cells(demo, "Image")).slice(0, 3)).toEqual(["0.55", "0.72", "0.60"]);
  await seed.fill("42");
  await expect.poll(() => cells(demo, "Image")).toEqual(IMAGE.map(twoDecimals));
});

test("attributes that mean nothing are told, and the others count", async ({ page }) => {
  const demo = await openDemo(page, TAG, {
    picture: "cat",
    size: "11",
    seed: "-1",
    kernel: "1 2; 3 4",
    activation: "softmax",
  });
  const told = await demo.getByRole("alert").allTextContents();
  expect(told.filter(Boolean)).toHaveLength(5);
  expect(told.join(" ")).toContain("there is no picture “cat”: random, disc");
  expect(told.join(" ")).toContain("2 × 2 has no middle");
  expect(await cells(demo, "Image")).toEqual(IMAGE.map(twoDecimals));
});

for (const picture of ["disc", "checkerboard", "stripes", "gradient", "digit", "mountains"]) {
  test(`the drawn picture ${picture} has light and dark, small and larger`, async ({ page }) => {
    const demo = await openDemo(page, TAG, { picture });
    const levels = (await cells(demo, "Image")).map(Number);
    expect(levels).toHaveLength(100);
    expect(Math.max(...levels) - Math.min(...levels)).toBeGreaterThan(0.5);
    await demo.getByRole("combobox", { name: /^Size/ }).selectOption({ label: "64 × 64" });
    await expect(surface(demo, "Image")).toHaveAccessibleName(/64 × 64 pixels/);
    await expect(zeros(demo)).toHaveText(/ of\s+4 096/);
  });
}

test("with the keyboard alone: a pixel is chosen in cells and on a surface, and is said", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await panel(demo, "Convolution").getByRole("grid").focus();
  for (const key of ["Home", "ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  await expect(sum(demo)).toContainText("Row 3, column 2");
  const z = twoDecimals(CONVOLVED[21] as number);
  await expect(demo.locator("p.visually-hidden")).toContainText(`Row 3, column 2: ${z}`);
  await page.keyboard.press("Control+End");
  await expect(sum(demo)).toContainText("Row 10, column 10");
  await demo.getByRole("combobox", { name: /^Size/ }).selectOption({ label: "64 × 64" });
  await surface(demo, "Activation").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(sum(demo)).toContainText("Row 1, column 11");
  await expect(surface(demo, "Activation")).toHaveAttribute("aria-valuetext", "row 1, column 11");
});

for (const [scheme, width] of [
  ["light", 1000],
  ["dark", 1000],
  ["light", 390],
] as const) {
  test(`nothing keeps anyone out, ${scheme}, ${width} px wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    const demo = await openDemo(page, TAG, { activation: "elu", kernel: "nonsense" });
    await demo.getByText("As text").click();
    await matrix(demo).fill("1 2");
    await demo.getByRole("combobox", { name: "Rows and columns of the kernel" }).selectOption({ label: "7 × 7" });
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await demo.getByRole("combobox", { name: /^Size/ }).selectOption({ label: "64 × 64" });
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });
}

for (const width of [390, 768, 900]) {
  test(`numbers fit into their cells, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const demo = await openDemo(page, TAG);
    const room = await panel(demo, "Convolution")
      .getByRole("gridcell")
      .evaluateAll((all) =>
        all.map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return cell.getBoundingClientRect().width - range.getBoundingClientRect().width;
        }),
      );
    expect(Math.min(...room)).toBeGreaterThan(1);
  });
}

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test("a tap chooses a pixel, and all that is tapped is large enough", async ({ page }) => {
    const demo = await openDemo(page, TAG);
    await panel(demo, "Activation").getByRole("gridcell").nth(99).tap();
    await expect(sum(demo)).toContainText("Row 10, column 10");
    for (const target of await demo.locator("button, .button, select, summary").all()) {
      expect((await target.boundingBox())?.height ?? 0, await target.innerText()).toBeGreaterThanOrEqual(38);
    }
  });
});

test("put elsewhere in the page it keeps what was chosen", async ({ page }) => {
  const demo = await openDemo(page, TAG, { kernel: "identity" });
  await weight(demo, 2, 2).fill("3");
  await removeAndReturn(demo);
  expect(await cells(demo, "Convolution")).toEqual(IMAGE.map((one) => twoDecimals(3 * one)));
});
