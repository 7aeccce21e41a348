import { css, html, nothing, type TemplateResult } from "lit";
import type { Analysis } from "../../engine/analysis.js";
import type { FormulaFunctions } from "../../engine/index.js";
import { FactsElement } from "../facts-element.js";
import { type Row, rowsOf, sureness } from "./words.js";

/**
 * `<function-analysis>`: what the core finds out about a function, each figure with how sure it is: range, turns, zeros,
 * symmetry, smoothness, limits, and what it makes of normal random numbers. `brief` leaves out what is about the shape.
 */
export class FunctionAnalysis extends FactsElement {
  static override styles = [
    FactsElement.styles,
    css`
    h3 {
      margin: 18px 0 2px;
      color: var(--soft);
      font-size: 11px;
      font-weight: 650;
      letter-spacing: 0.05em;
      text-transform: uppercase;
    }
    dl {
      margin: 0;
    }
    .row {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: 20px;
      padding: 6px 0;
      border-bottom: 1px solid var(--line);
    }
    dt,
    dd {
      margin: 0;
    }
    dd {
      text-align: right;
      overflow-wrap: anywhere;
    }
    small {
      display: block;
      color: var(--soft);
      font-size: 11px;
    }
    .waiting {
      min-height: 420px;
    }
    :host([brief]) .waiting {
      min-height: 220px;
    }
    p {
      margin: 6px 0;
      color: var(--soft);
      font-size: 13px;
    }
  `,
  ];
  static override properties = {
    ...FactsElement.properties,
    brief: { type: Boolean, reflect: true },
    analysis: { state: true },
  };

  declare brief: boolean;
  declare private analysis: Analysis | undefined;

  constructor() {
    super(180);
    this.brief = false;
  }

  protected override find(engine: FormulaFunctions): void {
    this.analysis = engine.analyse(this.functionId as "elu", this.params as never);
  }

  protected override render(): TemplateResult {
    if (this.failure)
      return html`<p>${this.failure}</p>
        ${this.again()}`;
    if (!this.analysis) return html`<div class="waiting"></div>`;
    const { shape, normal } = rowsOf(this.analysis);
    return html`${this.brief ? nothing : html`<h3>Properties</h3>${this.#table(shape)}`}
      <h3>Of normal inputs, z ~ N(0, 1)</h3>
      ${this.#table(normal)}`;
  }

  #table(rows: readonly Row[]): TemplateResult {
    return html`<dl>
      ${rows.map(
        ({ title, words, sure }) => html`<div class="row">
          <dt>${title}</dt>
          <dd>${words}${sure ? html`<small>${sureness(sure)}</small>` : nothing}</dd>
        </div>`,
      )}
    </dl>`;
  }
}

customElements.define("function-analysis", FunctionAnalysis);
