import { firefox as requirement, systemFirefox } from "../setup/firefox.mjs";

/** @type {import("./browser.mjs").Engine} */
export const firefox = {
  name: "Firefox",
  needs: requirement,
  async launch() {
    const { launch } = await import("puppeteer-core");
    const browser = await launch({
      browser: "firefox",
      executablePath: systemFirefox(),
      headless: true,
      // A busy machine is slow, not wrong.
      timeout: 120_000,
      defaultViewport: { width: 1360, height: 900 },
    });
    const page = await browser.newPage();
    page.setDefaultNavigationTimeout(60_000);
    return {
      version: (await browser.version()).replace("firefox/", ""),
      open: (url) => page.goto(url),
      run: (work, argument) => page.evaluate(/** @type {any} */ (work), argument),
      press: (key) => page.keyboard.press(key),
      picture: () => page.screenshot(),
      close: () => browser.close(),
    };
  },
};
