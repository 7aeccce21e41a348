import { html, type TemplateResult } from "lit";
import type { Show } from "./formulas.js";
import { type Entry, subscript } from "./logits.js";

export interface Cell {
  readonly row: number;
  readonly column: number;
}

function inWords(value: number, { row, column }: Cell, entries: readonly Entry[], show: Show): string {
  const [of, by] = [entries[row]?.label, entries[column]?.label];
  if (value === 0) return `A small change of the logit of ${by} does not change the probability of ${of}.`;
  const way = value > 0 ? "up" : "down";
  return row === column
    ? `Raise the logit of ${by} a little, and its own probability goes ${way}: by ${show(Math.abs(value))} per unit.`
    : `Raise the logit of ${by} a little, and the probability of ${of} goes ${way}: by ${show(Math.abs(value))} per unit.`;
}

/** The Jacobian as a heat map. One cell is in the tab order; arrow keys, Home and End move from there. */
export function heatMap(
  jacobian: Float64Array,
  entries: readonly Entry[],
  chosen: Cell,
  show: Show,
  choose: (cell: Cell, focus: boolean) => void,
): TemplateResult {
  const n = entries.length;
  const at = { row: Math.min(chosen.row, n - 1), column: Math.min(chosen.column, n - 1) };
  const value = ({ row, column }: Cell) => jacobian[row * n + column] as number;
  const largest = jacobian.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1;
  const name = ({ row, column }: Cell) => `∂p${subscript(row + 1)}/∂x${subscript(column + 1)}`;
  const onKey = (event: KeyboardEvent) => {
    const { row, column } = at;
    const next = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row, column: 0 },
      End: { row, column: n - 1 },
    }[event.key];
    if (!next) return;
    event.preventDefault();
    const inside = (i: number) => Math.min(n - 1, Math.max(0, i));
    choose({ row: inside(next.row), column: inside(next.column) }, true);
  };
  const cell = (row: number, column: number) => {
    const here = { row, column };
    const number = value(here);
    const isChosen = row === at.row && column === at.column;
    const strength = Math.round((45 * Math.abs(number)) / largest);
    return html`<td
      role="gridcell"
      tabindex=${isChosen ? 0 : -1}
      aria-selected=${isChosen ? "true" : "false"}
      aria-label="${name(here)} = ${show(number)}"
      data-cell="${row},${column}"
      .style=${`--tint: var(${number < 0 ? "--negative" : "--positive"}); --strength: ${strength}%`}
      @pointerenter=${() => choose(here, false)}
      @focus=${() => choose(here, false)}
      @click=${() => choose(here, true)}
    >${n <= 8 ? show(number) : number < 0 ? "−" : number > 0 ? "+" : "0"}</td>`;
  };
  return html`<section class="stack" aria-labelledby="jacobian">
    <h3 id="jacobian">Jacobian: how each probability follows each logit</h3>
    <div class="scroll">
      <table class="heat" role="grid" aria-labelledby="jacobian" @keydown=${onKey}>
        <thead>
          <tr role="row">
            <td role="none"></td>
            ${entries.map(({ label }, j) => html`<th scope="col" role="columnheader" title=${label}>x${subscript(j + 1)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${entries.map(
            ({ label }, i) => html`<tr role="row">
              <th scope="row" role="rowheader" title=${label}>p${subscript(i + 1)}</th>
              ${entries.map((_, j) => cell(i, j))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="reading" role="status">
      <strong class="mono">${name(at)} = ${show(value(at))}</strong>
      <span>${inWords(value(at), at, entries, show)}</span>
    </p>
  </section>`;
}
