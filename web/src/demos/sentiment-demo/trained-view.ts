import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { numberField } from "../../elements/number-field.js";
import type { Activation, Classifier } from "../../engine/index.js";
import { confusionTable, contributions, contributionTable } from "./contributions.js";
import { type Examples, ownSentences } from "./examples.js";
import { lossChart } from "./loss-chart.js";
import { type Complaint, readOwnData } from "./own-data.js";
import { probabilityTable } from "./probabilities.js";
import { SETTINGS, type Settings, Trainer } from "./trainer.js";

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

const MOST_COMPLAINTS = 12;
const MOST_FILE_BYTES = 4_000_000;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** The classifier that is trained in the page: on the sentences that come with it, or on the person's own. */
export class TrainedView {
  readonly #host: Host;
  readonly #changed: () => void;
  readonly #trainer: Trainer;
  #settings: Settings = SETTINGS;
  #examples: Examples | undefined;
  #own = false;
  #fetching = false;
  #failure = "";
  #source = "";
  #complaints: readonly Complaint[] = [];
  #over = false;

  constructor(host: Host, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    this.#trainer = new Trainer(() => host.requestUpdate());
  }

  release(): void {
    this.#trainer.release();
  }

  render(engine: Activation, sentence: string): TemplateResult {
    const { classifier } = this.#trainer;
    if (!classifier) {
      // Back from a removal, which took the classifier.
      if (this.#examples) {
        if (!this.#train(engine, this.#examples)) this.#examples = undefined;
      } else if (!this.#failure) void this.#fetch(engine);
    }
    return html`${this.#trainer.classifier ? this.#result(this.#trainer.classifier, sentence) : this.#waiting(engine)}
    ${this.#controls(engine)} ${this.#ownData(engine)}`;
  }

  #waiting(engine: Activation): TemplateResult {
    if (!this.#failure) return html`<p class="note" role="status">Fetching the sentences…</p>`;
    return html`<div class="failure" role="alert">
      <p>${this.#failure}</p>
      <button
        type="button"
        @click=${() => {
          this.#failure = "";
          void this.#fetch(engine);
        }}
      >
        Try again
      </button>
    </div>`;
  }

  /** The page's own sentences, and a first training on them. */
  async #fetch(engine: Activation): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      this.#examples = await ownSentences(engine);
      this.#own = false;
      this.#failure = "";
      if (this.#host.isConnected) this.#train(engine, this.#examples);
    } catch {
      this.#failure = "The sentences could not be fetched. Check the connection.";
    } finally {
      this.#fetching = false;
      this.#host.requestUpdate();
    }
  }

  #train(engine: Activation, examples: Examples): boolean {
    try {
      this.#trainer.start(engine, examples, this.#settings);
      this.#examples = examples;
      return true;
    } catch (error) {
      this.#complaints = [{ text: `This cannot be learned from: ${(error as Error).message}.` }];
      return false;
    } finally {
      this.#host.requestUpdate();
    }
  }

