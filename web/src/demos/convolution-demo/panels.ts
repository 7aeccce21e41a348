import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { withMinus } from "../../state/numbers.js";
import { greyLevel, largestOf, MOST_OPACITY, NEGATIVE, POSITIVE, type Range, shade, strength } from "./shade.js";
import type { Outcome } from "./work.js";

export type PanelName = "pixels" | "convolved" | "activated";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What all three panels need. */
export interface Shown {
  readonly outcome: Outcome;
  readonly width: number;
  readonly height: number;
  readonly kernelRows: number;
  readonly point: Point;
  onPoint(point: Point, byKey: boolean): void;
}

/** Up to this many columns and rows are cells with their numbers in them. */
const MOST_CELLS = 12;
export const inCells = ({ width, height }: { width: number; height: number }): boolean =>
  width <= MOST_CELLS && height <= MOST_CELLS;

/** Two decimals fit into a cell; larger numbers with fewer. */
function short(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size >= 9999.5) return withMinus(value.toExponential(0).replace("+", ""));
  const text = value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
  return withMinus(Number(text) === 0 ? text.replace("-", "") : text);
}

const rgb = (colour: readonly number[], opacity: number) => `rgb(${colour.join(" ")} / ${opacity.toFixed(3)})`;

/** The background of a cell, and the ink on it where the scheme's own would not do. */
export function cellStyle(name: PanelName, value: number, largest: number): string {
  if (name === "pixels") {
    const level = greyLevel(value);
    // Black and white ink have the same contrast, 4.6 : 1, on grey 118.
    return `background:rgb(${level} ${level} ${level});color:${level >= 118 ? "#000" : "#fff"}`;
  }
  const opacity = MOST_OPACITY * strength(value, largest);
  return `background:${rgb(value < 0 ? NEGATIVE : POSITIVE, opacity)}`;
}

const near = ({ point, kernelRows }: Shown, x: number, y: number): boolean =>
  Math.max(Math.abs(x - point.x), Math.abs(y - point.y)) <= (kernelRows - 1) / 2;

/** What arrow keys and their kin do to the point. */
export function moved(event: KeyboardEvent, { x, y }: Point, width: number, height: number): Point | undefined {
  const far = event.shiftKey ? 10 : 1;
  const to: Record<string, Point> = {
    ArrowLeft: { x: x - far, y },
    ArrowRight: { x: x + far, y },
    ArrowUp: { x, y: y - far },
    ArrowDown: { x, y: y + far },
    Home: { x: 0, y: event.ctrlKey ? 0 : y },
    End: { x: width - 1, y: event.ctrlKey ? height - 1 : y },
  };
  const next = to[event.key];
  if (!next || event.altKey || event.metaKey) return undefined;
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return { x: clamp(next.x, width - 1), y: clamp(next.y, height - 1) };
}

function onKey(event: KeyboardEvent, shown: Shown): void {
  const next = moved(event, shown.point, shown.width, shown.height);
  if (!next) return;
  event.preventDefault();
  shown.onPoint(next, true);
}

/** Which pixel is under the pointer, by where it is within the surface. */
function onPointer(event: PointerEvent, shown: Shown): void {
  const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
  const x = Math.floor(((event.clientX - left) / width) * shown.width);
  const y = Math.floor(((event.clientY - top) / height) * shown.height);
  if (x < 0 || y < 0 || x >= shown.width || y >= shown.height) return;
  if (x !== shown.point.x || y !== shown.point.y) shown.onPoint({ x, y }, false);
}

const largestIn = (name: PanelName, { ranges }: Outcome): number => (name === "pixels" ? 1 : largestOf(ranges[name]));

function cells(name: PanelName, title: string, shown: Shown): TemplateResult {
  const { width, height, outcome, point } = shown;
  const largest = largestIn(name, outcome);
  const rows = Array.from({ length: height }, (_, y) => y);
  const columns = Array.from({ length: width }, (_, x) => x);
  const chosen = (x: number, y: number) => x === point.x && y === point.y;
  const label = `${title}: ${height} rows of ${width} numbers. Arrow keys choose an output pixel.`;
  return html`<div
    class="cells"
    role="grid"
    tabindex="0"
    aria-label=${label}
    aria-activedescendant=${`${name}-${point.x}-${point.y}`}
    .style=${`--columns:${width}`}
    @keydown=${(event: KeyboardEvent) => onKey(event, shown)}
    @pointermove=${(event: PointerEvent) => onPointer(event, shown)}
    @pointerdown=${(event: PointerEvent) => onPointer(event, shown)}
  >
    ${rows.map(
      (y) =>
        html`<div role="row">
          ${columns.map((x) => {
            const value = outcome[name][y * width + x] as number;
            const lit = name === "pixels" ? near(shown, x, y) : chosen(x, y);
            return html`<span
              role="gridcell"
              id=${`${name}-${x}-${y}`}
              class=${lit ? "lit" : nothing}
              aria-selected=${chosen(x, y)}
              .style=${cellStyle(name, value, largest)}
              >${short(value)}</span
            >`;
          })}
        </div>`,
    )}
  </div>`;
}

