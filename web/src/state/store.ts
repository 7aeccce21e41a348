import { FIRST_STATE, type State } from "./schema.js";

/** How a change enters the history of the page: a step that Back undoes, or part of the present view. */
export interface Change {
  /** `step` makes a new history entry, `quiet` changes the present one. */
  readonly record?: "step" | "quiet";
  /** Changes with the same name that follow each other closely are one step: a drag, a turn of the wheel. */
  readonly gesture?: string;
}

export type Listener = (state: State, before: State) => void;
export type Recorder = (state: State, change: Change) => void;

/** The one store of the page. However many changes come, listeners are told once, in the next animation frame. */
export class Store {
  #state: State = FIRST_STATE;
  #told: State = FIRST_STATE;
  #frame = 0;
  readonly #listeners = new Set<Listener>();
  readonly #recorders = new Set<Recorder>();

  get state(): State {
    return this.#state;
  }

  set(patch: Partial<State>, change: Change = {}): void {
    this.#state = { ...this.#state, ...patch };
    for (const recorder of this.#recorders) recorder(this.#state, change);
    this.#schedule();
  }

  /** Takes a whole state from outside (the URL), which therefore need not be recorded there. */
  adopt(state: State): void {
    this.#state = state;
    this.#schedule();
  }

  subscribe(listener: Listener): void {
    this.#listeners.add(listener);
  }

  /** Hears of every change at once, with how it should be remembered. */
  record(recorder: Recorder): void {
    this.#recorders.add(recorder);
  }

  /** Tells the listeners now: for the first paint, which should not wait for a frame. */
  flush(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const before = this.#told;
    this.#told = this.#state;
    for (const listener of this.#listeners) listener(this.#state, before);
  }

  #schedule(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.flush());
  }
}
