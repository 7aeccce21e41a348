import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { activationFields } from "../../elements/activation-fields.js";
import { DemoElement } from "../../elements/demo-element.js";
import { demoStyles } from "../../elements/demo-styles.js";
import type { Activation, ColumnsOptions, Parameters } from "../../engine/index.js";
import { infoOf, parseOne } from "../../state/selection.js";
import { type Analysis, analyse } from "./analysis.js";
import { csvOf } from "./download.js";
import { entryFields } from "./entry.js";
import { histogramFigure, statistics } from "./figures.js";
import { foundOf, problemsOf, refusalOf } from "./problems.js";
import {
  ALL,
  breath,
  type Column,
  columnCalled,
  countOf,
  type Data,
  nameOf,
  readData,
  type Source,
  valuesOf,
} from "./reading.js";
import { styles } from "./styles.js";

const EXAMPLE_SEED = 42;
const EXAMPLE_COUNT = 1000;
/** Up to so many values are computed at once. */
const AT_ONCE = 50_000;
/** Longer texts are taken as they are: a field that shows them would freeze the page. */
const MOST_SHOWN = 200_000;
const MEGABYTE = 1e6;

/** What the figures show, with what it is the result of. */
interface Shown {
  readonly analysis: Analysis;
  readonly func: string;
}

/**
 * `<own-data>`: your own numbers, or a column of a CSV file, before and after an activation function.
 *
 * Attributes: `data` (numbers or CSV as text; without it 1000 normal random numbers), `column` (its name, or its number
 * from 1), `function` (relu, elu(alpha=0.5), …), `theme`, `height`.
 */
export class OwnData extends DemoElement {
  static override styles = [demoStyles, styles];
  static override properties: PropertyDeclarations = {
    given: { attribute: "data" },
    wanted: { attribute: "column" },
    asked: { attribute: "function" },
    text: { state: true },
    data: { state: true },
    column: { state: true },
    func: { state: true },
    params: { state: true },
    options: { state: true },
    shown: { state: true },
    progress: { state: true },
    problem: { state: true },
    refusals: { state: true },
    dropping: { state: true },
  };

  declare given: string | null;
  declare wanted: string | null;
  declare asked: string | null;
  declare private text: string;
  declare private data: Data | undefined;
  declare private column: Column;
  declare private func: string;
  declare private params: Parameters;
  declare private options: ColumnsOptions;
  declare private shown: Shown | undefined;
  /** From 0 to 1 while something is read. */
  declare private progress: number | undefined;
  /** Why what was given last could not be used. */
  declare private problem: string;
  /** What attributes could not be used. */
  declare private refusals: readonly string[];
  declare private dropping: boolean;

  #source: Source | undefined;
  #reading: AbortController | undefined;
  /** Which analysis is the newest: older ones that are still at work come to nothing. */
  #turn = 0;
  readonly #addresses = new Set<string>();

  constructor() {
    super();
    this.text = this.problem = "";
    this.column = 0;
    this.func = "relu";
    this.params = {};
    this.options = {};
    this.refusals = [];
    this.dropping = false;
  }

  protected override release(): void {
    this.#reading?.abort();
    this.#reading = undefined;
    this.#turn++;
    this.progress = undefined;
    for (const address of this.#addresses) URL.revokeObjectURL(address);
    this.#addresses.clear();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.engine || !this.isConnected) return;
    const first = changed.has("engine");
    if (first || changed.has("asked")) this.#readFunction(this.engine);
    if (first || changed.has("given")) {
      this.text = this.given ?? "";
      void this.#read(this.engine, this.#typed(this.engine));
    } else if (changed.has("wanted") && this.data) this.#chooseWanted(this.data);
    else if (this.#source && !this.#reading && this.data?.source !== this.#source && !this.problem) {
      // Removed while it was being read.
      void this.#read(this.engine, this.#source);
    }
    if (["data", "column", "func", "params"].some((key) => changed.has(key))) void this.#analyse(this.engine);
  }

  #readFunction(engine: Activation): void {
    if (!this.asked) return;
    const { selection, problems } = parseOne(this.asked, engine);
    const vector = selection && infoOf(engine, selection.id)?.vector;
    this.refusals = vector ? [`${this.asked} needs a whole vector: choose a function of one number`] : problems;
    if (selection && !vector) [this.func, this.params] = [selection.id, selection.params];
  }

