import type { Core } from "./core.js";
import type { ActivationId } from "./generated/ids.js";
import type { Address } from "./module.js";
import { QUANTITIES } from "./quantity.js";

export interface TextbookBindings {
  textbookSize(): number;
  textbookFormula(which: number): string;
  textbookPoint(which: number, numbers: Address): void;
}

/** A point at which the formula of the textbook fails in floating point, beside what the core gives there. */
export interface TextbookRow {
  readonly id: ActivationId;
  readonly quantity: "value" | "gradient" | "curvature";
  /** Of a vector function: the first number; the others are the catalog's `slice`. */
  readonly x: number;
  /** As programs have it: "log(1 + exp(x))". */
  readonly formula: string;
  /** The exact result, rounded once. */
  readonly exact: number;
  /** What the core gives, and its error in units of the last place of the exact result. */
  readonly ours: number;
  readonly oursError: number;
  /** What the formula gives in float64, each operation rounded, its elementary functions right to half a unit. */
  readonly textbook: number;
  readonly textbookError: number;
}

const NUMBERS = 8;

export function textbookRows(core: Core): TextbookRow[] {
  return Array.from({ length: core.bindings.textbookSize() }, (_, which) => {
    const [numbers] = core.call([], [[Float64Array, NUMBERS]], (_inputs, [into]) => {
      core.bindings.textbookPoint(which, into as Address);
      return 0;
    });
    const [fn, quantity, x, exact, ours, oursError, textbook, textbookError] = [...numbers] as [
      number,
      0 | 1 | 2,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      id: core.catalog[fn]?.id as ActivationId,
      quantity: QUANTITIES[quantity],
      x,
      formula: core.bindings.textbookFormula(which),
      exact,
      ours,
      oursError,
      textbook,
      textbookError,
    };
  });
}
