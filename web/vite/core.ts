import { readFileSync } from "node:fs";
import { Activation } from "../src/engine/activation.js";
import createModule from "../src/engine/generated/activation.mjs";
import { instantiate } from "../src/engine/module.js";

/** The core, for what is computed while the page is built. */
export async function core(): Promise<Activation> {
  const wasm = readFileSync(new URL("../src/engine/generated/activation.wasm", import.meta.url));
  return new Activation(await instantiate(createModule, wasm));
}
