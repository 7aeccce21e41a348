import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { ActivationInfo } from "../../engine/index.js";
import { accentsOf, cssColor } from "../../plot/palette.js";
import { infoOf, parameterOf, type Selection, withParameter } from "../../state/selection.js";
import "../framework-versions/framework-versions.js";
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

/** `<function-details>`: formula, parameters, properties and references of one of the selected functions. */
export class FunctionDetails extends PageElement {
  protected override render(): TemplateResult | typeof nothing {
    const { engine, state } = this;
    const focused = this.#focused();
    const info = engine && focused && infoOf(engine.catalog, focused.id);
    if (!engine || !info || !focused) return nothing;
    const accent = accentsOf(
      state.functions.map(({ id }) => id),
      engine.catalog,
    ).get(info.id);
    return html`
      ${state.functions.length > 1 ? this.#chooser(info) : nothing}
      ${keyed(
        info.id,
        html`<section aria-labelledby="details-title" .style=${accent ? `--accent:${cssColor(accent)}` : ""}>
          <h2 id="details-title">${info.name}</h2>
          <p class="summary">${info.summary}</p>
          <div class="formula" tabindex="0" role="group" aria-label="Formula of ${info.name}">
            ${unsafeHTML(`<math display="block">${info.mathml}</math>`)}
          </div>
          ${this.#parameters(info, focused)}
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
          ${this.#references(info)}
        </section>`,
      )}
    `;
  }

  /** The one asked for while it is selected, else the last selected one. */
  #focused(): Selection | undefined {
    const { functions, focus } = this.state;
    return functions.find(({ id }) => id === focus) ?? functions.at(-1);
  }

  #chooser(current: ActivationInfo): TemplateResult {
    const catalog = this.engine?.catalog ?? [];
    return html`<div class="chooser" role="group" aria-label="Describe">
      ${this.state.functions.map(
        ({ id }) => html`<button
          type="button"
          aria-pressed=${id === current.id}
          @click=${() => this.ask({ focus: id })}
        >
          ${infoOf(catalog, id)?.name}
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
