import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { rebuildCpp } from "./vite/cpp.ts";
import { fallbackPicture } from "./vite/fallback.ts";
import { guide } from "./vite/guide.ts";
import { styleOverlay } from "./vite/overlay.ts";
import { entries } from "./vite/pages.ts";
import { headers, policy } from "./vite/policy.ts";
import { startEarly } from "./vite/preload.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Small things that nearly every element needs. */
const SHARED =
  /node_modules\/(@lit|lit|lit-html|lit-element)\/|src\/(state\/(numbers|schema|selection)|plot\/(palette|readings)|elements\/number-field)\.ts$/;

export default defineConfig({
  root,
  // Relative addresses everywhere: the site works below any path of any static host.
  base: "./",
  appType: "mpa",
  // Beside build/, so that node_modules can be replaced while a server runs.
  cacheDir: "../build/vite",
  build: {
    outDir: "../dist",
    // wasm/toolchain/site.mjs has emptied it; the library lives in there too.
    emptyOutDir: false,
    target: "es2022",
    // The policy allows no data: addresses, and the module is to stream while it compiles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Chart.js's other scales stay in otherwise: their defaults read properties, which might have been getters.
      treeshake: { propertyReadSideEffects: false },
      input: entries(root),
      // What embed.js exports is for other pages.
      preserveEntrySignatures: "exports-only",
      output: {
        entryFileNames: ({ name }) => (name === "embed.js" ? name : "assets/[name]-[hash].js"),
        // What several pages share is cut into twenty scripts otherwise, and a browser fetches six at a time: with 40 ms to
        // the host the first curve came 1.53 times as late as Chart.js alone, with these 1.29 times, in the same run. Only
        // activation-plot and the playground may need the last: no demo is to wait for Chart.js.
        codeSplitting: {
          groups: [
            { name: "first", test: /src\/engine\/(first|module|functions)\.ts$|preload-helper/, priority: 3 },
            { name: "shared", test: SHARED, priority: 2 },
            { name: "curve-plot", test: /node_modules\/chart\.js\/|src\/elements\/curve-plot\//, priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [guide(), fallbackPicture(), startEarly(), rebuildCpp(), styleOverlay(), policy()],
  server: {
    headers,
    // The linker writes two files there; the plugin reloads the page once, when both are complete.
    watch: { ignored: ["**/src/engine/generated/**"] },
  },
  preview: {
    headers,
    // As static hosts do: any page may embed these scripts, and any name may lead here. There is nothing to protect.
    cors: true,
    allowedHosts: true,
  },
});
