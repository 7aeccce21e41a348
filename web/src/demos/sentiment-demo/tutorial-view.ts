import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { numberField } from "../../elements/number-field.js";
import { type Activation, ActivationError, type SentimentResult } from "../../engine/index.js";
import { tabular } from "../../state/numbers.js";
import { LABELS, probabilityTable } from "./probabilities.js";

const DIMENSIONS = 5;
const MOST_WORDS = 40;
const MOST_CHIPS = 200;
const MOST = 1000;

const tutorialVectors = (): [string, number[]][] => [
  ["good", [0.1, 0.2, 0.3, 0.4, 0.5]],
  ["bad", [-0.1, -0.2, -0.3, -0.4, -0.5]],
  ["movie", [0, 0.1, 0.2, 0.3, 0.4]],
];

/** For words as keys of an object; made from entries, `__proto__` is a word like any other. */
const asRecord = (vectors: readonly (readonly [string, number[]])[]) => Object.fromEntries(vectors);

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The tutorial's model: the mean of word vectors, times weights, through softmax. All its numbers can be edited. */
export class TutorialView {
  readonly #host: Host;
  readonly #changed: () => void;
  #vectors = tutorialVectors();
  #weights: number[][] | undefined;
  #seed: number | undefined;
  #edited = false;
  #unknown: "skip" | "zeros" = "skip";
  #draft = "";
  #refusal = "";

