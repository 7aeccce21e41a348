import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Given, readView } from "../src/elements/activation-plot/own-view.js";
import type { Activation } from "../src/engine/activation.js";
import { heightOf } from "./picture.ts";
import { escaped, highlighted } from "./python.ts";

const at = (path: string) => fileURLToPath(new URL(`../src/guide/${path}`, import.meta.url));

/** Where all that the guide is made of is. */
export const guideFolder = at("");
/** Where the chapters are: one file each, NN-slug.html. */
export const chapterFolder = at("chapters");
export const programFile = (name: string): string => at(`programs/${name}.ts`);

export interface Chapter {
  /** The name of its file without the ending: 03-sigmoid. */
  readonly name: string;
  /** Its anchor: sigmoid. */
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
}

/** A file's title, which it begins with, and what follows. */
function titled(path: string): Pick<Chapter, "title" | "body"> {
  const text = readFileSync(path, "utf8");
  const [heading, title] = /^<h2>(.*?)<\/h2>\n/.exec(text) ?? [];
  if (!heading || !title) throw new Error(`${path} does not begin with its title: <h2>…</h2>`);
  return { title, body: text.slice(heading.length) };
}

/** The chapters in the order of their numbers. A chapter is found, not registered. */
export function chapters(): Chapter[] {
  return readdirSync(chapterFolder)
    .filter((file) => /^\d\d-[a-z-]+\.html$/.test(file))
    .sort()
    .map((file, i) => {
      const name = file.replace(/\.html$/, "");
      return { name, slug: name.slice(3), number: i + 1, ...titled(`${chapterFolder}/${file}`) };
    });
}

/** What follows the chapters and is none: it has an anchor, but no number, and the contents do not name it. */
export function appendixHtml(act: Activation): string {
  const slug = "exactness";
  const appendix = { name: slug, slug, number: 0, ...titled(at("appendix.html")) };
  return `<section id="${slug}" class="appendix" aria-labelledby="${slug}-title">
<h2 id="${slug}-title">${appendix.title} <a class="anchor" href="#${slug}" aria-label="Link to the appendix">#</a></h2>
${withoutScript(appendix, act, appendix.body)}</section>`;
}

/** The attributes of a tag, in the words that people wrote. */
const attributesOf = (text: string): Given =>
  Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

/** The plots of a chapter, with the names of their pictures. */
export function plotsOf({ slug, body }: Chapter, act: Activation) {
  return [...body.matchAll(/<activation-plot([^>]*)>/g)].map(([tag, words = ""], i) => {
    const { view, problems } = readView(attributesOf(words), act);
    if (problems.length > 0) throw new Error(`${slug}: ${problems.join("; ")}`);
    const names = view.functions.map(({ id }) => act.info(id)?.name ?? id);
    return { tag, view, names, file: `${slug}-${i + 1}.svg` };
  });
}

/** A figure without JavaScript: the plot as a picture, and of the others what they would need. */
function withoutScript(chapter: Chapter, act: Activation, body: string): string {
  let html = body;
  for (const { tag, view, names, file } of plotsOf(chapter, act)) {
    const [from, to] = view.range;
    const alt = `${names.join(", ")} for x from ${from} to ${to}`.replaceAll("-", "−");
    const image = `<img src="pictures/${file}" width="800" height="${heightOf(view)}" loading="lazy" alt="${alt}" />`;
    html = html.replace(tag, `${tag}<noscript>${image}</noscript>`);
  }
  return html.replace(
    /(<((?!activation-plot)[a-z]+-[a-z-]+)[^>]*>)(?=<\/\2>)/g,
    "$1<noscript>This figure computes in your browser, which needs JavaScript.</noscript>",
  );
}

type Printed = Readonly<Record<string, { readonly value: string }>>;

/** The formula as the core states it, so that nothing is said twice: <!-- formula: sigmoid -->. */
function withFormulas(body: string): string {
  const printed: Printed = JSON.parse(readFileSync(at("../engine/generated/printed.json"), "utf8"));
  return body.replace(/<!-- formula: (\w+) -->/g, (_all, id: string) => {
    const formula = printed[id];
    if (!formula) throw new Error(`there is no function ${id} whose formula could be shown`);
    return `<math display="block">${formula.value}</math>`;
  });
}

/** A listing with its button, and what it prints below. */
function withListings({ title }: Chapter, body: string, output: string | undefined): string {
  const plain = title.replace(/<[^>]*>/g, "");
  return body.replace(/<pre class="python">\n?([\s\S]*?)\n?<\/pre>/g, (_all, code: string) => {
    const printed =
      output === undefined
        ? ""
        : `<div class="output"><p class="caption"><span>Output</span><span class="computed">computed when this page was made</span></p><pre tabindex="0" role="group" aria-label="Output: ${plain}"><samp>${escaped(output)}</samp></pre></div>`;
    return `<div class="listing"><p class="caption"><span>NumPy</span><button type="button" class="copy" aria-label="Copy the program: ${plain}">Copy</button></p><pre tabindex="0" role="group" aria-label="Code: ${plain}"><code>${highlighted(code)}</code></pre>${printed}</div>`;
  });
}

/** One chapter of the page, with its number, its anchor and the ways to its neighbours. */
export function chapterHtml(
  chapter: Chapter,
  neighbours: { readonly before?: Chapter | undefined; readonly after?: Chapter | undefined },
  act: Activation,
  output: string | undefined,
): string {
  const { slug, number, title, name } = chapter;
  const link = (to: Chapter | undefined, rel: string, words: string) =>
    to ? `<a href="#${to.slug}" class="${rel}"><small>${words}</small> ${to.number}. ${to.title}</a>` : "<span></span>";
  const body = withListings(chapter, withFormulas(withoutScript(chapter, act, chapter.body)), output);
  return `<section id="${slug}" data-chapter="${name}" aria-labelledby="${slug}-title">
<h2 id="${slug}-title"><span class="number">${number}</span> ${title} <a class="anchor" href="#${slug}" aria-label="Link to chapter ${number}">#</a></h2>
${body}<p class="turn">${link(neighbours.before, "before", "Previous")}${link(neighbours.after, "after", "Next")}</p>
</section>`;
}

export const contentsHtml = (all: readonly Chapter[]): string =>
  all.map(({ slug, title }) => `<li><a href="#${slug}">${title}</a></li>`).join("");

/** Whether a chapter has a program whose output is shown. */
export const hasProgram = ({ name }: Chapter): boolean => existsSync(programFile(name));
