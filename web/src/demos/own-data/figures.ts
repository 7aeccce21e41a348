import { html, nothing, svg, type TemplateResult } from "lit";
import type { Description } from "../../engine/index.js";
import { exact, tabular } from "../../state/numbers.js";
import type { Analysis, Part } from "./analysis.js";

/** A round number without the dust of its last bits. */
const round = (value: number): string => exact(Number(value.toPrecision(6)));
const share = (part: number, whole: number): string => (whole > 0 ? `${((100 * part) / whole).toFixed(1)} %` : "none");

const WIDTH = 300;
const HEIGHT = 110;

function bars(edges: Float64Array, counts: Uint32Array): TemplateResult {
  const most = counts.reduce((largest, one) => Math.max(largest, one), 1);
  const [left, right] = [edges[0] as number, edges.at(-1) as number];
  const x = (value: number) => ((value - left) / (right - left || 1)) * WIDTH;
  const zero = left < 0 && right > 0 ? svg`<path class="zero" d=${`M${x(0)} 0V${HEIGHT}`} />` : nothing;
  const single = right === left;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${zero}
    ${Array.from(counts, (count, i) => {
      const [from, to] = single ? [WIDTH / 2 - 8, WIDTH / 2 + 8] : [x(edges[i] as number), x(edges[i + 1] as number)];
      const height = (count / most) * (HEIGHT - 4);
      // What is there is to be seen, however little of it.
      const seen = count > 0 ? Math.max(1.5, height) : 0;
      const gap = to - from > 3 ? 0.6 : 0;
      return svg`<rect x=${from + gap} y=${HEIGHT - seen} width=${to - from - 2 * gap} height=${seen} />`;
    })}
  </svg>`;
}

export function histogramFigure(
  kind: string,
  title: string,
  note: string,
  { description, histogram }: Part,
): TemplateResult {
  const { count, minimum, maximum } = description;
  if (!histogram) {
    return html`<figure class="histogram ${kind}">
      <figcaption><b>${title}</b> <span class="soft">${note}</span></figcaption>
      <p class="note">${count === 0 ? "There is no number to draw." : "The numbers are too large to be drawn."}</p>
    </figure>`;
  }
  const { edges, counts } = histogram;
  const most = counts.reduce((largest, one) => Math.max(largest, one), 0);
  const at = counts.indexOf(most);
  const summary = `Histogram of ${title}: ${count} values from ${tabular(minimum)} to ${tabular(maximum)}; most of them, ${most}, from ${round(edges[at] as number)} to ${round(edges[at + 1] as number)}`;
  return html`<figure class="histogram ${kind}">
    <figcaption><b>${title}</b> <span class="soft">${note}</span></figcaption>
    <div class="bars" role="img" aria-label=${summary}>
      <span class="most">${most}</span>
      ${bars(edges, counts)}
    </div>
    <div class="ends" aria-hidden="true">
      <span>${round(edges[0] as number)}</span><span>${round(edges.at(-1) as number)}</span>
    </div>
    <details>
      <summary>As a table</summary>
      <div class="scroll" tabindex="0" role="group" aria-label="Bins of ${title}">
        <table>
          <thead>
            <tr>
              <th scope="col">from</th>
              <th scope="col">to</th>
              <th scope="col">values</th>
            </tr>
          </thead>
          <tbody>
            ${Array.from(
              counts,
              (one, i) => html`<tr>
                <td>${round(edges[i] as number)}</td>
                <td>${round(edges[i + 1] as number)}</td>
                <td>${one}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </figure>`;
}

const MEASURES: readonly (readonly [label: string, of: (one: Description) => string])[] = [
  ["Numbers", ({ count }) => String(count)],
  ["Mean", ({ mean }) => number(mean)],
  ["Standard deviation", ({ deviation }) => number(deviation)],
  ["Root mean square", ({ rootMeanSquare }) => number(rootMeanSquare)],
  ["Minimum", ({ minimum }) => number(minimum)],
  ["Median", ({ median }) => number(median)],
  ["Maximum", ({ maximum }) => number(maximum)],
  ["Exactly 0", ({ zeros, count }) => share(zeros, count)],
];
const number = (value: number): string => (Number.isNaN(value) ? "–" : tabular(value));

/** What the data is like before and after, and what the gradient is like where the data lies. */
export function statistics({ before, after, gradient }: Analysis, name: string): TemplateResult {
  const columns = [before, after, gradient];
  const { small, count } = gradient.description;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Statistics">
    <table class="statistics">
      <thead>
        <tr>
          <td></td>
          <th scope="col">x</th>
          <th scope="col">${name}(x)</th>
          <th scope="col">gradient</th>
        </tr>
      </thead>
      <tbody>
        ${MEASURES.map(
          ([label, of]) =>
            html`<tr>
              <th scope="row">${label}</th>
              ${columns.map(({ description }) => html`<td>${of(description)}</td>`)}
            </tr>`,
        )}
        <tr>
          <th scope="row">Saturated: |gradient| &lt; 0.01</th>
          <td></td>
          <td></td>
          <td>${share(small, count)}</td>
        </tr>
      </tbody>
    </table>
  </div>`;
}
