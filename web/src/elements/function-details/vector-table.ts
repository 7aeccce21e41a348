import { html, nothing, type TemplateResult } from "lit";
import { ActivationError } from "../../engine/errors.js";
import type { ActivationFunctions, ActivationInfo, VectorId } from "../../engine/index.js";
import { exact, tabular, withMinus } from "../../state/numbers.js";
import type { Selection } from "../../state/selection.js";

/** Shares of a whole have bars and a sum; they are what the properties say they are. */
const areShares = (info: ActivationInfo): boolean => info.properties.range.includes("sum 1");

function outputsOf(act: ActivationFunctions, { id, params }: Selection, inputs: readonly number[]) {
  try {
    return act.value(id as VectorId, inputs, params);
  } catch (error) {
    // Groups of 4, say, of 6 numbers.
    if (error instanceof ActivationError) return error.message;
    throw error;
  }
}

/**
 * What a vector function makes of [x, …slice] at the crosshair: each input with its output, or with the fewer outputs that
 * there are. Shares of a whole are drawn too, with their sum.
 */
export function vectorTable(
  act: ActivationFunctions,
  info: ActivationInfo,
  selection: Selection,
  x: number,
): TemplateResult {
  const inputs = [x, ...info.slice];
  const outputs = outputsOf(act, selection, inputs);
  const caption = html`${info.name} of [${inputs.map(exact).join(", ")}]`;
  if (typeof outputs === "string") return html`<p class="vector">${caption}: ${outputs}.</p>`;
  const shares = areShares(info);
  const input = info.id === "softmax" ? "logit" : "input";
  const sum = outputs.reduce((total, output) => total + output, 0);
  return html`<table class="vector">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${input}</th>
        <th scope="col">output</th>
        ${shares ? html`<th scope="col"><span class="visually-hidden">as a bar</span></th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${inputs.map((one, i) => {
        const output = outputs[i];
        return html`<tr>
          <td>${i === 0 ? "x = " : ""}${exact(one)}</td>
          <td title=${output === undefined ? nothing : exact(output)}>${output === undefined ? "" : tabular(output)}</td>
          ${shares ? html`<td><div class="bar" .style=${`--share:${(output ?? 0) * 100}%`}></div></td>` : nothing}
        </tr>`;
      })}
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
    }
  </table>`;
}
