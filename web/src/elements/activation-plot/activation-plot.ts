import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { firstLoaded, isInFirst } from "../../engine/first.js";
import type { ActivationFunctions } from "../../engine/index.js";
import { QUANTITIES, type Quantity } from "../../engine/quantity.js";
import { accentsOf, cssColor } from "../../plot/palette.js";
import { readingsAt } from "../../plot/readings.js";
import { site } from "../../site.js";
import { keptParams } from "../../state/library.js";
import { exact, tabular } from "../../state/numbers.js";
import type { State } from "../../state/schema.js";
import { infoOf, parameterOf, type Selection, withParameter } from "../../state/selection.js";
import { CurvePlot, type PlotRequest } from "../curve-plot/curve-plot.js";
import { DemoElement } from "../demo-element.js";
import { demoStyles } from "../demo-styles.js";
import { parameterSlider } from "../function-details/parameter-slider.js";
import { functionOptions } from "../function-options.js";
import { addressOf, carriedOut, readView, WORDS } from "./own-view.js";
import { plotStyles, sliderStyles } from "./styles.js";

customElements.define("curve-plot", CurvePlot);

const SYMBOLS: Record<Quantity, string> = { value: "f", gradient: "f′", curvature: "f″" };

/**
 * `<activation-plot>`: curves of activation functions with crosshair, pan and zoom, sliders for their parameters, and a
 * link to the same view in the playground.
 *
 * Attributes, in the words of the playground's address:
 * - `functions="relu,elu(alpha=0.5)"`: which curves; ReLU, sigmoid and tanh when it is not there
 * - `show="value,gradient,curvature"`: which charts; the value alone when it is not there
 * - `range="-5,5"`, `x="2"`: the visible range, and where the crosshair is
 * - `choose`: adds a menu with every function; choosing one replaces the curves
 * - `controls="none"`: no sliders and no menu
 * - `theme`, `height`: as for every element here
 */
export class ActivationPlot extends DemoElement<ActivationFunctions> {
  static override styles = [demoStyles, plotStyles, sliderStyles];
  static override properties: PropertyDeclarations = {
    functions: {},
    show: {},
    range: {},
    x: {},
    choose: { type: Boolean },
    controls: {},
    view: { state: true },
  };

  declare functions: string | null;
  declare show: string | null;
  declare range: string | null;
  declare x: string | null;
  declare choose: boolean;
  declare controls: string | null;
  /** What is shown now: it starts as the attributes say and is then the person's. */
  declare view: State | undefined;

  #first: State | undefined;
  #problems: string[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { engine } = this;
    if (!engine) return;
    if (!this.view || WORDS.some((word) => changed.has(word))) {
      const { view, problems } = readView(this, engine);
      this.view = this.#first = view;
      this.#problems = problems;
    }
  }

  /** On a page that has started with the guide's functions alone, they are enough where no others can be chosen. */
  protected override loadEngine(): Promise<ActivationFunctions> {
    const ids = (this.functions ?? "").replace(/\([^)]*\)?/g, "").split(",");
    const enough = !this.choose && ids.every((id) => id.trim() === "" || isInFirst(id.trim()));
    return (enough ? firstLoaded() : undefined) ?? super.loadEngine();
  }

  protected override demo(engine: ActivationFunctions): TemplateResult {
    const view = this.view as State;
    const controls = this.controls !== "none";
    return html`<div class="frame">
      ${this.choose && controls ? this.#chooser(engine, view) : nothing}
      <curve-plot
        gentle
        ?fill=${Boolean(this.height)}
        .engine=${engine}
        .view=${view}
        @plot-request=${(event: CustomEvent<PlotRequest>) => {
          event.stopPropagation();
          this.#change(carriedOut(view, event.detail, this.#first as State));
        }}
      ></curve-plot>
      ${this.#readout(engine, view)}
      <div class="below">
        ${controls ? this.#sliders(engine, view) : nothing}
        <a class="open" href=${addressOf(view, site)} target="_blank" rel="noopener">Open in the playground</a>
      </div>
      ${
        this.#problems.length > 0
          ? html`<p class="error problems">Not understood: ${this.#problems.join("; ")}.</p>`
          : nothing
      }
    </div>`;
  }

  #change(view: State): void {
    this.view = view;
    this.reportChange();
  }

  #chooser(engine: ActivationFunctions, view: State): TemplateResult {
    const only = view.functions.length === 1 ? view.functions[0]?.id : undefined;
    return html`<label class="choose">
      <span>Function</span>
      <select
        @change=${(event: Event) => {
          const id = (event.target as HTMLSelectElement).value as Selection["id"];
          // The event of the menu ends here; the element sends its own.
          event.stopPropagation();
          if (id) this.#change({ ...view, functions: [{ id, params: keptParams(id) }], hidden: [] });
        }}
      >
        ${only ? nothing : html`<option value="" selected>several</option>`}
        ${functionOptions(engine.catalog, only)}
      </select>
    </label>`;
  }

  /** The numbers at the crosshair, of the charts that are shown. */
  #readout(engine: ActivationFunctions, view: State): TemplateResult {
    const accents = accentsOf(
      view.functions.map(({ id }) => id),
      engine.catalog,
    );
    const shown = view.functions.filter(({ id }) => !view.hidden.includes(id));
    return html`<ul class="readout" aria-label="At x = ${exact(view.x)}">
      ${readingsAt(engine, shown, view.x).map((reading) => {
        const accent = accents.get(reading.info.id);
        return html`<li>
          <i .style=${accent ? `background:${cssColor(accent)}` : ""}></i>${reading.info.name}
          ${QUANTITIES.filter((quantity) => view.show.includes(quantity)).map(
            (quantity) => html`<span>${SYMBOLS[quantity]} <b>${tabular(reading[quantity])}</b></span>`,
          )}
        </li>`;
      })}
    </ul>`;
  }

  #sliders(engine: ActivationFunctions, view: State): TemplateResult | typeof nothing {
    const accents = accentsOf(
      view.functions.map(({ id }) => id),
      engine.catalog,
    );
    const sliders = view.functions.flatMap(({ id, params }) => {
      const info = infoOf(engine, id);
      const accent = accents.get(id);
      return (info?.parameters ?? []).map((parameter) => {
        const set = (value: number) => {
          const functions = view.functions.map((one) =>
            one.id === id && info ? { id, params: withParameter(info, params, parameter.name, value) } : one,
          );
          this.#change({ ...view, functions });
        };
        return html`<div .style=${accent ? `--accent:${cssColor(accent)}` : ""}>
          ${info ? parameterSlider(info, parameter, parameterOf(info, params, parameter.name), set, this.renderRoot as ShadowRoot) : nothing}
        </div>`;
      });
    });
    return sliders.length > 0 ? html`<div class="sliders">${sliders}</div>` : nothing;
  }
}

customElements.define("activation-plot", ActivationPlot);

declare global {
  interface HTMLElementTagNameMap {
    "activation-plot": ActivationPlot;
  }
}
