import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// Not Vite's library mode: that would put the module into the script as base64. Here it stays a file beside it, found
// through import.meta.url, which browsers, Node and bundlers all understand.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  publicDir: false,
  build: {
    outDir: "../dist/lib",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL("src/engine/index.ts", import.meta.url)),
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "index.js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
