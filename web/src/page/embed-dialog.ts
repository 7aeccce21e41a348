import "../../styles/dialog.css";
import { html, render, type TemplateResult } from "lit";
import type { ActivationFunctions } from "../engine/index.js";
import { site } from "../site.js";
import type { Theme } from "../state/schema.js";
import type { Store } from "../state/store.js";
import { copyText } from "./copy.js";
import { componentSnippet, iframeSnippet, type SnippetOptions } from "./snippets.js";

const LEAST_HEIGHT = 200;
const MOST_HEIGHT = 2000;

/** Shows what to paste into another page to have the view at hand there. */
export function openEmbedDialog(store: Store, engine: ActivationFunctions): void {
  const known = document.querySelector<HTMLDialogElement>("#embed-dialog");
  const dialog = known ?? document.createElement("dialog");
  if (!known) {
    dialog.id = "embed-dialog";
    dialog.setAttribute("aria-labelledby", "embed-title");
    // A click on the backdrop arrives at the dialog itself.
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
  }
  let options: SnippetOptions = { theme: "auto", height: null };
  let typed = "";

  const set = (patch: Partial<SnippetOptions>) => {
    options = { ...options, ...patch };
    draw();
  };
  const setHeight = (event: Event) => {
    typed = (event.target as HTMLInputElement).value.trim();
    const height = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
    set({ height: height >= LEAST_HEIGHT && height <= MOST_HEIGHT ? height : null });
  };
  const problem = () =>
    typed !== "" && options.height === null
      ? `A whole number from ${LEAST_HEIGHT} to ${MOST_HEIGHT}, or nothing for as high as needed`
      : "";

  const draw = () => {
    const { state } = store;
    render(
      html`<form method="dialog">
        <header>
          <h2 id="embed-title">Embed this view</h2>
          <button type="submit" class="quiet" aria-label="Close">✕</button>
        </header>
        <p class="hint">
          A live figure for your page: the same curves, range and parameters. It computes in the reader's browser and
          asks no other host for anything.
        </p>
        <div class="options">
          <label>
            Theme
            <select @change=${(event: Event) => set({ theme: (event.target as HTMLSelectElement).value as Theme })}>
              <option value="auto">as the page</option>
              <option value="light">light</option>
              <option value="dark">dark</option>
            </select>
          </label>
          <label class="number">
            Height in pixels
            <input
              inputmode="numeric"
              autocomplete="off"
              placeholder="as needed"
              aria-invalid=${problem() ? "true" : "false"}
              aria-describedby="embed-height-error"
              @input=${setHeight}
            />
            <span id="embed-height-error" class="field-error" role="alert">${problem()}</span>
          </label>
        </div>
        ${snippet(
          "As an element",
          "The script once in a page, the tag wherever a figure is to be.",
          componentSnippet(state, options, site),
        )}
        ${snippet(
          "As a frame",
          "For places that allow no scripts. With the script above in the same page it takes the height it needs.",
          iframeSnippet(state, engine, options, site),
        )}
      </form>`,
      dialog,
    );
  };
  draw();
  dialog.showModal();
}

function snippet(title: string, why: string, code: string): TemplateResult {
  const copy = async (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    const block = button.closest("section")?.querySelector("code");
    button.textContent = (await copyText(code, block)) ? "Copied" : "Selected: copy it";
    setTimeout(() => {
      button.textContent = "Copy";
    }, 1600);
  };
  return html`<section aria-label=${title}>
    <h3>${title}</h3>
    <button type="button" @click=${copy}>Copy</button>
    <p class="hint">${why}</p>
    <pre tabindex="0" role="group" aria-label="Code: ${title}"><code>${code}</code></pre>
  </section>`;
}
