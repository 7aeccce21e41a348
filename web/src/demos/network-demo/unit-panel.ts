import { html, nothing, type TemplateResult } from "lit";
import { numberField } from "../../elements/number-field.js";
import type { Activation, LayerResult } from "../../engine/index.js";
import { tabular } from "../../state/numbers.js";
import { infoOf, type Selection } from "../../state/selection.js";
import { layerName, type Unit, unitName } from "./figure.js";
import { type Model, receivedBy, weightOf, withBias, withInput, withWeight } from "./model.js";

const LIMIT = 1e6;

/** In a sum: negative factors in parentheses. */
const factor = (value: number) => (value < 0 || Object.is(value, -0) ? `(${tabular(value)})` : tabular(value));

/** "sigmoid", "elu(alpha = 0.5)": as the function is called in the formula. */
function callName({ id, params }: Selection): string {
  const inside = Object.entries(params).map(([name, value]) => `${name} = ${value}`);
  return inside.length > 0 ? `${id} (${inside.join(", ")})` : id;
}

interface PanelOptions {
  readonly engine: Activation;
  readonly root: ShadowRoot;
  readonly model: Model;
  readonly results: readonly LayerResult[];
  readonly unit: Unit;
  onModel(model: Model): void;
}

/** One unit: its sum with all its numbers, and fields for everything that goes into it. */
export function unitPanel(options: PanelOptions): TemplateResult {
  const { model, unit } = options;
  return html`<section class="panel" aria-label="The chosen unit" id="panel">
    <h3>${layerName(unit.layer, model)} <b>${unitName(unit, model)}</b></h3>
    ${unit.layer === 0 ? inputPanel(options) : sumPanel(options)}
  </section>`;
}

function inputPanel({ model, root, unit, onModel }: PanelOptions): TemplateResult {
  return html`<p class="soft">An input is a number from outside: change it and watch it travel to the right.</p>
    <label class="row"
      >${unitName(unit, model)} =
      ${numberField({
        id: `panel-input-${unit.index}`,
        name: unitName(unit, model),
        value: model.input[unit.index] as number,
        minimum: -LIMIT,
        maximum: LIMIT,
        step: 0.1,
        root,
        onNumber: (value) => onModel(withInput(model, unit.index, value)),
      })}
    </label>`;
}

function sumPanel({ engine, root, model, results, unit, onModel }: PanelOptions): TemplateResult {
  const layer = unit.layer - 1;
  const received = receivedBy(model, results, layer);
  const { z, a } = results[layer] as LayerResult;
  const bias = model.biases[layer]?.[unit.index] ?? 0;
  const selection = model.activations[layer] as Selection;
  const info = infoOf(engine, selection.id);
  const [sum, output] = [z[unit.index] as number, a[unit.index] as number];
  const from = Array.from(received);
  const place = `${unit.layer}-${unit.index}`;
  return html`
    <p class="sum">
      z =
      ${from.map((value, i) => html`<span>${factor(value)} · ${factor(weightOf(model, layer, i, unit.index))}</span> + `)}
      <span>${factor(bias)}</span> = <b>${tabular(sum)}</b>
    </p>
    <p class="sum">
      ${
        info?.vector
          ? html`a = ${callName(selection)} of all ${z.length} z, here = <b>${tabular(output)}</b>`
          : html`a = ${callName(selection)}(<span>${tabular(sum)}</span>) = <b>${tabular(output)}</b>`
      }
    </p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>from</th>
            <th>gives</th>
            <th>weight</th>
          </tr>
        </thead>
        <tbody>
          ${from.map(
            (value, i) => html`<tr>
              <th scope="row">${unitName({ layer, index: i }, model)}</th>
              <td>${tabular(value)}</td>
              <td>
                ${numberField({
                  id: `weight-${place}-${i}`,
                  name: "the weight",
                  label: `weight from ${unitName({ layer, index: i }, model)}`,
                  value: weightOf(model, layer, i, unit.index),
                  minimum: -LIMIT,
                  maximum: LIMIT,
                  step: 0.1,
                  root,
                  onNumber: (weight) => onModel(withWeight(model, layer, i, unit.index, weight)),
                })}
              </td>
            </tr>`,
          )}
          <tr>
            <th scope="row">bias</th>
            <td></td>
            <td>
              ${numberField({
                id: `bias-${place}`,
                name: "the bias",
                label: "bias",
                value: bias,
                minimum: -LIMIT,
                maximum: LIMIT,
                step: 0.1,
                root,
                onNumber: (value) => onModel(withBias(model, layer, unit.index, value)),
              })}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
    ${info?.vector ? html`<p class="note">${info.name} takes the whole layer at once.</p>` : nothing}
  `;
}
