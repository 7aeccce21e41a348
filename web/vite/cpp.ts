import { join, sep } from "node:path";
import type { Plugin, ViteDevServer } from "vite";
import { explain, Failure } from "../../wasm/toolchain/console.mjs";
import { buildModule } from "../../wasm/toolchain/module.mjs";
import { root } from "../../wasm/toolchain/run.mjs";

const folders = [join(root, "core"), join(root, "wasm")];
const isSource = (file: string) => /\.(cpp|hpp)$/.test(file) && folders.some((folder) => file.startsWith(folder + sep));

/** Rebuilds the WebAssembly module when C++ changes and reloads the page, or shows the compiler's words on it. */
export function rebuildCpp(): Plugin {
  let running = false;
  let again = false;

  async function rebuild(server: ViteDevServer) {
    again = running;
    if (running) return;
    running = true;
    try {
      await buildModule();
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: "full-reload" });
    } catch (error) {
      explain(error);
      const message = error instanceof Failure ? `${error.message}\n\n${error.output}` : String(error);
      server.ws.send({ type: "error", err: { message, stack: "", plugin: "C++" } });
    }
    running = false;
    // What was saved while the compiler ran is not in what it built.
    if (again) await rebuild(server);
  }

  return {
    name: "activation:rebuild-cpp",
    apply: "serve",
    configureServer(server) {
      server.watcher.add(folders);
      for (const event of ["add", "change", "unlink"]) {
        server.watcher.on(event, (file: string) => {
          if (isSource(file)) void rebuild(server);
        });
      }
    },
  };
}
