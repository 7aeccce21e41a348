import { html, nothing, type TemplateResult } from "lit";
import { exact, tabular, withMinus } from "../../state/numbers.js";
import { cellStyle, type Shown } from "./panels.js";

/** A weight as it was typed, but not longer than a table's numbers. */
const weightText = (weight: number): string => {
  const text = withMinus(String(weight));
  return text.length <= 7 ? text : tabular(weight);
};

interface Term {
  readonly weight: number;
  readonly pixel: number;
  readonly padding: boolean;
}

function termsOf(shown: Shown, weights: readonly number[]): Term[] {
  const { kernelRows, point, width, height, outcome } = shown;
  const border = (kernelRows - 1) / 2;
  return weights.map((weight, i) => {
    const x = point.x + (i % kernelRows) - border;
    const y = point.y + Math.floor(i / kernelRows) - border;
    const padding = x < 0 || y < 0 || x >= width || y >= height;
    return { weight, padding, pixel: padding ? 0 : (outcome.pixels[y * width + x] as number) };
  });
}

/** The patch beneath the kernel, the kernel, and the sum of their products with its numbers. */
export function sum(shown: Shown, weights: readonly number[], activation: string): TemplateResult {
  const { outcome, point, width, kernelRows } = shown;
  const terms = termsOf(shown, weights);
  const at = point.y * width + point.x;
  const [z, a] = [outcome.convolved[at] as number, outcome.activated[at] as number];
  const columns = `--columns:${kernelRows}`;
  const padded = terms.some(({ padding }) => padding);
  return html`<section class="sum" aria-label="The sum of one output pixel">
    <h3>Row ${point.y + 1}, column ${point.x + 1}</h3>
    <div class="factors">
      <figure>
        <div class="patch" .style=${columns}>
          ${terms.map(({ pixel, padding }) =>
            padding
              ? html`<span class="padding" title="padding: outside the image there are zeros">0</span>`
              : html`<span .style=${cellStyle("pixels", pixel, 1)}>${pixel.toFixed(2)}</span>`,
          )}
        </div>
        <figcaption>patch of the image${padded ? html` (<span class="hatched">0</span> is padding)` : nothing}</figcaption>
      </figure>
      <span class="times" aria-hidden="true">×</span>
      <figure>
        <div class="patch weights" .style=${columns}>
          ${terms.map(({ weight }) => html`<span>${weightText(weight)}</span>`)}
        </div>
        <figcaption>kernel</figcaption>
      </figure>
    </div>
    <p class="terms">
      ${terms.map(
        ({ weight, pixel, padding }, i) =>
          html`${i > 0 ? " + " : nothing}<span class=${padding ? "term hatched" : "term"}
              >${weightText(weight)}·${padding ? "0" : tabular(pixel)}</span
            >`,
      )}
      = <strong class="z" title=${exact(z)}>${tabular(z)}</strong>
    </p>
    <p class="terms">${activation}(${tabular(z)}) = <strong class="a" title=${exact(a)}>${tabular(a)}</strong></p>
  </section>`;
}

/** The same in a few words, for a screen reader that follows the arrow keys. */
export function spoken({ outcome, point, width }: Shown, activation: string): string {
  const at = point.y * width + point.x;
  const [z, a] = [outcome.convolved[at] as number, outcome.activated[at] as number];
  return `Row ${point.y + 1}, column ${point.x + 1}: ${tabular(z)}, after ${activation} ${tabular(a)}`;
}
