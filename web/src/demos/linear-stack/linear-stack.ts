import { html, nothing, type PropertyDeclarations, type PropertyValues, svg, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { DemoElement } from "../../elements/demo-element.js";
import { demoStyles } from "../../elements/demo-styles.js";
import { firstLoaded } from "../../engine/first.js";
import type { ActivationFunctions, ActivationId } from "../../engine/index.js";
import { networkOf, randomOf } from "../../engine/networks.js";
import { parseNumber, tabular } from "../../state/numbers.js";
import { stackStyles } from "./styles.js";

const UNITS = 6;
const MOST_LAYERS = 6;
const LAYERS = 2;
const SEED = 42;
const MOST_SEED = 4294967295;
const REACH = 5;
const SAMPLES = 401;
/** Smaller weights and larger biases than usual spread the corners of rectifiers over the chart. */
const [WEIGHT, BIAS] = [0.6, 1.5];

const CHOICES: readonly (readonly [ActivationId, string])[] = [
  ["linear", "none"],
  ["relu", "ReLU"],
  ["tanh", "Tanh"],
  ["sigmoid", "Sigmoid"],
];

interface Drawn {
  readonly y: Float64Array;
  readonly low: number;
  readonly high: number;
}

/**
 * `<linear-stack>`: what a stack of layers with random weights makes of one number. Without an activation function it is
 * a straight line, however many layers there are.
 *
 * Attributes:
 * - `layers="2"`: how many hidden layers, 1 to 6, of 6 neurons each
 * - `activation="linear|relu|tanh|sigmoid"`: of the hidden layers; none (linear) when it is not there
 * - `seed="42"`: which weights and biases; they are drawn as NumPy draws them
 * - `theme`, `height`: as for every element here
 */
export class LinearStack extends DemoElement<ActivationFunctions> {
  static override styles = [demoStyles, stackStyles];
  static override properties: PropertyDeclarations = {
    layers: {},
    activation: {},
    seed: {},
    depth: { state: true },
    chosen: { state: true },
    draw: { state: true },
  };

  declare layers: string | null;
  declare activation: string | null;
  declare seed: string | null;
  declare private depth: number;
  declare private chosen: ActivationId;
  declare private draw: number;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("layers") || this.depth === undefined)
      this.depth = this.#number("layers", 1, MOST_LAYERS) ?? LAYERS;
    if (changed.has("seed") || this.draw === undefined) this.draw = this.#number("seed", 0, MOST_SEED) ?? SEED;
    if (changed.has("activation") || !this.chosen) this.chosen = this.#activation() ?? "linear";
  }

  /** The guide's first figure: where the first module is there already, the whole one would be 70 kB more to wait for. */
  protected override loadEngine(): Promise<ActivationFunctions> {
    return firstLoaded() ?? super.loadEngine();
  }

  #number(name: "layers" | "seed", least: number, most: number): number | undefined {
    const value = parseNumber(this[name] ?? "");
    return value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
  }

  #activation(): ActivationId | undefined {
    return CHOICES.find(([id]) => id === this.activation)?.[0];
  }

  #problems(): string[] {
    const given = (name: "layers" | "seed" | "activation") => typeof this[name] === "string";
    return [
      given("layers") && this.#number("layers", 1, MOST_LAYERS) === undefined
        ? `layers: “${this.layers}” is not a whole number from 1 to ${MOST_LAYERS}`
        : "",
      given("seed") && this.#number("seed", 0, MOST_SEED) === undefined
        ? `seed: “${this.seed}” is not a whole number from 0 to ${MOST_SEED}`
        : "",
      given("activation") && !this.#activation()
        ? `activation: “${this.activation}” is none of ${CHOICES.map(([id]) => id).join(", ")}`
        : "",
    ].filter(Boolean);
  }

  /** The outputs of the network at evenly spaced x. */
  #compute(engine: ActivationFunctions): Drawn {
    const { depth, chosen } = this;
    const sizes = [1, ...Array.from({ length: depth }, () => UNITS), 1];
    const random = randomOf(engine, this.draw);
    const scaled = (count: number, scale: number) => random.randn(count).map((value) => value * scale);
    const shapes = sizes.slice(1).map((units, i) => [sizes[i] as number, units] as const);
    const network = networkOf(engine, {
      sizes,
      activation: shapes.map((_, i) => (i < depth ? chosen : "linear")),
      weights: shapes.map(([before, units], i) => scaled(before * units, i === 0 ? 1 : WEIGHT)),
      biases: shapes.map(([, units]) => scaled(units, BIAS)),
    });
    const x = Array.from({ length: SAMPLES }, (_, i) => [-REACH + (2 * REACH * i) / (SAMPLES - 1)]);
    const { output: y } = network.forward(x);
    return { y, low: Math.min(...y), high: Math.max(...y) };
  }

  protected override demo(engine: ActivationFunctions): TemplateResult {
    const drawn = this.#compute(engine);
    const problems = this.#problems();
    const straight = this.chosen === "linear";
    return html`<div class="stack">
      <div class="controls">
        <div class="segmented" role="group" aria-label="Activation of the hidden layers">
          ${CHOICES.map(
            ([id, name]) =>
              html`<button
                type="button"
                aria-pressed=${this.chosen === id}
                @click=${() => {
                  this.chosen = id;
                  this.reportChange();
                }}
              >
                ${name}
              </button>`,
          )}
        </div>
        <label class="layers">
          <span>Hidden layers</span>
          <input
            type="range"
            min="1"
            max=${MOST_LAYERS}
            .value=${live(String(this.depth))}
            @input=${(event: Event) => {
              this.depth = (event.target as HTMLInputElement).valueAsNumber;
              this.reportChange();
            }}
          />
          <span class="now" aria-hidden="true">${this.depth}</span>
        </label>
        <button
          type="button"
          @click=${() => {
            this.draw = (this.draw + 1) % (MOST_SEED + 1);
            this.reportChange();
          }}
        >
          New weights
        </button>
      </div>
      ${sketch(this.depth, straight)} ${chart(drawn, straight)}
      <p class="verdict">${this.#verdict(drawn, straight)}</p>
      ${problems.length > 0 ? html`<p class="error">Not understood: ${problems.join("; ")}.</p>` : nothing}
    </div>`;
  }

  /** What the reader is to see, in words. */
  #verdict({ y }: Drawn, straight: boolean): TemplateResult {
    const layers = this.depth === 1 ? "The hidden layer and the output" : `All ${this.depth + 1} layers`;
    if (!straight) return html`<b>Bent.</b> No layer without an activation, and no stack of them, can draw this line.`;
    const [first, middle, last] = [y[0], y[(SAMPLES - 1) / 2], y[SAMPLES - 1]] as [number, number, number];
    const slope = tabular((last - first) / (2 * REACH));
    const sign = middle < 0 ? "−" : "+";
    return html`<b>Straight.</b> ${layers} together are one layer: y = ${slope} · x ${sign}
      ${tabular(Math.abs(middle))}.`;
  }
}