  #chooseWanted(data: Data): void {
    const { summary } = data;
    const some = summary.columns.findIndex((_, i) => countOf(summary, i) > 0);
    const found = this.wanted ? columnCalled(summary, this.wanted) : some;
    this.refusals = this.refusals.filter((one) => !one.startsWith("there is no column"));
    if (found === undefined) {
      const names = summary.columns.map((_, i) => nameOf(summary, i)).slice(0, 12);
      this.refusals = [...this.refusals, `there is no column “${this.wanted}”: ${names.join(", ")}`];
    }
    this.column = found ?? some;
  }

  #typed(engine: Activation): Source {
    const blob = new Blob([this.text]);
    if (this.text.trim()) return { title: "Your numbers", file: "own-data", blob };
    const example = engine.random(EXAMPLE_SEED).randn(EXAMPLE_COUNT);
    return {
      title: `Example: ${EXAMPLE_COUNT} normal random numbers (NumPy seed ${EXAMPLE_SEED})`,
      file: "example",
      blob: new Blob([[...example].join("\n")]),
    };
  }

  /** What is shown stays until the new data is there and can be used. */
  async #read(engine: Activation, source: Source): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#source = source;
    this.problem = "";
    this.progress = undefined;
    const progress = (done: number) => {
      if (this.#reading === reading) this.progress = done;
    };
    try {
      const data = await readData(engine, source, this.options, progress, reading.signal);
      if (this.#reading !== reading) return;
      const refusal = refusalOf(data.summary);
      if (refusal) this.problem = `${source.title}: ${refusal} What is shown is what was there before.`;
      else {
        const alike = this.data && namesOf(this.data) === namesOf(data) && this.column !== ALL;
        if (!alike || countOf(data.summary, this.column as number) === 0) this.#chooseWanted(data);
        this.data = data;
      }
    } catch (error) {
      if (reading.signal.aborted) return;
      const why = error instanceof Error ? error.message : String(error);
      this.problem = `${source.title} could not be read: ${why}`;
    } finally {
      if (this.#reading === reading) {
        this.#reading = undefined;
        this.progress = undefined;
      }
    }
  }

  async #analyse(engine: Activation): Promise<void> {
    if (!this.data) return;
    const turn = ++this.#turn;
    const { func, params } = this;
    const values = valuesOf(this.data, this.column);
    const steps = analyse(engine, func, params, values);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      if (values.length <= AT_ONCE) continue;
      await breath();
      if (turn !== this.#turn) return;
    }
    this.shown = { analysis: step.value, func };
  }

  /** The person gave something else to look at. */
  #take(source: Source): void {
    if (!this.engine) return;
    void this.#read(this.engine, source);
    this.reportChange();
  }

  #takeFile(file: File | undefined): void {
    if (!file) return;
    const title = file.name || "Your file";
    this.#take({ title, file: title.replace(/\.[^.]*$/, "") || "own-data", blob: file });
  }

  #takeText(text: string): void {
    if (text.length > MOST_SHOWN) {
      const blob = new Blob([text]);
      this.#take({ title: `Pasted text, ${(blob.size / MEGABYTE).toFixed(1)} MB`, file: "own-data", blob });
      return;
    }
    this.text = text;
    if (this.engine) this.#take(this.#typed(this.engine));
  }

  #cancel(): void {
    this.#reading?.abort();
    this.#reading = undefined;
    this.#source = this.data?.source;
    this.progress = undefined;
    this.problem = "Cancelled: what is shown is what was there before.";
  }

  readonly #onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const file = event.clipboardData?.files[0];
    if (!file && text.length <= MOST_SHOWN) return;
    event.preventDefault();
    if (text) this.#takeText(text);
    else this.#takeFile(file);
  };

  readonly #onDrop = (event: DragEvent) => {
    event.preventDefault();
    this.dropping = false;
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData("text/plain");
    if (file) this.#takeFile(file);
    else if (text) this.#takeText(text);
  };

  #option(part: ColumnsOptions): void {
    this.options = { ...this.options, ...part };
    if (this.#source) this.#take(this.#source);
  }

  async #download({ analysis, func }: Shown): Promise<void> {
    const name = this.data ? nameOf(this.data.summary, this.column) : "x";
    const head = this.data && this.data.summary.columns.length > 1 ? name : "x";
    const blob = await csvOf(analysis, [head, `${func}(${head})`, "gradient"]);
    const address = URL.createObjectURL(blob);
    this.#addresses.add(address);
    const download = `${this.data?.source.file ?? "own-data"}-${func}.csv`;
    Object.assign(document.createElement("a"), { href: address, download }).click();
    setTimeout(() => {
      URL.revokeObjectURL(address);
      this.#addresses.delete(address);
    }, 10_000);
  }

  protected override demo(engine: Activation): TemplateResult {
    return html`<div
      class=${this.dropping ? "demo dropping" : "demo"}
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.dropping = true;
      }}
      @dragleave=${(event: DragEvent) => {
        if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) this.dropping = false;
      }}
      @drop=${this.#onDrop}
    >
      ${this.refusals.map((text) => html`<p class="error" role="alert">The attribute cannot be used: ${text}.</p>`)}
      ${entryFields({
        text: this.text,
        options: this.options,
        refused: this.problem !== "",
        onText: (text) => this.#takeText(text),
        onPaste: this.#onPaste,
        onFile: (file) => this.#takeFile(file),
        onOption: (part) => this.#option(part),
      })}
      <div class="status" aria-live="polite">
        ${this.#status()}
        ${this.problem ? html`<span id="problem" class="error" role="alert">${this.problem}</span>` : nothing}
      </div>
      ${this.data ? this.#results(engine, this.data) : nothing}
    </div>`;
  }

  #status(): TemplateResult {
    if (this.progress !== undefined) {
      return html`<span>Reading ${this.#source?.title ?? ""}</span>
        <progress max="1" .value=${this.progress} aria-label="Progress"></progress>
        <button type="button" @click=${() => this.#cancel()}>Cancel</button>`;
    }
    if (!this.data) return html``;
    return html`<span><b>${this.data.source.title}</b>: ${foundOf(this.data.summary)}</span>`;
  }

  #results(engine: Activation, data: Data): TemplateResult {
    const { summary } = data;
    // What was wrong with the numbers shown is not what is wrong with those that were refused.
    const told = data.source === this.#source ? problemsOf(summary) : [];
    const several = summary.columns.length > 1;
    const { shown } = this;
    const name = shown ? (infoOf(engine, shown.func)?.name ?? shown.func) : "";
    return html`${
      told.length > 0
        ? html`<ul class="problems" tabindex="0" aria-label="What could not be used">
              ${told.map((one) => html`<li>${one}</li>`)}
            </ul>`
        : nothing
    }
      <div class="choices">
        ${
          several
            ? html`<label
                >Column
                <select
                  @change=${(event: Event) => {
                    const { value } = event.target as HTMLSelectElement;
                    this.column = value === ALL ? ALL : Number(value);
                    this.reportChange();
                  }}
                >
                  ${summary.columns.map((_, i) => {
                    const empty = countOf(summary, i) === 0;
                    return html`<option value=${i} ?disabled=${empty} .selected=${i === this.column}>
                      ${nameOf(summary, i)}${empty ? " (no numbers)" : ""}
                    </option>`;
                  })}
                  <option value=${ALL} .selected=${this.column === ALL}>All columns</option>
                </select></label
              >`
            : nothing
        }
        ${activationFields(
          engine,
          { id: this.func, params: this.params },
          this.renderRoot as ShadowRoot,
          (id, params) => {
            [this.func, this.params] = [id, params];
            this.reportChange();
          },
        )}
        <button type="button" ?disabled=${!shown} @click=${() => shown && this.#download(shown)}>
          Save as CSV
        </button>
      </div>
      ${
        shown
          ? html`<div class="histograms">
                ${histogramFigure("before", "x", "before", shown.analysis.before)}
                ${histogramFigure("after", `${name}(x)`, "after", shown.analysis.after)}
                ${histogramFigure("gradient", "gradient", "on the way back", shown.analysis.gradient)}
              </div>
              ${statistics(shown.analysis, name)}`
          : nothing
      }`;
  }
}

const namesOf = ({ summary }: Data): string => JSON.stringify(summary.columns.map(({ name }) => name));

customElements.define("own-data", OwnData);
