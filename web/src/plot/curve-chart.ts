import { Chart, type ChartConfiguration, LinearScale, type Scale } from "chart.js";
import type { Range } from "../state/schema.js";
import { CurveController, type CurveDataset, NoPoint } from "./curve-controller.js";
import { INK } from "./palette.js";
import { type Tick, ticks } from "./ticks.js";

Chart.register(CurveController, NoPoint, LinearScale);

const FONT = { family: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif", size: 11 };
/** Wide enough for −0.0025 and 2.5·10⁻¹²; the same in every chart, so that the plots stand exactly above each other. */
const Y_AXIS_WIDTH = 58;
const RIGHT = 14;
const PIXELS_PER_Y_TICK = 52;
const PIXELS_PER_CHARACTER = 6.4;

export interface Curves {
  readonly range: Range;
  readonly dark: boolean;
  readonly datasets: readonly CurveDataset[];
}

/** Where the plot is inside the canvas, in CSS pixels. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The lowest and highest finite y of the curves that are drawn, widened to a calm frame. */
export function frameOf(datasets: readonly CurveDataset[]): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { hidden, curve } of datasets) {
    if (hidden) continue;
    for (const value of curve.y) {
      if (value < low && value !== Number.NEGATIVE_INFINITY) low = value;
      if (value > high && value !== Number.POSITIVE_INFINITY) high = value;
    }
  }
  if (low > high) return [-1, 1];
  // Halves, since high − low may overflow.
  const half = high / 2 - low / 2;
  const size = Math.max(Math.abs(low), Math.abs(high));
  // A constant, or one whose changes are below what a double resolves, gets a frame around it.
  if (half <= size * 1e-13) return size === 0 ? [-1, 1] : [low - size / 2, high + size / 2];
  const air = half * 0.12;
  return [Math.max(low - air, -Number.MAX_VALUE / 4), Math.min(high + air, Number.MAX_VALUE / 4)];
}

/** As many ticks as fit when each may be as wide as the widest label. */
function ticksAcross(min: number, max: number, pixels: number): Tick[] {
  for (let count = Math.max(2, Math.round(pixels / 66)); count > 2; count--) {
    const found = ticks(min, max, count);
    const widest = Math.max(...found.map((tick) => tick.label.length)) * PIXELS_PER_CHARACTER + 14;
    if (found.length * widest <= pixels + widest) return found;
  }
  return ticks(min, max, 2);
}

const ink = (dark: boolean) => INK[dark ? "dark" : "light"];

function configuration({ range, dark, datasets }: Curves, onResize: () => void): ChartConfiguration {
  const make = (scale: Scale, found: Tick[]) => {
    scale.ticks = found.map(({ value, label }) => ({ value, label }));
  };
  const frame = frameOf(datasets);
  const grid = {
    color: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? ink(dark).zero : ink(dark).grid),
    drawTicks: false,
  };
  // Chart.js would write labels of its own over those that were made with the ticks.
  const callback = (_value: unknown, index: number, all: { label?: unknown }[]) => all[index]?.label as string;
  const look = { callback, color: ink(dark).text, font: FONT, padding: 7, maxRotation: 0, autoSkip: false };
  return {
    type: "curve" as "line",
    data: { datasets: datasets as never[] },
    plugins: [
      {
        id: "placed",
        // Chart.js calls its onResize before the new layout is known.
        afterUpdate: (_chart, { mode }) => {
          if (mode === "resize") onResize();
        },
      },
    ],
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { right: RIGHT, top: 6 } },
      scales: {
        x: {
          type: "linear",
          min: range[0],
          max: range[1],
          grid,
          border: { display: false },
          ticks: look,
          afterBuildTicks: (scale) => make(scale, ticksAcross(scale.min, scale.max, scale.chart.width - Y_AXIS_WIDTH)),
        },
        y: {
          type: "linear",
          min: frame[0],
          max: frame[1],
          grid,
          border: { display: false },
          ticks: look,
          afterBuildTicks: (scale) =>
            make(scale, ticks(scale.min, scale.max, Math.max(2, scale.chart.height / PIXELS_PER_Y_TICK))),
          afterFit: (scale) => {
            scale.width = Y_AXIS_WIDTH;
          },
        },
      },
    },
  };
}

/** One Chart.js chart of one quantity (f, f′ or f″) of several functions over x. */
export class CurveChart {
  readonly #chart: Chart;

  constructor(canvas: HTMLCanvasElement, curves: Curves, onResize: () => void) {
    this.#chart = new Chart(canvas, configuration(curves, onResize));
  }

  /** With other curves or another range; the colours of axes and grid stay those of the start. */
  draw({ range, datasets }: Curves): void {
    const { x, y } = this.#chart.options.scales as Record<"x" | "y", { min?: number; max?: number }>;
    [x.min, x.max] = range;
    [y.min, y.max] = frameOf(datasets);
    this.#chart.data.datasets = datasets as never[];
    this.#chart.update("none");
  }

  get area(): PlotArea {
    const { left, top, width, height } = this.#chart.chartArea;
    return { left, top, width, height };
  }

  /** The pixel of a y value; undefined when it is outside the plot. */
  yPixel(value: number): number | undefined {
    const scale = this.#chart.scales.y;
    if (!scale || !(value >= scale.min && value <= scale.max)) return undefined;
    const { top, height } = this.area;
    return top + height * ((scale.max - value) / (scale.max - scale.min));
  }

  destroy(): void {
    this.#chart.destroy();
  }
}
