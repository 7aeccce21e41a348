import type { Plugin } from "vite";
import { contentSecurityPolicy } from "../csp.ts";

/** What the servers of npm start and npm run dev send along: the policy, and no guessing of types. */
export const headers = {
  "Content-Security-Policy": contentSecurityPolicy,
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-cache",
};

/** Puts the policy into every page, for static hosts that send no header. */
export const policy = (): Plugin => ({
  name: "activation:policy",
  // Last of all plugins, so that it comes first in the page: a policy does not bind what stands before it.
  transformIndexHtml: {
    order: "post",
    handler: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
        injectTo: "head-prepend",
      },
    ],
  },
});