/** Where a part of the picture is on the surface, in percent, never too small to be seen. */
function frameStyle({ width, height, point, kernelRows }: Shown, patch: boolean): string {
  const border = patch ? (kernelRows - 1) / 2 : 0;
  const size = 2 * border + 1;
  const middle = (at: number, side: number) => `${(((at + 0.5) / side) * 100).toFixed(3)}%`;
  const extent = (side: number) => `max(9px, ${((size / side) * 100).toFixed(3)}%)`;
  return `left:${middle(point.x, width)};top:${middle(point.y, height)};width:${extent(width)};height:${extent(height)}`;
}

/** What a canvas was painted with last, so that pointing paints nothing anew. */
const painted = new WeakMap<HTMLCanvasElement, unknown>();

export function paint(canvas: HTMLCanvasElement, name: PanelName, outcome: Outcome): void {
  if (painted.get(canvas) === outcome) return;
  painted.set(canvas, outcome);
  const { width, height, values } = outcome.previews[name];
  canvas.width = width;
  canvas.height = height;
  const bytes = shade(values, name === "pixels" ? "brightness" : "sign", largestIn(name, outcome));
  canvas.getContext("2d")?.putImageData(new ImageData(bytes, width, height), 0, 0);
}

function surface(name: PanelName, title: string, shown: Shown): TemplateResult {
  const { width, height, point } = shown;
  const label = `${title}, ${width} × ${height} pixels. Arrow keys choose an output pixel, with Shift ten at a time.`;
  return html`<div
    class="surface"
    role="slider"
    tabindex="0"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax=${width * height - 1}
    aria-valuenow=${point.y * width + point.x}
    aria-valuetext=${`row ${point.y + 1}, column ${point.x + 1}`}
    .style=${`aspect-ratio:${width} / ${height}`}
    @keydown=${(event: KeyboardEvent) => onKey(event, shown)}
    @pointermove=${(event: PointerEvent) => onPointer(event, shown)}
    @pointerdown=${(event: PointerEvent) => onPointer(event, shown)}
  >
    <canvas
      class=${width < 200 ? "coarse" : nothing}
      ${ref((canvas) => {
        if (canvas instanceof HTMLCanvasElement) paint(canvas, name, shown.outcome);
      })}
    ></canvas>
    <span class="frame" .style=${frameStyle(shown, name === "pixels")}></span>
  </div>`;
}

export const panel = (name: PanelName, title: string, shown: Shown): TemplateResult =>
  inCells(shown) ? cells(name, title, shown) : surface(name, title, shown);

/** From the most negative to the most positive number, shaded as the panel is. */
export function legend(name: "convolved" | "activated", range: Range, cellsShown: boolean): TemplateResult {
  const largest = largestOf(range);
  const most = cellsShown ? MOST_OPACITY : 1;
  const stops = Array.from({ length: 21 }, (_, i) => {
    const value = ((i - 10) / 10) * largest;
    return rgb(value < 0 ? NEGATIVE : POSITIVE, most * strength(value, largest));
  });
  return html`<div class="legend" role="img" aria-label=${`Colours: orange is negative, blue is positive, from ${short(-largest)} to ${short(largest)}`}>
    <span>${short(-largest)}</span>
    <span class="ramp" id=${`legend-${name}`} .style=${`background:linear-gradient(to right, ${stops.join(",")})`}></span>
    <span>${short(largest)}</span>
  </div>`;
}

/** Every pixel of a panel as a PNG; small pictures with large pixels. Steps of rows, so that the page stays awake. */
export async function png(
  name: PanelName,
  outcome: Outcome,
  width: number,
  height: number,
  paper: string,
): Promise<Blob> {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser gives no canvas to draw the picture on");
  const rows = Math.max(1, Math.floor((1 << 18) / width));
  for (let y = 0; y < height; y += rows) {
    const count = Math.min(rows, height - y);
    const values = outcome[name].subarray(y * width, (y + count) * width);
    const bytes = shade(values, name === "pixels" ? "brightness" : "sign", largestIn(name, outcome));
    context.putImageData(new ImageData(bytes, width, count), 0, y);
    if (y + count < height) await new Promise((resolve) => setTimeout(resolve));
  }
  // The paper goes beneath, enlarged to whole pixels.
  const factor = Math.max(1, Math.floor(512 / Math.max(width, height)));
  const whole = Object.assign(document.createElement("canvas"), { width: width * factor, height: height * factor });
  const target = whole.getContext("2d");
  if (!target) throw new Error("this browser gives no canvas to draw the picture on");
  target.fillStyle = paper;
  target.fillRect(0, 0, whole.width, whole.height);
  target.imageSmoothingEnabled = false;
  target.drawImage(canvas, 0, 0, whole.width, whole.height);
  return new Promise((resolve, reject) => {
    whole.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be written"))), "image/png");
  });
}
