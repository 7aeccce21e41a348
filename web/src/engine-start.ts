import { loadCurves } from "./engine/curves.js";
import { isInFirst, loadFirst } from "./engine/first.js";
import type { ActivationFunctions } from "./engine/functions.js";

/** Whether an address has a formula that someone wrote: "f{x * sigmoid(x)}". */
export const hasFormula = (hash: string): boolean => /\{|%7B/i.test(hash);

/** The engine that knows formulas too: a script of its own, which few pages need. */
export const startFormulas = async () => (await import("./engine/own.js")).loadFormulas();

function start(): Promise<ActivationFunctions> {
  if (hasFormula(location.hash)) return startFormulas();
  return asksForMore(location.hash) ? loadCurves() : loadFirst();
}

/** Whether the address asks for functions that the first module does not have. */
function asksForMore(hash: string): boolean {
  const [, asked = ""] = /[#&]functions=([^&]*)/.exec(hash) ?? [];
  const ids = decodeURIComponent(asked.replace(/%(?![\da-f]{2})/gi, "%25"))
    .replace(/\([^)]*\)?/g, "")
    .split(",")
    .map((id) => id.trim().toLowerCase());
  return ids.some((id) => id !== "" && !isInFirst(id));
}

/**
 * The engine, already on its way: a script of its own, which runs before the page's is there (web/vite/preload.ts).
 * Whoever awaits it hears of a failure.
 */
export const engineStarted = start();
engineStarted.catch(() => undefined);
