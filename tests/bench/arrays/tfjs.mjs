// TensorFlow.js's WebAssembly backend on resident tensors: kernels and disposal are measured, no transfer of data.

/** @typedef {any} Tensor */

/**
 * @param {any} tf
 * @returns {Record<string, { op: (x: Tensor) => Tensor, composed?: boolean }>}
 */
const operations = (tf) => ({
  relu: { op: (x) => tf.relu(x) },
  leaky_relu: { op: (x) => tf.leakyRelu(x, 0.01) },
  relu6: { op: (x) => tf.relu6(x) },
  elu: { op: (x) => tf.elu(x) },
  selu: { op: (x) => tf.selu(x) },
  sigmoid: { op: (x) => tf.sigmoid(x) },
  tanh: { op: (x) => tf.tanh(x) },
  softplus: { op: (x) => tf.softplus(x) },
  gelu: { composed: true, op: (x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)) },
  silu: { composed: true, op: (x) => tf.mul(x, tf.sigmoid(x)) },
  mish: { composed: true, op: (x) => tf.mul(x, tf.tanh(tf.softplus(x))) },
  step: { op: (x) => tf.step(x) },
  arctan: { op: (x) => tf.atan(x) },
  hardtanh: { op: (x) => tf.clipByValue(x, -1, 1) },
  sin: { op: (x) => tf.sin(x) },
  exponential: { op: (x) => tf.exp(x) },
  softmax: { op: (x) => tf.softmax(x) },
});

/**
 * @param {any} tf
 * @returns {(task: import("./race.mjs").Task) => Promise<import("./timing.mjs").Runner | string>} or why not
 */
export function tfjsRunners(tf) {
  const known = operations(tf);
  return async ({ id, quantity, type, n, width, x }) => {
    if (type === "float64") return "no float64";
    const one = known[id];
    if (!one) return "no such operation";
    const tensor = width ? tf.tensor2d(x, [n / width, width]) : tf.tensor1d(x);
    const plain = one.composed ? () => tf.tidy(() => one.op(tensor)) : () => one.op(tensor);
    const grad = tf.grad(one.op);
    const work = quantity === "value" ? plain : () => grad(tensor);
    try {
      work().dispose();
    } catch (error) {
      tensor.dispose();
      return error instanceof Error ? error.message : String(error);
    }
    return {
      name: "tfjs",
      composed: one.composed,
      run(repeats) {
        for (let i = 0; i < repeats; i++) work().dispose();
      },
      output() {
        const result = work();
        const data = result.dataSync();
        result.dispose();
        return data;
      },
      dispose: () => tensor.dispose(),
    };
  };
}
