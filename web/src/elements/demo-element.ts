import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import type { Activation, ActivationFunctions } from "../engine/index.js";

/** Started this far before it comes into view, so that it is there when it does. */
const NEAR = "300px 0px";

/**
 * What all embeddable elements share: they start when they come near the viewport, use the one engine of the page,
 * follow `theme`, and hold nothing once they are removed.
 *
 * Attributes: `theme` (light, dark, or auto: as the page around it), `height` (of the whole element, in CSS pixels;
 * what is higher scrolls). Until the engine is there the element shows its own content from the page, if it has any.
 *
 * Events: `change`, after the person changed what is shown.
 */
export abstract class DemoElement<Engine extends ActivationFunctions = Activation> extends LitElement {
  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    height: {},
    engine: { attribute: false },
    failure: { state: true },
  };

  declare theme: string | null;
  declare height: string | null;
  /** The shared engine once it is there; a page that has one already may set it. */
  declare engine: Engine | undefined;
  declare private failure: Error | undefined;

  #near: IntersectionObserver | undefined;

  /** The element with a working engine. Anything that it starts, `release` stops. */
  protected abstract demo(engine: Engine): TemplateResult;

  /** Stops whatever runs and gives back what is held; called when the element leaves the document. */
  protected release(): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.engine) {
      // Back in the document: what release has stopped starts again with the next update.
      this.requestUpdate();
      return;
    }
    this.#near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.start();
      },
      { rootMargin: NEAR },
    );
    this.#near.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#near?.disconnect();
    this.#near = undefined;
    this.release();
  }

  /** The engine that all elements of the page share. */
  protected async loadEngine(): Promise<Engine> {
    const { load } = await import("../engine/index.js");
    return load() as Promise<ActivationFunctions> as Promise<Engine>;
  }

  /** Loads the engine now, in view or not. */
  async start(): Promise<void> {
    this.#near?.disconnect();
    this.#near = undefined;
    if (this.engine) return;
    this.failure = undefined;
    try {
      const engine = await this.loadEngine();
      // Removed meanwhile: the engine is asked for again when the element comes back.
      if (this.isConnected) this.engine = engine;
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("height")) {
      const given = Number.parseInt(this.height ?? "", 10);
      this.style.height = given > 0 ? `${given}px` : "";
      this.style.overflow = given > 0 ? "auto" : "";
    }
  }

  protected override render(): TemplateResult {
    if (this.failure) return this.#failed(this.failure);
    return this.engine ? this.demo(this.engine) : html`<slot></slot>`;
  }

  /** Tells the page that the person changed what is shown. */
  protected reportChange(): void {
    this.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  }

  #failed(failure: Error): TemplateResult {
    return html`<div class="failure" role="alert">
      <p><strong>This figure cannot compute here.</strong> ${failure.message}.</p>
      <button type="button" @click=${() => this.start()}>Try again</button>
    </div>`;
  }
}
