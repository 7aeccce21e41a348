import { freePort } from "../setup/ports.mjs";
import { webkit as requirement, systemWebkitDriver, systemXvfb } from "../setup/webkit.mjs";
import { start, stop } from "./processes.mjs";
import { webDriver } from "./webdriver.mjs";

/** An X server without a screen; it chooses a number that is free and writes it to the pipe. */
async function display() {
  const size = ["-screen", "0", "1400x1050x24", "-nolisten", "tcp"];
  const server = start(systemXvfb() ?? "", ["-displayfd", "3", ...size], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const pipe = /** @type {import("node:stream").Readable} */ (server.stdio[3]);
  /** @type {string} */
  const number = await new Promise((resolve, reject) => {
    pipe.once("data", (text) => resolve(String(text).trim()));
    server.once("close", (code) => reject(new Error(`Xvfb ended with code ${code}`)));
  });
  return { server, name: `:${number}` };
}

/** @type {import("./browser.mjs").Engine} */
export const webkit = {
  name: "WebKitGTK",
  needs: requirement,
  async launch() {
    const { server, name } = await display();
    const port = await freePort();
    const driver = start(systemWebkitDriver() ?? "", [`--port=${port}`], {
      stdio: "ignore",
      // No GPU, and no Wayland display that might be there.
      env: { ...process.env, DISPLAY: name, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1" },
    });
    const end = () => {
      stop(driver);
      stop(server);
    };
    try {
      const browser = await webDriver(`http://127.0.0.1:${port}`, {
        "webkitgtk:browserOptions": { args: ["--automation"] },
      });
      return { ...browser, close: () => browser.close().finally(end) };
    } catch (error) {
      end();
      throw error;
    }
  },
};
