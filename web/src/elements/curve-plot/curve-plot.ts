import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ActivationFunctions, ActivationId, Curve } from "../../engine/index.js";
import { QUANTITIES, type Quantity } from "../../engine/quantity.js";
import { CurveCache } from "../../plot/curve-cache.js";
import { CurveChart, type Curves } from "../../plot/curve-chart.js";
import type { CurveDataset } from "../../plot/curve-controller.js";
import { type GestureTarget, listenToGestures } from "../../plot/gestures.js";
import { type Accent, accentsOf, cssColor } from "../../plot/palette.js";
import { curveName, type Reading, readingsAt } from "../../plot/readings.js";
import { fractionAt, keyStep, revealing, xAt, zoomed } from "../../plot/view.js";
import { exact, roundTo, tabular } from "../../state/numbers.js";
import { FIRST_STATE, type Range, type State } from "../../state/schema.js";
import { infoOf } from "../../state/selection.js";
import { isDark, watchScheme } from "../scheme.js";
import { type LegendItem, legend } from "./legend.js";
import { styles } from "./styles.js";

const TITLES: Record<Quantity, readonly [string, string]> = {
  value: ["Value f(x)", "what the neuron outputs"],
  gradient: ["Gradient f′(x)", "what backpropagation multiplies by"],
  curvature: ["Curvature f″(x)", "how fast the gradient changes"],
};

/** What the plot shows: the part of a view that concerns it. */
export type PlotView = Omit<State, "focus">;

/** What the person asked of the plot; whoever owns the view carries it out. */
export type PlotRequest =
  | { readonly type: "x"; readonly x: number; readonly range?: Range }
  | { readonly type: "range"; readonly range: Range; readonly gesture: "pan" | "zoom" }
  | { readonly type: "reset" }
  | { readonly type: "hidden"; readonly hidden: ActivationId[] };

/** Half of the least width of the grip, in pixels. */
const GRIP_HALF = 22;

