import { html, svg, type TemplateResult } from "lit";
import type { ActivationId, ActivationInfo } from "../../engine/index.js";
import { type Accent, cssColor } from "../../plot/palette.js";
import { curveName } from "../../plot/readings.js";

export interface LegendItem {
  readonly info: ActivationInfo;
  readonly accent: Accent;
  readonly dash: readonly number[];
  readonly hidden: boolean;
}

/** A piece of the line as the chart draws it, colour and dashes. */
export const swatch = (accent: Accent, dash: readonly number[]): TemplateResult =>
  html`<svg width="22" height="10" aria-hidden="true">${svg`<line x1="1" y1="5" x2="21" y2="5" stroke-width="2.5"
    stroke=${cssColorAttribute(accent)} stroke-dasharray=${dash.join(" ")} />`}</svg>`;

/** light-dark() works in presentation attributes as it does in stylesheets. */
const cssColorAttribute = cssColor;

/**
 * What the curves are. Pressing a name hides or shows its curve, "only" leaves it alone on the charts; pressing "all"
 * brings the others back.
 */
export function legend(items: readonly LegendItem[], onHidden: (hidden: ActivationId[]) => void): TemplateResult {
  const hidden = items.filter((item) => item.hidden).map((item) => item.info.id);
  const others = (id: ActivationId) => items.map((item) => item.info.id).filter((other) => other !== id);
  const toggled = (id: ActivationId) => (hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id]);
  return html`<ul class="legend" aria-label="Curves">
    ${items.map(({ info, accent, dash, hidden: off }) => {
      const alone = items.length > 1 && !off && hidden.length === items.length - 1;
      return html`<li class="chip">
        <button
          type="button"
          class=${off ? "off" : ""}
          aria-pressed=${off ? "false" : "true"}
          title=${off ? "Show this curve" : "Hide this curve"}
          @click=${() => onHidden(toggled(info.id))}
        >
          ${swatch(accent, dash)}${curveName(info)}
        </button>
        ${
          items.length > 1
            ? html`<button
                type="button"
                class="only"
                aria-label=${alone ? "Show all curves" : `Show only ${curveName(info)}`}
                @click=${() => onHidden(alone ? [] : others(info.id))}
              >
                ${alone ? "all" : "only"}
              </button>`
            : ""
        }
      </li>`;
    })}
  </ul>`;
}
