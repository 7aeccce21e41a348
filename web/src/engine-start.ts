import { loadFirst } from "./engine/first.js";

/**
 * The engine, already on its way: a script of its own, which runs before the page's is there (web/vite/preload.ts).
 * Whoever awaits it hears of a failure.
 */
export const engineStarted = loadFirst();
engineStarted.catch(() => undefined);
