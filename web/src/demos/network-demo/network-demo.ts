import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { DemoElement } from "../../elements/demo-element.js";
import { demoStyles } from "../../elements/demo-styles.js";
import { numberField } from "../../elements/number-field.js";
import type { Activation, LayerResult } from "../../engine/index.js";
import { tabular } from "../../state/numbers.js";
import { numpyText } from "../../state/numpy-text.js";
import { readNetwork } from "./attributes.js";
import { layerControls } from "./controls.js";
import { figure, layerName, sameUnit, type Unit, unitName } from "./figure.js";
import { forward, fromSeed, type Model } from "./model.js";
import { styles } from "./styles.js";
import { unitPanel } from "./unit-panel.js";

const MOST_SEED = 2 ** 32 - 1;

/**
 * `<network-demo>`: a small network of dense layers, drawn. Every weight, bias, input, size and activation can be
 * changed, every z and a is shown, and the sum of the chosen unit is written out with its numbers.
 *
 * Attributes:
 * - `sizes="2,3,1"`: units of each layer, inputs first; 1 to 8 each, at most four hidden layers
 * - `activation="sigmoid"`: of all layers, or one for each like `relu,elu(alpha=0.5),sigmoid`
 * - `input="0.5,0.1"`
 * - `seed="42"`: the weights are what NumPy draws with this seed, layer after layer; biases are zero
 * - `theme`, `height`: as for every element here
 */
export class NetworkDemo extends DemoElement {
  static override styles = [demoStyles, styles];
  static override properties: PropertyDeclarations = {
    sizes: {},
    activation: {},
    input: {},
    seed: {},
    model: { state: true },
    selected: { state: true },
    hovered: { state: true },
  };

  declare sizes: string | null;
  declare activation: string | null;
  declare input: string | null;
  declare seed: string | null;
  /** What is shown now: it starts as the attributes say and is then the person's. */
  declare model: Model | undefined;
  declare selected: Unit;
  declare hovered: Unit | undefined;

  #problems: string[] = [];
  #refocus = false;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.engine) return;
    if (!this.model || (["sizes", "activation", "input", "seed"] as const).some((name) => changed.has(name))) {
      const { model, problems } = readNetwork(this.engine, this);
      this.model = model;
      this.#problems = problems;
      this.selected = { layer: 1, index: 0 };
      this.hovered = undefined;
    }
    // A smaller network may have lost the unit.
    const { layer, index } = this.selected;
    const last = Math.min(layer, this.model.sizes.length - 1);
    const size = this.model.sizes[last] as number;
    if (last !== layer || index >= size) this.selected = { layer: last, index: Math.min(index, size - 1) };
    if (this.hovered && (this.model.sizes[this.hovered.layer] ?? 0) <= this.hovered.index) this.hovered = undefined;
  }

  protected override demo(engine: Activation): TemplateResult {
    const model = this.model as Model;
    const results = forward(engine, model);
    const root = this.renderRoot as ShadowRoot;
    const lit = this.hovered ?? this.selected;
    const onModel = (next: Model) => {
      this.model = next;
      this.reportChange();
    };
    return html`<div class="stack">
      <div class="main">
        <div class="drawn">
          ${figure({
            model,
            results,
            lit,
            selected: this.selected,
            onSelect: (unit, focus) => this.#select(unit, focus),
            onHover: (unit) => {
              this.hovered = unit;
            },
          })}
          <p class="legend note">
            <span class="line positive"></span> positive weight <span class="line negative"></span> negative weight
            <span class="aside">the thicker, the larger</span>
          </p>
        </div>
        ${unitPanel({ engine, root, model, results, unit: lit, onModel })}
      </div>
      ${this.#seed(engine, model, root, onModel)} ${layerControls({ engine, root, model, onModel })} ${this.#table(model, results)}
      ${this.#problems.length > 0 ? html`<p class="error">Not understood: ${this.#problems.join("; ")}.</p>` : nothing}
    </div>`;
  }

  protected override updated(): void {
    if (!this.#refocus) return;
    this.#refocus = false;
    const { layer, index } = this.selected;
    (this.renderRoot.querySelector(`[data-unit="${layer}-${index}"]`) as SVGElement | null)?.focus();
  }

  #select(unit: Unit, focus: boolean): void {
    if (focus) this.#refocus = true;
    else if (sameUnit(unit, this.selected)) return;
    this.selected = unit;
    this.hovered = undefined;
    this.requestUpdate();
  }

  #seed(engine: Activation, model: Model, root: ShadowRoot, onModel: (model: Model) => void): TemplateResult {
    return html`<div class="row seed">
      <label for="seed">NumPy seed</label>
      ${numberField({
        id: "seed",
        name: "the seed",
        value: model.seed,
        minimum: 0,
        maximum: MOST_SEED,
        step: 1,
        root,
        refuse: (value) => (Number.isInteger(value) ? undefined : "the seed must be a whole number"),
        onNumber: (seed) => onModel(fromSeed(engine, model, seed)),
      })}
      <button type="button" ?disabled=${!model.edited} @click=${() => onModel(fromSeed(engine, model, model.seed))}>
        Back to the seed's weights
      </button>
      <span class="note"
        >${
          model.edited
            ? "Weights changed by hand."
            : html`Weights as <code>np.random.seed(${model.seed})</code> and <code>randn</code> give them, biases zero.`
        }</span
      >
    </div>`;
  }

  #table(model: Model, results: readonly LayerResult[]): TemplateResult {
    return html`<details class="numbers">
      <summary>Every z and a</summary>
      <p class="note printed">
        <code>print(output)</code> in NumPy: <code>${numpyText(results.at(-1)?.a ?? [], model.sizes.at(-1))}</code>
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>layer</th>
              <th>unit</th>
              <th>z</th>
              <th>a</th>
            </tr>
          </thead>
          <tbody>
            ${model.input.map(
              (value, index) => html`<tr>
                <th scope="row">${layerName(0, model)}</th>
                <td>${unitName({ layer: 0, index }, model)}</td>
                <td></td>
                <td>${tabular(value)}</td>
              </tr>`,
            )}
            ${results.flatMap(({ z, a }, i) =>
              Array.from(
                z,
                (sum, index) => html`<tr>
                  <th scope="row">${layerName(i + 1, model)}</th>
                  <td>${unitName({ layer: i + 1, index }, model)}</td>
                  <td>${tabular(sum)}</td>
                  <td>${tabular(a[index] as number)}</td>
                </tr>`,
              ),
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

customElements.define("network-demo", NetworkDemo);

declare global {
  interface HTMLElementTagNameMap {
    "network-demo": NetworkDemo;
  }
}
