import { html, type TemplateResult } from "lit";
import { tabular } from "../../state/numbers.js";

export const LABELS = ["negative", "neutral", "positive"] as const;

/** The place of the largest number; of equals the first. */
export const leader = (numbers: ArrayLike<number>): number =>
  Array.from(numbers).reduce((best, number, i, all) => (number > (all[best] as number) ? i : best), 0);

/** Logits and probabilities of the classes, as bars and numbers. */
export function probabilityTable(
  classes: readonly string[],
  logits: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): TemplateResult {
  const best = leader(probabilities);
  return html`<table class="probabilities">
    <thead>
      <tr>
        <th scope="col">Class</th>
        <th scope="col">Logit</th>
        <th scope="col" colspan="2">Probability</th>
      </tr>
    </thead>
    <tbody>
      ${classes.map((name, k) => {
        const share = probabilities[k] as number;
        return html`<tr class=${k === best ? "best" : ""}>
          <th scope="row">${name}</th>
          <td data-logit>${tabular(logits[k] as number)}</td>
          <td class="track" aria-hidden="true"><i .style=${`width:${(100 * share).toFixed(2)}%`}></i></td>
          <td data-probability>${tabular(share)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
