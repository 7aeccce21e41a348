import { FormulaFunctions } from "./formulas.js";
import createModule from "./generated/formula.mjs";
import { instantiate } from "./module.js";

let own: Promise<FormulaFunctions> | undefined;

/**
 * All functions number by number, and formulas: for the playground, when someone writes a function or wants to know all
 * about one. One instance for all callers of this realm; after a failure the next call tries again.
 */
export function loadFormulas(): Promise<FormulaFunctions> {
  own ??= instantiate(createModule, new URL("./generated/formula.wasm", import.meta.url)).then(
    (instance) => new FormulaFunctions(instance),
    (error) => {
      own = undefined;
      throw error;
    },
  );
  return own;
}
