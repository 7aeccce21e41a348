import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Activation, ActivationInfo, Comparison, ElementwiseId, VersionInfo } from "../../engine/index.js";
import { CurveChart } from "../../plot/curve-chart.js";
import { ACCENTS, type Accent } from "../../plot/palette.js";
import { exact } from "../../state/numbers.js";
import type { Range } from "../../state/schema.js";
import { isDark, watchScheme } from "../scheme.js";

type Choice = number | "catalog";

const POINTS = 801;

/** Whether a framework's default computes something else than the catalog's, that a curve can show. */
const isDrawable = ({ id, parameters, inputScale, linearAbove }: VersionInfo): boolean =>
  id !== "" || parameters.length > 0 || inputScale !== 1 || linearAbove !== 0;

/** Four digits are enough to look at: 0.0004732, 1.2·10⁻⁹. */
const short = (value: number): string => exact(Number(value.toPrecision(4)));

/** Lines may end after the dots of a long name. */
const breakable = (name: string) => name.split(/(?<=[._])/).map((part, i) => (i === 0 ? part : html`<wbr />${part}`));

/**
 * `<framework-versions>`: what each framework calls a function, where its defaults compute something else, and the
 * difference between any two as a curve. Without a shadow root, like the rest of the page's side.
 */
export class FrameworkVersions extends LitElement {
  static override properties = {
    info: { attribute: false },
    range: { attribute: false },
    open: { state: true },
    pair: { state: true },
    engine: { state: true },
    failure: { state: true },
  };

  declare info: ActivationInfo | undefined;
  declare range: Range;
  declare private open: boolean;
  declare private pair: readonly [Choice, Choice] | undefined;
  declare private engine: Activation | undefined;
  declare private failure: string;

  #chart: CurveChart | undefined;
  #dark = false;
  #comparison: Comparison | undefined;
  #listening = new AbortController();

  constructor() {
    super();
    this.range = [-5, 5];
    this.open = false;
    this.failure = "";
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    watchScheme(() => {
      if (this.#chart && isDark(this) !== this.#dark) this.requestUpdate();
    }, this.#listening.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("info")) this.pair = undefined;
    const { info, engine, range } = this;
    this.#comparison = undefined;
    if (!info || !engine || !this.open || !this.#canDraw(info)) return;
    const [from, to] = range;
    this.#comparison = engine.compare(info.id as ElementwiseId, this.#pair(info), { from, to, points: POINTS });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { info } = this;
    if (!info || info.versions.length === 0) return nothing;
    const same = info.versions.every(({ differs }) => differs === "");
    return html`<h3>In the frameworks</h3>
      <dl class="versions">
        ${info.versions.map((version, i) => this.#version(version, info.versions[i - 1]))}
      </dl>
      <p class="versions-note">${same ? "All compute the same." : "Where nothing is said, they compute the same."}</p>
      ${this.#canDraw(info) ? this.#difference(info) : nothing}`;
  }

  /** A framework is named once; its further names stand below the first. */
  #version(version: VersionInfo, before: VersionInfo | undefined): TemplateResult {
    const { framework, name, differs } = version;
    const again = framework === before?.framework;
    return html`<div class=${again ? "again" : ""}>
      <dt><span class=${again ? "visually-hidden" : ""}>${framework}</span></dt>
      <dd>
        <code>${breakable(name)}</code>
        ${differs ? html`<span class=${isDrawable(version) ? "otherwise" : ""}>${differs}</span>` : nothing}
      </dd>
    </div>`;
  }

  #canDraw({ vector, versions }: ActivationInfo): boolean {
    return !vector && versions.some(isDrawable);
  }

  /** What is compared: what the person chose, else the catalog's with the first that differs. */
  #pair({ versions }: ActivationInfo): readonly [Choice, Choice] {
    return this.pair ?? ["catalog", versions.findIndex(isDrawable)];
  }

  #difference(info: ActivationInfo): TemplateResult {
    const [a, b] = this.#pair(info);
    return html`<details class="difference" ?open=${this.open} @toggle=${this.#onToggle}>
      <summary>Draw the difference</summary>
      <div class="pair">
        ${this.#select(info, "Take", b, (choice) => [a, choice])} ${this.#select(info, "minus", a, (choice) => [choice, b])}
      </div>
      ${this.failure ? html`<p role="alert">${this.failure}</p>` : nothing}
      <div class="plot">
        <canvas role="img" aria-label="${this.#name(info, b)} minus ${this.#name(info, a)}, over x"></canvas>
      </div>
      <p class="hint" role="status">${this.#comparison ? this.#verdict(this.#comparison) : "…"}</p>
    </details>`;
  }

  #verdict({ largest, where }: Comparison): string {
    const [from, to] = this.range;
    const span = `for x from ${exact(from)} to ${exact(to)}`;
    return largest === 0 ? `The same ${span}.` : `At most ${short(largest)} apart, at x = ${short(where)}, ${span}.`;
  }

  #name(info: ActivationInfo, choice: Choice): string {
    if (choice === "catalog") return "This catalog";
    const { framework, name } = info.versions[choice] as VersionInfo;
    return `${framework}: ${name}`;
  }

  #select(
    info: ActivationInfo,
    label: string,
    chosen: Choice,
    pairWith: (choice: Choice) => readonly [Choice, Choice],
  ): TemplateResult {
    const choices: readonly Choice[] = ["catalog", ...info.versions.keys()];
    return html`<label>
      <span>${label}</span>
      <select
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.pair = pairWith(value === "catalog" ? value : Number(value));
        }}
      >
        ${choices.map(
          (one) => html`<option value=${one} ?selected=${one === chosen}>
            ${this.#name(info, one)}
          </option>`,
        )}
      </select>
    </label>`;
  }

  async #onToggle(event: Event): Promise<void> {
    this.open = (event.target as HTMLDetailsElement).open;
    if (!this.open || this.engine) return;
    try {
      // The module of the first curve knows the functions as the catalog defines them, no more.
      const { load } = await import("../../engine/index.js");
      this.engine = await load();
      this.failure = "";
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  protected override updated(): void {
    const comparison = this.#comparison;
    const canvas = this.querySelector("canvas");
    if (!comparison || !canvas) {
      this.#stop();
      return;
    }
    const dark = isDark(this);
    const { light, dark: pale } = ACCENTS[3] as Accent;
    const curves = {
      range: this.range,
      dark,
      datasets: [
        {
          type: "curve" as const,
          label: "difference",
          data: [] as never[],
          hidden: false,
          curve: { x: comparison.x, y: comparison.difference },
          color: dark ? pale : light,
          dash: [],
        },
      ],
    };
    if (this.#chart && dark === this.#dark) {
      this.#chart.draw(curves);
      return;
    }
    this.#stop();
    this.#dark = dark;
    this.#chart = new CurveChart(canvas, curves, () => undefined);
  }

  #stop(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
  }
}

customElements.define("framework-versions", FrameworkVersions);

declare global {
  interface HTMLElementTagNameMap {
    "framework-versions": FrameworkVersions;
  }
}
