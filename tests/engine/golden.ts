import { readFileSync } from "node:fs";

/** The judge: exact results, rounded once. The format is described in tests/golden/README.md. */
const folder = new URL("../golden/", import.meta.url);

export function hexFloat(text: string): number {
  if (text === "nan") return Number.NaN;
  if (text === "inf") return Number.POSITIVE_INFINITY;
  if (text === "-inf") return Number.NEGATIVE_INFINITY;
  const [, sign, whole, fraction = "", power] = /^(-?)0x([01])(?:\.([0-9a-f]+))?p([+-]\d+)$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`not a hex float: ${text}`);
  let value = Number(BigInt(`0x${whole}${fraction}`));
  let exponent = Number(power) - 4 * fraction.length;
  // In two steps where one power of two would leave the range of a double.
  for (; exponent < -1000; exponent += 500) value *= 2 ** -500;
  for (; exponent > 1000; exponent -= 500) value *= 2 ** 500;
  value *= 2 ** exponent;
  return sign ? -value : value;
}

export interface Row {
  readonly float32: boolean;
  readonly parameters: Readonly<Record<string, number>>;
  readonly x: number;
  readonly expected: Readonly<Record<"value" | "gradient" | "curvature", readonly [rounded: number, rest: number]>>;
}

export function rowsOf(id: string): Row[] {
  const [head = "", ...lines] = readFileSync(new URL(`${id}.csv`, folder), "utf8")
    .trim()
    .split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const cells = Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])) as Record<string, string>;
    const number = (name: string) => hexFloat(cells[name] ?? "");
    const parameters = names.filter((name) => name.startsWith("p_")).map((name) => [name.slice(2), number(name)]);
    return {
      float32: cells.fmt === "s",
      parameters: Object.fromEntries(parameters),
      x: number("x"),
      expected: {
        value: [number("f"), Number(cells.e)],
        gradient: [number("f1"), Number(cells.e1)],
        curvature: [number("f2"), Number(cells.e2)],
      },
    };
  });
}

interface SoftmaxResult {
  readonly y: string[];
  readonly ey?: number[];
  readonly vjp?: string[];
  readonly evjp?: number[];
}

export interface SoftmaxRecord {
  readonly fmt: "d" | "s";
  readonly x: string[];
  readonly g: string[];
  readonly softmax?: SoftmaxResult;
  readonly log_softmax?: SoftmaxResult;
  readonly softmin?: SoftmaxResult;
  readonly logsumexp?: SoftmaxResult;
}

export const softmaxRecords = (): SoftmaxRecord[] =>
  readFileSync(new URL("softmax_family.jsonl", folder), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The spacing of floating-point numbers around a value. */
export function ulpOf(value: number, float32: boolean): number {
  const [bits, least] = float32 ? [23, -149] : [52, -1074];
  if (value === 0) return 2 ** least;
  let exponent = Math.floor(Math.log2(Math.abs(value)));
  // log2 is rounded: just below a power of two it may say the next one.
  if (2 ** exponent > Math.abs(value)) exponent--;
  return 2 ** Math.max(exponent - bits, least);
}

/** The error of a computed number in units of the last place, against rounded + rest ulp. */
export function ulpError(got: number, [rounded, rest]: readonly [number, number], float32: boolean): number {
  if (Object.is(got, rounded) || got === rounded) return Math.abs(rest);
  if (!Number.isFinite(got) || !Number.isFinite(rounded)) {
    return Number.isNaN(got) && Number.isNaN(rounded) ? 0 : Number.POSITIVE_INFINITY;
  }
  return Math.abs((got - rounded) / ulpOf(rounded, float32) - rest);
}
