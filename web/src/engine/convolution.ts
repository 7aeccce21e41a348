import { numbers } from "./arguments.js";
import { aligned, type Core } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { ElementwiseId, ParametersOf } from "./generated/ids.js";
import type { FloatArray, FloatArrayConstructor } from "./memory.js";
import type { Address } from "./module.js";

export interface ConvolutionBindings {
  convolve32: Convolve;
  convolve64: Convolve;
  grey(rgba: Address, out: Address, pixels: number): number;
}

type Convolve = (
  image: Address,
  width: number,
  height: number,
  kernel: Address,
  size: number,
  begin: number,
  end: number,
  fn: number,
  parameters: Address,
  convolved: Address,
  activated: Address,
) => number;

export interface ImageSize {
  /** Whole numbers from 1 on; width · height is the number of pixels. */
  readonly width: number;
  readonly height: number;
}

/** Rows of weights, or all of them one after the other: n × n finite numbers, n odd and at most 15. */
export type Kernel = readonly (readonly number[] | FloatArray)[] | readonly number[] | FloatArray;

export interface ConvolveOptions<Id extends ElementwiseId = ElementwiseId> {
  /** The function that every convolved pixel passes through; `linear` when not given. */
  readonly activation?: Id;
  readonly params?: ParametersOf<Id>;
  /** Only the rows from `from` to before `to`: the results hold these alone. All rows when not given. */
  readonly rows?: { readonly from: number; readonly to: number };
}

/** Row after row, width numbers each. */
export interface Convolved<A extends FloatArray = FloatArray> {
  readonly convolved: A;
  readonly activated: A;
}

/** 16 megapixels: 4096 × 4096. */
export const MOST_PIXELS = 2 ** 24;
const MOST_KERNEL_ROWS = 15;
/** What a band of rows and its results may take: a part of a second-level cache. */
const BAND_BYTES = 450_000;

const bad = (message: string) => new ActivationError("bad-argument", message);
const isArray = (value: unknown): value is readonly unknown[] | FloatArray =>
  Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;

function side(name: string, value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
  throw bad(`${name} must be a whole number from 1 on (got ${shown(value)})`);
}

/** Width and height, checked, for so many numbers as there are. */
export function sizeOf(size: unknown, length?: number): ImageSize {
  if (typeof size !== "object" || size === null) {
    throw bad(`the size of the image must be given like { width: 10, height: 10 } (got ${shown(size)})`);
  }
  const given = size as Partial<Record<keyof ImageSize, unknown>>;
  const [width, height] = [side("width", given.width), side("height", given.height)];
  if (width * height > MOST_PIXELS) {
    throw new ActivationError(
      "too-large",
      `an image may have 16 megapixels (${MOST_PIXELS}) at most (got ${width} × ${height})`,
    );
  }
  if (length !== undefined && length !== width * height) {
    throw bad(`an image of ${width} × ${height} must hold ${width * height} numbers (it holds ${length})`);
  }
  return { width, height };
}

/** The weights row after row, and how many rows there are. */
export function kernelOf(kernel: unknown): { weights: Float64Array; rows: number } {
  if (!isArray(kernel)) {
    throw bad(`kernel must be rows of numbers like [[0, 1, 0], [1, -4, 1], [0, 1, 0]] (got ${shown(kernel)})`);
  }
  const inRows = isArray(kernel[0]);
  const rows = inRows ? kernel.length : Math.sqrt(kernel.length);
  if (!Number.isInteger(rows)) {
    throw bad(`a kernel in one row must hold n · n numbers: 1, 9, 25, 49 … (it holds ${kernel.length})`);
  }
  if (rows % 2 === 0 || rows > MOST_KERNEL_ROWS) {
    const got = `${rows} × ${inRows && isArray(kernel[0]) ? kernel[0].length : rows}`;
    throw bad(`kernel must have an odd number of rows from 1 to ${MOST_KERNEL_ROWS}, and as many columns (got ${got})`);
  }
  const weights = new Float64Array(rows * rows);
  const put = (values: readonly unknown[] | FloatArray, at: number, name: string) => {
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (typeof value !== "number" || !Number.isFinite(value)) {
        throw bad(`${name}[${i}] must be a finite number (got ${shown(value)})`);
      }
      weights[at + i] = value;
    }
  };
  if (!inRows) {
    put(kernel, 0, "kernel");
    return { weights, rows };
  }
  for (let i = 0; i < rows; i++) {
    const row: unknown = kernel[i];
    if (!isArray(row)) throw bad(`kernel[${i}] must be a row of numbers (got ${shown(row)})`);
    if (row.length !== rows) {
      throw bad(`kernel must have as many columns as rows: row ${i + 1} of ${rows} holds ${row.length}`);
    }
    put(row, i * rows, `kernel[${i}]`);
  }
  return { weights, rows };
}

function rowsOf(rows: unknown, height: number): [begin: number, end: number] {
  if (rows === undefined) return [0, height];
  const { from, to } = (typeof rows === "object" && rows !== null ? rows : {}) as Record<string, unknown>;
  const whole = Number.isSafeInteger(from) && Number.isSafeInteger(to);
  if (whole && (from as number) >= 0 && (from as number) < (to as number) && (to as number) <= height) {
    return [from as number, to as number];
  }
  throw bad(`rows must be like { from: 0, to: ${height} }, whole numbers within the image`);
}

