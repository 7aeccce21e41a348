import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { Activation } from "../src/engine/activation.js";
import { instantiate } from "../src/engine/module.js";
import { accentsOf, INK } from "../src/plot/palette.js";
import { ticks } from "../src/plot/ticks.js";
import { FIRST_STATE, type Quantity } from "../src/state/schema.js";

const [WIDTH, HEIGHT, PANEL, LEFT, RIGHT] = [800, 640, 250, 60, 20];
const TITLES = { value: "Value f(x)", gradient: "Gradient f′(x)" } as const;
const FRAMES = { value: [-1.5, 5], gradient: [-0.1, 1.1] } as const;

/** One panel of the picture, its top edge at y = `top`. */
function panel(act: Activation, quantity: Exclude<Quantity, "curvature">, top: number): string {
  const [from, to] = FIRST_STATE.range;
  const [low, high] = FRAMES[quantity];
  const px = (x: number) => LEFT + ((x - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const py = (y: number) => top + PANEL - ((y - low) / (high - low)) * PANEL;
  const ids = FIRST_STATE.functions.map(({ id }) => id);
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
  const curves = ids.map((id) => {
    const { x, ...columns } = act.curve(id, { from, to, points: 200 });
    const points = [...x].map((at, i) => ({ x: at, y: columns[quantity][i] as number }));
    const path = points.map(({ x: at, y }, i) => {
      if (Number.isNaN(y)) return "";
      const command = i === 0 || Number.isNaN(points[i - 1]?.y) ? "M" : "L";
      return `${command}${px(at).toFixed(1)} ${py(y).toFixed(1)}`;
    });
    const accent = accents.get(id);
    return `<path d="${path.join("")}" stroke="${accent?.light}" stroke-width="2.25" stroke-dasharray="${accent?.dash.join(" ")}"/>`;
  });
  return `<text x="${LEFT}" y="${top - 12}" font-size="15" font-weight="600">${TITLES[quantity]}</text>${grid.join("")}${curves.join("")}`;
}

/** The first view as a picture, for browsers that cannot compute it: drawn by the core when the page is built. */
async function picture(): Promise<string> {
  const wasm = readFileSync(new URL("../src/engine/generated/activation.wasm", import.meta.url));
  const act = new Activation(await instantiate(wasm));
  const accents = accentsOf(
    FIRST_STATE.functions.map(({ id }) => id),
    act.catalog,
  );
  const names = FIRST_STATE.functions.map(({ id }, i) => {
    const accent = accents.get(id);
    const name = act.catalog.find((info) => info.id === id)?.name;
    const x = LEFT + 160 + i * 120;
    return `<path d="M${x} 34h26" stroke="${accent?.light}" stroke-width="2.5" stroke-dasharray="${accent?.dash.join(" ")}"/><text x="${x + 34}" y="38" font-size="13">${name}</text>`;
  });
  const body = [...names, panel(act, "value", 50), panel(act, "gradient", 360)].join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" fill="none" font-family="system-ui, sans-serif" font-size="12"><rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>${body.replaceAll("<text ", `<text fill="${INK.light.text}" `)}</svg>`;
}

/** Adds fallback.svg to the site, and serves it while developing. */
export const fallbackPicture = (): Plugin => ({
  name: "activation:fallback-picture",
  configureServer(server) {
    server.middlewares.use("/fallback.svg", async (_request, response) => {
      response.setHeader("Content-Type", "image/svg+xml").end(await picture());
    });
  },
  async generateBundle() {
    this.emitFile({ type: "asset", fileName: "fallback.svg", source: await picture() });
  },
});
