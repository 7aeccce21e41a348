import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { FormulaFunctions } from "../../engine/index.js";
import { isOwn, ownName } from "../../state/own.js";
import { Later } from "../own-function/later.js";
import { PageElement } from "../page-element.js";
import { equation } from "./equation.mjs";

/** `<formula-math>`: f and f′ of one's own function as mathematics, printed once the curve is drawn. */
export class FormulaMath extends PageElement {
  static override properties = {
    ...PageElement.properties,
    functionId: { attribute: false },
    printed: { state: true },
  };

  declare functionId: string;
  declare private printed: readonly [value: string, gradient: string] | undefined;

  readonly #later = new Later(40);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#later.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("functionId") && !changed.has("engine")) return;
    const { engine, functionId: id } = this;
    if (!engine || !isOwn(id)) return;
    const print = () => {
      const formula = (engine as FormulaFunctions).formulaOf(id);
      this.printed = [formula.mathml("value"), formula.mathml("gradient")];
    };
    if (this.printed) this.#later.run(print);
    else print();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.printed) return nothing;
    const [value, gradient] = this.printed;
    return html`<div class="formula" tabindex="0" role="group" aria-label="Formula of ${ownName(this.functionId)} and its derivative">
      ${unsafeHTML(`<math display="block">${equation("f", value)}</math><math display="block">${equation("f′", gradient)}</math>`)}
    </div>`;
  }
}

customElements.define("formula-math", FormulaMath);
