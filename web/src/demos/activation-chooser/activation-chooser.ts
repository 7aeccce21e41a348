import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { DemoElement } from "../../elements/demo-element.js";
import { demoStyles } from "../../elements/demo-styles.js";
import type { Activation } from "../../engine/index.js";
import { copyText } from "../../page/copy.js";
import { site } from "../../site.js";
import { infoOf } from "../../state/selection.js";
import { curveOf } from "./curve.js";
import { type Calls, FRAMEWORKS } from "./frameworks.js";
import { PAPERS } from "./references.js";
import { type Alternative, type Answers, NETWORKS, PROBLEMS, type Recommendation, recommend, TASKS } from "./rules.js";
import { styles } from "./styles.js";

const LAYERS = { hidden: "a hidden layer", output: "the output layer" } as const;

/** Every question with its answers, by the attribute that answers it. */
const QUESTIONS = {
  layer: ["Which layer is it for?", LAYERS],
  task: ["What is the output?", TASKS],
  network: ["What kind of network?", NETWORKS],
  problem: ["What hurts?", PROBLEMS],
} as const;
type Question = keyof typeof QUESTIONS;

const FRAMEWORK_NAMES = ["PyTorch", "Keras", "JAX", "NumPy"] as const;

/** Code that breaks behind a parenthesis before it breaks within a word. */
const breakable = (code: string) => code.split(/(?<=\()/).map((part) => html`${part}<wbr />`);

/**
 * `<activation-chooser>`: a few questions, and the function that answers call for, with the reason, the evidence, what
 * the frameworks call it, and its curve.
 *
 * Attributes are answers given in advance: `layer="hidden|output"`, `task="binary|multiclass|multilabel|regression|
 * positive|bounded"`, `network="mlp|cnn|rnn|transformer"`, `problem="none|vanishing|dying|speed|quantisation"`; and
 * `theme`, `height` as for every element here.
 */
export class ActivationChooser extends DemoElement {
  static override styles = [demoStyles, styles];
  static override properties: PropertyDeclarations = {
    layer: {},
    task: {},
    network: {},
    problem: {},
    answers: { state: true },
  };

  declare layer: string | null;
  declare task: string | null;
  declare network: string | null;
  declare problem: string | null;
  /** What is answered now: it starts as the attributes say and is then the person's. */
  declare answers: Answers | undefined;

  #problems: string[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const questions = Object.keys(QUESTIONS) as Question[];
    if (this.answers && !questions.some((question) => changed.has(question))) return;
    this.#problems = [];
    const given = questions.flatMap((question) => {
      const text = this[question];
      if (!text) return [];
      if (Object.hasOwn(QUESTIONS[question][1], text)) return [[question, text]];
      this.#problems.push(`${question}: “${text}” is none of ${Object.keys(QUESTIONS[question][1]).join(", ")}`);
      return [];
    });
    this.answers = Object.fromEntries(given) as Answers;
  }

  protected override demo(engine: Activation): TemplateResult {
    const answers = this.answers as Answers;
    const asked: Question[] =
      answers.layer === "output"
        ? ["layer", "task"]
        : answers.layer === "hidden"
          ? ["layer", "network", "problem"]
          : ["layer"];
    const recommendation = recommend(answers);
    return html`<div class="chooser">
      <div class="questions">
        ${asked.map((question) => this.#question(question, answers))}
        <button type="button" class="quiet" ?disabled=${!answers.layer} @click=${this.#again}>Start again</button>
        ${this.#problems.length > 0 ? html`<p class="error">Not understood: ${this.#problems.join("; ")}.</p>` : nothing}
      </div>
      <div class="answer">
        <p class="visually-hidden" role="status">
          ${recommendation ? `Recommended: ${infoOf(engine, recommendation.id)?.name}` : ""}
        </p>
        ${recommendation ? this.#answer(engine, recommendation) : html`<p class="soft waiting">${this.#waiting(answers)}</p>`}
      </div>
    </div>`;
  }

  #waiting({ layer, network }: Answers): string {
    if (!layer) return "Answer the question, and a recommendation with its reason appears here.";
    if (layer === "output") return "What comes out decides the function of the last layer.";
    return network ? "One answer more: what hurts?" : "Two answers more.";
  }

  #set(answers: Answers): void {
    this.answers = answers;
    this.reportChange();
  }

  readonly #again = () => {
    this.#set({});
    // The button goes, so the focus goes where the answers begin.
    this.renderRoot.querySelector("input")?.focus({ preventScroll: true });
  };

  #question(question: Question, answers: Answers): TemplateResult {
    const [title, options] = QUESTIONS[question];
    return html`<fieldset>
      <legend>${title}</legend>
      ${Object.entries(options).map(
        ([value, words]) => html`<label>
          <input
            type="radio"
            name=${question}
            value=${value}
            .checked=${live(answers[question] === value)}
            @change=${(event: Event) => {
              event.stopPropagation();
              this.#set({ ...answers, [question]: value });
            }}
          />
          ${words}
        </label>`,
      )}
    </fieldset>`;
  }

  #answer(engine: Activation, { id, reason, evidence, alternatives }: Recommendation): TemplateResult {
    const info = infoOf(engine, id);
    return html`<section aria-label="Recommendation">
      <div class="head">
        <div>
          <h3>${info?.name}</h3>
          <p>${reason}</p>
        </div>
        <a class="curve" href=${this.#address(id)} target="_blank" rel="noopener" aria-label="The curve of ${info?.name} in the playground">
          ${curveOf(engine, id)}<span>see its curve</span>
        </a>
      </div>
      <h4>Evidence</h4>
      <ul class="evidence">
        ${evidence.map(([key, found]) => {
          const { authors, year, title, url } = PAPERS[key];
          return html`<li>
            ${authors} (${year}), <a href=${url} target="_blank" rel="noopener">${title}</a>: ${found}.
          </li>`;
        })}
      </ul>
      <h4>What the frameworks call it</h4>
      ${this.#calls(FRAMEWORKS[id])}
      <h4>Instead</h4>
      <ul class="instead">
        ${alternatives.map((one) => html`<li>${this.#name(engine, one)} if ${one.when}.</li>`)}
      </ul>
    </section>`;
  }

  #calls(calls: Calls): TemplateResult {
    const copy = async (event: Event, code: string) => {
      const button = event.currentTarget as HTMLButtonElement;
      const copied = await copyText(code, button.closest("tr")?.querySelector("code"));
      button.textContent = copied ? "Copied" : "Selected";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 1600);
    };
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Names in the frameworks">
        <table>
          <tbody>
            ${FRAMEWORK_NAMES.map(
              (name) => html`<tr>
                <th scope="row">${name}</th>
                <td><code>${breakable(calls[name])}</code></td>
                <td>
                  <button type="button" class="quiet" aria-label="Copy for ${name}" @click=${(event: Event) => copy(event, calls[name])}>Copy</button>
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${calls.note ? html`<p class="note">${calls.note}</p>` : nothing}`;
  }

  #name(engine: Activation, { id, name }: Alternative): TemplateResult {
    return id && infoOf(engine, id)
      ? html`<a href=${this.#address(id)} target="_blank" rel="noopener">${name}</a>`
      : html`<b>${name}</b>`;
  }

  #address(id: string): string {
    return new URL(`index.html#functions=${id}`, site).href;
  }
}

customElements.define("activation-chooser", ActivationChooser);

declare global {
  interface HTMLElementTagNameMap {
    "activation-chooser": ActivationChooser;
  }
}
