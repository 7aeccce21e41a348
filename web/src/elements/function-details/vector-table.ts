import { html, nothing, type TemplateResult } from "lit";
import type { ActivationFunctions, ActivationInfo, Parameters, VectorId } from "../../engine/index.js";
import { exact, tabular, withMinus } from "../../state/numbers.js";
import type { Selection } from "../../state/selection.js";

/** The outputs, or in words why there are none: a slider may ask for groups that the numbers do not fill. */
function outputsOf(
  act: ActivationFunctions,
  id: VectorId,
  inputs: readonly number[],
  params: Parameters,
): Float64Array | string {
  try {
    return act.value(id, inputs, params);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const named = (value: number, i: number) => `${i === 0 ? "x = " : ""}${exact(value)}`;
const cell = (value: number) => html`<td title=${exact(value)}>${tabular(value)}</td>`;

/** What a vector function makes of [x, …slice] at the crosshair: each number with its output, or those that make one. */
export function vectorTable(
  act: ActivationFunctions,
  info: ActivationInfo,
  { id, params }: Selection,
  x: number,
): TemplateResult {
  const inputs = [x, ...info.slice];
  const outputs = outputsOf(act, id as VectorId, inputs, params);
  const caption = `${info.name} of [${inputs.map(exact).join(", ")}]`;
  if (typeof outputs === "string") return html`<p class="vector hint">${outputs}.</p>`;
  return html`<table class="vector">
    <caption>
      ${caption}
    </caption>
    ${outputs.length === inputs.length ? oneEach(inputs, outputs) : several(inputs, outputs)}
  </table>`;
}

/** An output for each number; where they are shares of one whole, with bars and their sum. */
function oneEach(inputs: readonly number[], outputs: Float64Array): TemplateResult {
  const sum = outputs.reduce((total, output) => total + output, 0);
  const shares = Math.abs(sum - 1) < 1e-9 && outputs.every((output) => output >= 0);
  return html`<thead>
      <tr>
        <th scope="col">logit</th>
        <th scope="col">output</th>
        ${shares ? html`<th scope="col"><span class="visually-hidden">as a bar</span></th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${inputs.map(
        (input, i) => html`<tr>
          <td>${named(input, i)}</td>
          ${cell(outputs[i] as number)}
          ${shares ? html`<td class="share"><div class="bar" .style=${`--share:${(outputs[i] as number) * 100}%`}></div></td>` : nothing}
        </tr>`,
      )}
    </tbody>
    ${
      shares
        ? html`<tfoot>
            <tr>
              <td>sum</td>
              <td>${withMinus(sum.toFixed(4))}</td>
              <td></td>
            </tr>
          </tfoot>`
        : nothing
    }`;
}

/** Fewer outputs than numbers: neighbours make one together, and a gated unit multiplies one number by its gate. */
function several(inputs: readonly number[], outputs: Float64Array): TemplateResult {
  const each = inputs.length / outputs.length;
  const gated = inputs.length === 2;
  const columns = gated ? ["value", "gate"] : ["numbers"];
  return html`<thead>
      <tr>
        ${columns.map((title) => html`<th scope="col">${title}</th>`)}
        <th scope="col">output</th>
      </tr>
    </thead>
    <tbody>
      ${Array.from(outputs, (output, i) => {
        const parts = inputs.slice(i * each, (i + 1) * each).map((value, k) => named(value, i * each + k));
        return html`<tr>
          ${gated ? parts.map((part) => html`<td>${part}</td>`) : html`<td>${parts.join(", ")}</td>`}
          ${cell(output)}
        </tr>`;
      })}
    </tbody>`;
}
