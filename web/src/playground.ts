import type { CurvePlot, PlotRequest } from "./elements/curve-plot/curve-plot.js";
import type { PageElement, StateRequest } from "./elements/page-element.js";
import { loadCurves } from "./engine/curves.js";
import { ActivationError } from "./engine/errors.js";
import type { ActivationFunctions } from "./engine/index.js";
import { engineStarted, hasFormula, startFormulas } from "./engine-start.js";
import { showFailure } from "./page/failure.js";
import { lessonOf } from "./page/lessons.js";
import { notify } from "./page/notice.js";
import { bindThemeButton, rememberedTheme } from "./page/theme.js";
import { bindAddress } from "./state/address.js";
import { FIRST_STATE } from "./state/schema.js";
import { Store } from "./state/store.js";

const find = <T extends Element>(selector: string): T => document.querySelector(selector) as T;

/** What the plot asks for becomes a change of the state: the plot itself owns nothing. */
function carryOut(store: Store, request: PlotRequest): void {
  switch (request.type) {
    case "x":
      store.set(request.range ? { x: request.x, range: request.range } : { x: request.x }, { record: "quiet" });
      break;
    case "range":
      store.set({ range: request.range }, { gesture: `range-${request.gesture}` });
      break;
    case "reset":
      store.set({ range: FIRST_STATE.range });
      break;
    case "hidden":
      store.set({ hidden: request.hidden });
      break;
  }
}

/** An element of the page shows the state of the store, and its wishes change it. */
function bindElement(name: string, engine: ActivationFunctions, store: Store): void {
  const element = find<PageElement>(name);
  element.engine = engine;
  element.addEventListener("state-request", (event) => {
    const { patch, change } = event as StateRequest;
    store.set(patch, change);
  });
  store.subscribe((state) => {
    element.state = state;
  });
}

/** Loads the engine, draws the first curves, and then brings in what surrounds them. */
export async function startPlayground(): Promise<void> {
  // The part of the address behind # is the view: the link may not change it.
  find<HTMLAnchorElement>(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    find<HTMLElement>("#stage").focus();
  });
  try {
    let engine = await engineStarted;
    const store = new Store();
    const withFormulas = async () => {
      if (!("formula" in engine)) adopt(await startFormulas());
      return engine;
    };
    const writeAddress = bindAddress(store, {
      preferences: () => ({ theme: rememberedTheme() }),
      functionsFor: (hash) => (hasFormula(hash) && !("formula" in engine) ? withFormulas() : engine),
      onProblems: notify,
    });
    const showTheme = bindThemeButton((theme) => store.set({ theme }, { record: "quiet" }));
    store.subscribe(({ theme }) => showTheme(theme));

    const plot = find<CurvePlot>("activation-plot");
    plot.engine = engine;
    let addNotes: ((engine: ActivationFunctions) => void) | undefined;
    const bound: string[] = [];
    /** All go on with an engine that knows more. */
    const adopt = (next: ActivationFunctions) => {
      addNotes?.(next);
      engine = plot.engine = next;
      for (const name of bound) find<PageElement>(name).engine = next;
    };
    plot.addEventListener("plot-request", (event) => carryOut(store, (event as CustomEvent<PlotRequest>).detail));
    store.subscribe((state) => {
      plot.view = state;
      find<HTMLElement>(".charts").dataset.charts = String(state.show.length);
      find("#lesson").textContent = lessonOf(state);
    });
    // Its height depends on how its parts wrap, so it must be there before anything is painted below it.
    bindElement("view-controls", engine, store);
    store.flush();
    await plot.updateComplete;
    performance.mark("first-curve");

    // Only now, so that nothing competes with what the first curve needs.
    const [surroundings, all] = await Promise.all([
      import("./surroundings.js"),
      hasFormula(location.hash) ? withFormulas() : loadCurves(),
    ]);
    addNotes = surroundings.addNotes;
    adopt("formula" in engine ? engine : all);
    for (const name of surroundings.elements) {
      bindElement(name, engine, store);
      bound.push(name);
    }
    surroundings.bindPage(store, { engine: () => engine, withFormulas, writeAddress });
    store.flush();
  } catch (error) {
    showFailure(find(".stage"), error instanceof Error ? error : new Error(String(error)));
    if (!(error instanceof ActivationError)) throw error;
  }
}
