import { FIRST_STATE, formatHash, parseHash, type State } from "./schema.js";
import type { Functions } from "./selection.js";
import type { Change, Store } from "./store.js";

/** Browsers limit how often a page may change its address (Safari: 100 times in 10 s), so a drag writes now and then. */
const WRITE_EVERY_MS = 250;
/** A pause longer than this ends a gesture: what follows is a new step. */
const GESTURE_PAUSE_MS = 1000;

interface Options {
  /** What stands where the address says nothing, if it is not the first view's: a remembered theme. */
  readonly preferences: () => Partial<State>;
  /** What knows the functions of an address; a promise where it has to be fetched first. */
  readonly functionsFor: (hash: string) => Functions | Promise<Functions>;
  /** Hears what an address got wrong. */
  readonly onProblems: (problems: string[]) => void;
}

/** Keeps the address bar and the store the same, with back and forward. Returns what writes the address at once. */
export function bindAddress(store: Store, { preferences, functionsFor, onProblems }: Options): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gesture: string | undefined;
  let gestureAt = 0;
  let latest = "";

  const url = (hash: string) => `${location.pathname}${location.search}${hash}`;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (latest !== location.hash) history.replaceState(null, "", url(latest));
  };
  const read = () => {
    clearTimeout(timer);
    timer = undefined;
    gesture = undefined;
    const { hash } = location;
    const functions = functionsFor(hash);
    if (!(functions instanceof Promise)) return take(functions);
    functions.then(
      (known) => {
        if (location.hash === hash) take(known);
      },
      (error) => onProblems([error instanceof Error ? error.message : String(error)]),
    );
  };
  const take = (functions: Functions) => {
    const { state, problems } = parseHash(location.hash, functions, { ...FIRST_STATE, ...preferences() });
    latest = formatHash(state);
    store.adopt(state);
    onProblems(problems);
  };

  store.record((state, { record = "step", gesture: name }: Change) => {
    const now = performance.now();
    const continues = name !== undefined && name === gesture && now - gestureAt < GESTURE_PAUSE_MS;
    if (record === "step") {
      gesture = name;
      gestureAt = now;
    }
    const hash = formatHash(state);
    if (record === "step" && !continues) {
      // The entry that is left behind first gets what was still waiting to be written to it.
      if (timer !== undefined) write();
      if (hash !== latest) history.pushState(null, "", url(hash));
    } else {
      timer ??= setTimeout(write, WRITE_EVERY_MS);
    }
    latest = hash;
  });
  addEventListener("popstate", read);
  addEventListener("pagehide", write);
  read();
  return write;
}
