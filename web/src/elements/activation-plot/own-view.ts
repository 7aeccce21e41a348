import { FIRST_STATE, formatHash, SCHEMA, type State } from "../../state/schema.js";
import type { Functions } from "../../state/selection.js";
import type { PlotRequest } from "../curve-plot/curve-plot.js";

/** The words of the URL that are attributes too, beside theme, which the element's styles read. */
export const WORDS = ["functions", "show", "range", "x"] as const;
export type Word = (typeof WORDS)[number];

/** One text for each attribute that is there. */
export type Given = Partial<Record<Word, string | null>>;

/** A single chart of values is what a figure in a text shows unless it asks for more. */
const FIRST_VIEW: State = { ...FIRST_STATE, show: ["value"] };

/** Reads attributes as the playground reads its address; what cannot be used is named and has its standard. */
export function readView(given: Given, functions: Functions): { view: State; problems: string[] } {
  const problems: string[] = [];
  const view: Partial<Record<Word, unknown>> = {};
  for (const word of WORDS) {
    const text = given[word];
    if (text === null || text === undefined) continue;
    const parsed = SCHEMA[word].parse(text, functions, []);
    view[word] = word === "show" && parsed.problems.length > 0 ? FIRST_VIEW.show : parsed.value;
    problems.push(...parsed.problems.map((problem) => `${word}: ${problem}`));
  }
  return { view: { ...FIRST_VIEW, ...view } as State, problems };
}

/** The view after what the person asked for; `first` is the one to reset to. */
export function carriedOut(view: State, request: PlotRequest, first: State): State {
  switch (request.type) {
    case "x":
      return { ...view, x: request.x, range: request.range ?? view.range };
    case "range":
      return { ...view, range: request.range };
    case "reset":
      return { ...view, range: first.range };
    case "hidden":
      return { ...view, hidden: request.hidden };
  }
}

/** The address of the same view in the playground. */
export const addressOf = (view: State, site: URL): string => new URL(`index.html${formatHash(view)}`, site).href;
