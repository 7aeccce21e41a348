import { createRequire } from "node:module";
import { load } from "../../../dist/lib/index.js";
import { racer } from "./race.mjs";
import { setUp } from "./set-up.mjs";

/** The same races in this very process. */
export async function nodeRaces() {
  const require = createRequire(new URL("../peers/package.json", import.meta.url));
  const tf = require("@tensorflow/tfjs-core");
  const backend = require("@tensorflow/tfjs-backend-wasm");
  const ort = await import(require.resolve("onnxruntime-web").replace("ort.node.min.js", "ort.node.min.mjs"));
  await import(new URL("../../../build/bench/peers/gradients.js", import.meta.url).href);
  const act = await load();
  const about = await setUp(tf, backend, ort);
  return { act, about, ids: act.catalog.map(({ id }) => id), close: async () => {}, ...racer({ act, tf, ort }) };
}
