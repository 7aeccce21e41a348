import { type CSSResultGroup, css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { FormulaFunctions, Parameters } from "../engine/index.js";
import { loadFormulas } from "../engine/own.js";
import { Later } from "./own-function/later.js";

const sentence = (error: unknown) => `${error instanceof Error ? error.message : String(error)}.`;

/**
 * What there is to know of a function once someone looks at it, from the engine that knows formulas: fetched then, and found
 * out again when the function has changed and the page is idle.
 */
export abstract class FactsElement extends LitElement {
  static override properties = {
    functionId: { attribute: false },
    params: { attribute: false },
    engine: { state: true },
    failure: { state: true },
  };
  static override styles: CSSResultGroup = css`
    :host {
      --ink: light-dark(#1c2230, #e8ebf1);
      --soft: light-dark(#5f6779, #9aa3b2);
      --line: light-dark(#e3e6ec, #2b313c);
      --edge: light-dark(#c9ced8, #434b59);
      --focus: light-dark(#2f62dd, #7ba7ff);
      display: block;
    }
    button:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 1px;
    }
    .again {
      min-height: 30px;
      margin: 6px 0;
      padding: 0 12px;
      border: 1px solid var(--edge);
      border-radius: 8px;
      background: none;
      color: var(--ink);
      font: inherit;
      cursor: pointer;
    }
    @media (pointer: coarse) {
      .again {
        min-height: 40px;
      }
    }
  `;

  declare functionId: string;
  /** Those that differ from their defaults. */
  declare params: Parameters;
  declare protected engine: FormulaFunctions | undefined;
  /** Why there is nothing to show, as a sentence. */
  declare protected failure: string;

  readonly #later: Later;

  /** quiet: how long nothing must have changed before it is found out, in ms. */
  constructor(quiet: number) {
    super();
    this.#later = new Later(quiet);
    this.functionId = this.failure = "";
    this.params = {};
  }

  /** Finds out what is shown; what it throws is shown instead. */
  protected abstract find(engine: FormulaFunctions): void;

  /** What it is found out from. */
  protected inputs(): readonly string[] {
    return ["engine", "functionId", "params"];
  }

  /** Whether someone waits for it: then it is found out at once. */
  protected isAwaited(_changed: PropertyValues): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#later.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { engine } = this;
    if (!engine || !this.inputs().some((key) => changed.has(key))) return;
    const find = () => {
      try {
        this.find(engine);
        this.failure = "";
      } catch (error) {
        this.failure = sentence(error);
      }
    };
    if (this.isAwaited(changed)) find();
    else this.#later.run(find);
  }

  /** A button where the engine could not be fetched. */
  protected again(): TemplateResult | typeof nothing {
    if (this.engine || !this.failure) return nothing;
    return html`<button type="button" class="again" @click=${() => this.#load()}>Try again</button>`;
  }

  async #load(): Promise<void> {
    this.failure = "";
    try {
      this.engine = await loadFormulas();
    } catch (error) {
      this.failure = sentence(error);
    }
  }
}
