import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import type { LayerResult } from "../../engine/index.js";
import { tabular, withMinus } from "../../state/numbers.js";
import { type Model, weightOf } from "./model.js";

/** A unit by its place: layer 0 are the inputs. */
export interface Unit {
  readonly layer: number;
  readonly index: number;
}

export const sameUnit = (one: Unit, other: Unit): boolean => one.layer === other.layer && one.index === other.index;

const COLUMN = 132;
const ROW = 74;
const RADIUS = 25;
const EDGE = 46;
const TOP = 24;

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
export const subscript = (index: number): string => SUBSCRIPTS[index + 1] ?? "";

/** "x₁" for inputs, "a₂" of the only hidden layer, "a₂⁽³⁾" style counts where there are more, "y₁" for outputs. */
export function unitName({ layer, index }: Unit, { sizes }: Model): string {
  if (layer === 0) return `x${subscript(index)}`;
  if (layer === sizes.length - 1) return `y${subscript(index)}`;
  return `${sizes.length > 3 ? "abcdef"[layer - 1] : "a"}${subscript(index)}`;
}

export function layerName(layer: number, { sizes }: Model): string {
  if (layer === 0) return "Inputs";
  if (layer === sizes.length - 1) return sizes[layer] === 1 ? "Output" : "Outputs";
  return sizes.length > 3 ? `Hidden layer ${layer}` : "Hidden layer";
}

/** Short enough for a circle: three decimals, or a power of ten. */
function short(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : withMinus(String(value)).replace("Infinity", "∞");
  const size = Math.abs(value);
  if (size !== 0 && (size < 5e-4 || size >= 1e4)) return withMinus(value.toExponential(0).replace("e+", "e"));
  return withMinus(value.toFixed(size >= 100 ? 1 : size >= 10 ? 2 : 3));
}

interface FigureOptions {
  readonly model: Model;
  readonly results: readonly LayerResult[];
  /** Whose sum is written out. */
  readonly lit: Unit;
  /** Which one holds the focus when the figure is tabbed to. */
  readonly selected: Unit;
  onSelect(unit: Unit, focus: boolean): void;
  onHover(unit: Unit | undefined): void;
}

const place = ({ layer, index }: Unit, sizes: readonly number[]) => {
  const most = Math.max(...sizes);
  return { x: EDGE + layer * COLUMN, y: TOP + RADIUS + (index + (most - (sizes[layer] as number)) / 2) * ROW };
};

/** Where an arrow key leads: along the layer, or to the nearest unit of the next one. */
export function neighbour({ layer, index }: Unit, key: string, sizes: readonly number[]): Unit | undefined {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!step) return undefined;
  const [across, down] = step as [number, number];
  const next = layer + across;
  if (next < 0 || next >= sizes.length) return undefined;
  const shift = across === 0 ? 0 : ((sizes[next] as number) - (sizes[layer] as number)) / 2;
  const at = Math.round(index + shift) + down;
  if (across === 0 && (at < 0 || at >= (sizes[layer] as number))) return undefined;
  return { layer: next, index: Math.max(0, Math.min((sizes[next] as number) - 1, at)) };
}

