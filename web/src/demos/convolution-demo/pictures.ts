/** Pictures drawn by code, with arithmetic alone, at any size: brightness from 0 to 1, row after row. */
type Drawing = (x: number, y: number) => number;

const step = (inside: boolean): number => (inside ? 1 : 0);

/** The segments of a seven: from and to, in parts of the side. */
const SEVEN = [
  [0.25, 0.22, 0.75, 0.22],
  [0.75, 0.22, 0.42, 0.82],
] as const;

/** The square of the distance to a segment. */
function distance2(x: number, y: number, [x0, y0, x1, y1]: readonly [number, number, number, number]): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
  return (x - x0 - along * dx) ** 2 + (y - y0 - along * dy) ** 2;
}

/** A zigzag between 0 and 1 with `period` as its width. */
const zigzag = (x: number, period: number): number => {
  const t = x / period - Math.floor(x / period);
  return 1 - Math.abs(2 * t - 1);
};

function mountains(x: number, y: number): number {
  const ridges = [
    { top: 0.38 + 0.22 * zigzag(x + 0.1, 0.62) + 0.04 * zigzag(x, 0.11), shade: 0.62 },
    { top: 0.58 + 0.16 * zigzag(x + 0.37, 0.44) + 0.03 * zigzag(x, 0.07), shade: 0.4 },
    { top: 0.78 + 0.1 * zigzag(x + 0.2, 0.31) + 0.02 * zigzag(x, 0.05), shade: 0.18 },
  ];
  let brightness = 0.95 - 0.25 * y;
  if ((x - 0.78) ** 2 + (y - 0.17) ** 2 < 0.008) brightness = 1;
  for (const { top, shade } of ridges) if (y > top) brightness = shade + 0.15 * (y - top);
  return brightness;
}

/** x and y of a pixel's middle, from 0 to 1. */
const DRAWINGS: Readonly<Record<string, { readonly title: string; readonly draw: Drawing }>> = {
  disc: { title: "A disc", draw: (x, y) => step((x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.12) },
  checkerboard: { title: "A checkerboard", draw: (x, y) => step((Math.floor(5 * x) + Math.floor(5 * y)) % 2 === 0) },
  stripes: { title: "Stripes", draw: (x, y) => step(Math.floor(5 * (x + y)) % 2 === 0) },
  gradient: { title: "A gradient with an edge", draw: (x, y) => (x < 0.5 ? x : 1.25 - x - 0.25 * y) },
  digit: { title: "A seven", draw: (x, y) => step(SEVEN.some((segment) => distance2(x, y, segment) < 0.0049)) },
  mountains: { title: "Mountains", draw: mountains },
};

/** The words of the attribute, with what they are called. */
export const PICTURES: readonly (readonly [name: string, title: string])[] = [
  ["random", "Random numbers"],
  ...Object.entries(DRAWINGS).map(([name, { title }]) => [name, title] as const),
];

export const SIZES = [10, 64, 256, 2048] as const;

export function drawn(name: string, side: number): Float64Array | Float32Array {
  const draw = (DRAWINGS[name] ?? (DRAWINGS.disc as { draw: Drawing })).draw;
  const pixels = side > 256 ? new Float32Array(side * side) : new Float64Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) pixels[y * side + x] = draw((x + 0.5) / side, (y + 0.5) / side);
  }
  return pixels;
}
