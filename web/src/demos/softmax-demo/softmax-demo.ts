import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { DemoElement } from "../../elements/demo-element.js";
import { demoStyles } from "../../elements/demo-styles.js";
import { numberField } from "../../elements/number-field.js";
import type { Activation } from "../../engine/index.js";
import { parseNumber, plain } from "../../state/numbers.js";
import { formulas, type Show, shower } from "./formulas.js";
import { type Cell, heatMap } from "./jacobian.js";
import { type Entry, MOST_ENTRIES, parseLogits, reachOf, subscript } from "./logits.js";
import { softmaxStyles } from "./styles.js";

const TUTORIAL: readonly number[] = [2, 1, 0.1];
const PRESETS: readonly (readonly [name: string, logits: readonly number[]])[] = [
  ["Tutorial", TUTORIAL],
  ["All equal", [1, 1, 1]],
  ["One-hot", [1, 0, 0]],
  ["Large", [1000, 1001, 1002]],
];
/** Where the slider of the temperature stops, from 0.01 to 100; the field takes all that the catalog allows. */
const TEMPERATURES = Array.from({ length: 81 }, (_, i) => Number((10 ** (i / 20 - 2)).toPrecision(3)));

/**
 * Softmax by hand: logits, temperature, probabilities, the Jacobian, and the naive formula failing beside the stable one.
 *
 * Attributes: `logits` (numbers like `2,1,0.1`, at most 20), `labels` (names like `cat,dog,bird`), `temperature` (1), and
 * those of every element: `theme`, `height`.
 */
export class SoftmaxDemo extends DemoElement {
  static override styles = [demoStyles, softmaxStyles];
  static override properties: PropertyDeclarations = {
    logits: {},
    labels: {},
    temperature: {},
    entries: { state: true },
    heat: { state: true },
    all: { state: true },
    chosen: { state: true },
    typed: { state: true },
    problems: { state: true },
  };

  declare logits: string | null;
  declare labels: string | null;
  declare temperature: string | null;
  declare private entries: readonly Entry[];
  declare private heat: number;
  declare private all: boolean;
  declare private chosen: Cell;
  /** What the text field holds, as long as it is not the logits themselves, and what is wrong with it. */
  declare private typed: { readonly text: string; readonly problem: string } | undefined;
  declare private problems: { readonly logits?: string; readonly temperature?: string };
  #reach: readonly [number, number] = [-10, 10];