  #result(classifier: Classifier, sentence: string): TemplateResult {
    const { classes } = classifier;
    const { training, test } = classifier;
    let verdict: TemplateResult;
    try {
      const result = classifier.classify(sentence);
      verdict = html`${contributions(result, classes, sentence)}
        <section aria-label="Result">${probabilityTable(classes, result.logits, result.probabilities)}</section>
        ${result.tokens.length > 0 ? contributionTable(result, classes) : nothing}`;
    } catch (error) {
      verdict = html`<p class="error" role="alert">This sentence cannot be read: ${(error as Error).message}.</p>`;
    }
    const judged = test.texts > 0 ? test : training;
    return html`${verdict}
      <div class="columns">
        <section class="stack" aria-label="Training">
          <h3>Loss</h3>
          ${lossChart(training.losses, test.texts > 0 ? test.losses : undefined)}
        </section>
        <section class="stack" aria-label="Accuracy">
          <h3>${test.texts > 0 ? "On sentences it has never seen" : "On the sentences it has learned"}</h3>
          ${confusionTable(classes, judged.confusion, `${judged.texts} sentences`)}
          <p class="note">
            <b class="accuracy" data-accuracy>${percent(judged.accuracy)}</b> right;
            ${percent(training.accuracy)} of the ${training.texts} it has learned.
          </p>
        </section>
      </div>`;
  }

  #controls(engine: Activation): TemplateResult {
    const field = (id: keyof Settings, name: string, minimum: number, maximum: number, step: number, whole = false) =>
      html`<span class="row setting"
        ><label for=${id}>${name}</label>${numberField({
          id,
          name: name.toLowerCase(),
          value: this.#settings[id],
          minimum,
          maximum,
          step,
          root: this.#host.renderRoot as ShadowRoot,
          refuse: (value) => (whole && !Number.isInteger(value) ? "epochs must be a whole number" : undefined),
          onNumber: (value) => {
            this.#settings = { ...this.#settings, [id]: value };
            this.#host.requestUpdate();
          },
        })}</span
      >`;
    const { running, classifier, epochs, milliseconds } = this.#trainer;
    const texts = classifier?.heldOut.length ?? 0;
    return html`<div class="row controls">
        ${field("step", "Step size", 0.01, 10, 0.1)} ${field("epochs", "Epochs", 1, 2000, 10, true)}
        ${field("l2", "Weight decay", 0, 0.1, 0.001)}
        ${
          running
            ? html`<button type="button" @click=${() => this.#stop()}>Stop</button>`
            : html`<button type="button" ?disabled=${!this.#examples} @click=${() => this.#again(engine)}>Train</button>`
        }
      </div>
      <p class="note" role="status" data-status>
        ${
          !classifier
            ? nothing
            : running
              ? `Training on ${this.#own ? "your" : "the page’s"} ${texts} sentences…`
              : html`Trained on ${this.#own ? "your" : "the page’s"} ${texts} sentences: ${epochs}
                ${epochs === 1 ? "epoch" : "epochs"}, ${classifier.vocabulary.length} words,
                ${Math.round(milliseconds)} ms.`
        }
      </p>`;
  }

  #stop(): void {
    this.#trainer.stop();
    this.#host.requestUpdate();
  }

  #again(engine: Activation): void {
    if (this.#examples && this.#train(engine, this.#examples)) this.#changed();
  }

  #ownData(engine: Activation): TemplateResult {
    const [shown, rest] = [this.#complaints.slice(0, MOST_COMPLAINTS), this.#complaints.length - MOST_COMPLAINTS];
    return html`<details
      class=${this.#over ? "own over" : "own"}
      @dragover=${(event: DragEvent) => this.#drag(event, true)}
      @dragleave=${(event: DragEvent) => this.#drag(event, false)}
      @drop=${(event: DragEvent) => {
        this.#drag(event, false);
        const file = event.dataTransfer?.files[0];
        if (file) void this.#read(engine, file);
        else {
          // What is neither takes nothing away from what was typed.
          const text = event.dataTransfer?.getData("text/plain");
          if (text) this.#use(engine, text);
        }
      }}
    >
      <summary>Train on your own sentences</summary>
      <div class="stack">
        <label class="stack tight">
          <span class="note"
            >One sentence and its label on each line, as CSV: <code>text,label</code>; 2 to 10 different labels. Paste them,
            or drop a file here. Nothing leaves this page.</span
          >
          <textarea
            rows="6"
            spellcheck="false"
            aria-label="Sentences as CSV"
            placeholder=${'I liked it,good\n"Cold, slow and dear",bad'}
            .value=${live(this.#source)}
            @input=${(event: Event) => {
              this.#source = (event.target as HTMLTextAreaElement).value;
            }}
            @change=${(event: Event) => event.stopPropagation()}
          ></textarea>
        </label>
        <div class="row">
          <button type="button" @click=${() => this.#use(engine, this.#source)}>Train on these</button>
          <label class="button file"
            >Open a file<input
              type="file"
              class="visually-hidden"
              accept=".csv,.tsv,.txt,text/*"
              @change=${(event: Event) => {
                event.stopPropagation();
                const input = event.target as HTMLInputElement;
                const file = input.files?.[0];
                if (file) void this.#read(engine, file);
                input.value = "";
              }}
          /></label>
          ${
            this.#own
              ? html`<button type="button" @click=${() => this.#back(engine)}>Back to the page’s sentences</button>`
              : nothing
          }
        </div>
        <div role="alert">
        <ul class="error complaints">
          ${shown.map(({ line, text }) => html`<li>${line === undefined ? "" : `Line ${line}: `}${text}</li>`)}
          ${rest > 0 ? html`<li>and ${rest} more lines that cannot be used</li>` : nothing}
        </ul></div>
      </div>
    </details>`;
  }

  #drag(event: DragEvent, over: boolean): void {
    event.preventDefault();
    if (over === this.#over) return;
    this.#over = over;
    this.#host.requestUpdate();
  }

  async #read(engine: Activation, file: File): Promise<void> {
    if (file.size > MOST_FILE_BYTES) {
      this.#complaints = [{ text: `“${file.name}” has ${(file.size / 1e6).toFixed(1)} MB; there is room for 4 MB.` }];
      this.#host.requestUpdate();
      return;
    }
    try {
      this.#use(engine, await file.text());
    } catch {
      this.#complaints = [{ text: `“${file.name}” could not be read.` }];
      this.#host.requestUpdate();
    }
  }

  /** Trains on the person's sentences; where that is impossible everything stays as it is, and the text in its field. */
  #use(engine: Activation, source: string): void {
    this.#source = source;
    try {
      const { examples, complaints } = readOwnData(engine, source);
      this.#complaints = complaints;
      if (examples && this.#train(engine, examples)) {
        this.#own = true;
        this.#changed();
      }
    } catch (error) {
      this.#complaints = [{ text: `This cannot be read: ${(error as Error).message}.` }];
    }
    this.#host.requestUpdate();
  }

  #back(engine: Activation): void {
    this.#complaints = [];
    void this.#fetch(engine).then(() => this.#changed());
  }
}
