import { readdirSync, readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type ForeignHost, foreignHost } from "./foreign.js";

/** Two of each, so that sharing is seen too. */
const ELEMENTS = [
  `<activation-plot functions="relu,elu(alpha=0.5)" show="value,gradient" range="-4,4"></activation-plot>`,
  `<softmax-demo></softmax-demo>`,
  `<network-demo></network-demo>`,
  `<convolution-demo></convolution-demo>`,
  `<sentiment-demo></sentiment-demo>`,
  `<activation-chooser></activation-chooser>`,
];
const TWELVE = [...ELEMENTS, ...ELEMENTS];

let host: ForeignHost;
test.beforeAll(async () => {
  host = await foreignHost();
});
test.afterAll(async () => {
  await host.close();
});

/** A page with opinions of its own, which are not to reach the elements, nor theirs the page. */
const hostPage = (
  site: string,
  body: string,
  script = `<script type="module" src="${site}embed.js"></script>`,
) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A tutorial</title>
<style>
  * { letter-spacing: 4px !important }
  button, input, select { background: rgb(255, 0, 0); border-radius: 0; font-size: 40px }
  table, th, td { border: 5px solid rgb(255, 0, 0) }
  canvas, svg { width: 11px }
  p { color: rgb(0, 128, 0) }
</style></head>
<body><h1>A tutorial</h1><p id="own">Own text.</p><button id="own-button">Own</button>
${body}
${script}</body></html>`;

/** What a careful host allows: its own styles, and the scripts, module and pages of the playground's host alone. */
const careful = (site: string) => {
  const other = new URL(site).origin;
  return {
    "Content-Security-Policy": `default-src 'none'; style-src 'unsafe-inline'; script-src ${other} 'wasm-unsafe-eval'; connect-src ${other}; frame-src ${other}`,
  };
};

/** Hears every request and complaint of the page. */
function listen(page: Page) {
  const heard = { requests: [] as string[], complaints: [] as string[] };
  page.on("request", (request) => heard.requests.push(request.url()));
  page.on("console", (message) => {
    if (/error|warning/.test(message.type())) heard.complaints.push(message.text());
  });
  page.on("pageerror", (error) => heard.complaints.push(String(error)));
  return heard;
}

const started = (page: Page, tag: string) =>
  page
    .locator(tag)
    .evaluateAll((all) => all.filter((one) => (one as HTMLElement & { engine?: unknown }).engine).length);

async function showAll(page: Page): Promise<void> {
  const all = page.locator(":is(activation-plot, activation-chooser, [data-demo])");
  for (let i = 0; i < (await all.count()); i++) await all.nth(i).scrollIntoViewIfNeeded();
}

test("twelve elements work in a page of another host, from one engine", async ({ page, baseURL }) => {
  const site = baseURL as string;
  const heard = listen(page);
  host.serve(
    "/twelve",
    hostPage(site, TWELVE.map((html) => html.replace(">", " data-demo>")).join("\n")),
    careful(site),
  );
  await page.goto(`${host.origin}/twelve`);
  await showAll(page);
  for (const html of ELEMENTS) {
    const tag = /[a-z-]+/.exec(html)?.[0] as string;
    await expect.poll(() => started(page, tag), { message: tag }).toBe(2);
  }
  await expect(
    page
      .locator("activation-plot")
      .first()
      .getByRole("img", { name: /^Value f\(x\) of ReLU and ELU/ }),
  ).toBeVisible();

  const elsewhere = heard.requests.filter((url) => !url.startsWith(site) && !url.startsWith(host.origin));
  expect(elsewhere.filter((url) => !url.startsWith("blob:"))).toEqual([]);
  expect(heard.requests.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
  expect(heard.complaints).toEqual([]);
});

test("the styles of host and elements stay apart", async ({ page, baseURL }) => {
  const site = baseURL as string;
  host.serve("/plain", hostPage(site, "", ""));
  host.serve("/styled", hostPage(site, ELEMENTS.join("\n")));
  const own = () =>
    page.evaluate(() => {
      const look = (selector: string) => {
        const { color, fontFamily, fontSize, margin, letterSpacing, backgroundColor } = getComputedStyle(
          document.querySelector(selector) as Element,
        );
        return { color, fontFamily, fontSize, margin, letterSpacing, backgroundColor };
      };
      return {
        looks: ["html", "body", "h1", "#own", "#own-button"].map(look),
        // Lit notes its versions there.
        globals: Object.keys(window).filter((name) => !/^\d+$|^(lit|reactiveElement)[A-Z]/.test(name)),
      };
    });
  await page.goto(`${host.origin}/plain`);
  const before = await own();
  await page.goto(`${host.origin}/styled`);
  const plot = page.locator("activation-plot");
  await plot.scrollIntoViewIfNeeded();
  const legend = plot.getByRole("button", { name: /^ELU/ });
  await expect(legend).toBeVisible();
  expect(await own()).toEqual(before);
  const inside = await legend.evaluate((button) => {
    const { backgroundColor, fontSize, borderRadius, letterSpacing } = getComputedStyle(button);
    return { backgroundColor, fontSize, borderRadius, letterSpacing };
  });
  expect(inside).toEqual({
    backgroundColor: "rgba(0, 0, 0, 0)",
    fontSize: "13px",
    borderRadius: "7px",
    letterSpacing: "normal",
  });
});

test("an element below the fold fetches nothing until it is scrolled to", async ({ page, baseURL }) => {
  const site = baseURL as string;
  const heard = listen(page);
  host.serve("/far", hostPage(site, `<div style="height: 5000px"></div>${ELEMENTS[0]}`));
  await page.goto(`${host.origin}/far`, { waitUntil: "networkidle" });
  expect(heard.requests.filter((url) => /wasm|activation-plot/.test(url))).toEqual([]);
  await page.locator("activation-plot").scrollIntoViewIfNeeded();
  await expect(page.locator("activation-plot").getByRole("slider", { name: "Crosshair at x" })).toBeVisible();
});

test("what stands inside the tag is shown until the element is there, and when it never is", async ({
  page,
  baseURL,
}) => {
  const site = baseURL as string;
  host.serve("/never", hostPage(site, `<activation-plot>Curves of ReLU and ELU</activation-plot>`));
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(`${host.origin}/never`);
  await expect(page.getByRole("alert")).toContainText("This figure cannot compute here");
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("slider", { name: "Crosshair at x" })).toBeVisible();
  await page.route("**/embed.js", (route) => route.abort());
  await page.goto(`${host.origin}/never`);
  await expect(page.getByText("Curves of ReLU and ELU")).toBeVisible();
});

test("the wheel scrolls the host's page; with Ctrl it zooms", async ({ page, baseURL }) => {
  const site = baseURL as string;
  host.serve("/wheel", hostPage(site, `${ELEMENTS[0]}<div style="height: 3000px"></div>`));
  await page.goto(`${host.origin}/wheel`);
  const chart = page.locator("activation-plot").getByRole("img", { name: /^Value/ });
  const surface = page.locator("activation-plot .surface").first();
  await surface.hover();
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
  await expect(chart).toHaveAccessibleName(/from −4 to 4$/);
  await page.evaluate(() => scrollTo(0, 0));
  await surface.hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await expect(chart).not.toHaveAccessibleName(/from −4 to 4$/);
});

test("an attribute that changes changes the figure; one that is wrong is named and nothing breaks", async ({
  page,
  baseURL,
}) => {
  host.serve("/attributes", hostPage(baseURL as string, `<activation-plot functions="tanh"></activation-plot>`));
  await page.goto(`${host.origin}/attributes`);
  const plot = page.locator("activation-plot");
  await expect(plot.getByRole("img", { name: "Value f(x) of Tanh for x from −5 to 5" })).toBeVisible();
  await plot.evaluate((element) => element.setAttribute("range", "-2,1"));
  await expect(plot.getByRole("img", { name: "Value f(x) of Tanh for x from −2 to 1" })).toBeVisible();
  await plot.evaluate((element) => element.setAttribute("functions", "tanh,gleu"));
  await expect(plot.getByText("there is no function “gleu”")).toBeVisible();
  await expect(plot.getByRole("img", { name: "Value f(x) of Tanh for x from −2 to 1" })).toBeVisible();
});

test("the menu offers every function, sliders move parameters, and the link opens the same view", async ({
  page,
  baseURL,
}) => {
  host.serve(
    "/choose",
    hostPage(baseURL as string, `<activation-plot functions="tanh" choose x="-3"></activation-plot>`),
  );
  await page.goto(`${host.origin}/choose`);
  const plot = page.locator("activation-plot");
  await plot.getByLabel("Function").selectOption("ELU");
  const numbers = plot.getByRole("list", { name: "At x = −3" });
  await expect(numbers).toContainText("−0.9502");
  await plot.getByRole("slider", { name: /α/ }).press("Home");
  await expect(plot.getByRole("link", { name: "Open in the playground" })).toHaveAttribute(
    "href",
    /\/index\.html#functions=elu\(alpha=[\d.]+\)&show=value&x=-3$/,
  );
  await plot.getByRole("textbox", { name: "alpha as a number" }).fill("0.5");
  // 0.5 (e⁻³ − 1), from the definition.
  await expect(numbers).toContainText("−0.4751");
});

test("a removed element stops everything it started, and works again when it comes back", async ({ page, baseURL }) => {
  host.serve("/gone", hostPage(baseURL as string, ELEMENTS[0] as string));
  await page.addInitScript(() => {
    const live = new Set<unknown>();
    Object.assign(window, { live });
    for (const { prototype } of [ResizeObserver, IntersectionObserver]) {
      const { observe, disconnect } = prototype as ResizeObserver;
      prototype.observe = function (this: ResizeObserver, ...given: [Element]) {
        live.add(this);
        observe.apply(this, given);
      };
      prototype.disconnect = function (this: ResizeObserver) {
        live.delete(this);
        disconnect.apply(this);
      };
    }
  });
  await page.goto(`${host.origin}/gone`);
  const crosshair = page.getByRole("slider", { name: "Crosshair at x" });
  await expect(crosshair).toBeVisible();
  const count = () => page.evaluate(() => (window as unknown as { live: Set<unknown> }).live.size);
  await page.evaluate(() => {
    const plot = document.querySelector("activation-plot") as Element;
    (window as unknown as { plot: Element }).plot = plot;
    plot.remove();
  });
  // The loader's own watches for the next tag.
  await expect.poll(count).toBe(1);
  await page.evaluate(() => document.body.append((window as unknown as { plot: Element }).plot));
  await expect(crosshair).toBeVisible();
});

test("twelve frames show the same elements, and each takes the height it needs", async ({ page, baseURL }) => {
  const site = baseURL as string;
  const heard = listen(page);
  const frames = TWELVE.map((html) => {
    const tag = /[a-z-]+/.exec(html)?.[0] as string;
    const words = tag === "activation-plot" ? "functions=relu,elu(alpha=0.5)&amp;range=-4,4" : `element=${tag}`;
    return `<iframe title="${tag}" src="${site}embed.html?${words}" width="100%" height="150"></iframe>`;
  });
  host.serve("/frames", hostPage(site, frames.join("\n")), careful(site));
  await page.goto(`${host.origin}/frames`);
  for (let i = 0; i < frames.length; i++) {
    const frame = page.locator("iframe").nth(i);
    await frame.scrollIntoViewIfNeeded();
    await expect
      .poll(async () => (await frame.boundingBox())?.height ?? 0, { message: `frame ${i}` })
      .toBeGreaterThan(180);
    const inner = page.frameLocator("iframe").nth(i).locator("#figure");
    await expect
      .poll(() => inner.evaluate(() => document.documentElement.scrollHeight - innerHeight), { message: `frame ${i}` })
      .toBeLessThanOrEqual(1);
  }
  await expect(page.frameLocator("iframe").first().getByRole("slider", { name: "Crosshair at x" })).toBeVisible();
  const elsewhere = heard.requests.filter((url) => !url.startsWith(site) && !url.startsWith(host.origin));
  expect(elsewhere).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

test("the snippets of the README show their figure, as an element and as a frame", async ({ page, baseURL }) => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const snippets = [...readme.matchAll(/^```html\n(.*?)^```$/gms)].map(([, code = ""]) =>
    code.replaceAll("https://your.host/playground/", baseURL as string),
  );
  expect(snippets).toHaveLength(2);
  host.serve("/readme", hostPage(baseURL as string, snippets.join("\n"), ""), careful(baseURL as string));
  await page.goto(`${host.origin}/readme`);
  const name = "Value f(x) of ReLU and ELU for x from −3 to 3";
  await expect(page.locator("activation-plot").getByRole("img", { name })).toBeVisible();
  await expect(page.frameLocator("iframe").getByRole("img", { name })).toBeVisible();
});

test("every element and attribute that the README names is one", async ({ page }) => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const rows = [...readme.matchAll(/^\| `<([a-z-]+)>` \| (.*)\|$/gm)];
  const demos = readdirSync(new URL("../../web/src/demos/", import.meta.url));
  expect(rows.map(([, tag]) => tag).sort()).toEqual(["activation-plot", ...demos].sort());
  await page.goto("./embed.html?element=none");
  const known = await page.locator("#figure").textContent();
  for (const [, tag = "", attributes = ""] of rows) {
    expect(known).toContain(tag);
    await page.goto(`./embed.html?element=${tag}`);
    await page.waitForFunction((name) => customElements.get(name), tag);
    const observed = await page.evaluate(
      (name) => (customElements.get(name) as unknown as { observedAttributes: string[] }).observedAttributes,
      tag,
    );
    for (const [, attribute] of attributes.matchAll(/`([a-z]+)[=`]/g)) expect(observed, tag).toContain(attribute);
  }
});

test("embed.html says what it does not know", async ({ page }) => {
  await page.goto("./embed.html?element=<b>chart</b>");
  await expect(page.locator("#figure")).toHaveText(
    /There is no element “<b>chart<\/b>” here\. There are: .*activation-plot/,
  );
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the plot has no accessibility problem in another page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("./embed.html?functions=elu,gelu&show=value,gradient&choose");
    await expect(page.getByRole("slider", { name: "Crosshair at x" })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).disableRules(["page-has-heading-one"]).analyze();
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
}

test.describe("the Embed button", () => {
  const openDialog = async (page: Page, hash = "") => {
    await page.goto(`./${hash}`);
    await page.getByRole("button", { name: "Embed" }).click();
    return page.getByRole("dialog", { name: "Embed this view" });
  };
  const code = (dialog: ReturnType<Page["getByRole"]>, title: string) =>
    dialog.getByRole("group", { name: `Code: ${title}` });

  test("gives an element and a frame that show the view at hand, in a page of another host", async ({
    page,
    context,
    baseURL,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const dialog = await openDialog(
      page,
      "#functions=elu(alpha=0.5),gelu,relu&hidden=relu&range=-3,2&show=gradient&x=1",
    );
    await dialog.getByLabel("Theme").selectOption("dark");
    await dialog.getByRole("region", { name: "As an element" }).getByRole("button", { name: "Copy" }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(
      [
        `<script type="module" src="${baseURL}embed.js"></script>`,
        `<activation-plot functions="elu(alpha=0.5),gelu" show="gradient" range="-3,2" x="1" theme="dark"></activation-plot>`,
      ].join("\n"),
    );
    const frame = await code(dialog, "As a frame").textContent();
    host.serve("/pasted", hostPage(baseURL as string, `${copied}${frame}`, ""));
    await page.goto(`${host.origin}/pasted`);
    const name = "Gradient f′(x) of ELU and GELU for x from −3 to 2";
    await expect(page.locator("activation-plot").getByRole("img", { name })).toBeVisible();
    await expect(page.frameLocator("iframe").getByRole("img", { name })).toBeVisible();
  });

  test("explains an impossible height and keeps what was typed", async ({ page }) => {
    const dialog = await openDialog(page);
    const height = dialog.getByLabel("Height in pixels");
    await height.fill("12");
    await expect(dialog.getByRole("alert")).toContainText("from 200 to 2000");
    await expect(height).toHaveValue("12");
    await height.fill("420");
    await expect(dialog.getByRole("alert")).toBeEmpty();
    await expect(code(dialog, "As an element")).toContainText(`height="420"`);
  });

  test("is usable by keyboard alone and has no accessibility problem", async ({ page }) => {
    const dialog = await openDialog(page);
    await expect(dialog).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: "Embed" })).toBeFocused();
  });
});
