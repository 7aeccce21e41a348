import { type Plugin, runnerImport } from "vite";
import type { Activation } from "../src/engine/activation.js";
import {
  appendixHtml,
  type Chapter,
  chapterHtml,
  chapters,
  contentsHtml,
  guideFolder,
  hasProgram,
  plotsOf,
  programFile,
} from "./chapters.ts";
import { core } from "./core.ts";
import { picture } from "./picture.ts";

const PAGE = "/guide/index.html";
const PICTURES = "guide/pictures/";

/** What the program of a chapter prints, computed by the core that the page will have. */
async function outputOf(chapter: Chapter, act: Activation): Promise<string | undefined> {
  if (!hasProgram(chapter)) return undefined;
  const { module } = await runnerImport<{ run: (act: Activation) => string }>(programFile(chapter.name), {
    logLevel: "warn",
  });
  return module.run(act);
}

async function assembled(page: string): Promise<string> {
  const act = await core();
  const all = chapters();
  const sections: string[] = [];
  for (const [i, chapter] of all.entries()) {
    const neighbours = { before: all[i - 1], after: all[i + 1] };
    sections.push(chapterHtml(chapter, neighbours, act, await outputOf(chapter, act)));
  }
  // By function: in a replacement text a $ would mean something.
  return page
    .replace("<!-- contents -->", () => contentsHtml(all))
    .replace("<!-- chapters -->", () => [...sections, appendixHtml(act)].join("\n"));
}

/** The pictures of all plots of the guide, by the names of their files. */
async function pictures(): Promise<Map<string, string>> {
  const act = await core();
  const all = chapters().flatMap((chapter) => plotsOf(chapter, act));
  return new Map(all.map(({ file, view }) => [file, picture(act, view)]));
}

/** Makes the guide of its chapters, in web/src/guide/chapters/, and draws its plots for readers without JavaScript. */
export const guide = (): Plugin => ({
  name: "activation:guide",
  configureServer(server) {
    server.middlewares.use(`/${PICTURES}`, async (request, response) => {
      const found = (await pictures()).get(request.url?.slice(1) ?? "");
      response.setHeader("Content-Type", "image/svg+xml").end(found);
    });
    server.watcher.on("change", (file) => {
      if (file.startsWith(guideFolder) && file.endsWith(".html")) server.ws.send({ type: "full-reload" });
    });
  },
  transformIndexHtml: {
    // Before the bundler looks for scripts and styles.
    order: "pre",
    handler: (html, { path }) => (path.endsWith(PAGE) ? assembled(html) : html),
  },
  async generateBundle() {
    for (const [file, source] of await pictures()) {
      this.emitFile({ type: "asset", fileName: `${PICTURES}${file}`, source });
    }
  },
});
