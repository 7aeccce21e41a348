import { html, type TemplateResult } from "lit";
import { QUANTITIES, type Quantity } from "../../engine/quantity.js";
import { zoomed } from "../../plot/view.js";
import { FIRST_STATE, isRange, MOST_X, type Range } from "../../state/schema.js";
import { numberField } from "../number-field.js";
import { PageElement } from "../page-element.js";

const LABELS: Record<Quantity, readonly [string, string]> = {
  value: ["f(x)", "value"],
  gradient: ["f′(x)", "gradient"],
  curvature: ["f″(x)", "curvature"],
};

/** `<view-controls>`: which of f, f′ and f″ are drawn, and over which range of x. */
export class ViewControls extends PageElement {
  protected override render(): TemplateResult {
    const { show, range } = this.state;
    const end = (name: "from" | "to", at: 0 | 1) =>
      numberField({
        id: `range-${name}`,
        name,
        label: `x ${name}`,
        value: range[at],
        minimum: -MOST_X,
        maximum: MOST_X,
        refuse: (value) => {
          const [from, to] = at === 0 ? [value, range[1]] : [range[0], value];
          if (isRange(from, to)) return undefined;
          return from < to ? "the range is too narrow" : "from must be less than to";
        },
        onNumber: (value) => this.#look(at === 0 ? [value, range[1]] : [range[0], value], "type"),
      });
    const middle = range[0] / 2 + range[1] / 2;
    return html`
      <div class="segmented" role="group" aria-label="Show">
        ${QUANTITIES.map(
          (quantity) => html`<button
            type="button"
            aria-pressed=${show.includes(quantity)}
            aria-label="${LABELS[quantity][0]}, ${LABELS[quantity][1]}"
            @click=${() => this.#toggle(quantity)}
          >
            ${LABELS[quantity][0]}
          </button>`,
        )}
      </div>
      <div class="range" role="group" aria-label="Range of x">
        <span>x from</span>${end("from", 0)}<span>to</span>${end("to", 1)}
      </div>
      <div class="zoom" role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" @click=${() => this.#look(zoomed(range, middle, 0.5), "zoom")}>+</button>
        <button type="button" aria-label="Zoom out" @click=${() => this.#look(zoomed(range, middle, 2), "zoom")}>−</button>
        <button
          type="button"
          aria-label="Reset the range to ${FIRST_STATE.range.join(" to ")}"
          @click=${() => this.ask({ range: FIRST_STATE.range })}
        >
          Reset
        </button>
      </div>
    `;
  }

  #look(range: Range, gesture: string): void {
    this.ask({ range }, { gesture: `range-${gesture}` });
  }

  /** The last one stays: a page without a chart shows nothing. */
  #toggle(quantity: Quantity): void {
    const { show } = this.state;
    const next = QUANTITIES.filter((one) => (one === quantity ? !show.includes(one) : show.includes(one)));
    if (next.length > 0) this.ask({ show: next });
  }
}

customElements.define("view-controls", ViewControls);

declare global {
  interface HTMLElementTagNameMap {
    "view-controls": ViewControls;
  }
}