const WIDTH = 100;
const px = (i: number) => (i / (SAMPLES - 1)) * WIDTH;

/** Output over input. Its lines stretch with the element; what is written stands beside them and does not. */
function chart({ y, low, high }: Drawn, straight: boolean): TemplateResult {
  const air = (high - low) * 0.08 || 1;
  const [bottom, top] = [low - air, high + air];
  const py = (value: number) => 100 - ((value - bottom) / (top - bottom)) * 100;
  const path = [...y].map((value, i) => `${i === 0 ? "M" : "L"}${px(i).toFixed(2)} ${py(value).toFixed(2)}`).join("");
  const zero = bottom < 0 && top > 0 ? py(0) : undefined;
  const shape = straight ? "a straight line" : "a bent line";
  return html`<div
    class="chart"
    role="img"
    aria-label="What comes out for x from −5 to 5: ${shape}, from ${tabular(y[0] as number)} to ${tabular(y.at(-1) as number)}"
  >
    <div class="levels" aria-hidden="true">
      <span .style=${`top:${py(high)}%`}>${tabular(high)}</span>
      <span .style=${`top:${py(low)}%`}>${tabular(low)}</span>
    </div>
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      ${[0, 10, 20, 30, 40, 60, 70, 80, 90, 100].map((x) => svg`<path class="grid" d="M${x} 0V100" />`)}
      <path class="zero" d="M50 0V100" />
      ${zero === undefined ? nothing : svg`<path class="zero" d=${`M0 ${zero}H100`} />`}
      <path class="line" d=${path} />
    </svg>
    <div class="axis" aria-hidden="true"><span>−5</span><span>x = 0</span><span>5</span></div>
  </div>`;
}

/** The network itself: one input, the hidden layers, one output. */
function sketch(depth: number, straight: boolean): TemplateResult {
  const columns = [1, ...Array.from({ length: depth }, () => UNITS), 1];
  const at = (column: number, unit: number) =>
    [24 + (column * 552) / (columns.length - 1), 45 + (unit - ((columns[column] as number) - 1) / 2) * 15] as const;
  const lines = columns.slice(1).flatMap((units, i) =>
    Array.from({ length: units * (columns[i] as number) }, (_, k) => {
      const [[x1, y1], [x2, y2]] = [at(i, Math.floor(k / units)), at(i + 1, k % units)];
      return `M${x1.toFixed(1)} ${y1}L${x2.toFixed(1)} ${y2}`;
    }),
  );
  return html`<svg class="sketch" viewBox="0 0 600 90" aria-hidden="true">
    <path class="wires" d=${lines.join("")} />
    ${columns.flatMap((units, column) =>
      Array.from({ length: units }, (_, unit) => {
        const [x, y] = at(column, unit);
        const hidden = column > 0 && column < columns.length - 1;
        return svg`<circle class=${hidden && !straight ? "unit curved" : "unit"} cx=${x} cy=${y} r="5" />`;
      }),
    )}
  </svg>`;
}

customElements.define("linear-stack", LinearStack);

declare global {
  interface HTMLElementTagNameMap {
    "linear-stack": LinearStack;
  }
}
