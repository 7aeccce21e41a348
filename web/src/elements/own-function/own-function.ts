import "../../../styles/own.css";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { ActivationId, FormulaFunctions, Parameters } from "../../engine/index.js";
import { library } from "../../state/library.js";
import { isOfCatalog, isOwn, ownId, ownName, ownText, sameName, tidyName } from "../../state/own.js";
import type { State } from "../../state/schema.js";
import { infoOf, parameterOf, type Selection, withParameter } from "../../state/selection.js";
import type { Change } from "../../state/store.js";
import "../formula-editor/formula-editor.js";
import type { FormulaChange, FormulaEditor } from "../formula-editor/formula-editor.js";
import { parameterSlider } from "../function-details/parameter-slider.js";
import { PageElement } from "../page-element.js";
import { withEnds } from "./slider-ends.js";

/** The state with a function in the place of another, wherever it is mentioned. */
export function replaced(state: State, before: string, selection: Selection): Partial<State> {
  const renamed = (id: Selection["id"]) => (id === before ? selection.id : id);
  return {
    functions: state.functions.map((one) => (one.id === before ? selection : one)),
    hidden: state.hidden.map(renamed),
    focus: state.focus && renamed(state.focus),
  };
}

/** `<own-function>`: a function of one's own: its name, its formula to edit, its parameters. */
export class OwnFunction extends PageElement {
  static override properties = {
    ...PageElement.properties,
    selection: { attribute: false },
    refusal: { state: true },
  };

  declare selection: Selection;
  /** Why the name that was typed cannot be taken. */
  declare private refusal: string;
  /** A name as far as it is typed: until it is taken nothing may write over it. */
  #draft: string | undefined;

  /** What parameters were last, for when one comes back while the formula is rewritten. */
  #remembered: Parameters = {};

  constructor() {
    super();
    this.refusal = "";
  }

  /** Puts the caret into the formula. */
  async edit(all: boolean): Promise<void> {
    await this.updateComplete;
    const editor = this.querySelector<FormulaEditor>("formula-editor");
    await editor?.updateComplete;
    editor?.edit(all);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get("selection") as Selection | undefined;
    if (before && ownName(before.id) !== ownName(this.selection.id)) this.#forgetDraft();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { engine, selection } = this;
    if (!engine) return nothing;
    const name = ownName(selection.id);
    const info = infoOf(engine, selection.id);
    return html`
      <div class="own-head">
        <input
          class="own-name"
          aria-label="Name of the function"
          maxlength="40"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.refusal ? "true" : "false"}
          aria-describedby="own-name-error"
          .value=${live(this.#draft ?? name)}
          @input=${(event: Event) => {
            this.#draft = (event.target as HTMLInputElement).value;
          }}
          @change=${this.#rename}
          @keydown=${this.#onNameKey}
        />
        <button type="button" class="quiet" @click=${this.#openGallery}>From papers</button>
        <button type="button" class="quiet" aria-label="Delete ${name}" title="Delete ${name}" @click=${this.#remove}>
          Delete
        </button>
        <span id="own-name-error" class="field-error" role="alert">${this.refusal}</span>
      </div>
      <formula-editor
        label="${name}(x) ="
        .engine=${engine as FormulaFunctions}
        .value=${ownText(selection.id)}
        @formula-change=${(event: FormulaChange) => this.#write(event.text)}
      ></formula-editor>
      ${
        info && info.parameters.length > 0
          ? html`<div class="parameters">
              ${info.parameters.map((parameter) => {
                const value = parameterOf(info, selection.params, parameter.name);
                const shown = withEnds(`${name}.${parameter.name}`, parameter, value);
                return parameterSlider({ ...info, id: "own" as ActivationId }, shown, value, (next) =>
                  this.#set(withParameter(info, selection.params, parameter.name, next), parameter.name),
                );
              })}
            </div>`
          : nothing
      }
    `;
  }

  #write(text: string): void {
    const { selection, engine } = this;
    const id = ownId(ownName(selection.id), text);
    const info = engine && infoOf(engine, id);
    if (!info) return;
    this.#remembered = { ...this.#remembered, ...selection.params };
    // One that is new starts where it was when it was there before.
    const known = info.parameters
      .map(({ name }) => [name, this.#remembered[name]] as const)
      .filter((one): one is readonly [string, number] => one[1] !== undefined && one[1] !== 1);
    this.#become({ id, params: Object.fromEntries(known) }, { gesture: `write-${ownName(id)}` });
  }

  #set(params: Parameters, name: string): void {
    const { id } = this.selection;
    this.#remembered = { ...this.#remembered, [name]: params[name] ?? 1 };
    this.#become({ id, params }, { gesture: `${ownName(id)}.${name}` });
  }

  #become(selection: Selection, change?: Change): void {
    const before = this.selection.id;
    library.put(before, selection);
    this.ask(replaced(this.state, before, selection), change);
  }

  readonly #rename = () => {
    const { id, params } = this.selection;
    const name = tidyName(this.#draft ?? ownName(id));
    this.refusal = this.#refusalOf(name);
    if (this.refusal) return;
    this.#forgetDraft();
    if (name !== ownName(id)) this.#become({ id: ownId(name, ownText(id)), params });
  };

  /** Enter takes the name, Escape brings the old one back. */
  readonly #onNameKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter") this.#rename();
    else if (event.key === "Escape") this.#forgetDraft();
  };

  #forgetDraft(): void {
    this.#draft = undefined;
    this.refusal = "";
    this.requestUpdate();
  }

  #refusalOf(name: string): string {
    if (name === "") return "a name needs a letter";
    const own = ownName(this.selection.id);
    if (sameName(name, own)) return "";
    const others = [...this.state.functions.map(({ id }) => id), ...library.list.map(({ id }) => id)].filter(isOwn);
    const taken =
      others.some((id) => sameName(ownName(id), name) && !sameName(ownName(id), own)) ||
      isOfCatalog(this.engine?.catalog ?? [], name);
    return taken ? `there is a function called ${name} already` : "";
  }

  readonly #openGallery = async () => {
    const { openGallery } = await import("./gallery-dialog.js");
    openGallery(this.engine as FormulaFunctions, ({ name, formula, params }) => {
      const { selection } = this;
      const wanted = this.#refusalOf(name) === "" ? name : ownName(selection.id);
      this.#remembered = {};
      this.#become({ id: ownId(wanted, formula), params });
      void this.edit(false);
    });
  };

  readonly #remove = () => {
    const { functions, hidden, focus } = this.state;
    const { id } = this.selection;
    library.remove(id);
    this.ask({
      functions: functions.filter((one) => one.id !== id),
      hidden: hidden.filter((one) => one !== id),
      focus: focus === id ? null : focus,
    });
    this.dispatchEvent(new Event("own-removed", { bubbles: true }));
  };
}

customElements.define("own-function", OwnFunction);

declare global {
  interface HTMLElementTagNameMap {
    "own-function": OwnFunction;
  }
}
