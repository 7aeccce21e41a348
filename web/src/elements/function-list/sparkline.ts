import { html, nothing, svg, type TemplateResult } from "lit";
import type { ActivationFunctions, ActivationId, Parameters } from "../../engine/index.js";
import { Recent } from "../../engine/recent.js";
import { extent } from "../../plot/extent.js";

const WIDTH = 40;
const HEIGHT = 22;
const MARGIN = 2;
const [FROM, TO, POINTS] = [-4, 4, 33];

/** More than the catalog and what one person has of their own; every letter of a formula makes another function. */
const KEPT = 256;
const paths = new Recent<ActivationId, { key: string; path: string }>(KEPT);

/** The outline of the curve from −4 to 4, fitted to the height. Sampled again only when a parameter has changed. */
export function outline(act: ActivationFunctions, id: ActivationId, params: Parameters): string {
  const key = JSON.stringify(params);
  const known = paths.get(id, () => ({ key: "", path: "" }));
  if (known.key === key) return known.path;
  const { x, value } = act.curve(id, { from: FROM, to: TO, points: POINTS, params });
  const [low, high] = extent(x, value);
  // Halves, since high − low may overflow.
  const half = high / 2 - low / 2 || 0.5;
  const share = (y: number) => Math.max(0, Math.min(1, (y / 2 - low / 2) / half));
  let path = "";
  let command = "M";
  for (let i = 0; i < x.length; i++) {
    const y = value[i] as number;
    if (Number.isNaN(y)) {
      command = "M";
      continue;
    }
    const px = MARGIN + (((x[i] as number) - FROM) / (TO - FROM)) * (WIDTH - 2 * MARGIN);
    const py = HEIGHT - MARGIN - share(y) * (HEIGHT - 2 * MARGIN);
    path += `${command}${px.toFixed(1)} ${py.toFixed(1)}`;
    command = "L";
  }
  known.key = key;
  known.path = path;
  return path;
}

/** A path that is not there yet leaves its place. */
export const sparkline = (path: string | undefined): TemplateResult =>
  html`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT} aria-hidden="true">
    ${path ? svg`<path d=${path} />` : nothing}
  </svg>`;
