import { launch } from "../bench/chromium.mjs";
import { chromium as requirement } from "../setup/chromium.mjs";

/** @type {import("./browser.mjs").Engine} */
export const chromium = {
  name: "Chromium",
  needs: requirement,
  async launch() {
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    page.setDefaultNavigationTimeout(60_000);
    return {
      version: browser.version(),
      open: (url) => page.goto(url),
      run: (work, argument) => page.evaluate(/** @type {any} */ (work), argument),
      press: (key) => page.keyboard.press(key),
      picture: () => page.screenshot(),
      close: () => browser.close(),
    };
  },
};
