import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import printed from "../../engine/generated/printed.json";
import type { ActivationInfo } from "../../engine/index.js";
import { accentsOf, cssColor } from "../../plot/palette.js";
import { isOwn } from "../../state/own.js";
import { infoOf, parameterOf, type Selection, withParameter } from "../../state/selection.js";
import "../framework-versions/framework-versions.js";
import { OwnRequest } from "../own-request.js";
import { PageElement } from "../page-element.js";
import { parameterSlider } from "./parameter-slider.js";
import { vectorTable } from "./vector-table.js";

const PROPERTIES = [
  ["range", "Range"],
  ["monotonic", "Monotonic"],
  ["symmetry", "Symmetry"],
  ["smoothness", "Smoothness"],
  ["saturation", "Saturates"],
] as const;

/** How far below the window what is fetched when it is looked at is fetched. */
const NEAR = "300px 0px";

const FORMULAS = printed as Readonly<Record<string, { readonly value: string; readonly gradient: string }>>;

/** `<function-details>`: formula, parameters, properties and references of one of the selected functions. */
export class FunctionDetails extends PageElement {
  #near: IntersectionObserver | undefined;
  #editing: "begin" | "all" | undefined;
  /** What had the focus is being deleted with its function. */
  #homeless = false;

  protected override render(): TemplateResult | typeof nothing {
    const { engine, state } = this;
    const focused = this.#focused();
    const info = engine && focused && infoOf(engine, focused.id);
    if (!engine || !info || !focused) return nothing;
    const accent = accentsOf(
      state.functions.map(({ id }) => id),
      engine.catalog,
    ).get(info.id);
    if (isOwn(info.id)) {
      return html`
        ${state.functions.length > 1 ? this.#chooser(info) : nothing}
        <section class="own" aria-label="Your own function" .style=${accent ? `--accent:${cssColor(accent)}` : ""}>
          <own-function @own-removed=${this.#onRemoved} .engine=${engine} .state=${state} .selection=${focused}></own-function>
          <formula-math .engine=${engine} .functionId=${info.id}></formula-math>
          <function-analysis .functionId=${info.id} .params=${focused.params}></function-analysis>
          <h3>Code</h3>
          <function-code .functionId=${info.id} .params=${focused.params}></function-code>
        </section>
      `;
    }
    return html`
      ${state.functions.length > 1 ? this.#chooser(info) : nothing}
      ${keyed(
        info.id,
        html`<section aria-labelledby="details-title" .style=${accent ? `--accent:${cssColor(accent)}` : ""}>
          <h2 id="details-title">${info.name}</h2>
          <p class="summary">${info.summary}</p>
          ${this.#formula(info)} ${this.#parameters(info, focused)}
          ${
            info.vector
              ? nothing
              : html`<button type="button" class="copy-formula" @click=${() => this.dispatchEvent(new OwnRequest({ type: "copy", of: focused }))}>
                  Edit a copy
                </button>`
          }
          ${info.vector ? vectorTable(engine, info, focused, state.x) : nothing}
          <dl class="properties">
            ${PROPERTIES.map(
              ([key, title]) => html`<div>
                <dt>${title}</dt>
                <dd>${info.properties[key]}</dd>
              </div>`,
            )}
          </dl>
          <framework-versions .info=${info} .range=${state.range}></framework-versions>
          ${
            info.vector
              ? nothing
              : html`<function-analysis brief .functionId=${info.id} .params=${focused.params}></function-analysis>
                  <h3>Code</h3>
                  <function-code .functionId=${info.id} .params=${focused.params}></function-code>`
          }
          ${this.#references(info)}
        </section>`,
      )}
    `;
  }

  /** f and f′ as the core prints them; of a vector function the formula of all its outputs. */
  #formula({ id, name }: ActivationInfo): TemplateResult {
    const { value, gradient } = FORMULAS[id] ?? { value: "", gradient: "" };
    const math = [value, gradient].filter(Boolean).map((children) => `<math display="block">${children}</math>`);
    return html`<div class="formula" tabindex="0" role="group" aria-label="Formula of ${name}">
      ${unsafeHTML(math.join(""))}
    </div>`;
  }

  /** Puts the caret into the formula of one's own function that is shown. */
  edit(all: boolean): void {
    this.#editing = all ? "all" : "begin";
    this.requestUpdate();
  }

  readonly #onRemoved = () => {
    this.#homeless = true;
  };

