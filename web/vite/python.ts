/** Text as HTML. */
export const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const KEYWORDS =
  "and as assert break class continue def del elif else except for from if import in is lambda not or pass raise return try while with yield None True False";

/** What is coloured, in the order in which it is looked for at each place. */
const TOKENS = new RegExp(
  [
    String.raw`(?<comment>#[^\n]*)`,
    String.raw`(?<string>[fr]?"""[\s\S]*?"""|[fr]?"[^"\n]*"|[fr]?'[^'\n]*')`,
    String.raw`(?<name>(?<=\b(?:def|class)\s)\w+)`,
    String.raw`(?<keyword>\b(?:${KEYWORDS.replaceAll(" ", "|")})\b)`,
    String.raw`(?<number>\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b)`,
  ].join("|"),
  "g",
);

/** Python as HTML, coloured when the page is built: a reader's browser has nothing to do for it. */
export function highlighted(code: string): string {
  let html = "";
  let done = 0;
  for (const match of code.matchAll(TOKENS)) {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    html += `${escaped(code.slice(done, match.index))}<i class="${kind?.[0]}">${escaped(match[0])}</i>`;
    done = match.index + match[0].length;
  }
  return html + escaped(code.slice(done));
}