  constructor() {
    super();
    this.entries = [];
    this.heat = 1;
    this.all = false;
    this.chosen = { row: 1, column: 0 };
    this.problems = {};
    this.#show(TUTORIAL);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("logits") || changed.has("labels")) {
      const parsed = parseLogits(this.logits ?? TUTORIAL.join());
      const bad = "problem" in parsed;
      this.problems = { ...this.problems, logits: bad ? `The attribute logits: ${parsed.problem}.` : undefined };
      this.#show(bad ? TUTORIAL : parsed.logits, this.labels?.split(","));
    }
    if (this.engine && (changed.has("temperature") || changed.has("engine"))) {
      const given = this.temperature ?? "1";
      const value = parseNumber(given);
      const { minimum, maximum } = this.#limits(this.engine);
      const good = value !== undefined && value >= minimum && value <= maximum;
      const problem = `The attribute temperature must be a number from ${plain(minimum)} to ${plain(maximum)} (it is “${given}”).`;
      this.problems = { ...this.problems, temperature: good ? undefined : problem };
      this.heat = good ? value : 1;
    }
  }

  protected demo(engine: Activation): TemplateResult {
    const { entries, heat: temperature } = this;
    const show = shower(this.all);
    const logits = entries.map(({ logit }) => logit);
    const probabilities = engine.value("softmax", logits, { temperature });
    const jacobian = engine.jacobian("softmax", logits, { temperature });
    return html`<div class="panel ${this.all ? "all" : ""}">
      ${Object.values(this.problems).map((one) => (one ? html`<p class="error" role="alert">${one}</p>` : nothing))}
      <div class="row" role="group" aria-label="Examples">
        ${PRESETS.map(
          ([name, preset]) =>
            html`<button
              type="button"
              aria-pressed=${preset.join() === logits.join() ? "true" : "false"}
              @click=${() => this.#person(preset, [])}
            >
              ${name}
            </button>`,
        )}
      </div>
      <section class="stack" aria-label="Logits and probabilities">
        <div class="entries">${entries.map((entry, i) => this.#entry(entry, i, probabilities[i] as number, show))}</div>
        ${this.#footer(probabilities, show)} ${this.#temperature(engine)} ${this.#text(logits)}
      </section>
      ${heatMap(jacobian, entries, this.chosen, show, (cell, focus) => this.#choose(cell, focus))}
      ${formulas(engine, entries, temperature, show, () => this.#person(logits.map((x) => x + 1000)))}
    </div>`;
  }

  #entry({ label, logit }: Entry, i: number, probability: number, show: Show): TemplateResult {
    const [low, high] = this.#reach;
    const name = label.trim() || `x${subscript(i + 1)}`;
    return html`<div class="entry" role="group" aria-label=${name}>
      <input
        class="label"
        aria-label="Name of entry ${i + 1}"
        autocomplete="off"
        maxlength="40"
        .value=${live(label)}
        @input=${(event: Event) => this.#rename(i, (event.target as HTMLInputElement).value)}
      />
      <input
        class="slider"
        type="range"
        aria-label="Logit of ${name}"
        min=${low}
        max=${high}
        step=${high - low > 1e6 ? "any" : 0.1}
        .value=${live(String(logit))}
        @input=${(event: Event) => this.#set(i, Number((event.target as HTMLInputElement).value))}
      />
      ${numberField({
        id: `logit-${i}`,
        name: "the logit",
        label: `Logit of ${name} as a number`,
        value: logit,
        minimum: -1e300,
        maximum: 1e300,
        step: 0.1,
        root: this.renderRoot as ShadowRoot,
        onNumber: (value) => {
          this.#set(i, value);
          this.#reach = reachOf(this.entries.map((one) => one.logit));
        },
      })}
      <span class="bar" .style=${`--share: ${100 * probability}%`}><span></span></span>
      <output class="probability mono" aria-label="Probability of ${name}">${show(probability)}</output>
      <button type="button" class="quiet" aria-label="Remove ${name}" ?disabled=${this.entries.length === 1} @click=${() => this.#remove(i)}>
        ×
      </button>
    </div>`;
  }

  #footer(probabilities: Float64Array, show: Show): TemplateResult {
    // Adding them up here, as a program would, is what shows that the sum is 1.
    const sum = probabilities.reduce((total, one) => total + one, 0);
    const full = this.entries.length >= MOST_ENTRIES;
    return html`<div class="row footer">
      <button type="button" ?disabled=${full} @click=${() => this.#add()}>Add an entry</button>
      ${full ? html`<span class="note">${MOST_ENTRIES} is as many as fit here.</span>` : nothing}
      <label class="row">
        <input type="checkbox" .checked=${live(this.all)} @change=${() => (this.all = !this.all)} /> All digits
      </label>
      <p class="sum mono">sum <output aria-label="Sum of the probabilities">${show(sum)}</output></p>
    </div>`;
  }

  #temperature(engine: Activation): TemplateResult {
    const { minimum, maximum } = this.#limits(engine);
    const next = TEMPERATURES.findIndex((one) => one >= this.heat);
    const stop = next < 0 ? TEMPERATURES.length - 1 : next;
    return html`<div class="temperature">
      <span>Temperature</span>
      <input
        type="range"
        aria-label="Temperature, on a logarithmic scale"
        aria-valuetext=${plain(this.heat)}
        min="0"
        max=${TEMPERATURES.length - 1}
        .value=${live(String(stop))}
        @input=${(event: Event) => this.#warm(TEMPERATURES[Number((event.target as HTMLInputElement).value)] as number)}
      />
      ${numberField({
        id: "temperature",
        name: "the temperature",
        label: "Temperature as a number",
        value: this.heat,
        minimum,
        maximum,
        step: 0.1,
        root: this.renderRoot as ShadowRoot,
        onNumber: (value) => this.#warm(value),
      })}
    </div>`;
  }

  #text(logits: readonly number[]): TemplateResult {
    const { typed } = this;
    return html`<div class="text">
      <label for="text">Logits as text <span class="soft">(commas, spaces or lines; as Python prints them)</span></label>
      <textarea
        id="text"
        class="mono"
        rows="2"
        spellcheck="false"
        aria-describedby="text-problem"
        aria-invalid=${typed?.problem ? "true" : "false"}
        .value=${live(typed?.text ?? logits.map(plain).join(", "))}
        @input=${(event: Event) => this.#read((event.target as HTMLTextAreaElement).value)}
        @change=${() => this.#followText()}
      ></textarea>
      <p id="text-problem" class="error" role="alert">${typed?.problem ?? ""}</p>
    </div>`;
  }

  #limits(engine: Activation): { minimum: number; maximum: number } {
    const parameter = engine.catalog.find(({ id }) => id === "softmax")?.parameters[0];
    return parameter ?? { minimum: 1, maximum: 1 };
  }

  #show(logits: readonly number[], labels: readonly string[] = this.entries.map(({ label }) => label)): void {
    this.entries = logits.map((logit, i) => ({ logit, label: labels[i]?.trim() || `x${subscript(i + 1)}` }));
    this.#reach = reachOf(logits);
  }

  #person(logits: readonly number[], labels?: readonly string[]): void {
    this.#followText();
    this.#show(logits, labels);
    this.reportChange();
  }

  #read(text: string): void {
    const parsed = parseLogits(text);
    if ("problem" in parsed) {
      this.typed = { text, problem: `${parsed.problem}.` };
      return;
    }
    this.#person(parsed.logits);
    this.typed = { text, problem: "" };
  }

  /** The text field shows the logits again, unless it holds something that is still to be mended. */
  #followText(): void {
    if (!this.typed?.problem) this.typed = undefined;
  }

  #set(i: number, logit: number): void {
    this.#followText();
    this.entries = this.entries.map((entry, j) => (j === i ? { ...entry, logit } : entry));
    this.reportChange();
  }

  #rename(i: number, label: string): void {
    this.entries = this.entries.map((entry, j) => (j === i ? { ...entry, label } : entry));
    this.reportChange();
  }

  #add(): void {
    this.#person([...this.entries.map(({ logit }) => logit), 0]);
  }

  #remove(i: number): void {
    const kept = this.entries.filter((_, j) => j !== i);
    const own = kept.map(({ label }) => (/^x[₀-₉]+$/.test(label) ? "" : label));
    this.#person(
      kept.map(({ logit }) => logit),
      own,
    );
  }

  #warm(temperature: number): void {
    this.heat = temperature;
    this.reportChange();
  }

  async #choose(cell: Cell, focus: boolean): Promise<void> {
    if (cell.row !== this.chosen.row || cell.column !== this.chosen.column) this.chosen = cell;
    if (!focus) return;
    await this.updateComplete;
    const there = this.renderRoot.querySelector(`[data-cell="${cell.row},${cell.column}"]`);
    if (there instanceof HTMLElement && there !== this.shadowRoot?.activeElement) there.focus();
  }
}

customElements.define("softmax-demo", SoftmaxDemo);
