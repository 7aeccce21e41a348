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

/** Chart.js wants a class for the points of a type; this type has none. */
export class NoPoint extends Element {
  static id = "no-point";
  static override defaults = {};
}

/**
 * A chart type that draws a curve from typed arrays. Chart.js's line type keeps an object per point and resolves options
 * for each; for six curves of 1,000 points in two charts that alone is longer than a frame should take.
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
    ctx.beginPath();
    let down = false;
    for (let i = 0; i < x.length; i++) {
      const value = y[i] as number;
      if (Number.isNaN(value)) {
        down = false;
        continue;
      }
      const px = clamp(chartArea.left + ((x[i] as number) - xScale.min) * perX);
      const py = clamp(chartArea.bottom - (value - yScale.min) * perY);
      if (down) ctx.lineTo(px, py);
      else ctx.moveTo(px, py);
      down = true;
    }
    ctx.strokeStyle = color;
    ctx.lineWidth = 2.25;
    ctx.lineJoin = "round";
    ctx.lineCap = dash.length > 0 ? "butt" : "round";
    ctx.setLineDash([...dash]);
    ctx.stroke();
    ctx.restore();
  }
}
