import { Chart, type ChartConfiguration, type Scale } from "chart.js";
import type { Range } from "../state/schema.js";
import { CurveController, type CurveDataset, NoPoint } from "./curve-controller.js";
import { extent } from "./extent.js";
import { INK } from "./palette.js";
import { PlotAxis } from "./plot-axis.js";

Chart.register(CurveController, NoPoint, PlotAxis);

const RIGHT = 14;
const TOP = 6;

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

/** What the curves that are drawn go through, widened to a calm frame. */
export function frameOf(datasets: readonly CurveDataset[]): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { hidden, curve } of datasets) {
    if (hidden) continue;
    const [least, most] = extent(curve.x, curve.y);
    low = Math.min(low, least);
    high = Math.max(high, most);
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

function configuration({ range, dark, datasets }: Curves, onResize: () => void): ChartConfiguration {
  const frame = frameOf(datasets);
  const axis = (min: number, max: number) => ({ type: PlotAxis.id, min, max, ink: INK[dark ? "dark" : "light"] });
  const configuration = {
    type: CurveController.id,
    data: { datasets },
    plugins: [
      {
        id: "placed",
        // Chart.js calls its onResize before the new layout is known. After no width at all it "attaches".
        afterUpdate: (_chart: Chart, { mode }: { mode: string }) => {
          if (mode === "resize" || mode === "attach") onResize();
        },
      },
    ],
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { right: RIGHT, top: TOP } },
      scales: { x: axis(...range), y: axis(...frame) },
    },
  };
  // Chart.js's types know only its own chart and axis types.
  return configuration as unknown as ChartConfiguration;
}

/** One Chart.js chart of one quantity (f, f′ or f″) of several functions over x. */
export class CurveChart {
  readonly #chart: Chart;
  readonly #datasets: CurveDataset[];

  constructor(canvas: HTMLCanvasElement, curves: Curves, onResize: () => void) {
    // Chart.js knows a dataset by its identity, so these stay and take what comes.
    this.#datasets = curves.datasets.map((dataset) => ({ ...dataset }));
    this.#chart = new Chart(canvas, configuration({ ...curves, datasets: this.#datasets }, onResize));
  }

  /** With other curves or another range; the colours of axes and grid stay those of the start. */
  draw({ range, datasets }: Curves): void {
    const same =
      datasets.length === this.#datasets.length &&
      datasets.every(
        ({ label, hidden }, i) => label === this.#datasets[i]?.label && hidden === this.#datasets[i]?.hidden,
      );
    const limits = { x: range, y: frameOf(datasets) };
    this.#datasets.splice(datasets.length);
    datasets.forEach((dataset, i) => {
      if (same) Object.assign(this.#datasets[i] as CurveDataset, dataset);
      else this.#datasets[i] = { ...dataset };
    });
    for (const axis of ["x", "y"] as const) {
      const options = this.#chart.options.scales?.[axis] as { min?: number; max?: number };
      const scale = this.#chart.scales[axis] as Scale;
      [options.min, options.max] = [scale.min, scale.max] = limits[axis];
    }
    // With the same curves in the same place there is nothing to lay out: the axes have fixed sizes.
    if (same) {
      this.#chart.render();
    } else {
      this.#chart.data.datasets = [...this.#datasets] as never[];
      this.#chart.update("none");
    }
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
