import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { ActivationError } from "../../engine/errors.js";
import type { FormulaFunctions } from "../../engine/index.js";
import { tidyText } from "../../state/own.js";
import { type Completion, completed, completionAt, type Name, namesOf } from "./completion.js";
import { styles } from "./styles.js";

/** A name that may still grow is taken for a parameter after this pause, in ms. */
const PAUSE = 700;
/** What the core says no formula may be longer than: the field takes a little more, so that the core can say so. */
const MOST_CHARACTERS = 10_100;

/** The person has written a formula. */
export class FormulaChange extends Event {
  readonly text: string;

  constructor(text: string) {
    super("formula-change", { bubbles: true, composed: true });
    this.text = text;
  }
}

/**
 * `<formula-editor>`: a field for a formula. What is wrong is marked in it and said below while one types; names are
 * completed. It tells of every formula that is one (`formula-change`), so that what is drawn is always the last good one.
 */
export class FormulaEditor extends LitElement {
  static override styles = styles;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override properties = {
    engine: { attribute: false },
    value: {},
    label: {},
    text: { state: true },
    problem: { state: true },
    completion: { state: true },
    active: { state: true },
  };

  declare engine: FormulaFunctions | undefined;
  /** The formula that is drawn. */
  declare value: string;
  declare label: string;
  /** What stands in the field. */
  declare private text: string;
  declare private problem: ActivationError | undefined;
  declare private completion: Completion | undefined;
  /** Which name of the completion Enter takes. */
  declare private active: number;

