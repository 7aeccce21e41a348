import type { Source } from "./work.js";

/** What is convolved, and what it is called. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly source: Source;
}

export const sameDrawing = (a: Picture, b: Picture): boolean =>
  a.width === b.width && JSON.stringify(a.source) === JSON.stringify(b.source);

/** Tells pictures apart that have the same name. */
const numbers = new WeakMap<Picture, number>();
let next = 0;
export function ownNumber(picture: Picture): number {
  const known = numbers.get(picture) ?? ++next;
  numbers.set(picture, known);
  return known;
}
