import type { Plugin } from "vite";
import { FIRST_STATE } from "../src/state/schema.js";
import { core } from "./core.ts";
import { picture } from "./picture.ts";

/** Adds fallback.svg to the site, and serves it while developing: the first view of the playground as a picture. */
export const fallbackPicture = (): Plugin => ({
  name: "activation:fallback-picture",
  configureServer(server) {
    server.middlewares.use("/fallback.svg", async (_request, response) => {
      response.setHeader("Content-Type", "image/svg+xml").end(picture(await core(), FIRST_STATE));
    });
  },
  async generateBundle() {
    this.emitFile({ type: "asset", fileName: "fallback.svg", source: picture(await core(), FIRST_STATE) });
  },
});
