import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { ActivationInfo, Parameters } from "../../engine/index.js";
import { LESSONS } from "../../page/lessons.js";
import { type Accent, accentsOf, cssColor } from "../../plot/palette.js";
import { byFamily } from "../../state/families.js";
import { isOfLibrary, library } from "../../state/library.js";
import { isOwn, ownName, ownText, sameFunction } from "../../state/own.js";
import type { State } from "../../state/schema.js";
import { infoOf, type Selection } from "../../state/selection.js";
import { OwnRequest } from "../own-request.js";
import { PageElement } from "../page-element.js";
import { outline, sparkline } from "./sparkline.js";
import { WhenSeen } from "./when-seen.js";

/** Where the comparisons leave the functions enough of the window. */
const ROOMY = matchMedia("(min-height: 680px)");

/** Whether the words of a search are all found in texts. */
function matches(texts: readonly string[], query: string): boolean {
  const text = texts.join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** What a function of the catalog is found by: "leaky", "hinton 2010", "exp", "nn.SiLU". */
const textsOf = (info: ActivationInfo): string[] => [
  info.id,
  info.name,
  info.family,
  info.formula,
  ...info.references.map(({ authors, year }) => `${authors} ${year}`),
  ...info.versions.map(({ framework, name }) => `${framework} ${name}`),
];

/** `<function-list>`: the catalog by family, each function with a live sparkline; a search; comparisons to start from. */
export class FunctionList extends PageElement {
  static override properties = { ...PageElement.properties, query: { state: true } };

  declare query: string;

  readonly #seen = new WhenSeen(
    (id) => this.engine && outline(this.engine, id, this.#selectionOf(id)?.params ?? {}),
    () => this.requestUpdate(),
  );
  #revealed = false;

  constructor() {
    super();
    this.query = "";
  }

  focusSearch(): void {
    this.querySelector("input")?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("storage", this.#onStorage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("storage", this.#onStorage);
    this.#seen.stop();
  }

  /** Another tab has kept or deleted a function. */
  readonly #onStorage = (event: StorageEvent) => {
    if (isOfLibrary(event)) this.requestUpdate();
  };

  /** The crosshair and the range move all the time and change nothing here. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    const before = changed.get("state") as State | undefined;
    return changed.size !== 1 || !before || before.functions !== this.state.functions;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { engine } = this;
    if (!engine) return nothing;
    const found = engine.catalog.filter((info) => matches(textsOf(info), this.query));
    const own = this.#ownFound();
    const count = found.length + own.length;
    const accents = accentsOf(
      this.state.functions.map(({ id }) => id),
      engine.catalog,
    );
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
      <p class="visually-hidden" role="status">${this.query ? `${count} function${count === 1 ? "" : "s"} found` : ""}</p>
      <div class="families">
        ${repeat(
          byFamily(found),
          ({ family }) => family,
          ({ family, title, members }) => html`<div class="family" role="group" aria-labelledby="family-${family}">
            <h2 id="family-${family}">${title}</h2>
            ${repeat(
              members,
              (info) => info.id,
              (info) => this.#row(info, accents.get(info.id)),
            )}
          </div>`,
        )}
        ${this.#owns(own, accents)}
        ${count === 0 ? html`<p class="hint">No function matches “${this.query}”.</p>` : nothing}
      </div>
      <button type="button" class="own-new" @click=${() => this.dispatchEvent(new OwnRequest({ type: "new" }))}>
        <b>Your own f(x)…</b> <code>x * sigmoid(beta * x)</code>
      </button>
      <nav class="comparisons" aria-labelledby="comparisons-title">
        <details ?open=${ROOMY.matches}>
          <summary><h2 id="comparisons-title">Worth seeing</h2></summary>
          <ul>
            ${LESSONS.map(({ title, hash }) => html`<li><a href=${hash}>${title}</a></li>`)}
          </ul>
        </details>
      </nav>
    `;
  }

  /** One's own functions, shown or not, and those of others that the address has brought along. */
  #ownFound(): Selection[] {
    const shown = this.state.functions.filter(({ id }) => isOwn(id));
    for (const one of shown) library.meet(one);
    // As it is now, in a place that it keeps.
    const all = library.list.map((one) => shown.find(({ id }) => sameFunction(id, one.id)) ?? one);
    return all.filter(({ id }) => matches([ownName(id), ownText(id)], this.query));
  }

  #owns(found: readonly Selection[], accents: ReadonlyMap<string, Accent>): TemplateResult | typeof nothing {
    if (found.length === 0) return nothing;
    return html`<div class="family" role="group" aria-labelledby="family-own">
      <h2 id="family-own">Your own</h2>
      ${repeat(
        found,
        ({ id }) => ownName(id),
        (one) => this.#ownRow(one, accents.get(one.id)),
      )}
    </div>`;
  }

  #ownRow(one: Selection, accent: Accent | undefined): TemplateResult {
    const { engine } = this;
    const on = this.#selectionOf(one.id) !== undefined;
    const info = engine && "formula" in engine ? infoOf(engine, one.id) : undefined;
    const path = engine && info ? outline(engine, info.id, one.params) : undefined;
    return html`<label class="function" title=${ownText(one.id)} .style=${accent ? `--accent:${cssColor(accent)}` : ""}>
      <input
        type="checkbox"
        .checked=${on}
        @change=${(event: Event) => {
          if (info) this.#toggle(info, event, one.params);
          else this.dispatchEvent(new OwnRequest({ type: "show", selection: one }));
        }}
      />
      ${sparkline(path)}
      <span>${ownName(one.id)}</span>
    </label>`;
  }

  #selectionOf(id: string) {
    return this.state.functions.find((one) => one.id === id);
  }

  /** A slider changes one row of all: the others are not even compared. */
  #row(info: ActivationInfo, accent: Accent | undefined): TemplateResult {
    const { engine } = this;
    const selection = this.#selectionOf(info.id);
    const drawn = selection !== undefined || this.#seen.has(info.id);
    const path = engine && drawn ? outline(engine, info.id, selection?.params ?? {}) : undefined;
    const row =
      () => html`<label class="function" data-id=${info.id} .style=${accent ? `--accent:${cssColor(accent)}` : ""}>
      <input
        type="checkbox"
        .checked=${selection !== undefined}
        @change=${(event: Event) => this.#toggle(info, event)}
      />
      ${sparkline(path)}
      <span>${info.name}</span>
    </label>`;
    return html`${guard([info, selection !== undefined, accent, path], row)}`;
  }

  protected override updated(changed: PropertyValues): void {
    const window = this.querySelector<HTMLElement>(".families");
    // Rows are new at the first time, and when a search brings them back.
    if (!window || !(changed.has("engine") || changed.has("query"))) return;
    this.#seen.observe(window);
    if (!this.#revealed) this.#reveal(window);
  }

  /** What an address has chosen is in sight when the page opens, without moving the page. */
  #reveal(window: HTMLElement): void {
    this.#revealed = true;
    const rows = [...window.querySelectorAll<HTMLElement>(".function:has(:checked)")];
    const outer = window.getBoundingClientRect();
    const inSight = rows.some((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= outer.top && bottom <= outer.bottom;
    });
    const first = rows[0];
    if (first && !inSight) window.scrollTop += first.getBoundingClientRect().top - outer.top - outer.height / 3;
  }

  #toggle(info: ActivationInfo, event: Event, params: Parameters = {}): void {
    const { functions, hidden, focus } = this.state;
    const rest = functions.filter(({ id }) => id !== info.id);
    const on = (event.target as HTMLInputElement).checked;
    this.ask({
      functions: on ? [...rest, { id: info.id, params }] : rest,
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
