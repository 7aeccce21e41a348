import { html, type TemplateResult } from "lit";
import type { Activation, SoftmaxSteps } from "../../engine/index.js";
import { exact, tabular, withMinus } from "../../state/numbers.js";
import type { Entry } from "./logits.js";

export type Show = (value: number) => string;

/** NaN as a program prints it, since that is what the naive formula has to show for itself. */
export const shower = (all: boolean): Show => {
  const show = all ? exact : tabular;
  return (value) => (Number.isNaN(value) ? "NaN" : show(value));
};

/** What became of the naive formula, in words. */
export function verdict({ sum, probabilities }: SoftmaxSteps): string {
  if (sum === Number.POSITIVE_INFINITY) {
    return probabilities.some(Number.isNaN)
      ? "It fails: e to such a power is more than a float64 can hold, so it becomes inf, and inf ÷ inf is not a number."
      : "It fails: the sum is more than a float64 can hold and becomes inf, so every probability is 0.";
  }
  if (sum === 0) return "It fails: every e to such a power is rounded to 0, and 0 ÷ 0 is not a number.";
  return "It works: no power of e is too large for a float64 here.";
}

const formula = (title: string, written: string, steps: SoftmaxSteps, entries: readonly Entry[], show: Show) => {
  const large = (value: number) => (value === Number.POSITIVE_INFINITY ? "inf" : show(value));
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${title} formula, step by step">
    <table>
      <caption>
        <strong>${title}</strong> <span class="mono">${written}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Entry</th>
          <th scope="col">exponent</th>
          <th scope="col">exp</th>
          <th scope="col">exp ÷ sum</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          ({ label }, i) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${show(steps.exponents[i] as number)}</td>
              <td class=${Number.isFinite(steps.exponentials[i]) ? "" : "alarm"}>${large(steps.exponentials[i] as number)}</td>
              <td class=${Number.isNaN(steps.probabilities[i]) ? "alarm" : ""}>${large(steps.probabilities[i] as number)}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">sum</th>
          <td></td>
          <td class=${Number.isFinite(steps.sum) ? "" : "alarm"}>${large(steps.sum)}</td>
          <td></td>
        </tr>
      </tfoot>
    </table>
  </div>`;
};

/** The naive formula beside the stable one, with what each has in hand on the way. */
export function formulas(
  engine: Activation,
  entries: readonly Entry[],
  temperature: number,
  show: Show,
  addThousand: () => void,
): TemplateResult {
  const logits = entries.map(({ logit }) => logit);
  const naive = engine.softmaxSteps(logits, { temperature });
  const stable = engine.softmaxSteps(logits, { temperature, stable: true });
  const failed = naive.sum === 0 || !Number.isFinite(naive.sum);
  const scaled = temperature === 1 ? "" : " / T";
  const shifted = temperature === 1 ? "x − max" : "(x − max) / T";
  return html`<section class="stack" aria-labelledby="formulas">
    <div class="row">
      <h3 id="formulas">Two ways to compute it</h3>
      <button type="button" @click=${addThousand}>Add 1000 to all</button>
    </div>
    <div class="pair">
      <div class="stack">
        ${formula("Naive", `exp(x${scaled}) / Σ exp(x${scaled})`, naive, entries, show)}
        <p class=${failed ? "error" : "note"} role="status">${verdict(naive)}</p>
      </div>
      <div class="stack">
        ${formula("Stable", `exp(${shifted}) / Σ exp(${shifted})`, stable, entries, show)}
        <p class="note">
          The largest x, ${withMinus(exact(Math.max(...logits)))}, is subtracted from all first. That changes no
          probability, and no exponent is above 0.
        </p>
      </div>
    </div>
  </section>`;
}
