import type { ActivationId } from "../engine/index.js";
import { QUANTITIES, type Quantity } from "../engine/quantity.js";
import { exact, parseNumber, plain } from "./numbers.js";
import { isOwn, mention, ownName, sameName } from "./own.js";
import { type Functions, formatSelections, infoOf, parseSelections, type Selection } from "./selection.js";

export type Digits = "4" | "all";
export type Theme = "auto" | "light" | "dark";
export type Range = readonly [from: number, to: number];

/** All that a view of the playground is. The URL holds it whole; attributes of elements use the same words. */
export interface State {
  readonly functions: readonly Selection[];
  /** Selected, but switched off in the legend. */
  readonly hidden: readonly ActivationId[];
  /** The function whose formula and properties are shown; the last selected one when null. */
  readonly focus: ActivationId | null;
  readonly show: readonly Quantity[];
  readonly range: Range;
  /** Where the crosshair is. */
  readonly x: number;
  /** Whether the read-out shows four decimals or all that a double has. */
  readonly digits: Digits;
  readonly theme: Theme;
}

/** Beyond this a chart's own arithmetic would overflow. */
export const MOST_X = 1e300;
/** Narrower than this fraction of |x|, neighbouring doubles would be visible as steps. */
export const LEAST_SPAN = 1e-12;

export function isRange(from: number, to: number): boolean {
  const size = Math.max(Math.abs(from), Math.abs(to));
  return from < to && size <= MOST_X && to - from >= Math.max(size * LEAST_SPAN, 1e-300);
}

interface Parsed<T> {
  readonly value: T;
  /** What could not be used, each as a clause. */
  readonly problems: readonly string[];
}

/** One row of the URL: how a key is read and written, and what it is when it is not there. */
interface Row<T> {
  readonly standard: T;
  /** `chosen` are the functions of the same address: one's own are known by name only there. */
  parse(text: string, functions: Functions, chosen: readonly Selection[]): Parsed<T>;
  format(value: T): string;
}

const fallback = <T>(value: T, problem: string): Parsed<T> => ({ value, problems: [problem] });
const good = <T>(value: T): Parsed<T> => ({ value, problems: [] });

/** Sigmoid and tanh let almost nothing through beyond |x| = 4, ReLU lets everything: why deep networks changed over. */
const FIRST_VIEW: readonly Selection[] = [
  { id: "relu", params: {} },
  { id: "sigmoid", params: {} },
  { id: "tanh", params: {} },
];
const FIRST_SHOW: readonly Quantity[] = ["value", "gradient"];
const FIRST_RANGE: Range = [-5, 5];
const FIRST_X = 2;

const isQuantity = (word: string): word is Quantity => (QUANTITIES as readonly string[]).includes(word);
const words = (text: string) => text.split(",").map((word) => word.trim().toLowerCase());
const quoted = (list: readonly string[]) => list.map((word) => `“${word}”`).join(", ");

/** The function that a word in lower case mentions. */
function idCalled(word: string, functions: Functions, chosen: readonly Selection[]): ActivationId | undefined {
  const own = chosen.find(({ id }) => isOwn(id) && sameName(ownName(id), word));
  return own?.id ?? (isOwn(word) ? undefined : infoOf(functions, word)?.id);
}