/**
 * Bands of rows, small enough for the processor's cache, go in and their results come out: a picture of any size needs
 * no more wasm memory than one band, and memory is read and written once.
 */
export function convolve(core: Core, image: unknown, size: unknown, kernel: unknown, options: unknown): Convolved {
  const { memory, bindings } = core;
  const source = memory.attach(numbers("image", image));
  const { width, height } = sizeOf(size, source.length);
  const { weights, rows } = kernelOf(kernel);
  if (options !== undefined && (typeof options !== "object" || options === null)) {
    throw bad(`the options of convolve must be an object like { activation: "relu" } (got ${shown(options)})`);
  }
  const { activation = "linear", params, rows: wanted } = (options ?? {}) as Record<string, unknown>;
  const entry = core.entry(activation);
  if (entry.info.vector) {
    throw new ActivationError("unsupported", `${entry.info.id} needs a whole vector: choose a function of one number`);
  }
  const parameters = core.parameters(entry, params);
  const [begin, end] = rowsOf(wanted, height);

  // What is no function of the catalog follows in a second step.
  const { formula } = entry;
  const index = formula === undefined ? entry.index : core.entry("linear").index;
  const type = source.constructor as FloatArrayConstructor;
  const through = source instanceof Float32Array ? bindings.formulaEvaluate32 : bindings.formulaEvaluate64;
  const run = source instanceof Float32Array ? bindings.convolve32 : bindings.convolve64;
  const [convolved, activated] = [new type((end - begin) * width), new type((end - begin) * width)];
  const inside = memory.addressOf(source);
  const border = (rows - 1) / 2;
  const rowBytes = width * type.BYTES_PER_ELEMENT;
  const band = Math.min(end - begin, Math.max(1, Math.floor(BAND_BYTES / rowBytes / 3) - 2 * border));
  const weightBytes = aligned(weights.byteLength);
  const pixelBytes = inside === undefined ? aligned((band + 2 * border) * rowBytes) : 0;
  const resultBytes = aligned(band * rowBytes);
  // Taking scratch may grow the memory: an image that lies inside is known by its address alone from here on.
  const scratch = memory.scratch(weightBytes + 128 + pixelBytes + 2 * resultBytes);
  const atParameters = scratch + weightBytes;
  const atPixels = atParameters + 128;
  const atConvolved = atPixels + pixelBytes;
  const atActivated = atConvolved + resultBytes;
  try {
    memory.view(Float64Array, scratch, weights.length).set(weights);
    memory.view(Float64Array, atParameters, parameters.length).set(parameters);
    for (let from = begin; from < end; from += band) {
      const to = Math.min(from + band, end);
      // A part of the picture with the rows that the kernel reaches gives the bits of the whole.
      const [top, bottom] =
        inside === undefined ? [Math.max(0, from - border), Math.min(height, to + border)] : [0, height];
      if (inside === undefined) {
        const part = source.subarray(top * width, bottom * width);
        memory.view(type, atPixels, part.length).set(part);
      }
      core.check(
        run(
          inside ?? atPixels,
          width,
          bottom - top,
          scratch,
          rows,
          from - top,
          to - top,
          index,
          atParameters,
          atConvolved,
          atActivated,
        ),
      );
      const count = (to - from) * width;
      if (formula !== undefined) core.check(through(formula, 0, atConvolved, atActivated, count, atParameters));
      convolved.set(memory.view(type, atConvolved, count), (from - begin) * width);
      activated.set(memory.view(type, atActivated, count), (from - begin) * width);
    }
  } finally {
    memory.settle();
  }
  return { convolved, activated };
}

/** Brightness of RGBA bytes, see Activation.grey. In parts, for the same reason as above. */
export function grey(core: Core, rgba: unknown): Float32Array {
  if (!(rgba instanceof Uint8Array || rgba instanceof Uint8ClampedArray)) {
    throw bad(`grey takes the bytes of an image, a Uint8ClampedArray (got ${shown(rgba)})`);
  }
  if (rgba.length % 4 !== 0) throw bad(`there must be four bytes for each pixel (there are ${rgba.length} bytes)`);
  const pixels = rgba.length / 4;
  if (pixels > MOST_PIXELS) {
    throw new ActivationError("too-large", `an image may have 16 megapixels (${MOST_PIXELS}) at most (got ${pixels})`);
  }
  const result = new Float32Array(pixels);
  const part = Math.min(pixels, 1 << 16);
  const scratch = core.memory.scratch(aligned(8 * part));
  const out = scratch + 4 * part;
  for (let from = 0; from < pixels; from += part) {
    const count = Math.min(part, pixels - from);
    core.memory.bytes(scratch, 4 * count).set(rgba.subarray(4 * from, 4 * (from + count)));
    core.check(core.bindings.grey(scratch, out, count));
    result.set(core.memory.view(Float32Array, out, count), from);
  }
  core.memory.settle();
  return result;
}
