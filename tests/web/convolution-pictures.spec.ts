import { readFileSync } from "node:fs";
import { cells, give, message, panel, png, settled, sum, surface, TAG, zeros } from "./convolution.js";
import { openDemo, removeAndReturn } from "./demos.js";
import { foreignHost } from "./foreign.js";
import { expect, test } from "./playground.js";

/** Brightness 0, 0.2, 0.4, 0.6, 0.8, 1 in two rows of three. */
const LEVELS = [0, 51, 102, 153, 204, 255];
const SHOWN = ["0.00", "0.20", "0.40", "0.60", "0.80", "1.00"];

for (const how of ["drop", "paste"] as const) {
  test(`a picture of one's own by ${how}: its brightness, convolved`, async ({ page }) => {
    const demo = await openDemo(page, TAG, { kernel: "identity" });
    await give(demo, how, "<img src=x onerror=alert(1)>.png", await png(page, 3, 2, LEVELS));
    await expect.poll(() => cells(demo, "Image")).toEqual(SHOWN);
    expect(await cells(demo, "Convolution")).toEqual(SHOWN);
    await expect(demo.getByRole("combobox", { name: /^Picture/ }).locator("option:checked")).toHaveText(
      "<img src=x onerror=alert(1)>.png",
    );
    expect(await demo.locator("img").count()).toBe(0);
    await expect(demo.getByText("Nothing leaves this page.")).toBeVisible();
  });
}

test("a picture from a file, by keyboard; then one drawn by code again", async ({ page }) => {
  const demo = await openDemo(page, TAG, { kernel: "identity" });
  const buffer = Buffer.from(await png(page, 3, 2, LEVELS));
  const choosing = page.waitForEvent("filechooser");
  await demo.locator("input[type=file]").focus();
  await page.keyboard.press("Enter");
  await (await choosing).setFiles({ name: "six.png", mimeType: "image/png", buffer });
  await expect.poll(() => cells(demo, "Image")).toEqual(SHOWN);
  await demo.getByRole("combobox", { name: /^Picture/ }).selectOption({ label: "A disc" });
  await expect.poll(async () => (await cells(demo, "Image")).length).toBe(100);
});

test("what is no picture, or too large, is refused in words, and what was there stays", async ({ page }) => {
  test.slow();
  const demo = await openDemo(page, TAG);
  const before = await cells(demo, "Convolution");
  await give(demo, "drop", "notes.txt", [104, 105], "text/plain");
  await expect(message(demo)).toHaveText(
    "“notes.txt” is no picture that this browser can read: use a PNG, JPEG, WebP or GIF file.",
  );
  await give(demo, "drop", "broken.png", (await png(page, 3, 2, LEVELS)).slice(0, 40));
  await expect(message(demo)).toContainText("“broken.png” is no picture");
  await give(demo, "drop", "huge.png", await png(page, 4200, 4000, [128]));
  await expect(message(demo)).toHaveText(
    "“huge.png” has 4200 × 4000 pixels (16.0 megapixels): 16 megapixels are the most, so make it smaller first.",
  );
  expect(await cells(demo, "Convolution")).toEqual(before);
  await give(demo, "drop", "good.png", await png(page, 3, 2, LEVELS));
  await expect.poll(() => cells(demo, "Image")).toEqual(SHOWN);
  await expect(message(demo)).toHaveCount(0);
});

