import { ActivationFunctions } from "./functions.js";
import createModule from "./generated/first.mjs";
import { TUTORIAL } from "./generated/tutorial.js";
import { instantiate } from "./module.js";

let first: Promise<ActivationFunctions> | undefined;

/** Whether the first module has the kernels of a function. */
export const isInFirst = (id: string): boolean => TUTORIAL.includes(id);

/**
 * The functions of the guide alone, and no vjp or jacobian: a tenth of the bytes, for pages whose first curve is to be
 * there early.
 * One instance for all callers of this realm; after a failure the next call tries again.
 */
export function loadFirst(): Promise<ActivationFunctions> {
  first ??= instantiate(createModule, new URL("./generated/first.wasm", import.meta.url)).then(
    (instance) => new ActivationFunctions(instance),
    (error) => {
      first = undefined;
      throw error;
    },
  );
  return first;
}

/** What loadFirst gave, if it was ever called. */
export const firstLoaded = (): Promise<ActivationFunctions> | undefined => first;
