import { html, nothing, type PropertyDeclarations, type PropertyValues, svg, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { DemoElement } from "../../elements/demo-element.js";
import { demoStyles } from "../../elements/demo-styles.js";
import type { Activation } from "../../engine/index.js";
import { accentsOf, cssColor } from "../../plot/palette.js";
import { readingsAt } from "../../plot/readings.js";
import { exact, parseNumber, tabular } from "../../state/numbers.js";
import { infoOf, parseSelections } from "../../state/selection.js";
import { productStyles } from "./styles.js";

const FUNCTIONS = "relu,leaky_relu,sigmoid,tanh,elu";
const LAYERS = 10;
const MOST_LAYERS = 40;
const X = 1;
const MOST_X = 5;

/** What is left after each layer. */
function products(factor: number, layers: number): number[] {
  const left: number[] = [];
  for (let i = 0; i < layers; i++) left.push((left[i - 1] ?? 1) * factor);
  return left;
}

/**
 * `<gradient-product>`: what backpropagation leaves of a correction of 1 after many layers, for several functions: the
 * gradient at one x, multiplied by itself once for each layer. Weights of 1 are assumed.
 *
 * Attributes:
 * - `functions="relu,tanh"`: which functions, in the words of `<activation-plot>`
 * - `layers="10"`: how many layers, 1 to 40
 * - `x="1"`: the sum that every neuron has, −5 to 5
 * - `theme`, `height`: as for every element here
 */
export class GradientProduct extends DemoElement {
  static override styles = [demoStyles, productStyles];
  static override properties: PropertyDeclarations = {
    functions: {},
    layers: {},
    x: {},
    depth: { state: true },
    at: { state: true },
  };

  declare functions: string | null;
  declare layers: string | null;
  declare x: string | null;
  declare private depth: number;
  declare private at: number;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("layers") || this.depth === undefined) this.depth = this.#given("layers") ?? LAYERS;
    if (changed.has("x") || this.at === undefined) this.at = this.#given("x") ?? X;
  }

  /** The number of an attribute, unless it is missing or out of bounds. */
  #given(name: "layers" | "x"): number | undefined {
    const value = parseNumber(this[name] ?? "");
    if (value === undefined) return undefined;
    const good =
      name === "layers" ? Number.isInteger(value) && value >= 1 && value <= MOST_LAYERS : Math.abs(value) <= MOST_X;
    return good ? value : undefined;
  }

  #problems(): string[] {
    const problems: string[] = [];
    if (this.layers !== null && this.#given("layers") === undefined && this.layers !== undefined)
      problems.push(`layers: “${this.layers}” is not a whole number from 1 to ${MOST_LAYERS}, so it is ${LAYERS}`);
    if (this.x !== null && this.#given("x") === undefined && this.x !== undefined)
      problems.push(`x: “${this.x}” is not a number from −${MOST_X} to ${MOST_X}, so it is ${X}`);
    return problems;
  }

  protected override demo(engine: Activation): TemplateResult {
    const catalog = engine.catalog.filter(({ vector }) => !vector);
    const elementwise = { catalog, info: (id: string) => (infoOf(engine, id)?.vector ? undefined : engine.info(id)) };
    const parsed = parseSelections(this.functions ?? FUNCTIONS, elementwise);
    const shown = parsed.value.length > 0 ? parsed.value : parseSelections(FUNCTIONS, elementwise).value;
    const problems = [...parsed.problems.map((problem) => `functions: ${problem}`), ...this.#problems()];
    const accents = accentsOf(
      shown.map(({ id }) => id),
      engine.catalog,
    );
    const { depth, at } = this;
    return html`<div class="stack">
      <div class="controls">
        ${this.#slider("Layers", depth, 1, MOST_LAYERS, 1, (value) => {
          this.depth = value;
        })}
        ${this.#slider("x, the sum in every neuron", at, -MOST_X, MOST_X, 0.1, (value) => {
          this.at = value;
        })}
      </div>
      <table>
        <caption class="visually-hidden">
          What is left of a correction of 1 after ${depth} ${depth === 1 ? "layer" : "layers"}, at x = ${exact(at)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Function</th>
            <th scope="col">f′(x)</th>
            <td class="bars">what is left, layer by layer</td>
            <th scope="col">f′(x)<sup>${depth}</sup></th>
          </tr>
        </thead>
        <tbody>
          ${readingsAt(engine, shown, at).map(({ info, gradient }) => {
            const left = products(gradient, depth);
            const accent = accents.get(info.id);
            const color = accent ? cssColor(accent) : "currentColor";
            return html`<tr .style=${`--accent:${color}`}>
              <th scope="row"><i></i>${info.name}</th>
              <td>${tabular(gradient)}</td>
              <td class="bars">${bars(left)}</td>
              <td class="left">${tabular(left.at(-1) as number)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
      ${problems.length > 0 ? html`<p class="error">Not understood: ${problems.join("; ")}.</p>` : nothing}
    </div>`;
  }

  #slider(
    label: string,
    value: number,
    minimum: number,
    maximum: number,
    step: number,
    set: (value: number) => void,
  ): TemplateResult {
    return html`<label>
      <span>${label}</span>
      <span class="now" aria-hidden="true">${exact(value)}</span>
      <input
        type="range"
        min=${minimum}
        max=${maximum}
        step=${step}
        .value=${live(String(value))}
        aria-valuetext=${exact(value)}
        @input=${(event: Event) => {
          set((event.target as HTMLInputElement).valueAsNumber);
          this.reportChange();
        }}
      />
    </label>`;
  }
}

/** A bar for each layer: its height is what is left there. */
function bars(left: readonly number[]): TemplateResult {
  const width = 100 / left.length;
  const heights = left.map((value) => Math.min(1, Math.abs(value)) * 26);
  return html`<svg viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
    <path class="ground" d="M0 27.5H100" />
    ${heights.map(
      (height, i) =>
        svg`<rect x=${i * width + width * 0.12} y=${27 - height} width=${width * 0.76} height=${height} />`,
    )}
  </svg>`;
}

customElements.define("gradient-product", GradientProduct);

declare global {
  interface HTMLElementTagNameMap {
    "gradient-product": GradientProduct;
  }
}
