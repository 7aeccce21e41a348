import type { ActivationId, Parameters } from "../engine/index.js";
import type { Selection } from "./selection.js";

// A function that someone has written is its own id: "f{x * sigmoid(x)}", a name and a formula. So it can stand wherever an
// id can, in an address, an attribute, a menu or a message to a worker, and means the same in each.

/** What an id may not have in its name, since it means something around it. */
const NOT_IN_NAMES = /[{}(),=&#]+/g;
const LONGEST_NAME = 40;

export const isOwn = (id: string): boolean => id.includes("{");
export const ownName = (id: string): string => id.slice(0, id.indexOf("{"));
export const ownText = (id: string): string => id.slice(id.indexOf("{") + 1, -1);
export const ownId = (name: string, text: string): ActivationId => `${name}{${text}}` as ActivationId;

/** A name without what it may not have. */
export const tidyName = (name: string): string =>
  name.replace(NOT_IN_NAMES, " ").replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME);

/** A formula in one line, without the braces that an id has around it: as brackets of a formula they mean what ( ) mean. */
export const tidyText = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/\{/g, "(").replace(/\}/g, ")").trim();

/** The word for a function in an address where it is only mentioned: an id of the catalog, or the name of one's own. */
export const mention = (id: string): string => (isOwn(id) ? ownName(id) : id);

export const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether two definitions are of one name: the same function, before and after it was rewritten. */
export const sameFunction = (one: string, other: string): boolean =>
  isOwn(one) && isOwn(other) && sameName(ownName(one), ownName(other));

/** The name itself, or with the first number that makes it free. */
export function freeName(name: string, taken: readonly string[]): string {
  const isTaken = (wanted: string) => taken.some((one) => sameName(one, wanted));
  const [, stem = name, count = "1"] = /^(.*?)(?: (\d+))?$/.exec(name) ?? [];
  let free = name;
  for (let i = Number(count) + 1; isTaken(free); i++) free = `${stem} ${i}`;
  return free;
}

const KEY = "own-functions";

function read(): Selection[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    if (!Array.isArray(list)) return [];
    return list.flatMap((one): Selection[] => {
      if (typeof one?.id !== "string" || !/^[^{}]+\{[^{}]+\}$/.test(one.id)) return [];
      const params = Object.entries((one.params ?? {}) as Parameters).filter(([, value]) => Number.isFinite(value));
      return [{ id: one.id, params: Object.fromEntries(params) }];
    });
  } catch {
    return [];
  }
}

/** The functions that this person has written, kept on this device as long as the browser lets the page keep anything. */
class Library {
  #list = read();
  /** What was written since the page was opened, by name: that alone may be replaced by what has the same name. */
  readonly #written = new Map<string, string>();

  /** What others wrote and an address brought along: here as long as the page. */
  readonly #guests = new Map<string, Selection>();

  /** One's own functions, then those of others. */
  get list(): readonly Selection[] {
    const guests = [...this.#guests.values()].filter(({ id }) => !this.#list.some((one) => sameFunction(one.id, id)));
    return [...this.#list, ...guests];
  }

  /** A function is shown: if it is someone else's, it can be had again. */
  meet(selection: Selection): void {
    this.#guests.set(ownName(selection.id).toLowerCase(), selection);
  }

  /** Keeps a function in place of what it was before; another of the same name steps aside. */
  put(before: string | undefined, selection: Selection): void {
    const name = ownName(selection.id);
    const mine = this.#written.get(name.toLowerCase());
    const at = this.#list.findIndex(({ id }) => id === before || id === mine);
    const names = this.#list.map(({ id }) => ownName(id));
    this.#list = this.#list.map((one, i) =>
      i !== at && sameName(names[i] as string, name)
        ? { ...one, id: ownId(freeName(name, names), ownText(one.id)) }
        : one,
    );
    if (at >= 0) this.#list[at] = selection;
    else this.#list.push(selection);
    this.#written.set(name.toLowerCase(), selection.id);
    if (before) this.#guests.delete(ownName(before).toLowerCase());
    this.#save();
  }

  remove(id: string): void {
    this.#list = this.#list.filter((one) => !sameFunction(one.id, id));
    this.#guests.delete(ownName(id).toLowerCase());
    this.#save();
  }

  #save(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#list));
    } catch {
      // Storage is closed or full: the functions last as long as the page, or its address.
    }
  }
}

export const library = new Library();

/** The parameters that a function of one's own was kept with; none for a function of the catalog. */
export const keptParams = (id: string): Parameters => library.list.find((one) => one.id === id)?.params ?? {};

/** One's own functions beside those that are shown already: the library without what a view defines by the same name. */
export const besides = (shown: readonly { readonly id: string }[]): Selection[] =>
  library.list.filter(({ id }) => !shown.some((one) => sameFunction(one.id, id)));
