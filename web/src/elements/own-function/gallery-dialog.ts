import "../../../styles/dialog.css";
import { html, render } from "lit";
import type { FormulaFunctions } from "../../engine/index.js";
import { ownId } from "../../state/own.js";
import { outline, sparkline } from "../function-list/sparkline.js";
import { type Example, GALLERY } from "./gallery.js";

/** Functions from papers, each with its curve; choosing one closes the dialog. */
export function openGallery(engine: FormulaFunctions, choose: (example: Example) => void): void {
  const known = document.querySelector<HTMLDialogElement>("#gallery-dialog");
  const dialog = known ?? document.createElement("dialog");
  if (!known) {
    dialog.id = "gallery-dialog";
    dialog.setAttribute("aria-labelledby", "gallery-title");
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
  }
  const take = (example: Example) => {
    dialog.close();
    choose(example);
  };
  const row = (example: Example) => {
    const { name, formula, params, words, authors, year, title, url } = example;
    return html`<li>
      <button type="button" class="example" aria-label="Try ${name}" @click=${() => take(example)}>
        ${sparkline(outline(engine, ownId(name, formula), params))}
        <span><b>${name}</b> <code>${formula}</code></span>
      </button>
      <p>${words} <span class="source">${authors} (${year}). <a href=${url} rel="noopener" target="_blank">${title}</a>.</span></p>
    </li>`;
  };
  render(
    html`<form method="dialog">
      <header>
        <h2 id="gallery-title">Ten worth trying</h2>
        <button type="submit" class="quiet" aria-label="Close">✕</button>
      </header>
      <p class="hint">From papers, as they state them. Choosing one puts it in the place of the formula that is open.</p>
      <ul class="gallery">
        ${GALLERY.map(row)}
      </ul>
    </form>`,
    dialog,
  );
  dialog.showModal();
}
