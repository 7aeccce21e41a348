import { html, type TemplateResult } from "lit";
import type { ActivationFunctions, ActivationInfo, VectorId } from "../../engine/index.js";
import { exact, tabular, withMinus } from "../../state/numbers.js";
import type { Selection } from "../../state/selection.js";

/** What a vector function makes of [x, …slice] at the crosshair: each logit with its output, and the sum. */
export function vectorTable(
  act: ActivationFunctions,
  info: ActivationInfo,
  { id, params }: Selection,
  x: number,
): TemplateResult {
  const logits = [x, ...info.slice];
  const outputs = act.value(id as VectorId, logits, params);
  const sum = outputs.reduce((total, output) => total + output, 0);
  return html`<table class="vector">
    <caption>
      ${info.name} of [${logits.map(exact).join(", ")}]
    </caption>
    <thead>
      <tr>
        <th scope="col">logit</th>
        <th scope="col">output</th>
        <th scope="col"><span class="visually-hidden">as a bar</span></th>
      </tr>
    </thead>
    <tbody>
      ${logits.map(
        (logit, i) => html`<tr>
          <td>${i === 0 ? "x = " : ""}${exact(logit)}</td>
          <td title=${exact(outputs[i] as number)}>${tabular(outputs[i] as number)}</td>
          <td><div class="bar" .style=${`--share:${(outputs[i] as number) * 100}%`}></div></td>
        </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <td>sum</td>
        <td>${withMinus(sum.toFixed(4))}</td>
        <td></td>
      </tr>
    </tfoot>
  </table>`;
}
