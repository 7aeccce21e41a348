import { html, type TemplateResult } from "lit";
import type { ActivationInfo } from "../engine/index.js";
import { byFamily } from "../state/families.js";

/** The options of a menu of functions, by family. */
export const functionOptions = (functions: readonly ActivationInfo[], chosen: string | undefined): TemplateResult[] =>
  byFamily(functions).map(
    ({ title, members }) => html`<optgroup label=${title}>
      ${members.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
    </optgroup>`,
  );