test("a large picture is worked on beside the page, which answers meanwhile, and can be cancelled", async ({
  page,
}) => {
  test.slow();
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  const demo = await openDemo(page, TAG, { kernel: "identity" });
  // What a worker says is held back: it is at work for as long as the test looks.
  await page.evaluate(() => {
    const held = window as unknown as { release: () => void };
    const waiting: (() => void)[] = [];
    let open = false;
    held.release = () => {
      open = true;
      for (const go of waiting.splice(0)) go();
    };
    const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage") as PropertyDescriptor;
    Object.defineProperty(Worker.prototype, "onmessage", {
      configurable: true,
      set(this: Worker, listener: (event: MessageEvent) => void) {
        set?.call(this, (event: MessageEvent) => {
          if (open || event.data.type === "ready") listener.call(this, event);
          else waiting.push(() => listener.call(this, event));
        });
      },
    });
  });
  await demo.getByRole("combobox", { name: /^Size/ }).selectOption({ label: "2048 × 2048" });
  await expect(demo.getByText("Working on 2048 × 2048 pixels")).toBeVisible();
  await expect(demo.getByRole("progressbar")).toBeVisible();
  await panel(demo, "Convolution").getByRole("gridcell").nth(45).hover();
  await expect(sum(demo)).toContainText("Row 5, column 6");
  await demo.getByRole("button", { name: "Cancel" }).click();
  await expect(message(demo)).toHaveText("Cancelled: the panels show what was there before.");
  await expect.poll(() => page.workers().length).toBe(0);
  await page.evaluate(() => (window as unknown as { release: () => void }).release());
  await demo.getByRole("combobox", { name: /^Picture/ }).selectOption({ label: "Mountains" });
  await settled(demo);
  await expect(surface(demo, "Activation")).toHaveAccessibleName(/2048 × 2048 pixels/);
  await expect(zeros(demo)).toHaveText(/ of\s+4 194 304/);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(workers.length).toBeGreaterThan(1);
});

test("work on a large picture that a removal has stopped starts again", async ({ page }) => {
  test.slow();
  const demo = await openDemo(page, TAG);
  await demo.getByRole("combobox", { name: /^Size/ }).selectOption({ label: "2048 × 2048" });
  await removeAndReturn(demo);
  await expect(surface(demo, "Activation")).toHaveAccessibleName(/2048 × 2048 pixels/);
  await settled(demo);
});

test("a paste arrives after a click anywhere in the demo", async ({ page }) => {
  const demo = await openDemo(page, TAG);
  await panel(demo, "Image").getByRole("heading").click();
  expect(await demo.evaluate((one) => one.shadowRoot?.activeElement?.className)).toBe("demo");
});

test("the same numbers come out of a worker as out of the page", async ({ page }) => {
  const demo = await openDemo(page, TAG, { size: "256", picture: "random", activation: "tanh" });
  const digest = () =>
    demo.evaluate((one) => {
      const { activated } = (one as unknown as { result: { outcome: { activated: ArrayLike<number> } } }).result
        .outcome;
      let sum = 0;
      for (let i = 0; i < activated.length; i++) sum += (i % 7) * (activated[i] as number);
      return sum;
    });
  const expected = await demo.evaluate((one) => {
    const { engine } = one as unknown as {
      engine: {
        random(seed: number): { rand(n: number): Float64Array };
        convolve(...all: unknown[]): { activated: Float64Array };
      };
    };
    const image = engine.random(42).rand(256 * 256);
    const kernel = [-1, -1, -1, -1, 8, -1, -1, -1, -1];
    const { activated } = engine.convolve(image, { width: 256, height: 256 }, kernel, { activation: "tanh" });
    return activated.reduce((sum, value, i) => sum + (i % 7) * value, 0);
  });
  await expect.poll(digest).toBe(expected);
});

