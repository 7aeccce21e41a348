import { html, nothing, type TemplateResult } from "lit";
import type { Classification } from "../../engine/index.js";
import { exact, tabular } from "../../state/numbers.js";

const MOST_WORDS = 400;

/** How strongly a word is tinted, in percent: the largest contribution of the text fully, but none for a trifle. */
const strength = (contribution: number, largest: number) =>
  largest < 0.05 ? 0 : Math.round((45 * Math.abs(contribution)) / largest);

type Kind = "for" | "against" | "unknown";
const kindOf = (known: boolean, contribution: number): Kind =>
  !known ? "unknown" : contribution >= 0 ? "for" : "against";

const SPOKEN: Record<Kind, string> = { for: "speaks for it", against: "speaks against it", unknown: "unknown" };

/** The words of a text by what they add to the most probable class: colour, kind of underline, and in words. */
export function contributions(result: Classification, classes: readonly string[], text: string): TemplateResult {
  const { tokens, label } = result;
  const winner = classes.indexOf(label);
  const shown = tokens.slice(0, MOST_WORDS);
  const largest = Math.max(0, ...shown.map(({ contributions }) => Math.abs(contributions[winner] ?? 0)));
  if (tokens.length === 0) {
    return html`<p class="note" data-words>
      There is no word in this sentence${text === "" ? "" : " that the classifier reads"}: its counts are zeros, and the
      biases alone decide.
    </p>`;
  }
  const unknown = shown.filter(({ known }) => !known).length;
  return html`<div class="stack tight">
    <p class="words" role="list" aria-label="Words and what they say about “${label}”">
      ${shown.map(({ text, known, contributions }) => {
        const kind = kindOf(known, contributions[winner] ?? 0);
        const tint = known ? strength(contributions[winner] ?? 0, largest) : 0;
        return html`<span role="listitem" class=${kind} .style=${`--tint:${tint}%`}
          >${text}<span class="visually-hidden"> (${SPOKEN[kind]})</span></span
        > `;
      })}
      ${tokens.length > MOST_WORDS ? html`<span class="soft" role="listitem">and ${tokens.length - MOST_WORDS} more</span>` : nothing}
    </p>
    <p class="legend note" aria-hidden="true">
      <span class="for">speaks for</span> <span class="against">speaks against</span> “${label}”
      ${unknown > 0 ? html`· <span class="unknown">not in the vocabulary</span>` : nothing}
    </p>
  </div>`;
}

/** The numbers behind the colours. */
export function contributionTable({ tokens }: Classification, classes: readonly string[]): TemplateResult {
  return html`<details>
      <summary>What each word adds to the logits</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Word</th>
              ${classes.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${tokens.slice(0, MOST_WORDS).map(
              ({ word, known, contributions }) =>
                html`<tr>
                  <th scope="row">${word}${known ? "" : " (unknown)"}</th>
                  ${Array.from(contributions, (one) => html`<td title=${exact(one)}>${tabular(one)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
}

/** How many texts of each true class were taken for which. */
export function confusionTable(
  classes: readonly string[],
  confusion: readonly (readonly number[])[],
  of: string,
): TemplateResult {
  return html`<div class="scroll">
    <table class="confusion">
      <caption>
        ${of}: true class in rows, predicted class in columns
      </caption>
      <thead>
        <tr>
          <td></td>
          ${classes.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${confusion.map((row, truth) => {
          const all = row.reduce((sum, count) => sum + count, 0);
          return html`<tr>
            <th scope="row">${classes[truth]}</th>
            ${row.map(
              (count, predicted) =>
                html`<td
                  class=${truth === predicted ? "right" : ""}
                  .style=${`--tint:${all === 0 ? 0 : Math.round((40 * count) / all)}%`}
                >
                  ${count}
                </td>`,
            )}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