  #told = "";
  #parameters: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.value = this.text = "";
    this.label = "Formula";
    this.active = 0;
  }

  /** The caret behind the formula, or all of it selected so that typing replaces it. */
  edit(all: boolean): void {
    const field = this.#field();
    if (!field) return;
    // Browsers take what lies behind a bar that stays at the top for visible.
    field.focus({ preventScroll: true });
    this.scrollIntoView({ block: "nearest" });
    field.setSelectionRange(all ? 0 : field.value.length, field.value.length);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("value") && this.value !== this.#told) this.#adopt(this.value);
  }

  /** A formula from outside: another function, a step back. */
  #adopt(text: string): void {
    clearTimeout(this.#timer);
    this.text = this.#told = text;
    this.problem = this.completion = undefined;
    this.#parameters = this.#parse(text)?.parameters ?? [];
  }

  protected override render(): TemplateResult {
    const { problem, completion, active } = this;
    const option = completion ? `name-${active}` : nothing;
    return html`<label for="field">${this.label}</label>
      <div class=${problem ? "field wrong" : "field"}>
        <pre class="marks" aria-hidden="true">${this.#marked()}</pre>
        <textarea
          id="field"
          rows="1"
          maxlength=${MOST_CHARACTERS}
          spellcheck="false"
          autocapitalize="none"
          autocomplete="off"
          autocorrect="off"
          enterkeyhint="done"
          aria-autocomplete="list"
          aria-controls="names"
          aria-activedescendant=${option}
          aria-invalid=${problem ? "true" : "false"}
          aria-describedby="message"
          .value=${live(this.text)}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @keyup=${this.#onCaret}
          @click=${this.#onCaret}
          @scroll=${this.#onScroll}
          @blur=${this.#onBlur}
        ></textarea>
      </div>
      <ul class="names" id="names" role="listbox" aria-label="Names" ?hidden=${!completion}>
        ${completion?.names.map(
          (name, i) => html`<li
            id="name-${i}"
            role="option"
            aria-selected=${i === active}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${() => this.#take(name)}
          >
            <code>${name.name}</code><span>${name.meaning}</span>
          </li>`,
        )}
      </ul>
      <div class=${problem ? "message wrong" : "message"}>
        <p id="message" role="status">${problem ? this.#sentence(problem) : ""}</p>
        ${
          problem?.suggestion !== undefined
            ? html`<button type="button" @click=${this.#applySuggestion}>
                Use <code>${problem.suggestion}</code>
              </button>`
            : nothing
        }
      </div>`;
  }

  /** The text with the wrong place in a mark; where something is missing, the mark is a space wide. */
  #marked(): unknown {
    const { problem, text } = this;
    // A last line without letters would have no height.
    if (problem?.position === undefined) return `${text} `;
    const from = Math.min(problem.position, text.length);
    const to = Math.min(text.length, from + (problem.length ?? 0));
    const wrong = text.slice(from, to);
    return html`${text.slice(0, from)}<mark>${wrong === "" ? "\u00a0" : wrong}</mark>${text.slice(to)} `;
  }

  /** As a sentence; what stands in backquotes is code. */
  #sentence({ message }: ActivationError): unknown {
    const sentence = message.charAt(0).toUpperCase() + message.slice(1) + (/[.?!]$/.test(message) ? "" : ".");
    return sentence.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
  }

  /**
   * The parameters of a text that is a formula, and the text for its id; else what is wrong with it is shown. An id has
   * braces around the text, so one that has them inside, as LaTeX does, is written anew.
   */
  #parse(text: string): { parameters: readonly string[]; text: string } | undefined {
    if (!this.engine) return undefined;
    try {
      const formula = this.engine.formula(text);
      this.problem = undefined;
      const { parameters } = formula;
      const id = tidyText(/[{}]/.test(text) ? formula.text() : text);
      formula.dispose();
      return { parameters, text: id };
    } catch (error) {
      if (!(error instanceof ActivationError)) throw error;
      this.problem = error;
      return undefined;
    }
  }

  /** Takes what stands in the field; a name that may be half written waits for the rest of it. */
  #read(settled: boolean): void {
    clearTimeout(this.#timer);
    const parsed = this.#parse(this.text);
    if (!parsed) return;
    const { parameters, text } = parsed;
    if (!settled && this.#isGrowing(parameters)) {
      this.#timer = setTimeout(() => this.#read(true), PAUSE);
      return;
    }
    this.#parameters = parameters;
    if (text === this.#told) return;
    this.#told = text;
    this.dispatchEvent(new FormulaChange(text));
  }

  /** Whether the caret stands behind a parameter that is new: "sigm" may become "sigmoid(x)". */
  #isGrowing(parameters: readonly string[]): boolean {
    const [name = ""] = /[^\W\d]\w*$/.exec(this.text.slice(0, this.#field()?.selectionStart ?? 0)) ?? [];
    return parameters.includes(name) && !this.#parameters.includes(name);
  }

  #complete(): void {
    const field = this.#field();
    if (!field || !this.engine || field.selectionStart !== field.selectionEnd) {
      this.completion = undefined;
      return;
    }
    const names = namesOf(this.engine.catalog, this.#parameters);
    this.completion = completionAt(field.value, field.selectionStart, names);
    this.active = 0;
  }

  #take(name: Name): void {
    const field = this.#field();
    if (!field || !this.completion) return;
    const { text, caret } = completed(this.text, this.completion, name);
    this.#write(text, caret);
  }

  /** Puts a text into the field as if it had been typed. */
  #write(text: string, caret: number): void {
    const field = this.#field();
    if (!field) return;
    this.text = field.value = text;
    field.focus();
    field.setSelectionRange(caret, caret);
    this.completion = undefined;
    this.#read(true);
  }

  readonly #applySuggestion = () => {
    const { position = 0, length = 0, suggestion = "" } = this.problem ?? {};
    const head = this.text.slice(0, position) + suggestion;
    this.#write(head + this.text.slice(position + length), head.length);
  };

  readonly #onInput = (event: Event) => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.#complete();
    this.#read(false);
  };

  readonly #onKey = (event: KeyboardEvent) => {
    const { completion } = this;
    if (event.isComposing) return;
    if (completion && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const { length } = completion.names;
      this.active = (this.active + (event.key === "ArrowDown" ? 1 : length - 1)) % length;
    } else if (completion && event.key === "Escape") {
      this.completion = undefined;
      this.#read(true);
    } else if (event.key === "Enter") {
      // A formula is one line, however it wraps.
      const name = completion?.names[this.active];
      if (name && completion.prefix !== name.name) this.#take(name);
      else {
        this.completion = undefined;
        this.#read(true);
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** The caret has moved away from the name that was to be completed. */
  readonly #onCaret = (event: Event) => {
    const field = event.target as HTMLTextAreaElement;
    if (this.completion && field.selectionStart !== this.completion.to) this.completion = undefined;
  };

  readonly #onScroll = (event: Event) => {
    const marks = this.renderRoot.querySelector(".marks");
    if (marks) marks.scrollTop = (event.target as HTMLElement).scrollTop;
  };

  readonly #onBlur = () => {
    this.completion = undefined;
    this.#read(true);
  };

  protected override updated(changed: PropertyValues): void {
    if (changed.has("active"))
      this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }
}

customElements.define("formula-editor", FormulaEditor);

declare global {
  interface HTMLElementTagNameMap {
    "formula-editor": FormulaEditor;
  }
}
