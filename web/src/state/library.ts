import type { Parameters } from "../engine/index.js";
import { freeName, ownId, ownName, ownText, sameFunction, sameName, tidyName } from "./own.js";
import type { Selection } from "./selection.js";

const KEY = "own-functions";

/** A function through all its versions: which of them is kept now. Back brings older ones to the page again. */
interface Work {
  kept: string;
}

/** What is kept, whoever wrote it there: each with a name that a function may have, and that no other has. */
function read(text: string | null): Selection[] {
  const found: Selection[] = [];
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(list)) return [];
    for (const one of list) {
      if (typeof one?.id !== "string" || !/^[^{}]+\{[^{}]+\}$/.test(one.id)) continue;
      const names = found.map(({ id }) => ownName(id));
      const name = freeName(tidyName(ownName(one.id)) || "f", names);
      const params = Object.entries((one.params ?? {}) as Parameters).filter(([, value]) => Number.isFinite(value));
      found.push({ id: ownId(name, ownText(one.id)), params: Object.fromEntries(params) });
    }
  } catch {
    // No JSON: nothing of ours.
  }
  return found;
}

/** The functions that this person has written, kept on this device as long as the browser lets the page keep anything. */
class Library {
  #kept: Selection[] = [];
  /** As it was read or written last: where another tab has written since, that is what is kept. */
  #text: string | null = null;
  readonly #works = new Map<string, Work>();
  /** What others wrote and an address brought along: here as long as the page. */
  readonly #guests = new Map<string, Selection>();

  /** One's own functions, then those of others. */
  get list(): readonly Selection[] {
    this.#refresh();
    const guests = [...this.#guests.values()].filter(({ id }) => !this.#kept.some((one) => sameFunction(one.id, id)));
    return [...this.#kept, ...guests];
  }

  /** A function is shown: if it is someone else's, it can be had again. */
  meet(selection: Selection): void {
    this.#guests.set(ownName(selection.id).toLowerCase(), selection);
  }

  /** Keeps a function in place of what it was before; another of the same name steps aside. */
  put(before: string | undefined, selection: Selection): void {
    this.#refresh();
    const work = this.#workOf(before) ?? { kept: selection.id };
    const name = ownName(selection.id);
    const at = this.#kept.findIndex(({ id }) => id === work.kept);
    const names = this.#kept.map(({ id }) => ownName(id));
    this.#kept = this.#kept.map((one, i) => {
      if (i === at || !sameName(names[i] as string, name)) return one;
      return this.#moved(one, ownId(freeName(name, names), ownText(one.id)));
    });
    if (at >= 0) this.#kept[at] = selection;
    else this.#kept.push(selection);
    work.kept = selection.id;
    this.#works.set(selection.id, work);
    if (before) this.#guests.delete(ownName(before).toLowerCase());
    this.#save();
  }

  /** Takes away this function, whichever version of it is shown; one that only has its name stays. */
  remove(id: string): void {
    this.#refresh();
    const kept = this.#workOf(id)?.kept;
    this.#kept = this.#kept.filter((one) => one.id !== kept);
    this.#guests.delete(ownName(id).toLowerCase());
    this.#save();
  }

  #workOf(id: string | undefined): Work | undefined {
    return id === undefined ? undefined : this.#works.get(id);
  }

  #moved(one: Selection, id: Selection["id"]): Selection {
    const work = this.#workOf(one.id) ?? { kept: id };
    work.kept = id;
    this.#works.set(id, work);
    return { ...one, id };
  }

  #refresh(): void {
    try {
      const text = localStorage.getItem(KEY);
      if (text === this.#text) return;
      this.#text = text;
      this.#kept = read(text);
      for (const { id } of this.#kept) if (this.#works.get(id)?.kept !== id) this.#works.set(id, { kept: id });
    } catch {
      // Storage is closed: what was written lasts as long as the page.
    }
  }

  #save(): void {
    const text = JSON.stringify(this.#kept);
    try {
      localStorage.setItem(KEY, text);
      this.#text = text;
    } catch {
      // Storage is closed or full: the functions last as long as the page, or its address.
    }
  }
}

export const library = new Library();

/** Whether another tab has changed what is kept. */
export const isOfLibrary = ({ key }: StorageEvent): boolean => key === KEY || key === null;

/** The parameters that a function of one's own was kept with; none for a function of the catalog. */
export const keptParams = (id: string): Parameters => library.list.find((one) => one.id === id)?.params ?? {};

/** One's own functions beside those that are shown already: the library without what a view defines by the same name. */
export const besides = (shown: readonly { readonly id: string }[]): Selection[] =>
  library.list.filter(({ id }) => !shown.some((one) => sameFunction(one.id, id)));
