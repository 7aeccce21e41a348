import { DatasetController, Element } from "chart.js";

/** What a dataset of this type carries besides Chart.js's own keys: columns straight from the core. */
export interface CurveDataset {
  readonly type: "curve";
  readonly label: string;
  readonly data: never[];
  readonly hidden: boolean;
  readonly curve: { readonly x: Float64Array; readonly y: Float64Array };
  readonly color: string;
  readonly dash: readonly number[];
}

/** Canvas coordinates beyond this lose precision; a line that leaves the chart may as well end here. */
const FAR = 1e5;
const clamp = (pixel: number) => Math.max(-FAR, Math.min(FAR, pixel));
/** How far, in CSS pixels, the drawn line may be from the samples: less than the smoothing of its edge. */
const TOLERANCE = 0.1;
const LINE = 2.25;

/**
 * Draws a line through points of rising x, leaving out those within TOLERANCE of a straight line between their
 * neighbours: a thousand samples become a few dozen corners, which a canvas strokes and dashes many times as fast.
 * From the last corner it keeps the cone of slopes that pass close enough to every point since.
 */
class Pen {
  readonly #ctx: CanvasRenderingContext2D;
  #down = false;
  #cornerX = 0;
  #cornerY = 0;
  #lastX = 0;
  #lastY = 0;
  #low = 0;
  #high = 0;

  constructor(ctx: CanvasRenderingContext2D) {
    this.#ctx = ctx;
  }

  to(x: number, y: number): void {
    if (!this.#down) {
      this.#ctx.moveTo(x, y);
      this.#down = true;
      this.#corner(x, y);
      return;
    }
    const run = x - this.#cornerX;
    const slope = (y - this.#cornerY) / run;
    // Points above each other (run 0) have no slope: each is a corner.
    if (!(slope >= this.#low && slope <= this.#high)) {
      if (this.#lastX !== this.#cornerX || this.#lastY !== this.#cornerY) this.#ctx.lineTo(this.#lastX, this.#lastY);
      this.#corner(this.#lastX, this.#lastY);
    }
    const width = Math.max(x - this.#cornerX, 1e-6);
    this.#low = Math.max(this.#low, (y - TOLERANCE - this.#cornerY) / width);
    this.#high = Math.min(this.#high, (y + TOLERANCE - this.#cornerY) / width);
    this.#lastX = x;
    this.#lastY = y;
  }

  lift(): void {
    if (this.#down) this.#ctx.lineTo(this.#lastX, this.#lastY);
    this.#down = false;
  }

  #corner(x: number, y: number): void {
    this.#cornerX = this.#lastX = x;
    this.#cornerY = this.#lastY = y;
    this.#low = Number.NEGATIVE_INFINITY;
    this.#high = Number.POSITIVE_INFINITY;
  }
}

/** Chart.js wants a class for the points of a type; this type has none. */
export class NoPoint extends Element {
  static id = "no-point";
  static override defaults = {};
}

/**
 * A chart type that draws a curve from typed arrays. Chart.js's line type keeps an object per point and resolves options
 * for each: 12,000 of them for six curves of 1,000 points in two charts.
 * NaN is a gap.
 */
export class CurveController extends DatasetController {
  static id = "curve";
  static defaults = { datasetElementType: false, dataElementType: "no-point" };

  override parse(): void {}
  override update(): void {}
  override buildOrUpdateElements(): void {}
  // The scales' limits are always given: they follow from the visible range and the curves in it.
  override getMinMax(): { min: number; max: number } {
    return { min: 0, max: 1 };
  }

  override draw(): void {
    const { ctx, chartArea } = this.chart;
    const { curve, color, dash } = this.getDataset() as unknown as CurveDataset;
    const { xScale, yScale } = this.getMeta();
    if (!xScale || !yScale) return;
    const { x, y } = curve;
    const perX = chartArea.width / (xScale.max - xScale.min);
    const perY = chartArea.height / (yScale.max - yScale.min);
    ctx.save();
    // Along a pole a curve leaves the chart; at the height of the frame itself its whole line is seen.
    ctx.beginPath();
    ctx.rect(0, chartArea.top - LINE, this.chart.width, chartArea.height + 2 * LINE);
    ctx.clip();
    ctx.beginPath();
    const pen = new Pen(ctx);
    for (let i = 0; i < x.length; i++) {
      const value = y[i] as number;
      if (Number.isNaN(value)) {
        pen.lift();
        continue;
      }
      const px = clamp(chartArea.left + ((x[i] as number) - xScale.min) * perX);
      pen.to(px, clamp(chartArea.bottom - (value - yScale.min) * perY));
    }
    pen.lift();
    ctx.strokeStyle = color;
    ctx.lineWidth = LINE;
    ctx.lineJoin = "round";
    ctx.lineCap = dash.length > 0 ? "butt" : "round";
    ctx.setLineDash([...dash]);
    ctx.stroke();
    ctx.restore();
  }
}