test.describe("the camera", () => {
  const fake = (page: import("@playwright/test").Page, error: string) =>
    page.addInitScript((name) => {
      const stopped = window as unknown as { stopped: number };
      stopped.stopped = 0;
      navigator.mediaDevices.getUserMedia = async () => {
        if (name) throw new DOMException("", name);
        const canvas = Object.assign(document.createElement("canvas"), { width: 3, height: 2 });
        const context = canvas.getContext("2d") as CanvasRenderingContext2D;
        const paint = () => {
          context.fillStyle = "#ffffff";
          context.fillRect(0, 0, 3, 2);
        };
        paint();
        setInterval(paint, 50);
        const stream = canvas.captureStream();
        for (const track of stream.getTracks()) {
          const { stop } = track;
          track.stop = () => {
            stopped.stopped++;
            stop.call(track);
          };
        }
        return stream;
      };
    }, error);

  for (const [error, said] of [
    ["NotAllowedError", "The camera was not allowed: allow it beside the address of this page, or open a picture"],
    ["NotFoundError", "There is no camera here: open a picture from a file."],
    ["NotReadableError", "The camera is in use by another program"],
  ] as const) {
    test(`${error} is told in words, and the picture stays`, async ({ page }) => {
      await fake(page, error);
      const demo = await openDemo(page, TAG);
      await demo.getByRole("button", { name: "Take a photo" }).click();
      await expect(message(demo)).toContainText(said);
      expect((await cells(demo, "Image"))[0]).toBe("0.37");
    });
  }

  test("it is seen, gives a picture, and is switched off, also when the element is removed", async ({ page }) => {
    await fake(page, "");
    const demo = await openDemo(page, TAG);
    const stopped = () => page.evaluate(() => (window as unknown as { stopped: number }).stopped);
    await demo.getByRole("button", { name: "Take a photo" }).click();
    await expect(demo.getByLabel("What the camera sees")).toBeVisible();
    await expect
      .poll(() => demo.locator("video").evaluate((video) => (video as HTMLVideoElement).readyState))
      .toBeGreaterThan(1);
    await demo.getByRole("button", { name: "Take the picture" }).click();
    await expect.poll(() => cells(demo, "Image")).toEqual(Array(6).fill("1.00"));
    await expect(demo.locator("video")).toHaveCount(0);
    expect(await stopped()).toBe(1);
    await demo.getByRole("button", { name: "Take a photo" }).click();
    await demo.getByRole("button", { name: "Close the camera" }).click();
    expect(await stopped()).toBe(2);
    await demo.getByRole("button", { name: "Take a photo" }).click();
    await expect(demo.locator("video")).toBeVisible();
    await demo.evaluate((one) => one.remove());
    expect(await stopped()).toBe(3);
  });
});

test("each panel is saved as PNG, pixel for pixel", async ({ page }) => {
  const demo = await openDemo(page, TAG, { kernel: "identity" });
  await give(demo, "drop", "six.png", await png(page, 3, 2, LEVELS));
  await expect.poll(() => cells(demo, "Image")).toEqual(SHOWN);
  const names: string[] = [];
  for (const title of ["image", "convolution", "activation"]) {
    const waiting = page.waitForEvent("download");
    await demo.getByRole("button", { name: `Save ${title} as PNG` }).click();
    const download = await waiting;
    names.push(download.suggestedFilename());
    if (title !== "image") continue;
    const bytes = [...readFileSync(await download.path())];
    const levels = await page.evaluate(async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      const side = bitmap.width / 3;
      const middles = [0, 1, 2, 3, 4, 5].map(
        (i) => [((i % 3) + 0.5) * side, (Math.floor(i / 3) + 0.5) * side] as const,
      );
      return middles.map(([x, y]) => context?.getImageData(x, y, 1, 1).data[0]);
    }, bytes);
    expect(levels).toEqual(LEVELS);
  }
  expect(names).toEqual(["six.png", "six-identity.png", "six-identity-relu.png"]);
});

test("in a page of another host, under a strict policy, large pictures are worked on too", async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const host = await foreignHost();
  const site = new URL(baseURL ?? "");
  const policy = `default-src 'none'; script-src ${site.origin} 'wasm-unsafe-eval'; connect-src ${site.origin}; worker-src blob:`;
  host.serve(
    "/",
    `<!doctype html><html lang="en"><title>Host</title><script type="module" src="${site.origin}/embed.js"></script>
    <convolution-demo picture="disc" size="2048"></convolution-demo>`,
    { "Content-Security-Policy": policy },
  );
  try {
    const page = await browser.newPage();
    await page.goto(host.origin);
    const demo = page.locator(TAG);
    await expect(surface(demo, "Activation")).toHaveAccessibleName(/2048 × 2048 pixels/, { timeout: 45_000 });
    await settled(demo);
    await expect(zeros(demo)).toHaveText(/ of\s+4 194 304/);
    await page.close();
  } finally {
    await host.close();
  }
});