  /** On what is described now, or the charts: never on the button that would delete the next one. */
  #giveHome(): void {
    this.#homeless = false;
    const section = this.querySelector("section");
    if (section) section.tabIndex = -1;
    (section ?? document.querySelector<HTMLElement>("#stage"))?.focus({ preventScroll: true });
  }

  protected override updated(changed: PropertyValues): void {
    // An update may come after the element was taken away; what is observed then would be held for good.
    if (!this.isConnected) return;
    if (this.#homeless && changed.has("state")) this.#giveHome();
    const own = this.querySelector("own-function");
    if (own) void import("../own-function/all.js").then(() => this.#startEditing());
    this.#near ??= new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#near?.disconnect();
        void import("../own-function/facts.js");
      },
      { rootMargin: NEAR },
    );
    // What it looked for until now may belong to a function that is no longer described.
    this.#near.disconnect();
    const facts = this.querySelector("function-analysis:not(:defined), function-code:not(:defined)");
    if (facts) this.#near.observe(facts);
  }

  #startEditing(): void {
    const how = this.#editing;
    this.#editing = undefined;
    if (how) void this.querySelector("own-function")?.edit(how === "all");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#near?.disconnect();
    this.#near = undefined;
  }

  /** The one asked for while it is selected, else the last selected one. */
  #focused(): Selection | undefined {
    const { functions, focus } = this.state;
    return functions.find(({ id }) => id === focus) ?? functions.at(-1);
  }

  #chooser(current: ActivationInfo): TemplateResult {
    return html`<div class="chooser" role="group" aria-label="Describe">
      ${this.state.functions.map(
        ({ id }) => html`<button
          type="button"
          aria-pressed=${id === current.id}
          @click=${() => this.ask({ focus: id })}
        >
          ${this.engine && infoOf(this.engine, id)?.name}
        </button>`,
      )}
    </div>`;
  }

  #parameters(info: ActivationInfo, { id, params }: Selection): TemplateResult | typeof nothing {
    if (info.parameters.length === 0) return nothing;
    const set = (name: string, value: number) => {
      const { functions } = this.state;
      const changed = functions.map((one) =>
        one.id === id ? { id, params: withParameter(info, one.params, name, value) } : one,
      );
      this.ask({ functions: changed }, { gesture: `${id}.${name}` });
    };
    const changed = Object.keys(params).length > 0;
    return html`<div class="parameters">
      ${info.parameters.map((parameter) =>
        parameterSlider(info, parameter, parameterOf(info, params, parameter.name), (value) =>
          set(parameter.name, value),
        ),
      )}
      <button
        type="button"
        class="quiet"
        ?disabled=${!changed}
        @click=${() =>
          this.ask({
            functions: this.state.functions.map((one) => (one.id === id ? { id, params: {} } : one)),
          })}
      >
        ${info.parameters.map((one) => `${one.symbol} = ${one.default}`).join(", ")}
        <span class="visually-hidden">: back to the default</span>
      </button>
    </div>`;
  }

  #references({ references }: ActivationInfo): TemplateResult | typeof nothing {
    if (references.length === 0) return nothing;
    return html`<h3>References</h3>
      <ul class="references">
        ${references.map(
          ({ authors, year, title, url }) => html`<li>
            ${authors} (${year}). ${url ? html`<a href=${url} rel="noopener" target="_blank">${title}</a>` : html`<cite>${title}</cite>`}.
          </li>`,
        )}
      </ul>`;
  }
}

customElements.define("function-details", FunctionDetails);

declare global {
  interface HTMLElementTagNameMap {
    "function-details": FunctionDetails;
  }
}