/** The network: weights as lines (width: size, dashes: negative), units as circles with what they give. */
export function figure(options: FigureOptions): TemplateResult {
  const { model, results, lit } = options;
  const { sizes } = model;
  const width = 2 * EDGE + (sizes.length - 1) * COLUMN;
  const height = TOP + Math.max(...sizes) * ROW + 4;
  const onKey = (event: KeyboardEvent) => {
    const next = neighbour(options.selected, event.key, sizes);
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    options.onSelect(next, true);
  };
  return html`<div class="scroll figure">
    <svg
      viewBox="0 0 ${width} ${height}"
      .style=${`min-width:${sizes.length * 78}px;max-width:${width * 1.15}px`}
      role="radiogroup"
      aria-label="The network: choose a unit to see its sum"
      @keydown=${onKey}
      @pointerleave=${() => options.onHover(undefined)}
    >
      ${sizes.map((_, layer) => svg`<text class="layer" x=${EDGE + layer * COLUMN} y="12">${layerName(layer, model)}</text>`)}
      <g aria-hidden="true">${lines(model, lit)}</g>
      ${sizes.map((size, layer) => Array.from({ length: size }, (_, index) => circle(options, { layer, index })))}
      <g aria-hidden="true" class="labels">${lit.layer > 0 ? labels(model, lit) : ""}</g>
    </svg>
  </div>`;

  function circle({ selected, onSelect, onHover }: FigureOptions, unit: Unit): SVGTemplateResult {
    const { x, y } = place(unit, sizes);
    const result = results[unit.layer - 1];
    const value = result ? (result.a[unit.index] as number) : (model.input[unit.index] as number);
    const name = unitName(unit, model);
    const z = result ? `, z ${tabular(result.z[unit.index] as number)}` : "";
    const chosen = sameUnit(unit, selected);
    return svg`<g
      class="unit ${sameUnit(unit, lit) ? "lit" : ""}"
      role="radio"
      aria-checked=${chosen ? "true" : "false"}
      aria-label="${layerName(unit.layer, model)}, ${name}${z}, ${unit.layer === 0 ? "" : "a "}${tabular(value)}"
      tabindex=${chosen ? 0 : -1}
      data-unit="${unit.layer}-${unit.index}"
      transform="translate(${x} ${y})"
      @click=${() => onSelect(unit, true)}
      @focus=${() => onSelect(unit, false)}
      @pointerenter=${(event: PointerEvent) => event.pointerType === "mouse" && onHover(unit)}
      @pointerleave=${() => onHover(undefined)}
    >
      <circle r=${RADIUS} />
      <text class="name" y="-7">${name}</text>
      <text class="value" y="9">${short(value)}</text>
      ${result ? svg`<text class="z" y=${RADIUS + 14}>z ${short(result.z[unit.index] as number)}</text>` : ""}
    </g>`;
  }
}

function lines(model: Model, lit: Unit): SVGTemplateResult[] {
  const { sizes, weights } = model;
  return sizes.slice(1).flatMap((columns, layer) => {
    const most = Math.max(...(weights[layer] as Float64Array).map(Math.abs), 1e-300);
    return Array.from({ length: (sizes[layer] as number) * columns }, (_, at) => {
      const [from, unit] = [Math.floor(at / columns), at % columns];
      const weight = weightOf(model, layer, from, unit);
      const [start, end] = [place({ layer, index: from }, sizes), place({ layer: layer + 1, index: unit }, sizes)];
      const isLit = lit.layer === layer + 1 ? lit.index === unit : lit.layer === layer && lit.index === from;
      return svg`<line
        class="${weight < 0 ? "negative" : "positive"} ${isLit ? "lit" : ""}"
        x1=${start.x + RADIUS} y1=${start.y} x2=${end.x - RADIUS} y2=${end.y}
        stroke-width=${(0.75 + 4.25 * Math.min(1, Math.abs(weight) / most)).toFixed(2)}
      />`;
    });
  });
}

/** The weights of the lit unit, each near where its line begins so that they do not meet. */
function labels(model: Model, { layer, index }: Unit): SVGTemplateResult[] {
  const end = place({ layer, index }, model.sizes);
  return Array.from({ length: model.sizes[layer - 1] as number }, (_, from) => {
    const start = place({ layer: layer - 1, index: from }, model.sizes);
    const at = 0.42;
    const x = start.x + RADIUS + (end.x - start.x - 2 * RADIUS) * at;
    const y = start.y + (end.y - start.y) * at;
    return svg`<text x=${x} y=${y + 4}>${short(weightOf(model, layer - 1, from, index))}</text>`;
  });
}
