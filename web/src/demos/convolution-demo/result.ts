import { html, nothing, type TemplateResult } from "lit";
import type { KernelChoice } from "./kernels.js";
import { inCells, legend, type PanelName, panel, type Shown } from "./panels.js";
import type { Picture } from "./picture.js";
import { sum } from "./sum.js";
import type { Job, Outcome } from "./work.js";

/** A result, with what it is the result of. */
export interface Result {
  readonly outcome: Outcome;
  readonly job: Job;
  readonly picture: Picture;
  readonly kernel: KernelChoice;
}

const TITLES: readonly (readonly [PanelName, string])[] = [
  ["pixels", "Image"],
  ["convolved", "Convolution"],
  ["activated", "Activation"],
];

const count = (value: number) => value.toLocaleString("en").replaceAll(",", " ");

/** The three panels beside each other, and the sum of the output pixel that is pointed at. */
export function resultView(
  { outcome, picture: { width, height }, kernel }: Result,
  shown: Shown,
  activation: string,
  onSave: (name: PanelName) => void,
): TemplateResult {
  const small = inCells(shown);
  const { zeros } = outcome.ranges.activated;
  const notes: Record<PanelName, TemplateResult> = {
    pixels: html`<div class="legend">
      <span>0</span><span class="ramp greys"></span><span>1</span>
    </div>`,
    convolved: legend("convolved", outcome.ranges.convolved, small),
    activated: legend("activated", outcome.ranges.activated, small),
  };
  return html`<div class="panels">
      ${TITLES.map(
        ([one, title]) =>
          html`<section class="panel" aria-label=${title}>
            <header>
              <h3>${title}${one === "activated" ? `: ${activation}` : ""}</h3>
              <button
                type="button"
                class="quiet"
                aria-label=${`Save ${title.toLowerCase()} as PNG`}
                @click=${() => onSave(one)}
              >
                Save PNG
              </button>
            </header>
            ${panel(one, title, shown)} ${notes[one]}
            ${
              one === "activated"
                ? html`<p class="note zeros">
                    ${((100 * zeros) / (width * height)).toFixed(1)} % zeros: ${count(zeros)} of
                    ${count(width * height)}
                  </p>`
                : nothing
            }
          </section>`,
      )}
    </div>
    ${sum(shown, kernel.weights, activation)}`;
}

/** What a saved panel is called: by all that has been done to the picture. */
export function fileName(name: PanelName, { picture, kernel, job }: Result): string {
  const subject = picture.title
    .replace(/\.[a-z]+$/i, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .toLowerCase();
  const parts = {
    pixels: [subject],
    convolved: [subject, kernel.name],
    activated: [subject, kernel.name, job.activation],
  };
  return `${parts[name].join("-")}.png`;
}