const inWords = (names: readonly string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/**
 * Charts of f, f′ and f″ one above the other on one x axis, with a crosshair across them.
 *
 * It shows its `view` and changes nothing of it by itself: what the person does arrives as a `plot-request` event. The
 * playground has it as its `<activation-plot>`, bound to its store; in other pages that tag is the element around it
 * which owns a view.
 */
export class CurvePlot extends LitElement {
  static override styles = styles;
  static override properties = {
    engine: { attribute: false },
    view: { attribute: false },
    gentle: { type: Boolean, reflect: true },
    fill: { type: Boolean, reflect: true },
  };

  declare engine: ActivationFunctions | undefined;
  declare view: PlotView;
  /** The wheel scrolls the page and zooms only with Ctrl: for pages in which the plot is one thing among others. */
  declare gentle: boolean;
  /** The charts share the height that the element is given, instead of having one of their own. */
  declare fill: boolean;

  readonly #cache = new CurveCache();
  readonly #charts = new Map<Quantity, { chart: CurveChart; listening: AbortController }>();
  #dark: boolean | undefined;
  #drawnDark = false;
  #started = false;
  #listening = new AbortController();
  #readings: Reading[] = [];

  constructor() {
    super();
    this.view = FIRST_STATE;
    this.gentle = false;
    this.fill = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    watchScheme(() => {
      // A transition may stand between the change and its colours.
      if (isDark(this) !== this.#drawnDark) this.requestUpdate("view", null);
    }, this.#listening.signal);
    if (this.hasUpdated) this.requestUpdate("view", null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#stopCharts();
  }

  protected override render(): TemplateResult | typeof nothing {
    // Nothing stands there before the legend is known, so nothing has to move for it.
    if (!this.engine) return nothing;
    const { functions, show, range } = this.view;
    const names = inWords(this.#shown().map(({ info }) => curveName(info)));
    const quantities = QUANTITIES.filter((quantity) => show.includes(quantity));
    return html`
      ${legend(this.#items(), (hidden) => this.#request({ type: "hidden", hidden }))}
      <div class="panels">
        ${repeat(
          quantities,
          (quantity) => quantity,
          (quantity, index) => html`<figure>
            <figcaption>
              ${TITLES[quantity][0]} <span>${TITLES[quantity][1]}</span>
              ${index === 0 ? html`<span class="how" aria-hidden="true"></span>` : ""}
            </figcaption>
            <div class="plot" data-quantity=${quantity}>
              <canvas
                role="img"
                aria-label="${TITLES[quantity][0]} of ${names || "no function"} for x from ${exact(range[0])} to ${exact(range[1])}"
              ></canvas>
              <div class="surface" @click=${this.#focusGrip}>
                <div class="hair"></div>
                ${this.#shown().map(({ accent }) => html`<i class="dot" .style=${`color:${cssColor(accent)}`}></i>`)}
              </div>
              ${index === quantities.length - 1 ? this.#grip() : ""}
            </div>
          </figure>`,
        )}
        ${functions.length === 0 ? html`<p class="empty">Choose a function to see its curve.</p>` : ""}
      </div>
    `;
  }

  /** The handle of the crosshair: a slider for keyboards, screen readers and fingers. */
  #grip(): TemplateResult {
    const { range, x } = this.view;
    const spoken = this.#readings.map((reading) => `${curveName(reading.info)} ${tabular(reading.value)}`);
    return html`<div
      class="grip"
      role="slider"
      tabindex="0"
      aria-label="Crosshair at x"
      aria-valuemin=${Math.min(range[0], x)}
      aria-valuemax=${Math.max(range[1], x)}
      aria-valuenow=${x}
      aria-valuetext=${[`x ${exact(x)}`, ...spoken].join(", ")}
      @keydown=${this.#onKey}
      @pointerdown=${this.#onGripDown}
      @pointermove=${this.#onGripMove}
    >
      ${exact(x)}
    </div>`;
  }

  protected override willUpdate(): void {
    this.#readings = this.engine ? readingsAt(this.engine, this.#visible(), this.view.x) : [];
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.engine || !this.isConnected) return;
    const before = changed.get("view");
    const { view } = this;
    const onlyMoved =
      before &&
      !changed.has("engine") &&
      (["functions", "hidden", "show", "range", "theme"] as const).every((key) => before[key] === view[key]);
    if (!onlyMoved) this.#draw(this.engine, before?.theme !== view.theme);
    this.#placeCrosshair();
  }

  #visible() {
    return this.view.functions.filter(({ id }) => !this.view.hidden.includes(id));
  }

  #items(): LegendItem[] {
    const { functions, hidden } = this.view;
    const catalog = this.engine?.catalog ?? [];
    const accents = accentsOf(
      functions.map(({ id }) => id),
      catalog,
    );
    const several = functions.length - functions.filter(({ id }) => hidden.includes(id)).length > 1;
    return functions.flatMap(({ id }) => {
      const info = this.engine && infoOf(this.engine, id);
      const accent = accents.get(id) as Accent;
      // Alone, a curve is solid: dashes are there to tell it from others.
      return info ? [{ info, accent, dash: several ? accent.dash : [], hidden: hidden.includes(id) }] : [];
    });
  }

  #shown(): LegendItem[] {
    return this.#items().filter((item) => !item.hidden);
  }

  #draw(engine: ActivationFunctions, schemeMayDiffer: boolean): void {
    const { range, show, functions } = this.view;
    const curves = this.#cache.curves(engine, functions, range);
    // Asking costs a style pass, so a slider does not ask.
    if (schemeMayDiffer || this.#dark === undefined) this.#dark = isDark(this);
    const dark = this.#dark;
    if (dark !== this.#drawnDark) this.#stopCharts();
    this.#drawnDark = dark;
    const items = this.#items();
    // The first chart is painted before the others are made: starting one takes longer than a frame.
    const first = this.#started ? undefined : QUANTITIES.find((quantity) => show.includes(quantity));
    this.#started = true;
    if (first && show.length > 1) {
      requestAnimationFrame(() => requestAnimationFrame(() => this.requestUpdate("view", null)));
    }
    for (const quantity of QUANTITIES) {
      if (first && quantity !== first) continue;
      if (!show.includes(quantity)) {
        this.#stopChart(quantity);
        continue;
      }
      const datasets = items.map(
        ({ info, accent, dash, hidden }, i): CurveDataset => ({
          type: "curve",
          label: info.name,
          data: [],
          hidden,
          curve: { x: (curves[i] as Curve).x, y: (curves[i] as Curve)[quantity] },
          color: dark ? accent.dark : accent.light,
          dash,
        }),
      );
      const known = this.#charts.get(quantity);
      if (known) known.chart.draw({ range, dark, datasets });
      else this.#startChart(quantity, { range, dark, datasets });
    }
  }

  #stopChart(quantity: Quantity): void {
    const known = this.#charts.get(quantity);
    known?.listening.abort();
    known?.chart.destroy();
    this.#charts.delete(quantity);
  }

  #stopCharts(): void {
    for (const quantity of [...this.#charts.keys()]) this.#stopChart(quantity);
  }

  #startChart(quantity: Quantity, curves: Curves): void {
    const plot = this.#plot(quantity);
    const canvas = plot.querySelector("canvas") as HTMLCanvasElement;
    const chart = new CurveChart(canvas, curves, () => this.#placeCrosshair());
    const listening = new AbortController();
    this.#charts.set(quantity, { chart, listening });
    listenToGestures(plot.querySelector(".surface") as HTMLElement, this.#gestures, listening.signal);
  }

  #plot(quantity: Quantity): HTMLElement {
    return this.renderRoot.querySelector(`[data-quantity=${quantity}]`) as HTMLElement;
  }

  readonly #gestures: GestureTarget = {
    range: () => this.view.range,
    x: () => this.view.x,
    point: (x) => this.#request({ type: "x", x }),
    look: (range, gesture) => this.#request({ type: "range", range, gesture }),
    reset: () => this.#request({ type: "reset" }),
    wheelZooms: (event) => !this.gentle || event.ctrlKey || event.metaKey,
  };

  /** Hair, dots and grip are elements over the canvas: moving them redraws no curve. */
  #placeCrosshair(): void {
    const { range, x } = this.view;
    for (const [quantity, { chart }] of this.#charts) {
      const { left, top, width, height } = chart.area;
      const plot = this.#plot(quantity);
      const surface = plot.querySelector(".surface") as HTMLElement;
      Object.assign(surface.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`,
        visibility: "visible",
      });
      const at = fractionAt(range, x) * width;
      const seen = at >= 0 && at <= width && this.view.functions.length > 0;
      const hair = surface.querySelector(".hair") as HTMLElement;
      hair.hidden = !seen;
      hair.style.transform = `translateX(${at}px)`;
      surface.querySelectorAll<HTMLElement>(".dot").forEach((dot, i) => {
        const y = chart.yPixel(this.#readings[i]?.[quantity] ?? Number.NaN);
        dot.hidden = !seen || y === undefined;
        if (y !== undefined) dot.style.transform = `translate(${at}px, ${y - top}px)`;
      });
      const grip = plot.querySelector<HTMLElement>(".grip");
      if (!grip) continue;
      // Out of sight it waits at the edge: it stays in reach for keys and fingers.
      const center = Math.max(GRIP_HALF, Math.min(width - GRIP_HALF, at));
      grip.style.transform = `translateX(calc(${left + center}px - 50%))`;
    }
  }

  #request(detail: PlotRequest): void {
    this.dispatchEvent(new CustomEvent<PlotRequest>("plot-request", { detail, bubbles: true, composed: true }));
  }

  /** So that arrow keys work after a click on a chart. */
  #focusGrip(): void {
    (this.renderRoot.querySelector(".grip") as HTMLElement | null)?.focus({ preventScroll: true });
  }

  #onGripDown(event: PointerEvent): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  #onGripMove(event: PointerEvent): void {
    if (!(event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) return;
    const surface = (event.currentTarget as HTMLElement).parentElement?.querySelector(".surface");
    if (!surface) return;
    const { left, width } = surface.getBoundingClientRect();
    this.#request({ type: "x", x: xAt(this.view.range, (event.clientX - left) / width, width) });
  }

  #onKey(event: KeyboardEvent): void {
    const { range, x } = this.view;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = keyStep(range) * (event.shiftKey ? 10 : 1);
    const moves: Record<string, number> = {
      ArrowLeft: x - step,
      ArrowDown: x - step,
      ArrowRight: x + step,
      ArrowUp: x + step,
      PageDown: x - keyStep(range) * 10,
      PageUp: x + keyStep(range) * 10,
      Home: range[0],
      End: range[1],
    };
    const to = moves[event.key];
    if (to !== undefined) {
      const exponent = Number(keyStep(range).toExponential().split("e")[1]);
      const next = event.key === "Home" || event.key === "End" ? to : roundTo(to, exponent);
      this.#request({ type: "x", x: next, range: revealing(range, next) });
    } else if (event.key === "+" || event.key === "=") {
      this.#request({ type: "range", range: zoomed(range, x, 0.5), gesture: "zoom" });
    } else if (event.key === "-") {
      this.#request({ type: "range", range: zoomed(range, x, 2), gesture: "zoom" });
    } else if (event.key === "0") {
      this.#request({ type: "reset" });
    } else {
      return;
    }
    event.preventDefault();
  }
}
