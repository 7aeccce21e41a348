// The formulas' races in a page, which the benchmark starts one by one.
import { load } from "../../../dist/lib/index.js";
import { formulaRacer } from "./race.mjs";

const { math } = /** @type {any} */ (globalThis);
Object.assign(window, { formulas: { race: formulaRacer(await load(), math) } });
