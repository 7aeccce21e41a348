// WebDriver by hand: what these tests need of it is a dozen calls over HTTP.
import { setTimeout as sleep } from "node:timers/promises";

/** Keys that are no characters have places of their own in Unicode's private use area. */
const KEYS = { ArrowRight: "\uE014", ArrowLeft: "\uE012" };

/** @param {string} base the driver's address */
const caller =
  (base) =>
  /**
   * @param {"GET" | "POST" | "DELETE"} method
   * @param {string} path
   * @param {unknown} [body]
   */
  async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: { "Content-Type": "application/json; charset=utf-8" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };

/** @param {ReturnType<typeof caller>} call */
async function ready(call) {
  for (let i = 0; i < 300; i++) {
    const status = await call("GET", "/status").catch(() => undefined);
    if (status?.ready) return;
    await sleep(100);
  }
  throw new Error("the driver does not answer");
}

/**
 * A session of a driver that is being started.
 * @param {string} base its address
 * @param {Record<string, unknown>} capabilities
 * @returns {Promise<import("./browser.mjs").Browser>}
 */
export async function webDriver(base, capabilities) {
  const call = caller(base);
  await ready(call);
  const session = await call("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
  const path = `/session/${session.sessionId}`;
  await call("POST", `${path}/window/rect`, { width: 1360, height: 1000 });
  return {
    version: session.capabilities.browserVersion,
    open: (url) => call("POST", `${path}/url`, { url }),
    run: (work, argument) =>
      call("POST", `${path}/execute/sync`, {
        script: `return (${work})(arguments[0])`,
        args: argument === undefined ? [] : [argument],
      }),
    press(key) {
      const value = KEYS[key];
      const actions = ["keyDown", "keyUp"].map((type) => ({ type, value }));
      return call("POST", `${path}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    picture: async () => Buffer.from(await call("GET", `${path}/screenshot`), "base64"),
    close: () => call("DELETE", path),
  };
}
