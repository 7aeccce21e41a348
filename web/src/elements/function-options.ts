import { html, nothing, type TemplateResult } from "lit";
import type { ActivationId, ActivationInfo } from "../engine/index.js";
import { byFamily } from "../state/families.js";
import { besides, library } from "../state/library.js";
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
  const shown = chosen && isOwn(chosen) ? [{ id: chosen as ActivationId }] : [];
  // It stays in the menu when another is chosen, also where it has come with the page.
  for (const { id } of shown) if (!library.list.some((one) => one.id === id)) library.meet({ id, params: {} });
  const own = [...shown, ...besides(shown)];
  if (own.length === 0) return nothing;
  return html`<optgroup label="Your own">
    ${own.map(({ id }) => html`<option value=${id} ?selected=${id === chosen}>${ownName(id)}</option>`)}
  </optgroup>`;
}
