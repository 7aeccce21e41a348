import { join } from "node:path";
import { ensurePackages } from "../../../wasm/toolchain/node.mjs";
import { root } from "../../../wasm/toolchain/run.mjs";

const folder = "tests/bench/peers";

/** Installs what the arrays are compared with, in a folder of their own: 210 MB that no other command needs. */
export async function ensurePeers() {
  await ensurePackages(folder, "npm packages of the peers");
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: join(root, folder),
    logLevel: "warn",
    build: {
      outDir: join(root, "build", "bench", "peers"),
      emptyOutDir: true,
      target: "es2022",
      lib: { entry: join(root, folder, "gradients.mjs"), formats: ["es"], fileName: () => "gradients.js" },
    },
  });
}
