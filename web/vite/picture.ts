import type { ActivationFunctions } from "../src/engine/functions.js";
import { QUANTITIES, type Quantity } from "../src/engine/quantity.js";
import { accentsOf, INK } from "../src/plot/palette.js";
import { ticks } from "../src/plot/ticks.js";
import type { State } from "../src/state/schema.js";

const [WIDTH, PANEL, LEFT, RIGHT, FIRST_TOP, STEP] = [800, 250, 60, 20, 50, 310] as const;
const TITLES = { value: "Value f(x)", gradient: "Gradient f′(x)", curvature: "Curvature f″(x)" } as const;

type View = Pick<State, "functions" | "range" | "show">;

/** What the curves of a quantity need, with some air. */
function frameOf(columns: readonly Float64Array[]): readonly [number, number] {
  const finite = columns.flatMap((column) => [...column].filter(Number.isFinite));
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const air = (high - low || 2) * 0.06;
  return [low - air, high + air];
}

/** One panel of the picture, its top edge at y = `top`. */
function panel(act: ActivationFunctions, view: View, quantity: Quantity, top: number): string {
  const [from, to] = view.range;
  const curves = view.functions.map(({ id, params }) => act.curve(id, { from, to, points: 200, params }));
  const [low, high] = frameOf(curves.map((curve) => curve[quantity]));
  const px = (x: number) => LEFT + ((x - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const py = (y: number) => top + PANEL - ((y - low) / (high - low)) * PANEL;
  const ids = view.functions.map(({ id }) => id);
  const accents = accentsOf(ids, act.catalog);
  const ink = (value: number) => (value === 0 ? INK.light.zero : INK.light.grid);
  const grid = [
    ...ticks(from, to, 10).map(
      ({ value, label }) =>
        `<path d="M${px(value)} ${top}v${PANEL}" stroke="${ink(value)}"/><text x="${px(value)}" y="${top + PANEL + 18}" text-anchor="middle">${label}</text>`,
    ),
    ...ticks(low, high, 6).map(
      ({ value, label }) =>
        `<path d="M${LEFT} ${py(value).toFixed(1)}H${WIDTH - RIGHT}" stroke="${ink(value)}"/><text x="${LEFT - 9}" y="${(py(value) + 4).toFixed(1)}" text-anchor="end">${label}</text>`,
    ),
  ];
  const lines = curves.map((curve, which) => {
    const points = [...curve.x].map((at, i) => ({ x: at, y: curve[quantity][i] as number }));
    const path = points.map(({ x: at, y }, i) => {
      if (Number.isNaN(y)) return "";
      const command = i === 0 || Number.isNaN(points[i - 1]?.y) ? "M" : "L";
      return `${command}${px(at).toFixed(1)} ${py(y).toFixed(1)}`;
    });
    const accent = accents.get(ids[which] as string);
    return `<path d="${path.join("")}" stroke="${accent?.light}" stroke-width="2.25" stroke-dasharray="${accent?.dash.join(" ")}"/>`;
  });
  return `<text x="${LEFT}" y="${top - 12}" font-size="15" font-weight="600">${TITLES[quantity]}</text>${grid.join("")}${lines.join("")}`;
}

/** How high the picture of a view is, for a page that is to reserve its place. The width is always 800. */
export const heightOf = ({ show }: View): number => FIRST_TOP + STEP * show.length - 30;

/** A view as a picture in SVG, drawn by the core while the page is built: for browsers that cannot compute it. */
export function picture(act: ActivationFunctions, view: View): string {
  const ids = view.functions.map(({ id }) => id);
  const accents = accentsOf(ids, act.catalog);
  const names = ids.map((id, i) => {
    const accent = accents.get(id);
    const name = act.catalog.find((info) => info.id === id)?.name;
    const x = LEFT + 160 + i * 115;
    return `<path d="M${x} 34h26" stroke="${accent?.light}" stroke-width="2.5" stroke-dasharray="${accent?.dash.join(" ")}"/><text x="${x + 34}" y="38" font-size="13">${name}</text>`;
  });
  const shown = QUANTITIES.filter((quantity) => view.show.includes(quantity));
  const panels = shown.map((quantity, i) => panel(act, view, quantity, FIRST_TOP + STEP * i));
  const [body, height] = [[...names, ...panels].join(""), heightOf(view)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" fill="none" font-family="system-ui, sans-serif" font-size="12"><rect width="${WIDTH}" height="${height}" fill="#ffffff"/>${body.replaceAll("<text ", `<text fill="${INK.light.text}" `)}</svg>`;
}
