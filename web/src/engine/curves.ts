import { ActivationFunctions } from "./functions.js";
import createModule from "./generated/curves.mjs";
import { instantiate } from "./module.js";

let curves: Promise<ActivationFunctions> | undefined;

/**
 * All functions number by number, from a module without the kernels over arrays and what is built of the functions: for the
 * playground, once its first curve is there. One instance for all callers of this realm; after a failure the next call
 * tries again.
 */
export function loadCurves(): Promise<ActivationFunctions> {
  curves ??= instantiate(createModule, new URL("./generated/curves.wasm", import.meta.url)).then(
    (instance) => new ActivationFunctions(instance),
    (error) => {
      curves = undefined;
      throw error;
    },
  );
  return curves;
}
