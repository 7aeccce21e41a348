import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ActivationInfo, Family } from "../../engine/index.js";
import { LESSONS } from "../../page/lessons.js";
import { accentsOf, cssColor } from "../../plot/palette.js";
import { PageElement } from "../page-element.js";
import { sparkline } from "./sparkline.js";

const FAMILIES: readonly (readonly [Family, string])[] = [
  ["rectifier", "Rectifiers"],
  ["smooth-rectifier", "Smooth rectifiers"],
  ["squashing", "Squashing"],
  ["hard", "Hard approximations"],
  ["shrinkage", "Shrinkage"],
  ["periodic", "Periodic"],
  ["bump", "Bumps"],
  ["linear", "Linear"],
  ["vector", "Of a whole vector"],
];

/** Whether the words of a search are found in what is known of the function: "leaky", "hinton 2010", "exp". */
function matches(info: ActivationInfo, query: string): boolean {
  const text = [info.id, info.name, info.family, info.formula, ...info.references.map((one) => one.authors)]
    .join(" ")
    .toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** `<function-list>`: the catalog by family, each function with a live sparkline; a search; comparisons to start from. */
export class FunctionList extends PageElement {
  static override properties = { ...PageElement.properties, query: { state: true } };

  declare query: string;

  constructor() {
    super();
    this.query = "";
  }

  focusSearch(): void {
    this.querySelector("input")?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { engine } = this;
    if (!engine) return nothing;
    const found = engine.catalog.filter((info) => matches(info, this.query));
    const families = FAMILIES.map(([family, title]) => ({
      family,
      title,
      members: found.filter((info) => info.family === family),
    })).filter(({ members }) => members.length > 0);
    return html`
      <search class="search">
        <input
          type="search"
          placeholder="Find a function"
          aria-label="Find a function"
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck="false"
          .value=${this.query}
          @input=${this.#onQuery}
          @keydown=${this.#onKey}
        />
        <kbd aria-hidden="true">/</kbd>
      </search>
      <p class="visually-hidden" role="status">${this.query ? `${found.length} functions found` : ""}</p>
      ${repeat(
        families,
        ({ family }) => family,
        ({ title, members }) => html`<fieldset class="family">
          <legend>${title}</legend>
          ${repeat(
            members,
            (info) => info.id,
            (info) => this.#row(info),
          )}
        </fieldset>`,
      )}
      ${found.length === 0 ? html`<p class="hint">No function matches “${this.query}”.</p>` : nothing}
      <nav class="comparisons" aria-labelledby="comparisons-title">
        <h2 id="comparisons-title">Worth seeing</h2>
        <ul>
          ${LESSONS.map(({ title, hash }) => html`<li><a href=${hash}>${title}</a></li>`)}
        </ul>
      </nav>
    `;
  }

  #row(info: ActivationInfo): TemplateResult {
    const { functions } = this.state;
    const selection = functions.find(({ id }) => id === info.id);
    const accents = accentsOf(selection ? functions.map(({ id }) => id) : [info.id], this.engine?.catalog ?? []);
    const accent = accents.get(info.id);
    return html`<label class="function" data-id=${info.id} .style=${`--accent:${accent ? cssColor(accent) : "currentColor"}`}>
      <input type="checkbox" .checked=${selection !== undefined} @change=${(event: Event) => this.#toggle(info, event)} />
      ${this.engine ? sparkline(this.engine, info.id, selection?.params ?? {}) : nothing}
      <span>${info.name}</span>
    </label>`;
  }

  #toggle(info: ActivationInfo, event: Event): void {
    const { functions, hidden, focus } = this.state;
    const rest = functions.filter(({ id }) => id !== info.id);
    const on = (event.target as HTMLInputElement).checked;
    this.ask({
      functions: on ? [...rest, { id: info.id, params: {} }] : rest,
      hidden: hidden.filter((id) => id !== info.id),
      // What was just chosen is what one wants to read about.
      focus: on || focus === info.id ? null : focus,
    });
  }

  #onQuery(event: Event): void {
    this.query = (event.target as HTMLInputElement).value.trim();
  }

  /** Enter takes the only match; Escape clears. */
  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.query !== "") {
      event.preventDefault();
      this.query = "";
    } else if (event.key === "Enter") {
      const boxes = this.querySelectorAll<HTMLInputElement>(".function input");
      if (boxes.length === 1) boxes[0]?.click();
    }
  }
}

customElements.define("function-list", FunctionList);

declare global {
  interface HTMLElementTagNameMap {
    "function-list": FunctionList;
  }
}
