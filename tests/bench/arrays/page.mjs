// The arrays' races in a page, which the benchmark starts one by one.
import { load } from "../../../dist/lib/index.js";
import * as ort from "../peers/node_modules/onnxruntime-web/dist/ort.wasm.min.mjs";
import { racer } from "./race.mjs";
import { setUp } from "./set-up.mjs";

const modules = new URL("../peers/node_modules/", import.meta.url).href;
const { tf } = /** @type {any} */ (globalThis);
ort.env.wasm.wasmPaths = `${modules}onnxruntime-web/dist/`;
tf.wasm.setWasmPaths(`${modules}@tensorflow/tfjs-backend-wasm/dist/`);
const act = await load();
const about = await setUp(tf, tf.wasm, ort);
// By name, since it is a file of the build: it registers in the engine that is there.
await import(new URL("../../../build/bench/peers/gradients.js", import.meta.url).href);
Object.assign(window, { arrays: { about, ids: act.catalog.map(({ id }) => id), ...racer({ act, tf, ort }) } });
