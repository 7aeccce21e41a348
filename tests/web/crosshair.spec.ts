import { rowsOf, ulpError } from "../engine/golden.js";
import { expect, fromField, grip, hashOf, open, pageX, plotBox, reading, test, xField } from "./playground.js";

test("the crosshair follows the mouse over any chart", async ({ page }) => {
  await open(page);
  for (const quantity of ["value", "gradient"] as const) {
    const box = await plotBox(page, quantity);
    await page.mouse.move(await pageX(page, quantity === "value" ? -3 : 2), box.y + box.height / 2);
    await expect(xField(page)).toHaveValue(quantity === "value" ? "−3" : "2");
  }
  await expect.poll(async () => (await reading(page, "Sigmoid"))[0]).toBe("0.8808");
});

test("the read-out has all digits of the golden data", async ({ page }) => {
  await open(page, "#functions=gelu,elu,sigmoid");
  await page.getByRole("button", { name: "All digits" }).click();
  const parse = (text: string) =>
    Number(
      text
        .replace("−", "-")
        .replace(
          /·?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/,
          (_, power: string) => `e${[...power].map((c) => (c === "⁻" ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c))).join("")}`,
        ),
    );
  for (const [id, name] of [
    ["gelu", "GELU"],
    ["sigmoid", "Sigmoid"],
    ["elu", "ELU"],
  ] as const) {
    const rows = rowsOf(id).filter(
      (row) => !row.float32 && Math.abs(row.x) > 0.1 && Math.abs(row.x) < 5 && (row.parameters.alpha ?? 1) === 1,
    );
    for (const { x, expected } of [rows[3], rows[40], rows[70]].filter((row) => row !== undefined)) {
      await xField(page).fill(String(x));
      await expect(
        page.getByRole("table", { name: new RegExp(`at x = ${String(x).replace("-", "−").replace(".", "\\.")}`) }),
      ).toBeVisible();
      const [f = "", f1 = "", f2 = ""] = await reading(page, name);
      expect(ulpError(parse(f), expected.value, false), `${id}(${x}) = ${f}`).toBeLessThanOrEqual(4);
      expect(ulpError(parse(f1), expected.gradient, false), `${id}′(${x}) = ${f1}`).toBeLessThanOrEqual(4);
      expect(ulpError(parse(f2), expected.curvature, false), `${id}″(${x}) = ${f2}`).toBeLessThanOrEqual(4);
    }
  }
});

test("arrow keys move the crosshair, with shift further, and the range follows over its end", async ({ page }) => {
  await open(page);
  const box = await plotBox(page, "value");
  await page.mouse.click(await pageX(page, 4.5), box.y + 40);
  await expect(grip(page)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(xField(page)).toHaveValue("4.4");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(xField(page)).toHaveValue("5.4");
  await expect(fromField(page)).not.toHaveValue("−5");
  await page.keyboard.press("Home");
  await page.keyboard.press("+");
  await expect.poll(() => hashOf(page)).toMatch(/range=/);
  await page.keyboard.press("0");
  await expect(fromField(page)).toHaveValue("−5");
});

test("x can be typed, even where it is not in sight; what is no number stays to be mended", async ({ page }) => {
  await open(page);
  await xField(page).fill("1e3");
  await expect(grip(page)).toHaveAttribute("aria-valuenow", "1000");
  await expect.poll(async () => (await reading(page, "ReLU"))[0]).toBe("1000.0000");
  await expect(fromField(page)).not.toHaveValue("−5");
  await xField(page).fill("12a");
  await xField(page).blur();
  await expect(page.getByRole("alert").filter({ hasText: "x must be a number" })).toBeVisible();
  await expect(xField(page)).toHaveValue("12a");
  await expect(xField(page)).toHaveAttribute("aria-invalid", "true");
  await expect.poll(async () => (await reading(page, "ReLU"))[0]).toBe("1000.0000");
  await xField(page).fill("−1,5");
  await expect.poll(async () => (await reading(page, "ReLU"))[0]).toBe("0.0000");
  await expect(page.getByRole("alert").filter({ hasText: "x must" })).toHaveCount(0);
});

test("typing does not fight back: a number is not rewritten under the cursor", async ({ page }) => {
  await open(page);
  await xField(page).fill("");
  await xField(page).pressSequentially("-1.50");
  await expect(xField(page)).toHaveValue("-1.50");
  await expect.poll(async () => (await reading(page, "Tanh"))[0]).toBe("−0.9051");
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("a tap points, and the grip can be dragged", async ({ page }) => {
    await open(page);
    const box = await plotBox(page, "gradient");
    await page.touchscreen.tap(await pageX(page, -3), box.y + box.height / 2);
    await expect(grip(page)).toHaveAttribute("aria-valuenow", /^-3(\.0\d)?$/);
    const session = await page.context().newCDPSession(page);
    const at = await grip(page).boundingBox();
    if (!at) throw new Error("no grip");
    const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", toX?: number) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: toX === undefined ? [] : [{ x: toX, y }] });
    await touch("touchStart", x);
    for (let i = 1; i <= 5; i++) await touch("touchMove", x + i * 20);
    await touch("touchEnd");
    await expect.poll(async () => Number(await grip(page).getAttribute("aria-valuenow"))).toBeGreaterThan(-1);
  });
});
