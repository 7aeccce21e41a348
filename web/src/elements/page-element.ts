import { LitElement } from "lit";
import type { ActivationFunctions } from "../engine/index.js";
import { FIRST_STATE, type State } from "../state/schema.js";
import type { Change } from "../state/store.js";

/** A wish to change the view, for the owner of the store. */
export class StateRequest extends Event {
  readonly patch: Partial<State>;
  readonly change: Change;

  constructor(patch: Partial<State>, change: Change = {}) {
    super("state-request", { bubbles: true, composed: true });
    this.patch = patch;
    this.change = change;
  }
}

/**
 * An element of the playground page itself: it shows the state and asks for changes. It has no shadow root, so that the
 * page's stylesheet, labels and headings reach it as they reach the rest of the page.
 */
export class PageElement extends LitElement {
  static override properties = { engine: { attribute: false }, state: { attribute: false } };

  declare engine: ActivationFunctions | undefined;
  declare state: State;

  constructor() {
    super();
    this.state = FIRST_STATE;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected ask(patch: Partial<State>, change?: Change): void {
    this.dispatchEvent(new StateRequest(patch, change));
  }
}
