import {
  expect,
  fromField,
  grip,
  hashOf,
  isDrawnAt,
  open,
  pageX,
  plotBox,
  RELU_ORANGE,
  test,
  toField,
} from "./playground.js";

const rangeOf = async (page: Parameters<typeof open>[0]): Promise<[number, number]> => {
  const number = async (field: ReturnType<typeof fromField>) => Number((await field.inputValue()).replace("−", "-"));
  return [await number(fromField(page)), await number(toField(page))];
};

test("the wheel zooms around the pointer: the x under it stays under it", async ({ page }) => {
  await open(page);
  const box = await plotBox(page, "value");
  const at = await pageX(page, 2);
  await page.mouse.move(at, box.y + 60);
  await page.mouse.wheel(0, -400);
  await expect.poll(async () => (await rangeOf(page))[1] - (await rangeOf(page))[0]).toBeCloseTo(5, 1);
  const [from, to] = await rangeOf(page);
  expect(from + ((at - box.x) / box.width) * (to - from)).toBeCloseTo(2, 1);
});

test("dragging pans, a double click and the button reset", async ({ page }) => {
  await open(page);
  const box = await plotBox(page, "gradient");
  await page.mouse.move(box.x + 300, box.y + 80);
  await page.mouse.down();
  await page.mouse.move(box.x + 300 - box.width / 10, box.y + 80, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await rangeOf(page))[0]).toBeCloseTo(-4, 1);
  expect((await rangeOf(page))[1]).toBeCloseTo(6, 1);
  await page.mouse.dblclick(box.x + 200, box.y + 80);
  await expect.poll(() => rangeOf(page)).toEqual([-5, 5]);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(() => rangeOf(page)).toEqual([-2.5, 2.5]);
  await page.getByRole("button", { name: "Reset the range" }).click();
  await expect.poll(() => rangeOf(page)).toEqual([-5, 5]);
});

test("the ends of the range can be typed; an impossible one is explained and changes nothing", async ({ page }) => {
  await open(page);
  await fromField(page).fill("-20");
  await expect.poll(() => hashOf(page)).toBe("#range=-20,5");
  await fromField(page).fill("7");
  await expect(page.getByRole("alert").filter({ hasText: "from must be less than to" })).toBeVisible();
  await expect(fromField(page)).toHaveValue("7");
  await expect(page.getByRole("img", { name: /^Value.* from −20 to 5$/ })).toBeVisible();
  await toField(page).fill("abc");
  await toField(page).blur();
  await expect(page.getByRole("alert").filter({ hasText: "to must be a number" })).toBeVisible();
});

test("the curve is computed for what is in sight: at any zoom its axis has round, distinct numbers", async ({
  page,
}) => {
  for (const range of ["-1e-9,1e-9", "1,1.000000001", "-1e200,1e200", "-0.7517915247,-0.7517915246"]) {
    await open(page, `#functions=gelu&range=${range}`);
    await expect(page.locator("#notice")).toBeEmpty();
    await expect(grip(page)).toBeVisible();
    await page.goto("about:blank");
  }
});

test("after the window has changed its size, curve and crosshair still agree", async ({ page }) => {
  await open(page, "#functions=relu&range=-1,1&x=0.5");
  for (const width of [900, 1500]) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(async () => isDrawnAt(page, "value", [0.9, 1 - (0.8 + 0.06) / 1.12], RELU_ORANGE, 1.5), `curve at ${width}`)
      .toBe(true);
    const offset = async () => {
      const dot = await page.locator("activation-plot [data-quantity=value] .dot").boundingBox();
      return (dot?.x ?? 0) + (dot?.width ?? 0) / 2 - (await pageX(page, 0.5, [-1, 1]));
    };
    await expect.poll(offset, `crosshair at ${width}`).toBeCloseTo(0, 0);
  }
});

test("zooming in and out again and again stops at the limits and comes back", async ({ page }) => {
  await open(page);
  const box = await plotBox(page, "value");
  await page.mouse.move(await pageX(page, 1), box.y + 60);
  for (let i = 0; i < 60; i++) await page.mouse.wheel(0, -800);
  await expect
    .poll(async () => {
      const [from, to] = await rangeOf(page);
      return to - from;
    })
    .toBeLessThan(1e-9);
  const [from, to] = await rangeOf(page);
  expect(to).toBeGreaterThan(from);
  await page.getByRole("button", { name: "Reset the range" }).click();
  await expect.poll(() => rangeOf(page)).toEqual([-5, 5]);
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("two fingers zoom between them, one pans", async ({ page }) => {
    await open(page);
    const box = await plotBox(page, "gradient");
    const y = box.y + box.height / 2;
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...xs: number[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: xs.map((x, id) => ({ x: box.x + x, y, id })) });
    const middle = box.width / 2;
    await touch("touchStart", middle - 40, middle + 40);
    for (let i = 1; i <= 8; i++) await touch("touchMove", middle - 40 - 5 * i, middle + 40 + 5 * i);
    await touch("touchEnd");
    await expect.poll(async () => (await rangeOf(page))[1] - (await rangeOf(page))[0]).toBeCloseTo(5, 0);
    const [from] = await rangeOf(page);
    await touch("touchStart", 40);
    for (let i = 1; i <= 8; i++) await touch("touchMove", 40 + 10 * i);
    await touch("touchEnd");
    await expect.poll(async () => (await rangeOf(page))[0]).toBeLessThan(from - 0.5);
  });

  test("the charts stay in sight while a slider far down the page is moved", async ({ page }) => {
    await open(page, "#functions=relu,elu");
    await page.getByRole("slider", { name: "α" }).scrollIntoViewIfNeeded();
    await expect(page.locator("activation-plot canvas").first()).toBeInViewport();
    await expect(page.getByRole("slider", { name: "α" })).toBeInViewport();
  });
});
