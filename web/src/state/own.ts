import type { ActivationId } from "../engine/index.js";

// A function that someone has written is its own id: "f{x * sigmoid(x)}", a name and a formula. So it can stand wherever an
// id can, in an address, an attribute, a menu or a message to a worker, and means the same in each.

/** What an id may not have in its name, since it means something around it. */
const NOT_IN_NAMES = /[{}(),=&#]+/g;
const LONGEST_NAME = 40;

export const isOwn = (id: string): boolean => id.includes("{");
export const ownName = (id: string): string => id.slice(0, id.indexOf("{"));
export const ownText = (id: string): string => id.slice(id.indexOf("{") + 1, -1);
export const ownId = (name: string, text: string): ActivationId => `${name}{${text}}` as ActivationId;

/** A name without what it may not have: half a character beyond the end could not be written into an address. */
export const tidyName = (name: string): string =>
  name
    .replace(NOT_IN_NAMES, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_NAME)
    .replace(/\p{Surrogate}/gu, "")
    .trim();

/** A formula in one line. */
export const tidyText = (text: string): string => text.replace(/\s+/g, " ").trim();

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
  for (let i = Number(count) + 1; isTaken(free); i++) {
    const end = ` ${i}`;
    free = tidyName(stem.slice(0, LONGEST_NAME - end.length)) + end;
  }
  return free;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whether a function of the catalog is called so. */
export const isOfCatalog = (catalog: readonly Named[], name: string): boolean =>
  catalog.some((info) => sameName(info.id, name) || sameName(info.name, name));

/** What a copy of a function of the catalog is called: My GELU tanh, since brackets mean something around a name. */
export const copyName = (name: string, taken: readonly string[]): string => freeName(tidyName(`My ${name}`), taken);

/** An id from outside; a definition by the rules for names, with what had to be done for that. */
export function ruled(id: string, catalog: readonly Named[]): { id: string; problems: string[] } {
  if (!/\{.*\}$/.test(id)) return { id, problems: [] };
  const given = ownName(id).trim();
  const tidy = tidyName(given) || "f";
  const name = isOfCatalog(catalog, tidy)
    ? freeName(
        tidy,
        catalog.flatMap((info) => [info.id, info.name]),
      )
    : tidy;
  const why = isOfCatalog(catalog, tidy) ? "is the name of another function" : "cannot be a name";
  const problems = name === given ? [] : [`“${given}” ${why}, so this one is called “${name}”`];
  return { id: ownId(name, ownText(id)), problems };
}