export const SCHEMA: { readonly [Key in keyof State]: Row<State[Key]> } = {
  functions: {
    standard: FIRST_VIEW,
    parse(text, functions) {
      const parsed = parseSelections(text, functions);
      // An empty list is a choice; a list of which nothing is left is a mistake.
      return parsed.value.length === 0 && parsed.problems.length > 0 ? { ...parsed, value: FIRST_VIEW } : parsed;
    },
    format: formatSelections,
  },
  hidden: {
    standard: [],
    parse(text, functions, chosen) {
      const known = words(text).map((word) => idCalled(word, functions, chosen));
      const unknown = words(text).filter((word, i) => word !== "" && known[i] === undefined);
      const value = known.filter((id) => id !== undefined);
      return unknown.length > 0 ? fallback(value, `there is no function ${quoted(unknown)} to hide`) : good(value);
    },
    format: (value) => value.map(mention).join(","),
  },
  focus: {
    standard: null,
    parse(text, functions, chosen) {
      const id = idCalled(text.trim().toLowerCase(), functions, chosen);
      return id ? good(id) : fallback(null, `there is no function “${text}” to describe`);
    },
    format: (value) => (value ? mention(value) : ""),
  },
  show: {
    standard: FIRST_SHOW,
    parse(text) {
      const unknown = words(text).filter((word) => !isQuantity(word));
      const value = QUANTITIES.filter((quantity) => words(text).includes(quantity));
      if (value.length === 0) return fallback(FIRST_SHOW, `“${text}” names none of ${QUANTITIES.join(", ")}`);
      return unknown.length > 0 ? fallback(value, `${quoted(unknown)} cannot be shown`) : good(value);
    },
    format: (value) => value.join(","),
  },
  range: {
    standard: FIRST_RANGE,
    parse(text) {
      const [from, to, ...more] = text.split(",").map(parseNumber);
      return from !== undefined && to !== undefined && more.length === 0 && isRange(from, to)
        ? good([from, to] as const)
        : fallback(FIRST_RANGE, `“${text}” is not a range like −5,5`);
    },
    format: (value) => value.map(plain).join(","),
  },
  x: {
    standard: FIRST_X,
    parse(text) {
      const value = parseNumber(text);
      return value !== undefined && Math.abs(value) <= MOST_X
        ? good(value)
        : fallback(FIRST_X, `“${text}” is not a number, so x is ${exact(FIRST_X)}`);
    },
    format: plain,
  },
  digits: {
    standard: "4",
    parse: (text) => (text === "4" || text === "all" ? good(text) : fallback("4", `“${text}” is neither 4 nor all`)),
    format: (value) => value,
  },
  theme: {
    standard: "auto",
    parse: (text) =>
      text === "light" || text === "dark" || text === "auto"
        ? good(text)
        : fallback("auto", `“${text}” is not a theme (light, dark or auto)`),
    format: (value) => value,
  },
};

const KEYS = Object.keys(SCHEMA) as (keyof State)[];

export const FIRST_STATE: State = Object.fromEntries(
  KEYS.map((key) => [key, SCHEMA[key].standard]),
) as unknown as State;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return text;
  }
}

/** Reads the part of a URL behind #. Keys that are not there take their standard; every problem is a sentence. */
export function parseHash(
  hash: string,
  functions: Functions,
  first: State = FIRST_STATE,
): { state: State; problems: string[] } {
  const problems: string[] = [];
  const given = new Map<keyof State, string>();
  for (const pair of hash.replace(/^#/, "").split("&").filter(Boolean)) {
    const at = pair.indexOf("=");
    const key = decoded(at < 0 ? pair : pair.slice(0, at)) as keyof State;
    if (KEYS.includes(key)) given.set(key, decoded(pair.slice(at < 0 ? pair.length : at + 1)));
    else problems.push(`${key}: this is not a word the playground knows`);
  }
  let state = first;
  // In the order of the table: what is mentioned was defined before.
  for (const key of KEYS) {
    const text = given.get(key);
    if (text === undefined) continue;
    const parsed = SCHEMA[key].parse(text, functions, state.functions);
    state = { ...state, [key]: parsed.value };
    problems.push(...parsed.problems.map((problem) => `${key}: ${problem}`));
  }
  return { state, problems };
}

/** What makes a fragment hard to read when it is escaped stays; what would end it or be misread does not. */
const encoded = (text: string) => encodeURIComponent(text).replace(/%(2C|28|29|3D|3A|2F)/g, decodeURIComponent);

/** Only what differs from the standard: the first view has an empty hash. */
export function formatHash(state: State): string {
  const pairs = KEYS.map((key) => {
    const row = SCHEMA[key] as Row<unknown>;
    const text = row.format(state[key]);
    return text === row.format(row.standard) ? "" : `${key}=${encoded(text)}`;
  }).filter(Boolean);
  return pairs.length > 0 ? `#${pairs.join("&")}` : "";
}
