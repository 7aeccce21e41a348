import "./elements/function-details/function-details.js";
import "./elements/x-readout/x-readout.js";
import { FunctionList } from "./elements/function-list/function-list.js";
import type { OwnRequest } from "./elements/own-request.js";
import notes from "./engine/generated/notes.json";
import type { ActivationFunctions, NotesInfo } from "./engine/index.js";
import { copyText } from "./page/copy.js";
import type { Store } from "./state/store.js";

/** The engine of a first curve comes without what there is to read about its functions. */
export const addNotes = (engine: ActivationFunctions): void => engine.addNotes(notes as unknown as NotesInfo[]);

/** What surrounds the charts: loaded beside them, set up when the first curve is drawn. */
export const elements = ["function-list", "x-readout", "function-details"] as const;

/** Where the event began: seen from here, what happens inside an element of ours has the element as its target. */
const isTyping = ([target]: readonly EventTarget[]) =>
  target instanceof HTMLElement && target.matches("input, textarea");

/** What the page has: its engine of the moment, and the one that knows formulas, which is fetched when it is needed. */
export interface Page {
  engine(): ActivationFunctions;
  withFormulas(): Promise<ActivationFunctions>;
  writeAddress(): void;
}

/** What belongs to no element: the link, the key for the search, the list that folds away on a phone. */
export function bindPage(store: Store, { engine, withFormulas, writeAddress }: Page): void {
  document.addEventListener("own-request", async (event) => {
    const { carryOutOwn } = await import("./page/own-functions.js");
    await carryOutOwn((event as OwnRequest).wish, store, withFormulas);
  });
  document.querySelector("#embed")?.addEventListener("click", async () => {
    const { openEmbedDialog } = await import("./page/embed-dialog.js");
    openEmbedDialog(store, engine());
  });
  const verify = document.querySelector("#verify") as HTMLButtonElement;
  verify.addEventListener("click", async () => {
    const { startOrStop } = await import("./page/verify.js");
    void startOrStop(verify, document.querySelector("#verified") as HTMLElement);
  });
  const share = document.querySelector("#share") as HTMLButtonElement;
  const words = share.textContent;
  share.addEventListener("click", async () => {
    // While things move the address is written only now and then.
    writeAddress();
    share.textContent = (await copyText(location.href)) ? "Copied" : "Copy the address";
    setTimeout(() => {
      share.textContent = words;
    }, 1600);
  });

  const list = document.querySelector("function-list");
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.composedPath())) return;
    event.preventDefault();
    (document.querySelector("#picker") as HTMLDetailsElement).open = true;
    if (list instanceof FunctionList) list.focusSearch();
  });

  const picker = document.querySelector("#picker") as HTMLDetailsElement;
  const narrow = matchMedia("(max-width: 699px)");
  const fold = () => {
    picker.open = !narrow.matches;
  };
  narrow.addEventListener("change", fold);
  fold();
  const count = picker.querySelector(".count") as HTMLElement;
  store.subscribe(({ functions }) => {
    count.textContent = `${functions.length} shown`;
  });
}
