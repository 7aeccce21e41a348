import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import type { Activation, ActivationId } from "../../engine/index.js";

const WIDTH = 148;
const HEIGHT = 92;
const [FROM, TO] = [-4, 4];
const [LOW, HIGH] = [-1.6, 3.4];

const px = (x: number) => ((x - FROM) / (TO - FROM)) * WIDTH;
const py = (y: number) => HEIGHT - ((y - LOW) / (HIGH - LOW)) * HEIGHT;

/** The curve from −4 to 4 on axes that are the same for every function, so that two can be compared. */
export function curveOf(act: Activation, id: ActivationId): TemplateResult {
  const { x, value } = act.curve(id, { from: FROM, to: TO, points: 60 });
  let command = "M";
  const path = Array.from(x, (at, i) => {
    const y = value[i] as number;
    if (Number.isNaN(y)) {
      command = "M";
      return "";
    }
    const step = `${command}${px(at).toFixed(1)} ${py(y).toFixed(1)}`;
    command = "L";
    return step;
  });
  const axes: SVGTemplateResult = svg`<path class="axis" d="M0 ${py(0)}H${WIDTH}M${px(0)} 0V${HEIGHT}" /><path class="line" d=${path.join("")} />`;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT} aria-hidden="true">${axes}</svg>`;
}
