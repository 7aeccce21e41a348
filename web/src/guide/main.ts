// First of all, so that the engine is on its way.
import "../engine-start.js";
import type { DemoElement } from "../elements/demo-element.js";
import { define, defineWhenSeen, tags } from "../elements/loader.js";
import { bindThemeButton, rememberedTheme } from "../page/theme.js";
import { bindContents } from "./contents.js";
import { bindFormulas } from "./formulas.js";
import { bindCopyButtons, computeOutputs } from "./listings.js";

/** The first figure in the window, if there is one. */
function figureInView(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(tags.join(","))].find((figure) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

/** The figure that the reader sees first has the line for itself; the others follow as they come near. */
async function showFirst(): Promise<void> {
  const figure = figureInView();
  if (!figure) return;
  try {
    await define(figure.localName);
    const element = figure as DemoElement;
    await element.start();
    await element.updateComplete;
    performance.mark("first-figure");
  } catch {
    // Fetched again with the others, which then say what is wrong.
  }
}

const showTheme = bindThemeButton((theme) => showTheme(theme));
showTheme(rememberedTheme());
bindContents();
bindFormulas();
bindCopyButtons();
void showFirst().then(() => {
  defineWhenSeen();
  computeOutputs();
});
