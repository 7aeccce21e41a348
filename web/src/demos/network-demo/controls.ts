import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { functionOptions } from "../../elements/function-options.js";
import { numberField } from "../../elements/number-field.js";
import type { Activation, ParameterInfo } from "../../engine/index.js";
import { keptParams } from "../../state/library.js";
import { infoOf, parameterOf, type Selection, withParameter } from "../../state/selection.js";
import { layerName, unitName } from "./figure.js";
import {
  layerFunctions,
  MOST_HIDDEN,
  MOST_UNITS,
  type Model,
  withActivation,
  withInput,
  withLayer,
  withoutLayer,
  withSize,
} from "./model.js";

interface ControlOptions {
  readonly engine: Activation;
  readonly root: ShadowRoot;
  readonly model: Model;
  onModel(model: Model): void;
}

/** Sizes and activations, layer by layer, and how many layers there are. */
export function layerControls(options: ControlOptions): TemplateResult {
  const { engine, model, onModel } = options;
  const hidden = model.sizes.length - 2;
  return html`<div class="layers">
    ${model.sizes.map((_, layer) => layerControl(options, layer))}
    <div class="layer-count" role="group" aria-label="Number of hidden layers">
      <span>Hidden layers</span>
      <button type="button" aria-label="One hidden layer less" ?disabled=${hidden === 0} @click=${() => onModel(withoutLayer(engine, model))}>−</button>
      <output>${hidden}</output>
      <button type="button" aria-label="One hidden layer more" ?disabled=${hidden === MOST_HIDDEN} @click=${() => onModel(withLayer(engine, model))}>+</button>
    </div>
  </div>`;
}

function layerControl({ engine, root, model, onModel }: ControlOptions, layer: number): TemplateResult {
  const size = model.sizes[layer] as number;
  const name = layerName(layer, model);
  const resize = (next: number) => onModel(withSize(engine, model, layer, next));
  return html`<fieldset>
    <legend>${name}</legend>
    <div class="units" role="group" aria-label="Units of ${name}">
      <button type="button" aria-label="One unit less" ?disabled=${size === 1} @click=${() => resize(size - 1)}>−</button>
      <output>${size}</output>
      <button type="button" aria-label="One unit more" ?disabled=${size === MOST_UNITS} @click=${() => resize(size + 1)}>+</button>
    </div>
    ${layer === 0 ? model.input.map(inputField) : activationControl(layer - 1)}
  </fieldset>`;

  function inputField(value: number, index: number): TemplateResult {
    const unit = unitName({ layer: 0, index }, model);
    return html`<label class="parameter">
      <span>${unit}</span>
      ${numberField({
        id: `input-${index}`,
        name: unit,
        label: unit,
        value,
        minimum: -1e6,
        maximum: 1e6,
        step: 0.1,
        root,
        onNumber: (next) => onModel(withInput(model, index, next)),
      })}
    </label>`;
  }

  function activationControl(which: number): TemplateResult {
    const { id, params } = model.activations[which] as Selection;
    const info = infoOf(engine, id);
    const choose = (event: Event) => {
      event.stopPropagation();
      const chosen = (event.target as HTMLSelectElement).value as Selection["id"];
      onModel(withActivation(model, which, chosen, keptParams(chosen)));
    };
    const field = (parameter: ParameterInfo) => html`<label class="parameter" title=${parameter.meaning}>
      <i>${parameter.symbol}</i>
      ${numberField({
        id: `parameter-${which}-${parameter.name}`,
        name: parameter.name,
        label: `${parameter.name} of ${name}`,
        value: info ? parameterOf(info, params, parameter.name) : parameter.default,
        minimum: parameter.minimum,
        maximum: parameter.maximum,
        whole: parameter.whole,
        step: parameter.step,
        root,
        onNumber: (value) =>
          info && onModel(withActivation(model, which, id, withParameter(info, params, parameter.name, value))),
      })}
    </label>`;
    return html`<select aria-label="Activation of ${name}" .value=${live(id)} @change=${choose}>
        ${functionOptions(layerFunctions(engine), id)}
      </select>
      ${info?.parameters.map(field)}`;
  }
}
