import { posix } from "node:path";
import type { HtmlTagDescriptor, Plugin } from "vite";

/**
 * Lets the browser fetch the module together with the scripts, rather than after they have run, and run the script that
 * starts the engine by itself: it is small and there first, so that the WebAssembly compiles while Chart.js and the page's
 * own script are still on their way. They import it too; a module runs once.
 */
export const startEarly = (): Plugin => ({
  name: "activation:start-early",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle = {}, path }) {
      const address = (name: string) => `./${posix.relative(posix.dirname(path), `/${name}`)}`;
      const engine = Object.values(bundle).find((one) => one.type === "chunk" && one.isEntry && one.name === "engine");
      const module = Object.keys(bundle).find((name) => /\bfirst-[\w-]+\.wasm$/.test(name));
      const tags: HtmlTagDescriptor[] = [];
      if (module) {
        const attrs = {
          rel: "preload",
          as: "fetch",
          type: "application/wasm",
          crossorigin: true,
          href: address(module),
        };
        tags.push({ tag: "link", attrs, injectTo: "head-prepend" });
      }
      if (engine) {
        const attrs = { type: "module", async: true, crossorigin: true, src: address(engine.fileName) };
        tags.push({ tag: "script", attrs, injectTo: "head-prepend" });
      }
      return tags;
    },
  },
});
