import { html, svg, type TemplateResult } from "lit";
import { decimalExponent, tabular } from "../../state/numbers.js";

const WIDTH = 420;
const HEIGHT = 190;
const LEFT = 34;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 26;

/** A number of one digit not below a positive one. */
function roundUp(value: number): number {
  const power = Number(`1e${decimalExponent(value)}`);
  return Math.ceil(value / power) * power;
}

const path = (losses: readonly number[], x: (i: number) => number, y: (loss: number) => number) =>
  losses.map((loss, i) => `${i === 0 ? "M" : "L"}${x(i).toFixed(1)} ${y(loss).toFixed(1)}`).join("");

/** The loss before training and after each epoch, of both parts. */
export function lossChart(training: readonly number[], heldOut: readonly number[] | undefined): TemplateResult {
  const shown = heldOut ?? [];
  const epochs = Math.max(1, training.length - 1);
  const top = roundUp(Math.max(0.1, ...training, ...shown) / 4) * 4;
  const x = (i: number) => LEFT + (i / epochs) * (WIDTH - LEFT - RIGHT);
  const y = (loss: number) => TOP + (1 - loss / top) * (HEIGHT - TOP - BOTTOM);
  const last = training[training.length - 1] ?? 0;
  const lowest = shown.indexOf(Math.min(...shown));
  const words = [
    `Loss over ${training.length - 1} epochs: on the training sentences from ${tabular(training[0] ?? 0)} to ${tabular(last)}`,
    heldOut
      ? `, on the held-out ones to ${tabular(shown[shown.length - 1] ?? 0)}, lowest ${tabular(shown[lowest] ?? 0)} after epoch ${lowest}`
      : "",
  ].join("");
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => part * top);
  const decimals = top < 0.4 ? 3 : top < 4 ? 2 : 0;
  return html`<figure class="loss">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${words}>
      ${ticks.map(
        (tick) => svg`<g>
          <line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(tick)} y2=${y(tick)}></line>
          <text class="tick" x=${LEFT - 5} y=${y(tick) + 4} text-anchor="end">${tick.toFixed(decimals)}</text>
        </g>`,
      )}
      ${[0, 0.5, 1].map(
        (part) =>
          svg`<text class="tick" x=${x(part * epochs)} y=${HEIGHT - 8} text-anchor=${part === 1 ? "end" : part === 0 ? "start" : "middle"}>${
            part === 0 ? "epoch 0" : part * epochs
          }</text>`,
      )}
      <path class="line training" d=${path(training, x, y)}></path>
      <path class="line held-out" d=${path(shown, x, y)}></path>
    </svg>
    <figcaption class="row note" aria-hidden="true">
      <span class="key"><i class="training"></i>training <b>${tabular(last)}</b></span>
      ${
        heldOut
          ? html`<span class="key"><i class="held-out"></i>held out <b>${tabular(shown[shown.length - 1] ?? 0)}</b></span>`
          : ""
      }
      <span>mean cross-entropy, nats</span>
    </figcaption>
  </figure>`;
}
