import { readFileSync } from "node:fs";
import { hexFloat } from "../engine/golden.js";
import { expectNoSidewaysScroll, expectNoViolations, openDemo, removeAndReturn } from "./demos.js";
import { bins, drop, field, measure, problem, problems, saved, shows, status, TAG } from "./own-data.js";
import { expect, test } from "./playground.js";

const tabular = (value: number) => {
  const size = Math.abs(value);
  return size !== 0 && (size < 5e-4 || size >= 1e5) ? undefined : value.toFixed(4).replace("-", "−");
};

test("until there is something else an example is shown, alive at once", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await shows(demo, "Example: 1000 normal random numbers (NumPy seed 42): 1 000 rows, 1 column.");
  // numpy.random.seed(42); x = numpy.random.randn(1000): x.mean(), x.std(ddof=1), (x < 0).mean()
  expect(await measure(demo, "Mean")).toEqual(["0.0193", "0.3994", "0.5100"]);
  expect((await measure(demo, "Standard deviation"))[0]).toBe("0.9792");
  expect(await measure(demo, "Exactly 0")).toEqual(["0.0 %", "49.0 %", "49.0 %"]);
});

test("the statistics are those of exact arithmetic", async ({ page }) => {
  interface Row {
    readonly name: string;
    readonly x: readonly string[];
    readonly [measure: string]: readonly string[] | string;
  }
  const lines = readFileSync(new URL("../golden/statistics.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const demo = await openDemo(page, TAG, { function: "linear" });
  for (const row of lines.map((line) => JSON.parse(line) as Row)) {
    const x = row.x.map(hexFloat);
    await field(demo).fill(x.join("\n"));
    await expect(status(demo)).toContainText(`: ${x.length} row`);
    await expect.poll(async () => (await measure(demo, "Numbers"))[0]).toBe(String(x.length));
    for (const [label, key] of [
      ["Mean", "mean"],
      ["Standard deviation", "deviation"],
      ["Root mean square", "rms"],
      ["Minimum", "minimum"],
      ["Median", "median"],
      ["Maximum", "maximum"],
    ] as const) {
      const exactly = hexFloat((row[key] as readonly string[])[0] ?? "");
      const [before, after] = await measure(demo, label);
      const text = Number.isNaN(exactly) ? "–" : tabular(exactly);
      if (text !== undefined) expect([before, after], `${row.name}: ${label}`).toEqual([text, text]);
    }
    const zeros = hexFloat((row.zeros as readonly string[])[0] ?? "");
    expect((await measure(demo, "Exactly 0"))[0], row.name).toBe(`${((100 * zeros) / x.length).toFixed(1)} %`);
  }
});

test("histograms count every value once, before and after", async ({ page }) => {
  const demo = await openDemo(page, TAG, { data: "-2 -1 -1 0 1 2 2 2", function: "relu" });
  const before = await bins(demo, "x");
  expect(before.reduce((sum, { count }) => sum + count, 0)).toBe(8);
  for (const [x, count] of [
    [-2, 1],
    [-1, 2],
    [0, 1],
    [1, 1],
    [2, 3],
  ] as const) {
    const last = before.at(-1);
    const holding = x === last?.to ? last : before.find(({ from, to }) => from <= x && x < to);
    expect(holding?.count, `${x}`).toBe(count);
  }
  const after = await bins(demo, "ReLU(x)");
  expect([after[0]?.count, after.at(-1)?.count]).toEqual([4, 3]);
  await expect(demo.getByRole("img", { name: /^Histogram of x: 8 values from −2\.0000 to 2\.0000/ })).toBeVisible();
});

test("zeros and saturated values are shares, by the golden sigmoid where its gradient is below 0.01", async ({
  page,
}) => {
  // sigmoid′(±4.6) = 0.00986, sigmoid′(±4.5) = 0.01087
  const demo = await openDemo(page, TAG, { data: "-4.6 4.6 4.5 -4.5 0 -100 100 1", function: "sigmoid" });
  await expect.poll(() => measure(demo, "Saturated")).toEqual(["", "", "50.0 %"]);
  expect((await measure(demo, "Maximum"))[2]).toBe("0.2500");
  expect((await measure(demo, "Exactly 0"))[1]).toBe("0.0 %");
  await demo.getByLabel("Function").selectOption({ label: "ReLU" });
  await expect.poll(async () => (await measure(demo, "Exactly 0"))[1]).toBe("50.0 %");
});

for (const [what, text, found, mean] of [
  ["spaces", "1 2 3 4", "4 rows, 1 column.", "2.5000"],
  ["commas in one line", "1, 2, 3, 4", "4 rows, 1 column.", "2.5000"],
  ["a table with commas", "1,10\n2,20\n3,30\n", "3 rows, 2 columns, with commas between them.", "2.0000"],
  [
    "semicolons and decimal commas",
    "1,5;10\n2,5;20\n",
    "2 rows, 2 columns, with semicolons between them, decimal commas.",
    "2.0000",
  ],
  [
    "tabs and names",
    "x\ty\n1\t10\n2\t20\n",
    "2 rows, 2 columns, with tabs between them, names in the first row.",
    "1.5000",
  ],
  [
    "a byte order mark, quotes and CRLF",
    '\uFEFF"a ""b""",c\r\n"1",2\r\n"3",4\r\n',
    "names in the first row.",
    "2.0000",
  ],
  ["true minus signs", "−1\n−3\n", "2 rows, 1 column.", "−2.0000"],
  ["a million commas", `1${",1".repeat(99_999)}`, "100 000 rows, 1 column.", "1.0000"],
] as const) {
  test(`reads ${what}`, async ({ page }) => {
    const demo = await openDemo(page, TAG);
    await drop(demo, "numbers.csv", text);
    await shows(demo, "numbers.csv: ");
    await shows(demo, found);
    await expect.poll(async () => (await measure(demo, "Mean"))[0]).toBe(mean);
    await expect(problems(demo)).toHaveCount(0);
  });
}

test("cells that are no numbers are told by line and left out; HTML and emoji are text", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await field(demo).fill("a,<b>b</b>\n1,2\n<img src=x onerror=alert(1)>,4\n🐈,6\n5\n7,8,9\n,NA\n");
  await expect(problems(demo)).toHaveText([
    "Line 3, column 1: “<img src=x onerror=alert(1)>” is not a number.",
    "Line 4, column 1: “🐈” is not a number.",
    "Line 5 has 1 cell instead of 2: what is missing is left out.",
    "Line 6 has 3 cells instead of 2: what is too much is left out.",
  ]);
  expect(await demo.locator("img").count()).toBe(0);
  expect(await measure(demo, "Numbers")).toEqual(["3", "3", "3"]);
  expect((await measure(demo, "Mean"))[0]).toBe("4.3333");
  const columns = demo.getByRole("combobox", { name: /^Column/ });
  await expect(columns.locator("option")).toHaveText(["a", "<b>b</b>", "All columns"]);
  await columns.selectOption({ label: "<b>b</b>" });
  await expect.poll(async () => (await measure(demo, "Mean"))[0]).toBe("5.0000");
  await columns.selectOption({ label: "All columns" });
  await expect.poll(async () => (await measure(demo, "Numbers"))[0]).toBe("7");
  // More than can be read at a glance is counted.
  await field(demo).fill(`1\n${"x\n".repeat(30)}2\n`);
  await expect(problems(demo)).toHaveCount(21);
  await expect(problems(demo).last()).toHaveText("And 10 more like these.");
  await field(demo).fill('1\n"2\n3\n');
  await expect(problems(demo).filter({ hasText: "line 2 is never closed" })).toBeVisible();
});

test("what holds no number is refused in words; it stays, and so does the last good result", async ({ page }) => {
  const demo = await openDemo(page, TAG, { data: "1 2 3" });
  await shows(demo, "Your numbers: 3 rows");
  await field(demo).fill("one two three");
  await expect(problem(demo)).toContainText(
    "Your numbers: There is no number in it. Write numbers with spaces, commas or lines between them.",
  );
  await expect(field(demo)).toHaveValue("one two three");
  await expect(field(demo)).toHaveAttribute("aria-invalid", "true");
  expect((await measure(demo, "Mean"))[0]).toBe("2.0000");
  await expect(problem(demo)).toContainText("What is shown is what was there before.");
  await drop(demo, "photo.png", "\u0089PNG\u0000\u0000");
  await expect(problem(demo)).toContainText("photo.png: This is no text, or not in UTF-8.");
  await drop(demo, "wide.csv", `${"1,".repeat(400_000)}1\n${"2,".repeat(400_000)}2\n`);
  await expect(problem(demo)).toContainText("wide.csv: There are more than 1 000 columns.");
  await expect(field(demo)).toHaveValue("one two three");
  expect((await measure(demo, "Mean"))[0]).toBe("2.0000");
  await field(demo).fill("4 5 6");
  await expect(problem(demo)).toHaveCount(0);
  await expect.poll(async () => (await measure(demo, "Mean"))[0]).toBe("5.0000");
  // What was wrong with the numbers before is not told beside what is wrong now.
  await field(demo).fill("4\nfive\n6");
  await expect(problems(demo)).toHaveText("Line 2, column 1: “five” is not a number.");
  await field(demo).fill('"4\n5\n6');
  await expect(problem(demo)).toContainText('the quote (") that opens in line 1 is never closed.');
  await expect(problems(demo)).toHaveCount(0);
  await field(demo).fill("");
  await shows(demo, "Example: 1000");
});

test("what was found out can be overruled", async ({ page }) => {
  const demo = await openDemo(page, TAG, { data: "2020,2021\n1,2\n3,4\n" });
  await shows(demo, "3 rows, 2 columns");
  await demo.getByLabel("First row").selectOption("names");
  await shows(demo, "2 rows, 2 columns, with commas between them, names in the first row.");
  await expect(
    demo
      .getByRole("combobox", { name: /^Column/ })
      .locator("option")
      .first(),
  ).toHaveText("2020");
  await demo.getByLabel("Between cells").selectOption("semicolons");
  await shows(demo, "1 column");
});

test("more than a million values are cut off with a word, the page answers meanwhile, and reading can be cancelled", async ({
  page,
}) => {
  test.slow();
  const demo = await openDemo(page, TAG, { data: "1 2 3" });
  await drop(demo, "large.csv", "0.25\n", 1_000_010);
  await shows(demo, "large.csv: 1 000 000 rows, 1 column.");
  await expect(problems(demo)).toHaveText(["There are more than a million values: the first 1 000 000 rows are used."]);
  await expect.poll(async () => (await measure(demo, "Numbers"))[0]).toBe("1000000");
  expect((await measure(demo, "Mean"))[0]).toBe("0.2500");
  // A file that never ends can only be cancelled.
  await demo.evaluate((one) => {
    const endless = new File(["1\n"], "endless.csv");
    let timer = 0;
    Object.assign(endless, {
      stream: () =>
        new ReadableStream({
          pull: (controller) =>
            new Promise<void>((resolve) => {
              timer = window.setTimeout(() => {
                controller.enqueue(new TextEncoder().encode("1\n"));
                const until = performance.now() + 15;
                while (performance.now() < until);
                resolve();
              });
            }),
          cancel: () => {
            clearTimeout(timer);
            (window as unknown as { cancelled: boolean }).cancelled = true;
          },
        }),
    });
    const dataTransfer = { files: [endless], getData: () => "" };
    const event = new DragEvent("drop", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "dataTransfer", { value: dataTransfer });
    one.shadowRoot?.querySelector(".demo")?.dispatchEvent(event);
  });
  await expect(status(demo)).toContainText("Reading endless.csv");
  await demo.getByLabel("Function").selectOption({ label: "Sigmoid" });
  await demo.getByRole("button", { name: "Cancel" }).click();
  await expect(problem(demo)).toHaveText("Cancelled: what is shown is what was there before.");
  await shows(demo, "large.csv: 1 000 000 rows");
  await expect.poll(() => page.evaluate(() => (window as unknown as { cancelled?: boolean }).cancelled)).toBe(true);
});

test("the result is saved as CSV with every digit, row for row", async ({ page }) => {
  const golden = readFileSync(new URL("../golden/elu.csv", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const rows = golden
    .slice(1)
    .map((line) => line.split(","))
    .filter(([fmt, alpha, x]) => fmt === "d" && hexFloat(alpha ?? "") === 1 && Number.isFinite(hexFloat(x ?? "")))
    .slice(0, 200)
    .map(([, , x = "", f = "", f1 = ""]) => [x, f, f1].map(hexFloat));
  expect(rows.length).toBeGreaterThan(100);
  const demo = await openDemo(page, TAG, { function: "elu" });
  await field(demo).fill(`${rows.map(([x]) => x).join("\n")}\noops\n`);
  await shows(demo, `: ${rows.length + 1} rows`);
  const { name, text } = await saved(page, demo);
  expect(name).toBe("own-data-elu.csv");
  const [head, ...lines] = text.trimEnd().split("\n");
  expect(head).toBe("x,elu(x),gradient");
  expect(lines.at(-1)).toBe(",,");
  expect(lines).toHaveLength(rows.length + 1);
  rows.forEach((expected, i) => {
    const got = (lines[i] ?? "").split(",").map(Number);
    expect(Math.abs((got[0] as number) - (expected[0] as number))).toBe(0);
    for (const k of [1, 2]) {
      const right = expected[k] as number;
      expect(Math.abs((got[k] as number) - right), lines[i]).toBeLessThanOrEqual(2 ** -52 * Math.abs(right) + 5e-324);
    }
  });
});

test("parameters move the result, and a bad one stays with a message", async ({ page }) => {
  const demo = await openDemo(page, TAG, { data: "-1 -1", function: "leaky_relu(negative_slope=0.5)" });
  await expect.poll(async () => (await measure(demo, "Mean"))[1]).toBe("−0.5000");
  const slope = demo.getByRole("textbox", { name: "negative_slope" });
  await slope.fill("0.25");
  await expect.poll(async () => (await measure(demo, "Mean"))[1]).toBe("−0.2500");
  await slope.fill("a lot");
  await expect(demo.getByText(/negative_slope must be a number/)).toBeVisible();
  await expect(slope).toHaveValue("a lot");
  expect((await measure(demo, "Mean"))[1]).toBe("−0.2500");
});

test("attributes choose data, column and function; what they cannot is said", async ({ page }) => {
  const demo = await openDemo(page, TAG, { data: "a,b\n1,10\n3,30\n", column: "b", function: "tanh" });
  await expect.poll(async () => (await measure(demo, "Mean"))[0]).toBe("20.0000");
  await demo.evaluate((one) => one.setAttribute("column", "1"));
  await expect.poll(async () => (await measure(demo, "Mean"))[0]).toBe("2.0000");
  await demo.evaluate((one) => one.setAttribute("column", "c"));
  await expect(demo.getByRole("alert")).toHaveText("The attribute cannot be used: there is no column “c”: a, b.");
  await demo.evaluate((one) => one.setAttribute("function", "softmax"));
  await expect(demo.getByRole("alert").filter({ hasText: "softmax needs a whole vector" })).toBeVisible();
});

test("a paste too large for a field is taken as it is", async ({ page }) => {
  const demo = await openDemo(page, TAG, { data: "7" });
  await field(demo).evaluate((one) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "0.5 ".repeat(100_000));
    one.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await shows(demo, "Pasted text, 0.4 MB: 100 000 rows, 1 column.");
  await expect(field(demo)).toHaveValue("7");
});

test("with the keyboard alone: type, choose, save", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await page.keyboard.press("Tab");
  await page.keyboard.type("-1 2");
  await shows(demo, "Your numbers: 2 rows");
  const focused = () =>
    demo.evaluate((one) => {
      const active = one.shadowRoot?.activeElement;
      return (active?.textContent ?? "").trim().slice(0, 11) || active?.getAttribute("type");
    });
  for (let i = 0; i < 20 && (await focused()) !== "Save as CSV"; i++) await page.keyboard.press("Tab");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toBe("own-data-relu.csv");
});

for (const [scheme, width] of [
  ["light", 1000],
  ["dark", 1000],
  ["light", 390],
] as const) {
  test(`nothing keeps anyone out, ${scheme}, ${width} px wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    const demo = await openDemo(page, TAG, {
      data: `a,${"long name ".repeat(20)}\n1,2\nx,3\n`,
      column: "7",
      function: "elu",
    });
    await demo.locator("details").first().locator("summary").click();
    await drop(demo, "b.bin", "\u0000");
    await expect(problem(demo)).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });
}

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test("everything can be tapped", async ({ page }) => {
    const demo = await openDemo(page, TAG);
    await demo.locator("summary").first().tap();
    await expect(demo.getByRole("group", { name: "Bins of x" })).toBeVisible();
    for (const target of await demo.locator("button, .button, select, summary").all()) {
      expect((await target.boundingBox())?.height ?? 0, await target.innerText()).toBeGreaterThanOrEqual(38);
    }
  });
});

test("removed it reads no further and keeps nothing; put back it goes on", async ({ page }) => {
  const demo = await openDemo(page, TAG, { data: "1 2 3" });
  await shows(demo, "Your numbers: 3 rows");
  const released = await demo.evaluate(() => {
    const { revokeObjectURL } = URL;
    const revoked: string[] = [];
    URL.revokeObjectURL = (address) => {
      revoked.push(address);
      revokeObjectURL.call(URL, address);
    };
    (window as unknown as { revoked: string[] }).revoked = revoked;
    return revoked.length;
  });
  expect(released).toBe(0);
  await saved(page, demo);
  await drop(demo, "late.csv", "5 6\n7 8\n");
  await removeAndReturn(demo);
  expect(await page.evaluate(() => (window as unknown as { revoked: string[] }).revoked.length)).toBe(1);
  await shows(demo, "late.csv: 2 rows");
  await field(demo).fill("4");
  await shows(demo, "Your numbers: 1 row");
});
