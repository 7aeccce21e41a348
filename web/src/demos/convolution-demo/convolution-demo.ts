import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { activationFields } from "../../elements/activation-fields.js";
import { DemoElement } from "../../elements/demo-element.js";
import { demoStyles } from "../../elements/demo-styles.js";
import type { Activation, Parameters } from "../../engine/index.js";
import { infoOf } from "../../state/selection.js";
import { readAttributes, WORDS, type Word } from "./attributes.js";
import { kernelFields } from "./kernel-fields.js";
import { type KernelChoice, namedKernel } from "./kernels.js";
import { closeCamera, decode, fileOf, openCamera, photograph, Refusal } from "./own-picture.js";
import { inCells, type PanelName, type Point, png, type Shown } from "./panels.js";
import { ownNumber, type Picture, sameDrawing } from "./picture.js";
import { type Choice, pictureFields } from "./picture-fields.js";
import { PICTURES } from "./pictures.js";
import { fileName, type Result, resultView } from "./result.js";
import { AT_ONCE, run, runAtOnce } from "./runner.js";
import { styles } from "./styles.js";
import { spoken } from "./sum.js";
import { viewfinder } from "./viewfinder.js";
import type { Job, Source } from "./work.js";

/**
 * `<convolution-demo>`: what a convolutional layer does to a picture, and how each number comes about.
 *
 * Attributes: `picture` (random, disc, checkerboard, stripes, gradient, digit, mountains), `size` (10, 64, 256 or 2048
 * pixels a side), `seed` (of the random picture: NumPy's), `kernel` (edge, sharpen, blur, emboss, sobel_x, sobel_y,
 * identity, or a matrix: "0 1 0; 1 -4 1; 0 1 0"), `activation` (relu, elu(alpha=0.5), …), `theme`, `height`.
 */
export class ConvolutionDemo extends DemoElement {
  static override styles = [demoStyles, styles];
  static override properties: PropertyDeclarations = {
    picture: {},
    size: {},
    seed: {},
    kernel: {},
    activation: {},
    chosen: { state: true },
    weights: { state: true },
    func: { state: true },
    params: { state: true },
    result: { state: true },
    point: { state: true },
    progress: { state: true },
    problem: { state: true },
    refusals: { state: true },
    announcement: { state: true },
    dropping: { state: true },
    camera: { state: true },
  };

  declare picture: string | null;
  declare size: string | null;
  declare seed: string | null;
  declare kernel: string | null;
  declare activation: string | null;
  declare private chosen: Choice;
  declare private weights: KernelChoice;
  declare private func: string;
  declare private params: Parameters;
  declare private result: Result | undefined;
  declare private point: Point;
  /** From 0 to 1 while work runs beside the page. */
  declare private progress: number | undefined;
  /** What went wrong with a picture or the work on it. */
  declare private problem: string;
  /** What attributes could not be used. */
  declare private refusals: readonly string[];
  declare private announcement: string;
  declare private dropping: boolean;
  /** The camera while it runs. */
  declare private camera: MediaStream | undefined;

  #own: Picture | undefined;
  #work: AbortController | undefined;
  #reading: AbortController | undefined;
  #done: string | undefined;
  readonly #addresses = new Set<string>();

  constructor() {
    super();
    this.chosen = { name: "random", side: 10, seed: 42 };
    this.weights = namedKernel("edge");
    this.func = "relu";
    this.params = {};
    this.point = { x: 1, y: 0 };
    this.problem = this.announcement = "";
    this.refusals = [];
    this.dropping = false;
  }

  protected override release(): void {
    // Back in the document, what was stopped starts again.
    if (this.#work || !this.result) this.#done = undefined;
    this.#work?.abort();
    this.#reading?.abort();
    this.#work = this.#reading = undefined;
    this.#closeCamera();
    this.progress = undefined;
    for (const address of this.#addresses) URL.revokeObjectURL(address);
    this.#addresses.clear();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.engine || !this.isConnected) return;
    if (changed.has("engine") || WORDS.some((word) => changed.has(word))) this.#readAttributes(this.engine, changed);
    this.#compute(this.engine);
  }

  #readAttributes(engine: Activation, changed: PropertyValues): void {
    const given = (word: Word) => (changed.has(word) || changed.has("engine") ? this[word] : null);
    const read = readAttributes(given, engine);
    this.refusals = read.problems;
    if (Object.keys(read.choice).length > 0) this.#choose(read.choice);
    if (read.kernel) this.weights = read.kernel;
    if (read.selection) [this.func, this.params] = [read.selection.id, read.selection.params];
  }

  #choose(part: Partial<Choice>): void {
    this.#own = undefined;
    this.chosen = { ...this.chosen, ...part };
  }

