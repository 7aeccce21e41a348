import { isOwn, ownName } from "../state/own.js";

/**
 * One accent per curve. Neighbours differ in lightness as well as hue, so that they stay apart for colour-blind eyes,
 * each has at least 3:1 contrast with its background, and several curves together also differ in their dashes.
 */
export interface Accent {
  readonly light: string;
  readonly dark: string;
  /** Lengths of dashes and spaces in CSS pixels; empty for a solid line. */
  readonly dash: readonly number[];
}

export const ACCENTS: readonly Accent[] = [
  { light: "#d4541b", dark: "#ff8d5c", dash: [] },
  { light: "#8f6400", dark: "#e3b54a", dash: [2, 4] },
  { light: "#0f8560", dark: "#43d09f", dash: [7, 3] },
  { light: "#2f62dd", dark: "#7ba7ff", dash: [13, 4, 2, 4] },
  { light: "#b02a8a", dark: "#f384cb", dash: [11, 4] },
  { light: "#0c7f9d", dark: "#55cdea", dash: [4, 3] },
  { light: "#57606f", dark: "#aeb8c8", dash: [18, 4] },
  { light: "#7446cf", dark: "#b99dff", dash: [9, 3, 2, 3, 2, 3] },
];

export const INK = {
  light: { grid: "#edeef2", zero: "#c3c7d0", text: "#676f7f" },
  dark: { grid: "#272c36", zero: "#4b5362", text: "#9aa3b2" },
} as const;

/** For stylesheets: the browser picks the one that fits the element's colour scheme. */
export const cssColor = ({ light, dark }: Accent): string => `light-dark(${light}, ${dark})`;

/** A number for the name of one's own function: its colour stays while its formula is typed. */
const placeOf = (name: string) => [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997, 4);

/**
 * The accent of each shown function. A function's place in the catalog decides, or its name, so that it keeps its colour
 * from view to view; where two would share one, the later takes the next that is free.
 */
export function accentsOf(ids: readonly string[], catalog: readonly { readonly id: string }[]): Map<string, Accent> {
  const taken = new Set<number>();
  const accents = new Map<string, Accent>();
  for (const id of ids) {
    const place = isOwn(id)
      ? placeOf(ownName(id))
      : Math.max(
          0,
          catalog.findIndex((info) => info.id === id),
        );
    let slot = place % ACCENTS.length;
    while (taken.size < ACCENTS.length && taken.has(slot)) slot = (slot + 1) % ACCENTS.length;
    taken.add(slot);
    accents.set(id, ACCENTS[slot] as Accent);
  }
  return accents;
}
