import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Parameters } from "../engine/index.js";
import { keptParams } from "../state/library.js";
import { isOwn } from "../state/own.js";
import { type Functions, infoOf, withParameter } from "../state/selection.js";
import { functionOptions } from "./function-options.js";
import { numberField } from "./number-field.js";

/** Any function of one number, and a field for each of its parameters. */
export function activationFields(
  functions: Functions,
  { id, params }: { readonly id: string; readonly params: Parameters },
  root: ShadowRoot,
  onActivation: (id: string, params: Parameters) => void,
): TemplateResult {
  const info = infoOf(functions, id);
  return html`<fieldset>
    <legend>Activation</legend>
    <div class="row">
      <label
        >Function
        <select
          .value=${live(id)}
          @change=${(event: Event) => {
            const chosen = (event.target as HTMLSelectElement).value;
            onActivation(chosen, keptParams(chosen));
          }}
        >
          ${functionOptions(
            functions.catalog.filter(({ vector }) => !vector),
            id,
          )}
        </select></label
      >
      ${(info?.parameters ?? []).map(
        (one) =>
          html`<label
            ><span><i>${one.symbol}</i> ${one.meaning}</span>
            ${numberField({
              id: `param-${isOwn(id) ? "own" : id}-${one.name}`,
              root,
              name: one.name,
              label: one.name,
              value: params[one.name] ?? one.default,
              minimum: one.minimum,
              maximum: one.maximum,
              whole: one.whole,
              step: one.step,
              onNumber: (value) => info && onActivation(id, withParameter(info, params, one.name, value)),
            })}</label
          >`,
      )}
    </div>
  </fieldset>`;
}
