import type { Selection } from "../state/selection.js";

/** What the person wants of functions of their own; it may take an engine that has to be fetched first. */
export type OwnWish =
  | { readonly type: "new" }
  | { readonly type: "copy"; readonly of: Selection }
  | { readonly type: "show"; readonly selection: Selection };

/** A wish that concerns functions of one's own, for the owner of the page. */
export class OwnRequest extends Event {
  readonly wish: OwnWish;

  constructor(wish: OwnWish) {
    super("own-request", { bubbles: true, composed: true });
    this.wish = wish;
  }
}
