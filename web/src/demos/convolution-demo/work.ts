import type { Activation, Parameters } from "../../engine/index.js";
import { drawn } from "./pictures.js";
import { type Preview, preview, type Range, rangeOf } from "./shade.js";

export type Pixels = Float32Array | Float64Array;

/** Where the numbers of a picture come from. */
export type Source =
  | { readonly type: "pixels"; readonly pixels: Pixels }
  | { readonly type: "bitmap"; readonly bitmap: ImageBitmap }
  | { readonly type: "drawn"; readonly name: string; readonly seed: number };

export interface Job {
  readonly width: number;
  readonly height: number;
  readonly source: Source;
  readonly kernel: readonly number[];
  readonly activation: string;
  readonly params: Parameters;
}

export interface Outcome {
  readonly pixels: Pixels;
  readonly convolved: Pixels;
  readonly activated: Pixels;
  readonly ranges: { readonly convolved: Range; readonly activated: Range };
  readonly previews: { readonly pixels: Preview; readonly convolved: Preview; readonly activated: Preview };
}

/** Pixels in one step: some milliseconds. */
const STEP = 1 << 18;

function canvasOf(width: number, height: number): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas === "function") return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
}

function* read(engine: Activation, job: Job, part: number): Generator<number, Pixels> {
  const { width, height, source } = job;
  if (source.type === "pixels") return source.pixels;
  if (source.type === "drawn") {
    return source.name === "random" ? engine.random(source.seed).rand(width * height) : drawn(source.name, width);
  }
  const pixels = new Float32Array(width * height);
  const rows = Math.max(1, Math.floor(STEP / width));
  // A strip of the canvas at a time: no second copy of the whole picture.
  const context = canvasOf(width, Math.min(rows, height)).getContext("2d", { willReadFrequently: true }) as
    | CanvasRenderingContext2D
    | OffscreenCanvasRenderingContext2D
    | null;
  if (!context) throw new Error("this browser gives no canvas to read the picture with");
  for (let y = 0; y < height; y += rows) {
    const count = Math.min(rows, height - y);
    context.clearRect(0, 0, width, rows);
    context.drawImage(source.bitmap, 0, y, width, count, 0, 0, width, count);
    pixels.set(engine.grey(context.getImageData(0, 0, width, count).data), y * width);
    yield (part * (y + count)) / height;
  }
  return pixels;
}

/** The whole work in steps, each yielding which part is done: for a worker, or for a page that draws in between. */
export function* work(engine: Activation, job: Job): Generator<number, Outcome> {
  const { width, height } = job;
  const begun = job.source.type === "pixels" ? 0 : 0.4;
  const pixels = yield* read(engine, job, begun);
  const type = pixels.constructor as Float64ArrayConstructor;
  const [convolved, activated] = [new type(pixels.length) as Pixels, new type(pixels.length) as Pixels];
  const ranges: { convolved?: Range; activated?: Range } = {};
  const rows = Math.max(1, Math.floor(STEP / width));
  for (let from = 0; from < height; from += rows) {
    const to = Math.min(height, from + rows);
    const options = { activation: job.activation as "elu", params: job.params, rows: { from, to } };
    const part = engine.convolve(pixels as Float64Array, { width, height }, job.kernel, options);
    convolved.set(part.convolved, from * width);
    activated.set(part.activated, from * width);
    ranges.convolved = rangeOf(part.convolved, ranges.convolved);
    ranges.activated = rangeOf(part.activated, ranges.activated);
    yield begun + (0.9 - begun) * (to / height);
  }
  const previews = {
    pixels: preview(pixels, width, height, "brightness"),
    convolved: preview(convolved, width, height, "sign"),
    activated: preview(activated, width, height, "sign"),
  };
  return { pixels, convolved, activated, ranges: ranges as Outcome["ranges"], previews };
}
