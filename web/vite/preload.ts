import { posix } from "node:path";
import type { Plugin } from "vite";

/** Lets the browser fetch the module together with the scripts, rather than after they have run. */
export const preloadModule = (): Plugin => ({
  name: "activation:preload-module",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle = {}, path }) {
      const modules = Object.keys(bundle).filter((name) => name.endsWith(".wasm"));
      return modules.map((name) => ({
        tag: "link",
        attrs: {
          rel: "preload",
          as: "fetch",
          type: "application/wasm",
          crossorigin: true,
          href: posix.relative(posix.dirname(path), `/${name}`),
        },
        injectTo: "head",
      }));
    },
  },
});
