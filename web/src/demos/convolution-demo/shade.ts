/** How numbers become colours. Both kinds look the same on light and dark paper: signs are colours over the paper. */
export type Shading = "brightness" | "sign";

type Pixels = Float32Array | Float64Array;

/** Mid-tones, so that the ink of either scheme is readable on the strongest of them at MOST_OPACITY. */
export const POSITIVE = [59, 118, 240] as const;
export const NEGATIVE = [217, 96, 26] as const;
/** Of cells with numbers in them: 6.5 : 1 or more against the ink. Pictures without numbers go up to 1. */
export const MOST_OPACITY = 0.6;

/** How strongly a number shows beside the largest one: the root, so that faint edges are not lost beside strong ones. */
export const strength = (value: number, largest: number): number =>
  largest > 0 && !Number.isNaN(value) ? Math.sqrt(Math.min(1, Math.abs(value) / largest)) : 0;

export const greyLevel = (value: number): number => (value > 0 ? Math.round(255 * Math.min(1, value)) : 0);

export function shade(values: ArrayLike<number>, shading: Shading, largest: number): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(4 * values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const at = 4 * i;
    if (shading === "brightness") {
      bytes[at] = bytes[at + 1] = bytes[at + 2] = greyLevel(value);
      bytes[at + 3] = 255;
    } else {
      const [red, green, blue] = value < 0 ? NEGATIVE : POSITIVE;
      bytes[at] = red;
      bytes[at + 1] = green;
      bytes[at + 2] = blue;
      bytes[at + 3] = 255 * strength(value, largest);
    }
  }
  return bytes;
}

export interface Range {
  readonly least: number;
  readonly most: number;
  /** How many are 0. */
  readonly zeros: number;
}

export function rangeOf(values: Pixels, known?: Range): Range {
  let { least, most, zeros } = known ?? { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY, zeros: 0 };
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
    if (value === 0) zeros++;
  }
  return { least, most, zeros };
}

export const largestOf = ({ least, most }: Range): number => Math.max(Math.abs(least), Math.abs(most));

/** The longer side of what is painted of a picture; the numbers behind it stay all there. */
const MOST_PREVIEW = 640;

export interface Preview {
  readonly width: number;
  readonly height: number;
  readonly values: Pixels;
}

/**
 * A picture small enough to paint at once. Of the pixels that share a place, brightness shows the one in the middle,
 * signed numbers the one farthest from 0, so that no thin line vanishes.
 */
export function preview(values: Pixels, width: number, height: number, shading: Shading): Preview {
  const factor = Math.ceil(Math.max(width, height) / MOST_PREVIEW);
  if (factor === 1) return { width, height, values };
  const [w, h] = [Math.ceil(width / factor), Math.ceil(height / factor)];
  const small = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [right, bottom] = [Math.min(width, (x + 1) * factor), Math.min(height, (y + 1) * factor)];
      let chosen = values[((y * factor + bottom) >> 1) * width + ((x * factor + right) >> 1)] as number;
      if (shading === "sign") {
        for (let v = y * factor; v < bottom; v++) {
          for (let u = x * factor; u < right; u++) {
            const value = values[v * width + u] as number;
            if (Math.abs(value) > Math.abs(chosen)) chosen = value;
          }
        }
      }
      small[y * w + x] = chosen;
    }
  }
  return { width: w, height: h, values: small };
}
