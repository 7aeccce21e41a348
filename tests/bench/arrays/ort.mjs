// onnxruntime-web's WebAssembly backend: models of one node where ONNX has the function, else of as few as possible.
import { model } from "./onnx.mjs";

/** @typedef {import("./onnx.mjs").Node} Node */

/** @type {(op: string, attributes?: Record<string, number | string>) => { nodes: Node[], opset: number }} */
const one = (op, attributes) => ({ nodes: [{ op, in: ["x"], out: "y", attributes }], opset: 20 });

/** @type {Record<string, { nodes: Node[], opset: number }>} */
const MODELS = {
  relu: one("Relu"),
  leaky_relu: one("LeakyRelu", { alpha: 0.01 }),
  thresholded_relu: one("ThresholdedRelu", { alpha: "1f" }),
  elu: one("Elu", { alpha: "1f" }),
  celu: one("Celu", { alpha: "1f" }),
  selu: one("Selu"),
  gelu: one("Gelu"),
  gelu_tanh: one("Gelu", { approximate: "tanh" }),
  quick_gelu: {
    nodes: [{ op: "QuickGelu", in: ["x"], out: "y", domain: "com.microsoft", attributes: { alpha: 1.702 } }],
    opset: 20,
  },
  // ONNX has Swish since opset 24. The two nodes are what exporters write, and what ORT fuses into one kernel.
  silu: {
    nodes: [
      { op: "Sigmoid", in: ["x"], out: "s" },
      { op: "Mul", in: ["x", "s"], out: "y" },
    ],
    opset: 20,
  },
  swish: {
    nodes: [{ op: "QuickGelu", in: ["x"], out: "y", domain: "com.microsoft", attributes: { alpha: "1f" } }],
    opset: 20,
  },
  mish: one("Mish"),
  softplus: one("Softplus"),
  sigmoid: one("Sigmoid"),
  tanh: one("Tanh"),
  softsign: one("Softsign"),
  arctan: one("Atan"),
  hardsigmoid: one("HardSigmoid", { alpha: 1 / 6, beta: 0.5 }),
  hardswish: one("HardSwish"),
  softshrink: one("Shrink", { lambd: 0.5, bias: 0.5 }),
  hardshrink: one("Shrink", { lambd: 0.5, bias: "0f" }),
  sin: one("Sin"),
  exponential: one("Exp"),
  softmax: one("Softmax", { axis: -1 }),
};

/**
 * @param {typeof import("onnxruntime-web")} ort
 * @returns {(task: import("./race.mjs").Task) => Promise<import("./timing.mjs").Runner | string>} or why not
 */
export function ortRunners(ort) {
  return async ({ id, quantity, type, n, width, x }) => {
    if (quantity !== "value") return "no gradients";
    const known = MODELS[id];
    if (!known) return "no such operator";
    const shape = width ? [n / width, width] : [n];
    /** @type {import("onnxruntime-web").InferenceSession} */
    let session;
    try {
      session = await ort.InferenceSession.create(model(known.nodes, type, shape, known.opset), {
        // In float64 its fusions end in kernels that are there for float32 only.
        graphOptimizationLevel: type === "float32" ? "all" : "basic",
      });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const lacking = /NOT_IMPLEMENTED|Could not find an implementation|Failed to find kernel|Type Error/.test(text);
      return lacking ? `no ${type} kernel` : `refuses: ${text.slice(0, 200)}`;
    }
    const feeds = { x: new ort.Tensor(type, x, shape) };
    /** @type {ArrayLike<number>} */
    let last = [];
    return {
      name: "ort",
      composed: known.nodes.length > 1,
      async run(repeats) {
        for (let i = 0; i < repeats; i++) last = (await session.run(feeds)).y.data;
      },
      output: () => last,
      dispose: () => session.release(),
    };
  };
}
