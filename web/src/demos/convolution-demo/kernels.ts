import { parseNumber } from "../../state/numbers.js";

/** Rows of weights, as many columns as rows. */
export interface KernelChoice {
  /** A key of KERNELS, or "own". */
  readonly name: string;
  readonly rows: number;
  readonly weights: readonly number[];
}

/** What this element offers fields for. */
export const KERNEL_ROWS = [3, 5, 7] as const;

interface Named {
  readonly title: string;
  readonly weights: readonly number[];
}

export const KERNELS: Readonly<Record<string, Named>> = {
  edge: { title: "Edge", weights: [-1, -1, -1, -1, 8, -1, -1, -1, -1] },
  sharpen: { title: "Sharpen", weights: [0, -1, 0, -1, 5, -1, 0, -1, 0] },
  blur: { title: "Blur", weights: [0.0625, 0.125, 0.0625, 0.125, 0.25, 0.125, 0.0625, 0.125, 0.0625] },
  emboss: { title: "Emboss", weights: [-2, -1, 0, -1, 1, 1, 0, 1, 2] },
  sobel_x: { title: "Sobel x", weights: [-1, 0, 1, -2, 0, 2, -1, 0, 1] },
  sobel_y: { title: "Sobel y", weights: [-1, -2, -1, 0, 0, 0, 1, 2, 1] },
  identity: { title: "Identity", weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] },
};

export const namedKernel = (name: string): KernelChoice => ({
  name,
  rows: 3,
  weights: (KERNELS[name] ?? (KERNELS.edge as Named)).weights,
});

/** The same weights in the middle of more zeros, or the middle of them alone. */
export function resized(kernel: KernelChoice, rows: number): KernelChoice {
  const shift = (kernel.rows - rows) / 2;
  const weights = Array.from({ length: rows * rows }, (_, i) => {
    const [y, x] = [Math.floor(i / rows) + shift, (i % rows) + shift];
    const inside = y >= 0 && y < kernel.rows && x >= 0 && x < kernel.rows;
    return inside ? (kernel.weights[y * kernel.rows + x] as number) : 0;
  });
  return { name: "own", rows, weights };
}

export function withWeight(kernel: KernelChoice, index: number, weight: number): KernelChoice {
  return { ...kernel, name: "own", weights: kernel.weights.map((old, i) => (i === index ? weight : old)) };
}

/** As text that `parseKernel` reads: a line for each row. */
export const kernelText = ({ rows, weights }: KernelChoice): string =>
  Array.from({ length: rows }, (_, y) => weights.slice(y * rows, (y + 1) * rows).join(" ")).join("\n");

const numbersIn = (line: string): string[] => line.split(/[\s,]+/).filter((cell) => cell !== "");

/**
 * A matrix as people paste it: rows on lines or between semicolons, numbers between spaces, tabs or commas, brackets of
 * Python or MATLAB around them. What is wrong is said in words.
 */
export function parseKernel(text: string): KernelChoice | string {
  const lines = text
    .replace(/\b(np\.)?array\b|[()]/g, "")
    .replace(/\]\s*,?/g, "\n")
    .replace(/\[/g, "")
    .split(/[\n\r;]+/)
    .map(numbersIn)
    .filter((row) => row.length > 0);
  const rows = lines.length;
  if (rows === 0) return "type the numbers of the kernel, a line for each row";
  const weights: number[] = [];
  for (const [y, row] of lines.entries()) {
    for (const cell of row) {
      const value = parseNumber(cell);
      if (value === undefined) return `“${cell.slice(0, 20)}” in row ${y + 1} is no number`;
      weights.push(value);
    }
  }
  const widest = Math.max(...lines.map((row) => row.length));
  if (rows % 2 === 0 && lines.every((row) => row.length === rows)) {
    return `${rows} × ${rows} has no middle: a kernel needs an odd number of rows: 3, 5 or 7`;
  }
  const ragged = lines.findIndex((row) => row.length !== (rows % 2 === 1 ? rows : widest));
  if (ragged >= 0) {
    const holds = (lines[ragged] as string[]).length;
    return `row ${ragged + 1} holds ${holds} ${holds === 1 ? "number" : "numbers"}: a kernel has as many columns as rows (there are ${rows} rows)`;
  }
  if (rows !== widest) return `a kernel has as many columns as rows (these are ${rows} rows of ${widest})`;
  if (!KERNEL_ROWS.some((one) => one === rows)) return `a kernel here has 3, 5 or 7 rows (these are ${rows})`;
  const name = Object.keys(KERNELS).find((key) => KERNELS[key]?.weights.join() === weights.join());
  return { name: name ?? "own", rows, weights };
}
