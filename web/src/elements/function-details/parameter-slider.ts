import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { ActivationInfo, ParameterInfo } from "../../engine/index.js";
import { exact } from "../../state/numbers.js";
import { numberField } from "../number-field.js";

/**
 * A slider over the range worth exploring, and a field that takes every accepted number. A value beyond the slider's
 * ends rests at its end. `root` is the shadow root it is in, if it is in one.
 */
export function parameterSlider(
  info: ActivationInfo,
  parameter: ParameterInfo,
  value: number,
  onValue: (value: number) => void,
  root?: ShadowRoot,
): TemplateResult {
  // An id has no spaces, which a definition has; and no two functions have the same.
  const id = `parameter:${encodeURIComponent(info.id)}:${parameter.name}`;
  const { sliderMinimum: minimum, sliderMaximum: maximum, step } = parameter;
  // Halves: the whole way between the ends may be more than a double holds.
  const filled = Math.max(0, Math.min(1, (value / 2 - minimum / 2) / (maximum / 2 - minimum / 2)));
  return html`<div class="parameter">
    <label for=${id} title=${parameter.name}><i>${parameter.symbol}</i> <span>${parameter.meaning}</span></label>
    <div class="parameter-row">
      <input
        id=${id}
        type="range"
        min=${minimum}
        max=${maximum}
        step=${step}
        .value=${live(String(value))}
        .style=${`--filled:${filled * 100}%`}
        aria-valuetext=${exact(value)}
        @input=${(event: Event) => onValue((event.target as HTMLInputElement).valueAsNumber)}
      />
      ${numberField({
        id: `${id}-field`,
        ...(root ? { root } : {}),
        label: `${parameter.name} as a number`,
        name: parameter.name,
        value,
        minimum: parameter.minimum,
        maximum: parameter.maximum,
        whole: parameter.whole,
        step,
        onNumber: onValue,
      })}
    </div>
  </div>`;
}
