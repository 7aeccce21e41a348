import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { DemoElement } from "../../elements/demo-element.js";
import { demoStyles } from "../../elements/demo-styles.js";
import type { Activation } from "../../engine/index.js";
import { sentimentStyles } from "./styles.js";
import { TrainedView } from "./trained-view.js";
import { TutorialView } from "./tutorial-view.js";

type Model = "tutorial" | "trained";

const MODELS: readonly (readonly [Model, string])[] = [
  ["tutorial", "Word vectors"],
  ["trained", "Trained classifier"],
];
const SEED = 42;
const TEXT = "good movie";

/**
 * `<sentiment-demo>`: whether a sentence is negative, neutral or positive, by the mean of a few word vectors with random
 * weights, or by a classifier that is trained in the page. Every table can be edited, own sentences can be trained on.
 *
 * Attributes:
 * - `text="good movie"`: the sentence
 * - `model="tutorial|trained"`: which of the two is shown first; the word vectors when it is not there
 * - `seed="42"`: the weights of the word vectors are NumPy's `np.random.seed(42); np.random.randn(5, 3)`
 * - `theme`, `height`: as for every element here
 */
export class SentimentDemo extends DemoElement {
  static override styles = [demoStyles, sentimentStyles];
  static override properties: PropertyDeclarations = {
    text: {},
    model: {},
    seed: {},
    sentence: { state: true },
    shown: { state: true },
  };

  declare text: string | null;
  declare model: string | null;
  declare seed: string | null;
  /** What the attributes say at first is then the person's. */
  declare private sentence: string;
  declare private shown: Model;

  #problems: string[] = [];
  readonly #changed = () => this.reportChange();
  readonly #tutorial = new TutorialView(this, this.#changed);
  readonly #trained = new TrainedView(this, this.#changed);

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const attributes = ["text", "model", "seed"].some((name) => changed.has(name));
    if (!attributes && this.shown) return;
    this.#problems = [];
    if (changed.has("text") || this.sentence === undefined) this.sentence = this.text ?? TEXT;
    if (changed.has("model") || !this.shown) this.shown = this.#firstModel();
    if (changed.has("seed") || this.#tutorial.seed === undefined) this.#tutorial.seed = this.#firstSeed();
  }

  protected override release(): void {
    this.#trained.release();
  }

  protected override demo(engine: Activation): TemplateResult {
    return html`<div class="frame">
      <div class="row" role="group" aria-label="Model">
        ${MODELS.map(
          ([id, name]) =>
            html`<button type="button" aria-pressed=${this.shown === id} @click=${() => this.#show(id)}>${name}</button>`,
        )}
      </div>
      <label class="sentence">
        <span>Sentence</span>
        <input
          type="text"
          autocomplete="off"
          spellcheck="false"
          .value=${live(this.sentence)}
          @input=${(event: Event) => this.#write((event.target as HTMLInputElement).value)}
          @change=${(event: Event) => event.stopPropagation()}
        />
      </label>
      ${this.#problems.length > 0 ? html`<p class="error">Not understood: ${this.#problems.join("; ")}.</p>` : nothing}
      ${
        this.shown === "tutorial"
          ? this.#tutorial.render(engine, this.sentence)
          : this.#trained.render(engine, this.sentence)
      }
    </div>`;
  }

  #show(model: Model): void {
    if (model === this.shown) return;
    this.shown = model;
    this.reportChange();
  }

  #write(sentence: string): void {
    this.sentence = sentence;
    this.reportChange();
  }

  #firstModel(): Model {
    const known = MODELS.find(([id]) => id === (this.model ?? "tutorial"));
    if (!known) this.#problems.push(`model “${this.model}” (it is tutorial or trained)`);
    return known?.[0] ?? "tutorial";
  }

  #firstSeed(): number {
    const given = (this.seed ?? String(SEED)).trim();
    const seed = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN;
    if (seed <= 0xffff_ffff) return seed;
    this.#problems.push(`seed “${this.seed}” (it is a whole number from 0 to 4294967295)`);
    return SEED;
  }
}

customElements.define("sentiment-demo", SentimentDemo);
