// Every function as a tutorial author writes it in JavaScript: the textbook's formula, Math.exp and friends, no care for
// tails. With the default parameters of the catalog. A new function is one entry here.

const sigmoid = (x) => 1 / (1 + Math.exp(-x));
const softplus = (x) => Math.log1p(Math.exp(x));
const clip = (x, low, high) => Math.min(Math.max(x, low), high);

/** Abramowitz and Stegun 7.1.26: what one finds when one looks for an erf in JavaScript. */
function erf(x) {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const y =
    1 -
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
  return x >= 0 ? y : -y;
}
const cdf = (x) => 0.5 * (1 + erf(x / Math.SQRT2));
const density = (x) => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
/** x·σ(bx) and what swish, SiLU and Quick GELU share: its derivative. */
const swishGradient = (x, b) => {
  const s = sigmoid(b * x);
  return s + b * x * s * (1 - s);
};

/** What the functions below call. */
const HELPERS = { sigmoid, softplus, clip, erf, cdf, density, swishGradient };

/** @type {Record<string, { value: (x: number) => number, gradient: (x: number) => number }>} */
export const FORMULAS = {
  linear: { value: (x) => x, gradient: () => 1 },
  relu: { value: (x) => Math.max(0, x), gradient: (x) => (x > 0 ? 1 : 0) },
  leaky_relu: { value: (x) => (x > 0 ? x : 0.01 * x), gradient: (x) => (x > 0 ? 1 : 0.01) },
  prelu: { value: (x) => (x > 0 ? x : 0.25 * x), gradient: (x) => (x > 0 ? 1 : 0.25) },
  rrelu: {
    value: (x) => (x > 0 ? x : ((1 / 8 + 1 / 3) / 2) * x),
    gradient: (x) => (x > 0 ? 1 : (1 / 8 + 1 / 3) / 2),
  },
  relu6: { value: (x) => Math.min(Math.max(0, x), 6), gradient: (x) => (x > 0 && x < 6 ? 1 : 0) },
  threshold: { value: (x) => (x > 0.1 ? x : 20), gradient: (x) => (x > 0.1 ? 1 : 0) },
  thresholded_relu: { value: (x) => (x > 1 ? x : 0), gradient: (x) => (x > 1 ? 1 : 0) },
  squared_relu: { value: (x) => Math.max(0, x) ** 2, gradient: (x) => 2 * Math.max(0, x) },
  elu: { value: (x) => (x > 0 ? x : Math.exp(x) - 1), gradient: (x) => (x > 0 ? 1 : Math.exp(x)) },
  celu: { value: (x) => (x > 0 ? x : Math.exp(x) - 1), gradient: (x) => (x > 0 ? 1 : Math.exp(x)) },
  selu: {
    value: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.exp(x) - 1)),
    gradient: (x) => 1.0507009873554805 * (x > 0 ? 1 : 1.6732632423543772 * Math.exp(x)),
  },
  gelu: { value: (x) => x * cdf(x), gradient: (x) => cdf(x) + x * density(x) },
  gelu_tanh: {
    value: (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
    gradient: (x) => {
      const t = Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3));
      return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x);
    },
  },
  quick_gelu: { value: (x) => x * sigmoid(1.702 * x), gradient: (x) => swishGradient(x, 1.702) },
  silu: { value: (x) => x * sigmoid(x), gradient: (x) => swishGradient(x, 1) },
  swish: { value: (x) => x * sigmoid(x), gradient: (x) => swishGradient(x, 1) },
  mish: {
    value: (x) => x * Math.tanh(softplus(x)),
    gradient: (x) => {
      const t = Math.tanh(softplus(x));
      return t + x * (1 - t * t) * sigmoid(x);
    },
  },
  softplus: { value: (x) => softplus(x), gradient: (x) => sigmoid(x) },
  squareplus: {
    value: (x) => (x + Math.sqrt(x * x + 4)) / 2,
    gradient: (x) => (1 + x / Math.sqrt(x * x + 4)) / 2,
  },
  sparse_plus: {
    value: (x) => (x <= -1 ? 0 : x < 1 ? (x + 1) ** 2 / 4 : x),
    gradient: (x) => (x <= -1 ? 0 : x < 1 ? (x + 1) / 2 : 1),
  },
  smelu: {
    value: (x) => (x <= -1 ? 0 : x < 1 ? (x + 1) ** 2 / 4 : x),
    gradient: (x) => (x <= -1 ? 0 : x < 1 ? (x + 1) / 2 : 1),
  },
  serf: {
    value: (x) => x * erf(softplus(x)),
    gradient: (x) => {
      const p = softplus(x);
      return erf(p) + x * (2 / Math.sqrt(Math.PI)) * Math.exp(-p * p) * sigmoid(x);
    },
  },
  logish: {
    value: (x) => x * Math.log1p(sigmoid(x)),
    gradient: (x) => {
      const s = sigmoid(x);
      return Math.log1p(s) + (x * s * (1 - s)) / (1 + s);
    },
  },
  tanhexp: {
    value: (x) => x * Math.tanh(Math.exp(x)),
    gradient: (x) => {
      const e = Math.exp(x);
      const t = Math.tanh(e);
      return t + x * e * (1 - t * t);
    },
  },
  lisht: {
    value: (x) => x * Math.tanh(x),
    gradient: (x) => {
      const t = Math.tanh(x);
      return t + x * (1 - t * t);
    },
  },
  bent_identity: {
    value: (x) => (Math.sqrt(x * x + 1) - 1) / 2 + x,
    gradient: (x) => x / (2 * Math.sqrt(x * x + 1)) + 1,
  },
  sigmoid: {
    value: (x) => sigmoid(x),
    gradient: (x) => {
      const s = sigmoid(x);
      return s * (1 - s);
    },
  },
  logsigmoid: { value: (x) => -softplus(-x), gradient: (x) => 1 - sigmoid(x) },
  tanh: {
    value: (x) => Math.tanh(x),
    gradient: (x) => {
      const t = Math.tanh(x);
      return 1 - t * t;
    },
  },
  lecun_tanh: {
    value: (x) => 1.7159 * Math.tanh((2 / 3) * x),
    gradient: (x) => {
      const t = Math.tanh((2 / 3) * x);
      return 1.7159 * (2 / 3) * (1 - t * t);
    },
  },
  softsign: { value: (x) => x / (1 + Math.abs(x)), gradient: (x) => 1 / (1 + Math.abs(x)) ** 2 },
  arctan: { value: (x) => Math.atan(x), gradient: (x) => 1 / (1 + x * x) },
  isru: { value: (x) => x / Math.sqrt(1 + x * x), gradient: (x) => (1 / Math.sqrt(1 + x * x)) ** 3 },
  step: { value: (x) => (x > 0 ? 1 : 0), gradient: () => 0 },
  hardtanh: { value: (x) => clip(x, -1, 1), gradient: (x) => (x > -1 && x < 1 ? 1 : 0) },
  hardsigmoid: { value: (x) => clip(x / 6 + 0.5, 0, 1), gradient: (x) => (x > -3 && x < 3 ? 1 / 6 : 0) },
  hardswish: {
    value: (x) => x * clip(x / 6 + 0.5, 0, 1),
    gradient: (x) => (x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5),
  },
  sparse_sigmoid: { value: (x) => clip((x + 1) / 2, 0, 1), gradient: (x) => (x > -1 && x < 1 ? 0.5 : 0) },
  softshrink: {
    value: (x) => (x > 0.5 ? x - 0.5 : x < -0.5 ? x + 0.5 : 0),
    gradient: (x) => (x > 0.5 || x < -0.5 ? 1 : 0),
  },
  hardshrink: {
    value: (x) => (Math.abs(x) > 0.5 ? x : 0),
    gradient: (x) => (Math.abs(x) > 0.5 ? 1 : 0),
  },
  tanhshrink: { value: (x) => x - Math.tanh(x), gradient: (x) => Math.tanh(x) ** 2 },
  sin: { value: (x) => Math.sin(x), gradient: (x) => Math.cos(x) },
  snake: { value: (x) => x + Math.sin(x) ** 2, gradient: (x) => 1 + Math.sin(2 * x) },
  gcu: { value: (x) => x * Math.cos(x), gradient: (x) => Math.cos(x) - x * Math.sin(x) },
  gaussian: { value: (x) => Math.exp(-x * x), gradient: (x) => -2 * x * Math.exp(-x * x) },
  exponential: { value: (x) => Math.exp(x), gradient: (x) => Math.exp(x) },
};

