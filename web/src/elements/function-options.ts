import { html, nothing, type TemplateResult } from "lit";
import type { ActivationInfo } from "../engine/index.js";
import { byFamily } from "../state/families.js";
import { besides } from "../state/library.js";
import { isOwn, ownName } from "../state/own.js";

/** The options of a menu of functions, by family; one's own come last. */
export const functionOptions = (functions: readonly ActivationInfo[], chosen: string | undefined): unknown[] => [
  ...byFamily(functions).map(
    ({ title, members }) => html`<optgroup label=${title}>
      ${members.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
    </optgroup>`,
  ),
  ownOptions(chosen),
];

function ownOptions(chosen: string | undefined): TemplateResult | typeof nothing {
  const shown = chosen && isOwn(chosen) ? [{ id: chosen }] : [];
  const own = [...shown, ...besides(shown)];
  if (own.length === 0) return nothing;
  return html`<optgroup label="Your own">
    ${own.map(({ id }) => html`<option value=${id} ?selected=${id === chosen}>${ownName(id)}</option>`)}
  </optgroup>`;
}
