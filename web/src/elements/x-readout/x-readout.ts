import { html, nothing, type TemplateResult } from "lit";
import { QUANTITIES } from "../../engine/quantity.js";
import { accentsOf, cssColor } from "../../plot/palette.js";
import { type Reading, readingsAt, sliceName } from "../../plot/readings.js";
import { revealing } from "../../plot/view.js";
import { exact, tabular } from "../../state/numbers.js";
import { MOST_X } from "../../state/schema.js";
import { numberField } from "../number-field.js";
import { PageElement } from "../page-element.js";

/** `<x-readout>`: f, f′ and f″ of every selected function at the crosshair, as a table; x can be typed. */
export class XReadout extends PageElement {
  protected override render(): TemplateResult | typeof nothing {
    const { engine, state } = this;
    if (!engine) return nothing;
    const allDigits = state.digits === "all";
    const readings = readingsAt(engine, state.functions, state.x);
    return html`
      <div class="section-head">
        <h2><label for="x-field">At x =</label></h2>
        ${numberField({
          id: "x-field",
          value: state.x,
          minimum: -MOST_X,
          maximum: MOST_X,
          name: "x",
          onNumber: (x) => this.ask({ x, range: revealing(state.range, x) }),
        })}
        <button
          type="button"
          class="quiet"
          aria-pressed=${allDigits}
          @click=${() => this.ask({ digits: allDigits ? "4" : "all" })}
        >
          All digits
        </button>
      </div>
      <table role="table" class=${allDigits ? "readout exact" : "readout"}>
        <caption class="visually-hidden">
          Values, gradients and curvatures at x = ${exact(state.x)}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">Function</span></th>
            <th scope="col">f</th>
            <th scope="col">f′</th>
            <th scope="col">f″</th>
          </tr>
        </thead>
        <tbody>
          ${readings.map((reading) => this.#row(reading))}
        </tbody>
      </table>
      ${readings.length === 0 ? html`<p class="hint">No function is selected.</p>` : nothing}
    `;
  }

  #row(reading: Reading): TemplateResult {
    const { functions, hidden } = this.state;
    const ids = functions.map(({ id }) => id);
    const accent = accentsOf(ids, this.engine?.catalog ?? []).get(reading.info.id);
    const write = this.state.digits === "all" ? exact : tabular;
    return html`<tr role="row" class=${hidden.includes(reading.info.id) ? "off" : ""}>
      <th scope="row" role="rowheader">
        <button type="button" class="name" @click=${() => this.ask({ focus: reading.info.id })} title="Describe ${reading.info.name}">
          <i class="mark" .style=${accent ? `background:${cssColor(accent)}` : ""}></i><span>${reading.info.name}${reading.info.vector ? html` <small>${sliceName(reading.info)}</small>` : nothing}</span>
        </button>
      </th>
      ${QUANTITIES.map((quantity) => html`<td role="cell" title=${exact(reading[quantity])}>${write(reading[quantity])}</td>`)}
    </tr>`;
  }
}

customElements.define("x-readout", XReadout);

declare global {
  interface HTMLElementTagNameMap {
    "x-readout": XReadout;
  }
}
