import type { Plugin } from "vite";

/** Runs in the page: the policy blocks the style element of Vite's error overlay, but not a style sheet made by a script. */
const client = `
import.meta.hot?.on("vite:error", () => setTimeout(() => {
  const shadow = document.querySelector("vite-error-overlay")?.shadowRoot;
  const text = shadow?.querySelector("style")?.textContent;
  if (!text) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  shadow.adoptedStyleSheets = [sheet];
}));
`;

/** Gives Vite's error overlay its look under the content security policy. */
export const styleOverlay = (): Plugin => ({
  name: "activation:style-overlay",
  apply: "serve",
  resolveId: (id) => (id === "/@overlay" ? id : undefined),
  load: (id) => (id === "/@overlay" ? client : undefined),
  transformIndexHtml: () => [{ tag: "script", attrs: { type: "module", src: "/@overlay" }, injectTo: "head" }],
});
