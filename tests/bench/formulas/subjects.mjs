// What the formulas' race is run over: the text that is typed, and the same by hand.

/**
 * @typedef {object} Subject
 * @property {string} text
 * @property {string} mathjs the same for math.js, which lacks some names
 * @property {string} closure the body of what a person would write in JavaScript, with m for Math
 * @property {Record<string, number>} params
 */

/** @type {readonly Subject[]} */
export const SUBJECTS = [
  { text: "x^2 + 3x + 1", mathjs: "x^2 + 3x + 1", closure: "x * x + 3 * x + 1", params: {} },
  { text: "x > 0 ? x : 0.1x", mathjs: "x > 0 ? x : 0.1x", closure: "x > 0 ? x : 0.1 * x", params: {} },
  { text: "min(max(0, x), 6)", mathjs: "min(max(0, x), 6)", closure: "m.min(m.max(0, x), 6)", params: {} },
  { text: "x / (1 + |x|)", mathjs: "x / (1 + abs(x))", closure: "x / (1 + m.abs(x))", params: {} },
  {
    text: "x * sigmoid(beta * x)",
    mathjs: "x / (1 + exp(-beta * x))",
    closure: "x / (1 + m.exp(-p.beta * x))",
    params: { beta: 1.5 },
  },
  {
    text: "where(x > 0, x, alpha*(exp(x) - 1))",
    mathjs: "x > 0 ? x : alpha*(exp(x) - 1)",
    closure: "x > 0 ? x : p.alpha * (m.exp(x) - 1)",
    params: { alpha: 0.8 },
  },
  { text: "ln(1 + e^x)", mathjs: "log(1 + exp(x))", closure: "m.log(1 + m.exp(x))", params: {} },
  { text: "exp(-x^2)", mathjs: "exp(-x^2)", closure: "m.exp(-x * x)", params: {} },
  { text: "2sin(3x)", mathjs: "2sin(3x)", closure: "2 * m.sin(3 * x)", params: {} },
  {
    text: "x * tanh(ln(1 + exp(x)))",
    mathjs: "x * tanh(log(1 + exp(x)))",
    closure: "x * m.tanh(m.log(1 + m.exp(x)))",
    params: {},
  },
  {
    text: "x/2 * (1 + tanh(sqrt(2/pi) * (x + 0.044715x^3)))",
    mathjs: "x/2 * (1 + tanh(sqrt(2/pi) * (x + 0.044715x^3)))",
    closure: "0.5 * x * (1 + m.tanh(m.sqrt(2 / m.PI) * (x + 0.044715 * x * x * x)))",
    params: {},
  },
];