/** Softmax over rows, as one writes it after the first overflow. */
export function softmaxRows(x, width, out) {
  for (let row = 0; row < x.length; row += width) {
    let most = Number.NEGATIVE_INFINITY;
    for (let i = row; i < row + width; i++) if (x[i] > most) most = x[i];
    let sum = 0;
    for (let i = row; i < row + width; i++) {
      out[i] = Math.exp(x[i] - most);
      sum += out[i];
    }
    for (let i = row; i < row + width; i++) out[i] /= sum;
  }
}

/**
 * A loop over an array with one formula written out in it. Each is compiled from its own text: a loop that is shared by
 * many functions and array types would be slow for a reason that a tutorial's loop does not have. The label makes the
 * texts differ, since V8 keeps what it has learnt of the types by text.
 * @param {(x: number) => number} formula
 * @param {string} label
 * @returns {(x: ArrayLike<number>, out: Float32Array | Float64Array) => void}
 */
export function loopOf(formula, label) {
  const helpers = Object.entries(HELPERS).map(([name, helper]) => `const ${name} = ${helper};`);
  return new Function(`${helpers.join("\n")}
    const f = ${formula};
    // ${label}
    return (x, out) => { for (let i = 0; i < x.length; i++) out[i] = f(x[i]); };`)();
}

/** @param {string} label */
export const rowLoop = (label) => new Function(`// ${label}\nreturn ${softmaxRows}`)();