  constructor(host: Host, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  get seed(): number | undefined {
    return this.#seed;
  }

  /** Weights follow the seed: NumPy's randn(5, 3). */
  set seed(seed: number) {
    this.#seed = seed;
    this.#weights = undefined;
    this.#edited = false;
  }

  render(engine: Activation, sentence: string): TemplateResult {
    const weights = this.#drawn(engine);
    const vectors = asRecord(this.#vectors);
    let result: SentimentResult;
    try {
      result = engine.sentiment({ vectors, weights, unknown: this.#unknown }).classify(sentence);
    } catch (error) {
      return html`<p class="error" role="alert">This sentence cannot be read: ${(error as Error).message}.</p>`;
    }
    return html`
      ${this.#words(result)}
      <div class="columns">
        <section class="stack" aria-label="Result">
          ${probabilityTable(LABELS, result.logits, result.probabilities)} ${this.#sums(result, weights)}
        </section>
        <section class="stack" aria-label="Mean vector">${this.#mean(result)}</section>
      </div>
      <div class="columns">
        <section class="stack" aria-label="Word vectors">${this.#vectorTable(engine)}</section>
        <section class="stack" aria-label="Weights">${this.#weightTable(weights)}</section>
      </div>
      <div class="row">
        <button type="button" @click=${() => this.#reset()}>Reset</button>
        <span class="note">brings back the three words, seed 42 and its weights.</span>
      </div>
    `;
  }

  #drawn(engine: Activation): number[][] {
    if (!this.#weights) {
      const flat = engine.random(this.#seed as number).randn(DIMENSIONS * LABELS.length);
      this.#weights = Array.from({ length: DIMENSIONS }, (_, d) =>
        Array.from(flat.subarray(d * LABELS.length, (d + 1) * LABELS.length)),
      );
    }
    return this.#weights;
  }

  #change(): void {
    this.#host.requestUpdate();
    this.#changed();
  }

  #words({ tokens, known }: SentimentResult): TemplateResult {
    const unknown = known.filter((one) => !one).length;
    const rest = tokens.length - MOST_CHIPS;
    const counted = this.#unknown === "zeros" ? "count as vectors of zeros" : "are left out of the mean";
    return html`<div class="stack tight">
      <ul class="chips" aria-label="Words">
        ${tokens.slice(0, MOST_CHIPS).map(
          (token, i) =>
            html`<li class=${known[i] ? "chip" : "chip unknown"}>
              ${token}${known[i] ? nothing : html`<span class="mark" title="no vector">?</span><span class="visually-hidden">unknown</span>`}
            </li>`,
        )}
        ${rest > 0 ? html`<li class="soft">and ${rest} more</li>` : nothing}
      </ul>
      <p class="note" data-words>
        ${
          tokens.length === 0
            ? "There is no word in this sentence. The mean of nothing is taken as zeros, so every class is as probable (NumPy’s mean of nothing would be NaN)."
            : unknown === 0
              ? "Every word has a vector."
              : `${unknown} of ${tokens.length} words ${unknown === 1 ? "has" : "have"} no vector (?). Such words ${counted}.`
        }
      </p>
      <label class="row">
        <span>Words without a vector</span>
        <select
          @change=${(event: Event) => {
            event.stopPropagation();
            this.#unknown = (event.target as HTMLSelectElement).value as "skip" | "zeros";
            this.#change();
          }}
        >
          <option value="skip" ?selected=${this.#unknown === "skip"}>are left out</option>
          <option value="zeros" ?selected=${this.#unknown === "zeros"}>count as zeros</option>
        </select>
      </label>
    </div>`;
  }

  #mean({ vector }: SentimentResult): TemplateResult {
    const largest = Math.max(1e-300, ...Array.from(vector, Math.abs));
    return html`<table class="signed">
      <thead>
        <tr>
          <th scope="col">Mean of the vectors</th>
          <th scope="col" colspan="2">Value</th>
        </tr>
      </thead>
      <tbody>
        ${Array.from(vector, (x, d) => {
          const width = ((50 * Math.abs(x)) / largest).toFixed(2);
          return html`<tr>
            <th scope="row">dimension ${d + 1}</th>
            <td class="track middle" aria-hidden="true">
              <i class=${x < 0 ? "minus" : ""} .style=${`width:${width}%`}></i>
            </td>
            <td data-mean>${tabular(x)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  /** Each logit with its numbers. */
  #sums({ vector, logits }: SentimentResult, weights: readonly (readonly number[])[]): TemplateResult {
    return html`<details>
      <summary>The sums written out</summary>
      <ul class="sums mono">
        ${LABELS.map(
          (name, k) =>
            html`<li>
              ${name} = ${Array.from(vector, (x, d) => `${tabular(x)} · ${tabular(weights[d]?.[k] ?? 0)}`).join(" + ")} =
              <b>${tabular(logits[k] as number)}</b>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #cell(id: string, name: string, value: number, onNumber: (value: number) => void): TemplateResult {
    return numberField({
      id,
      name,
      label: name,
      value,
      minimum: -MOST,
      maximum: MOST,
      step: 0.1,
      root: this.#host.renderRoot as ShadowRoot,
      onNumber: (number) => {
        onNumber(number);
        this.#change();
      },
    });
  }

  #vectorTable(engine: Activation): TemplateResult {
    return html`<h3>Word vectors</h3>
      <div class="scroll">
        <table class="fields">
          <thead>
            <tr>
              <th scope="col">Word</th>
              ${Array.from({ length: DIMENSIONS }, (_, d) => html`<th scope="col">${d + 1}</th>`)}
              <th><span class="visually-hidden">Remove</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.#vectors,
              ([word]) => word,
              ([word, vector], i) =>
                html`<tr>
                  <th scope="row">${word}</th>
                  ${vector.map(
                    (x, d) =>
                      html`<td>
                        ${this.#cell(`vector-${word}-${d}`, `${word}, dimension ${d + 1}`, x, (value) => {
                          vector[d] = value;
                        })}
                      </td>`,
                  )}
                  <td>
                    <button type="button" class="quiet" aria-label="Remove ${word}" @click=${() => this.#remove(i)}>
                      ✕
                    </button>
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <form
        class="row"
        @submit=${(event: Event) => {
          event.preventDefault();
          this.#add(engine);
        }}
      >
        <input
          type="text"
          id="new-word"
          class="word"
          aria-label="New word"
          placeholder="new word"
          aria-describedby="word-error"
          aria-invalid=${this.#refusal ? "true" : "false"}
          autocomplete="off"
          spellcheck="false"
          .value=${this.#draft}
          @input=${(event: Event) => {
            this.#draft = (event.target as HTMLInputElement).value;
            this.#refusal = "";
            this.#host.requestUpdate();
          }}
          @change=${(event: Event) => event.stopPropagation()}
        />
        <button type="submit">Add word</button>
        <span id="word-error" class="error" role="alert">${this.#refusal}</span>
      </form>`;
  }

  #weightTable(weights: number[][]): TemplateResult {
    return html`<h3>Weights</h3>
      <div class="scroll">
        <table class="fields">
          <thead>
            <tr>
              <th scope="col">Dimension</th>
              ${LABELS.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${weights.map(
              (row, d) =>
                html`<tr>
                  <th scope="row">${d + 1}</th>
                  ${row.map(
                    (w, k) =>
                      html`<td>
                        ${this.#cell(
                          `weight-${d}-${k}`,
                          `weight of dimension ${d + 1} for ${LABELS[k]}`,
                          w,
                          (value) => {
                            row[k] = value;
                            this.#edited = true;
                          },
                        )}
                      </td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="row">
        <label for="seed">Seed</label>
        ${numberField({
          id: "seed",
          name: "seed",
          value: this.#seed as number,
          minimum: 0,
          maximum: 0xffff_ffff,
          step: 1,
          root: this.#host.renderRoot as ShadowRoot,
          refuse: (value) => (Number.isInteger(value) ? undefined : "seed must be a whole number"),
          onNumber: (value) => {
            this.seed = value;
            this.#change();
          },
        })}
        ${
          this.#edited
            ? html`<button type="button" @click=${() => this.#redraw()}>Draw again</button>`
            : html`<span class="note">drawn as by <code>np.random.randn(5, 3)</code></span>`
        }
      </div>`;
  }

  #redraw(): void {
    this.seed = this.#seed as number;
    this.#change();
  }

  #add(engine: Activation): void {
    const word = this.#draft.trim().toLowerCase();
    if (word === "") this.#refusal = "Type a word first.";
    else if (/\s/.test(word)) this.#refusal = "One word at a time: spaces separate words.";
    else if (this.#vectors.some(([known]) => known === word)) this.#refusal = `“${word}” is there already.`;
    else if (this.#vectors.length >= MOST_WORDS)
      this.#refusal = `There is room for ${MOST_WORDS} words: remove one first.`;
    else {
      const vectors: [string, number[]][] = [...this.#vectors, [word, new Array<number>(DIMENSIONS).fill(0)]];
      try {
        engine.sentiment({ vectors: asRecord(vectors), weights: this.#drawn(engine) });
        this.#vectors = vectors;
        this.#draft = "";
        this.#changed();
      } catch (error) {
        if (!(error instanceof ActivationError)) throw error;
        this.#refusal = `This cannot be a word: ${error.message}.`;
      }
    }
    this.#host.requestUpdate();
  }

  #remove(index: number): void {
    this.#vectors = this.#vectors.filter((_, i) => i !== index);
    this.#change();
    // The button that was pressed is gone: the next one takes the focus, or the field for a new word.
    void this.#host.updateComplete.then(() => {
      const root = this.#host.renderRoot;
      const buttons = root.querySelectorAll<HTMLElement>(".fields button");
      (buttons[Math.min(index, buttons.length - 1)] ?? root.querySelector<HTMLElement>("#new-word"))?.focus();
    });
  }

  #reset(): void {
    this.#vectors = tutorialVectors();
    this.#unknown = "skip";
    this.#draft = this.#refusal = "";
    // What was typed wrong goes too.
    for (const input of this.#host.renderRoot.querySelectorAll("input[aria-invalid=true]")) {
      input.setAttribute("aria-invalid", "false");
      const message = input.parentElement?.querySelector(".field-error");
      if (message) message.textContent = "";
    }
    this.seed = 42;
    this.#change();
  }
}
