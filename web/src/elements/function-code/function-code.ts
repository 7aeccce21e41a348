import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { CodeFormat, FormulaFunctions } from "../../engine/index.js";
import { copyText } from "../../page/copy.js";
import { mention } from "../../state/own.js";
import { FactsElement } from "../facts-element.js";

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
export class FunctionCode extends FactsElement {
  static override styles = [
    FactsElement.styles,
    css`
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
      border: 1px solid var(--edge);
      border-radius: 8px;
      color: var(--ink);
    }
    @media (pointer: coarse) {
      button,
      .foot label {
        min-height: 40px;
      }
    }
  `,
  ];
  static override properties = {
    ...FactsElement.properties,
    format: { state: true },
    learnable: { state: true },
    code: { state: true },
    copied: { state: true },
  };

  declare private format: CodeFormat;
  declare private learnable: boolean;
  declare private code: string;
  declare private copied: string;

  constructor() {
    super(120);
    this.code = this.copied = "";
    this.format = chosen;
    this.learnable = true;
  }

  protected override inputs(): readonly string[] {
    return [...super.inputs(), "format", "learnable"];
  }

  /** Where the person has asked for another program; while they type or slide, it comes when there is time. */
  protected override isAwaited(changed: PropertyValues): boolean {
    return changed.has("format") || changed.has("learnable") || this.code === "";
  }

  protected override find(engine: FormulaFunctions): void {
    const { functionId: id, params, format, learnable } = this;
    this.code = engine.code(id as "elu", format, {
      name: identifierOf(id),
      params,
      learnable: learnable && this.#learns(engine),
    });
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
        <pre tabindex="0" role="group" aria-label="Code"><code>${this.failure || this.code}</code></pre>
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
        ${this.again()}
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