  #picture(): Picture {
    if (this.#own) return this.#own;
    const { name, side, seed } = this.chosen;
    const title = PICTURES.find(([one]) => one === name)?.[1] ?? name;
    return { title, width: side, height: side, source: { type: "drawn", name, seed } };
  }

  /** What is to be shown, as text: equal texts need no new work. */
  #wanted(): string {
    const picture = this.#own ? `own ${ownNumber(this.#own)}` : JSON.stringify(this.chosen);
    return JSON.stringify([picture, this.weights.weights, this.func, this.params]);
  }

  /** Small pictures at once; large ones beside the page, and what is shown stays until they are done. */
  #compute(engine: Activation): void {
    const wanted = this.#wanted();
    if (wanted === this.#done) return;
    this.#work?.abort();
    this.#done = wanted;
    const picture = this.#picture();
    const { width, height } = picture;
    const kernel = this.weights;
    // The numbers of the same picture are there already.
    const old = this.result?.picture;
    const same = old && (old === picture || (!this.#own && old.source.type === "drawn" && sameDrawing(old, picture)));
    const source: Source =
      same && this.result ? { type: "pixels", pixels: this.result.outcome.pixels } : picture.source;
    const job: Job = { width, height, source, kernel: kernel.weights, activation: this.func, params: this.params };
    if (width * height <= AT_ONCE) {
      this.progress = undefined;
      this.#show({ outcome: runAtOnce(engine, job), job, picture, kernel });
      return;
    }
    const work = new AbortController();
    this.#work = work;
    this.progress = 0;
    const progress = (done: number) => {
      if (this.#work === work) this.progress = done;
    };
    run(engine, job, progress, work.signal).then(
      (outcome) => {
        if (this.#work === work) this.#show({ outcome, job, picture, kernel });
      },
      (error) => {
        if (this.#work !== work) return;
        this.#stop(`The picture could not be worked on: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
  }

  #show(result: Result): void {
    this.#work = undefined;
    this.progress = undefined;
    const { width, height } = result.picture;
    const old = this.result?.picture;
    if (old && (old.width !== width || old.height !== height)) {
      this.point = { x: Math.min(this.point.x, width - 1), y: Math.min(this.point.y, height - 1) };
      if (width * height > AT_ONCE || !inCells({ width, height })) this.point = { x: width >> 1, y: height >> 1 };
    } else if (!old) {
      this.point = { x: Math.min(1, width - 1), y: 0 };
      if (!inCells({ width, height })) this.point = { x: width >> 1, y: height >> 1 };
    }
    if (result.picture.source.type === "bitmap") result.picture.source.bitmap.close();
    this.result = result;
  }

  #stop(problem: string): void {
    this.#work?.abort();
    this.#work = undefined;
    this.progress = undefined;
    this.problem = problem;
  }

  #closeCamera(): void {
    closeCamera(this.camera);
    this.camera = undefined;
  }

  async #openCamera(): Promise<void> {
    this.problem = "";
    this.#closeCamera();
    try {
      const stream = await openCamera();
      // Removed while the person was asked.
      if (this.isConnected) this.camera = stream;
      else closeCamera(stream);
    } catch (error) {
      this.problem = `${error instanceof Error ? error.message : String(error)}.`;
    }
  }

  async #take(reading: () => Promise<ImageBitmap>, title: string): Promise<void> {
    this.#reading?.abort();
    const controller = new AbortController();
    this.#reading = controller;
    this.problem = "";
    try {
      const bitmap = await reading();
      if (controller.signal.aborted) {
        bitmap.close();
        return;
      }
      this.#own = { title, width: bitmap.width, height: bitmap.height, source: { type: "bitmap", bitmap } };
      this.requestUpdate();
      this.reportChange();
    } catch (error) {
      if (controller.signal.aborted) return;
      this.problem = error instanceof Refusal ? `${error.message}.` : `The picture could not be read: ${String(error)}`;
    } finally {
      if (this.#reading === controller) this.#reading = undefined;
    }
  }

  #takeFile(file: File | undefined): void {
    if (file) void this.#take(() => decode(file), file.name || "Your picture");
  }

  readonly #onDrop = (event: DragEvent) => {
    event.preventDefault();
    this.dropping = false;
    const file = fileOf(event.dataTransfer);
    if (file) this.#takeFile(file);
    else this.problem = "What was dropped is no picture file: save it first, then drop the file.";
  };

  readonly #onPaste = (event: ClipboardEvent) => {
    const file = fileOf(event.clipboardData);
    if (!file) return;
    event.preventDefault();
    this.#takeFile(file);
  };

  #changed(change: () => void): void {
    this.problem = "";
    change();
    this.reportChange();
  }

  async #download(name: PanelName, result: Result): Promise<void> {
    const { outcome, picture } = result;
    try {
      const paper = getComputedStyle(this.renderRoot.querySelector(".demo") as Element).backgroundColor;
      const blob = await png(name, outcome, picture.width, picture.height, paper);
      const address = URL.createObjectURL(blob);
      this.#addresses.add(address);
      Object.assign(document.createElement("a"), { href: address, download: fileName(name, result) }).click();
      setTimeout(() => {
        URL.revokeObjectURL(address);
        this.#addresses.delete(address);
      }, 10_000);
    } catch (error) {
      this.problem = `The picture could not be saved: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  protected override demo(engine: Activation): TemplateResult {
    return html`<div
      class=${this.dropping ? "demo dropping" : "demo"}
      tabindex="-1"
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.dropping = true;
      }}
      @dragleave=${(event: DragEvent) => {
        if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) this.dropping = false;
      }}
      @drop=${this.#onDrop}
      @paste=${this.#onPaste}
    >
      ${this.refusals.map((text) => html`<p class="error" role="alert">${text}</p>`)}
      <div class="controls">
        ${pictureFields({
          chosen: this.chosen,
          own: this.#own,
          root: this.renderRoot as ShadowRoot,
          onChoice: (choice) => this.#changed(() => this.#choose(choice)),
          onFile: (file) => this.#takeFile(file),
          onPhoto: () => void this.#openCamera(),
        })}
        ${kernelFields(this.weights, this.renderRoot as ShadowRoot, (kernel) =>
          this.#changed(() => {
            this.weights = kernel;
          }),
        )}
        ${activationFields(
          engine,
          { id: this.func, params: this.params },
          this.renderRoot as ShadowRoot,
          (id, params) =>
            this.#changed(() => {
              [this.func, this.params] = [id, params];
            }),
        )}
        <div class="status" aria-live="polite">
          ${
            this.progress === undefined
              ? nothing
              : html`<span>Working on ${this.#picture().width} × ${this.#picture().height} pixels</span>
                  <progress max="1" .value=${this.progress} aria-label="Progress"></progress>
                  <button
                    type="button"
                    @click=${() => this.#stop("Cancelled: the panels show what was there before.")}
                  >
                    Cancel
                  </button>`
          }
          ${this.problem ? html`<span class="error" role="alert">${this.problem}</span>` : nothing}
        </div>
      </div>
      ${
        this.camera
          ? viewfinder(
              this.camera,
              (video) => void this.#take(() => photograph(video), "Photo").then(() => this.#closeCamera()),
              () => this.#closeCamera(),
            )
          : nothing
      }
      ${this.result ? this.#result(engine, this.result) : nothing}
      <p class="visually-hidden" aria-live="polite">${this.announcement}</p>
    </div>`;
  }

  #result(engine: Activation, result: Result): TemplateResult {
    const { outcome, picture, kernel, job } = result;
    const { width, height } = picture;
    const name = infoOf(engine, job.activation)?.name ?? job.activation;
    const shown: Shown = {
      outcome,
      width,
      height,
      kernelRows: kernel.rows,
      point: this.point,
      onPoint: (point, byKey) => {
        this.point = point;
        if (byKey) this.announcement = spoken({ ...shown, point }, name);
      },
    };
    return resultView(result, shown, name, (one) => void this.#download(one, result));
  }
}

customElements.define("convolution-demo", ConvolutionDemo);
