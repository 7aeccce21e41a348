import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { CodeFormat, FormulaFunctions, Parameters } from "../../engine/index.js";
import { loadFormulas } from "../../engine/own.js";
import { copyText } from "../../page/copy.js";
import { mention } from "../../state/own.js";
import { Later } from "../own-function/later.js";

const TABS: readonly (readonly [CodeFormat, string])[] = [
  ["numpy", "NumPy"],
  ["pytorch", "PyTorch"],
  ["jax", "JAX"],
  ["keras", "Keras"],
  ["cpp", "C++"],
  ["javascript", "JavaScript"],
];
/** Those whose parameters can be trained. */
const LEARNING: readonly CodeFormat[] = ["pytorch", "keras"];

/** What was chosen last, for every function that is looked at. */
let chosen: CodeFormat = "pytorch";

/** A name that all the languages take: "My swish" is my_swish. */
export function identifierOf(id: string): string {
  const word = mention(id)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[a-z]/.test(word) ? word : `f_${word}`.replace(/_$/, "");
}

/** `<function-code>`: a function as a program, in the languages of the frameworks, printed by the core from its formula. */
export class FunctionCode extends LitElement {
  static override styles = css`
    :host {
      --ink: light-dark(#1c2230, #e8ebf1);
      --soft: light-dark(#5f6779, #9aa3b2);
      --line: light-dark(#e3e6ec, #2b313c);
      --focus: light-dark(#2f62dd, #7ba7ff);
      display: block;
    }
    .tabs {
      display: flex;
      flex-wrap: wrap;
      gap: 0 7px;
      border-bottom: 1px solid var(--line);
    }
    button {
      min-height: 30px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--soft);
      font: inherit;
      cursor: pointer;
    }
    .tabs button {
      margin-bottom: -1px;
      font-size: 13px;
      border-bottom: 2px solid transparent;
    }
    button:hover {
      color: var(--ink);
    }
    button[aria-selected="true"] {
      border-bottom-color: var(--ink);
      color: var(--ink);
      font-weight: 600;
    }
    button:focus-visible,
    pre:focus-visible,
    input:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 1px;
    }
    .panel {
      position: relative;
      margin-top: 10px;
      border-radius: 9px;
      background: light-dark(#141a26, #0b0e13);
      color: #e6ebf4;
    }
    pre {
      margin: 0;
      height: 300px;
      padding: 12px 14px;
      border-radius: 9px;
      overflow: auto;
      scrollbar-width: thin;
      scrollbar-color: #4a556a transparent;
      font:
        12px / 1.6 ui-monospace,
        "SF Mono",
        Menlo,
        Consolas,
        "DejaVu Sans Mono",
        monospace;
      tab-size: 4;
    }
    .foot {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 34px;
      margin-top: 6px;
      color: var(--soft);
      font-size: 13px;
    }
    .foot label {
      display: flex;
      align-items: center;
      gap: 7px;
      cursor: pointer;
    }
    .foot button {
      margin-left: auto;
      padding: 0 12px;
      border: 1px solid light-dark(#c9ced8, #434b59);
      border-radius: 8px;
      color: var(--ink);
    }
    @media (pointer: coarse) {
      button,
      .foot label {
        min-height: 40px;
      }
    }
  `;
  static override properties = {
    functionId: { attribute: false },
    params: { attribute: false },
    engine: { state: true },
    format: { state: true },
    learnable: { state: true },
    code: { state: true },
    copied: { state: true },
    failure: { state: true },
  };

  declare functionId: string;
  /** Those that differ from their defaults. */
  declare params: Parameters;
  declare private engine: FormulaFunctions | undefined;
  declare private format: CodeFormat;
  declare private learnable: boolean;
  declare private code: string;
  declare private copied: string;
  declare private failure: string;

  readonly #later = new Later(120);

  constructor() {
    super();
    this.functionId = this.code = this.copied = this.failure = "";
    this.params = {};
    this.format = chosen;
    this.learnable = true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    loadFormulas().then(
      (engine) => {
        this.engine = engine;
      },
      (error) => {
        this.failure = error instanceof Error ? error.message : String(error);
      },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#later.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { engine } = this;
    if (!engine || !["engine", "functionId", "params", "format", "learnable"].some((key) => changed.has(key))) return;
    // At once where the person has asked for another program; while they type or slide, when there is time.
    if (changed.has("format") || changed.has("learnable") || this.code === "") this.#print(engine);
    else this.#later.run(() => this.#print(engine));
  }

  #print(engine: FormulaFunctions): void {
    const { functionId: id, params, format, learnable } = this;
    try {
      this.code = engine.code(id as "elu", format, {
        name: identifierOf(id),
        params,
        learnable: learnable && this.#learns(engine),
      });
      this.failure = "";
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  #learns(engine: FormulaFunctions): boolean {
    return LEARNING.includes(this.format) && (engine.info(this.functionId)?.parameters.length ?? 0) > 0;
  }

  protected override render(): TemplateResult {
    const { engine, format } = this;
    return html`<div class="tabs" role="tablist" aria-label="Language" @keydown=${this.#onKey}>
        ${TABS.map(
          ([key, title]) => html`<button
            type="button"
            role="tab"
            id="tab-${key}"
            aria-selected=${key === format}
            aria-controls="panel"
            tabindex=${key === format ? 0 : -1}
            @click=${() => this.#choose(key)}
          >
            ${title}
          </button>`,
        )}
      </div>
      <div class="panel" role="tabpanel" id="panel" aria-labelledby="tab-${format}">
        <pre tabindex="0" role="group" aria-label="Code"><code>${this.failure ? `${this.failure}.` : this.code}</code></pre>
      </div>
      <div class="foot">
        ${
          engine && this.#learns(engine)
            ? html`<label
                ><input
                  type="checkbox"
                  .checked=${this.learnable}
                  @change=${(event: Event) => {
                    this.learnable = (event.target as HTMLInputElement).checked;
                  }}
                />
                Parameters are trained</label
              >`
            : nothing
        }
        <button type="button" @click=${this.#copy}>${this.copied || "Copy"}</button>
      </div>`;
  }

  #choose(format: CodeFormat): void {
    this.format = chosen = format;
  }

  /** Arrows go from tab to tab, as tabs do. */
  readonly #onKey = (event: KeyboardEvent) => {
    const at = TABS.findIndex(([key]) => key === this.format);
    const last = TABS.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    this.#choose(TABS[next]?.[0] ?? chosen);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("[aria-selected=true]")?.focus());
  };

  readonly #copy = async () => {
    const shown = this.renderRoot.querySelector("code");
    this.copied = (await copyText(this.code, shown)) ? "Copied" : "Selected: copy it";
    setTimeout(() => {
      this.copied = "";
    }, 1600);
  };
}

customElements.define("function-code", FunctionCode);
