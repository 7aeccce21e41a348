import { SCHEMA, type State, type Theme } from "../state/schema.js";
import { type Functions, formatSelections, infoOf } from "../state/selection.js";

export interface SnippetOptions {
  readonly theme: Theme;
  /** In CSS pixels; null: as high as it needs to be. */
  readonly height: number | null;
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** The view in the words of `<activation-plot>`: curves that are switched off are left out. */
function wordsOf(state: State, { theme, height }: SnippetOptions): [string, string][] {
  const functions = formatSelections(state.functions.filter(({ id }) => !state.hidden.includes(id)));
  const words: [string, string][] = [
    ["functions", functions],
    ["show", SCHEMA.show.format(state.show)],
    ["range", SCHEMA.range.format(state.range)],
    ["x", SCHEMA.x.format(state.x)],
  ];
  if (theme !== "auto") words.push(["theme", theme]);
  if (height !== null) words.push(["height", String(height)]);
  return words;
}

/** The tag and the script that makes it live. */
export function componentSnippet(state: State, options: SnippetOptions, site: URL): string {
  const attributes = wordsOf(state, options).map(([name, text]) => `${name}="${escaped(text)}"`);
  return [
    `<script type="module" src="${new URL("embed.js", site).href}"></script>`,
    `<activation-plot ${attributes.join(" ")}></activation-plot>`,
  ].join("\n");
}

/** The height of a frame whose page has no script to fit it: legend, charts, numbers, a slider for every parameter. */
function heightOf(state: State, functions: Functions): number {
  const parameters = state.functions.flatMap(({ id }) => infoOf(functions, id)?.parameters ?? []).length;
  return 150 + 320 * state.show.length + 70 * parameters;
}

/** The same in a frame, for pages that allow no scripts of others. */
export function iframeSnippet(state: State, functions: Functions, options: SnippetOptions, site: URL): string {
  const words = wordsOf(state, options).map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  // Commas, parentheses and the like mean nothing there: the address stays readable.
  const query = words.join("&").replace(/%(2C|28|29|3D)/g, decodeURIComponent);
  const names = state.functions.map(({ id }) => infoOf(functions, id)?.name ?? id);
  const height = options.height === null ? heightOf(state, functions) : options.height + 20;
  return [
    `<iframe src="${escaped(new URL(`embed.html?${query}`, site).href)}"`,
    `  title="${escaped(`Curves of ${names.join(", ")}`)}" width="100%" height="${height}"`,
    `  loading="lazy" style="border: 0"></iframe>`,
  ].join("\n");
}
