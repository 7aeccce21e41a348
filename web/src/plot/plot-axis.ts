import { type ChartArea, Scale } from "chart.js";
import { type Tick, ticks } from "./ticks.js";

/** Wide enough for −0.0025 and 2.5·10⁻¹²; the same in every chart, so that the plots stand exactly above each other. */
export const Y_AXIS_WIDTH = 58;
const X_AXIS_HEIGHT = 24;
const FONT = "11px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const LABEL_GAP = 8;
const PIXELS_PER_X_TICK = 50;
const PIXELS_PER_Y_TICK = 30;
/** Of the font above: enough to tell how many labels fit, without measuring each. */
const PIXELS_PER_CHARACTER = 6.4;

export interface Ink {
  readonly grid: string;
  readonly zero: string;
  readonly text: string;
}

interface PlotAxisOptions {
  readonly min: number;
  readonly max: number;
  readonly ink: Ink;
}

/** As many ticks as fit when each may be as wide as the widest label. */
function ticksAcross(min: number, max: number, pixels: number): Tick[] {
  for (let count = Math.max(2, Math.round(pixels / PIXELS_PER_X_TICK)); count > 2; count--) {
    const found = ticks(min, max, count);
    const widest = Math.max(...found.map((tick) => tick.label.length)) * PIXELS_PER_CHARACTER + 14;
    if (found.length * widest <= pixels + widest) return found;
  }
  return ticks(min, max, 2);
}

/**
 * An axis of fixed size with round ticks, its limits given. Chart.js's linear axis measures every label and resolves
 * options for each tick at every change: in a profile that cost more than the curves themselves.
 */
export class PlotAxis extends Scale {
  static id = "plot-axis";
  static defaults = {};

  /** Called by Chart.js's layout with the space there is. */
  override update(maxWidth: number, maxHeight: number): void {
    const { min, max } = this.options as unknown as PlotAxisOptions;
    this.min = min;
    this.max = max;
    this.maxWidth = maxWidth;
    this.maxHeight = maxHeight;
    this.width = this.isHorizontal() ? maxWidth : Y_AXIS_WIDTH;
    this.height = this.isHorizontal() ? X_AXIS_HEIGHT : maxHeight;
    this.paddingLeft = this.paddingRight = this.paddingTop = this.paddingBottom = 0;
  }

  override draw(area: ChartArea): void {
    const { grid, zero, text } = (this.options as unknown as PlotAxisOptions).ink;
    const { ctx, min, max } = this;
    const across = this.isHorizontal();
    const found = across
      ? ticksAcross(min, max, area.width)
      : ticks(min, max, Math.max(2, area.height / PIXELS_PER_Y_TICK));
    ctx.save();
    ctx.font = FONT;
    ctx.lineWidth = 1;
    ctx.fillStyle = text;
    ctx.textAlign = across ? "center" : "right";
    ctx.textBaseline = across ? "top" : "middle";
    for (const { value, label } of found) {
      const share = (value - min) / (max - min);
      const at = across ? area.left + share * area.width : area.bottom - share * area.height;
      const sharp = Math.round(at) + 0.5;
      ctx.strokeStyle = value === 0 ? zero : grid;
      ctx.beginPath();
      ctx.moveTo(across ? sharp : area.left, across ? area.top : sharp);
      ctx.lineTo(across ? sharp : area.right, across ? area.bottom : sharp);
      ctx.stroke();
      if (across) {
        // A long label at the right end stays on the canvas.
        const half = (label.length * PIXELS_PER_CHARACTER) / 2;
        ctx.fillText(label, Math.min(at, this.chart.width - half), area.bottom + LABEL_GAP);
      } else {
        ctx.fillText(label, area.left - LABEL_GAP, at);
      }
    }
    ctx.restore();
  }
}
