import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { DemoElement } from "../../elements/demo-element.js";
import { demoStyles } from "../../elements/demo-styles.js";
import type { Activation, TextbookRow } from "../../engine/index.js";
import { exact, tabular } from "../../state/numbers.js";
import { infoOf } from "../../state/selection.js";
import { accuracyStyles } from "./styles.js";

const SYMBOLS = { value: "f", gradient: "f′", curvature: "f″" } as const;

/** From here on not even the first binary digit is right. */
const NOTHING = 2 ** 51;
/** Decimal digits that a float64 tells apart. */
const DIGITS = 15.95;

/** An error in units of the last place as one speaks of it. */
function spoken(error: number): string {
  if (error <= 1) return "right to the last digit";
  if (error === Number.POSITIVE_INFINITY) return "too large for a number on the way";
  const digits = Math.floor(DIGITS - Math.log10(error));
  if (error >= NOTHING || digits < 1) return "no digit is right";
  return digits === 1 ? "one digit is right" : `${digits} of 16 digits are right`;
}

/** Two decimals where they say something, a power of ten where there are too many digits. */
const inUlp = (error: number): string => (error < 1e5 ? error.toFixed(2) : tabular(error));

/**
 * `<accuracy-table>`: points at which the formulas of textbooks fail in floating point, what they give there, and what
 * this library gives, both with their errors, computed live.
 *
 * Attributes: `theme`, `height`, as for every element here.
 */
export class AccuracyTable extends DemoElement {
  static override styles = [demoStyles, accuracyStyles];
  static override properties: PropertyDeclarations = {};

  /** The same at every call. */
  #rows: readonly TextbookRow[] | undefined;

  protected override release(): void {
    this.#rows = undefined;
  }

  protected override demo(engine: Activation): TemplateResult {
    this.#rows ??= engine.textbook();
    return html`<div class="stack">
      <table role="table">
        <caption class="visually-hidden">
          Results of textbook formulas at ${this.#rows.length} hard points, beside those of this library
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">What</th>
            <th role="columnheader" scope="col">By the textbook’s formula</th>
            <th role="columnheader" scope="col">Here</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.#rows.map((row) => this.#row(engine, row))}
        </tbody>
      </table>
      <p class="note">
        Computed just now, in your browser. An ulp, a unit in the last place, is the step from one float64 to the next:
        about one part in 10¹⁶. No result can be nearer than the float64 next to the exact one, which is at most ½ ulp off.
      </p>
    </div>`;
  }

  #row(engine: Activation, row: TextbookRow): TemplateResult {
    const { id, quantity, x, formula, ours, oursError, textbook, textbookError } = row;
    const info = infoOf(engine, id);
    const point = info?.vector ? `[${[x, ...info.slice].map(exact).join(", ")}]` : exact(x);
    return html`<tr role="row" data-id=${id} data-right=${textbookError <= 1}>
      <th role="rowheader" scope="row">${info?.name} <span>${SYMBOLS[quantity]}(${point})</span></th>
      <td role="cell" class="textbook">
        <code>${formula}</code>
        ${result(textbook, textbookError)}
      </td>
      <td role="cell" class="here">${result(ours, oursError)}</td>
    </tr>`;
  }
}

const result = (value: number, error: number): TemplateResult =>
  html`<b>${exact(value === 0 ? 0 : value)}</b>
    <small>${spoken(error)}, <span>${inUlp(error)} ulp off</span></small>`;

customElements.define("accuracy-table", AccuracyTable);

declare global {
  interface HTMLElementTagNameMap {
    "accuracy-table": AccuracyTable;
  }
}
