import type { Parameters } from "../../engine/index.js";

/** A function worth trying that is not in the catalog, and where it comes from. */
export interface Example {
  readonly name: string;
  readonly formula: string;
  readonly params: Parameters;
  /** What to look at. */
  readonly words: string;
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly url: string;
}

const arxiv = (id: string) => `https://arxiv.org/abs/${id}`;

export const GALLERY: readonly Example[] = [
  {
    name: "ELiSH",
    formula: "x >= 0 ? x * sigmoid(x) : (exp(x) - 1) * sigmoid(x)",
    params: {},
    words:
      "SiLU on the right, ELU times sigmoid on the left: found by mixing known functions with a genetic algorithm.",
    authors: "Mina Basirat, Peter M. Roth",
    year: 2018,
    title: "The quest for the golden activation function",
    url: arxiv("1808.00783"),
  },
  {
    name: "HardELiSH",
    formula: "(x >= 0 ? x : exp(x) - 1) * max(0, min(1, (x + 1) / 2))",
    params: {},
    words: "The same with a straight-lined gate: exactly zero left of −1, with kinks at −1 and 1.",
    authors: "Mina Basirat, Peter M. Roth",
    year: 2018,
    title: "The quest for the golden activation function",
    url: arxiv("1808.00783"),
  },
  {
    name: "ACON-C",
    formula: "(p1 - p2) * x * sigmoid(beta * (p1 - p2) * x) + p2 * x",
    params: { p1: 1.2, p2: -0.2 },
    words: "β decides how much it is a maximum: 0 gives a line, large β the larger of p1 x and p2 x.",
    authors: "Ningning Ma, Xiangyu Zhang, Ming Liu, Jian Sun",
    year: 2020,
    title: "Activate or not: learning customized activation",
    url: arxiv("2009.04759"),
  },
  {
    name: "Soft exponential",
    formula: "alpha < 0 ? -ln(1 - alpha * (x + alpha)) / alpha : alpha > 0 ? (exp(alpha * x) - 1) / alpha + alpha : x",
    params: { alpha: 0.3 },
    words: "One slider from logarithm (α = −1) through the identity (0) to the exponential function (1).",
    authors: "Luke B. Godfrey, Michael S. Gashler",
    year: 2016,
    title:
      "A continuum among logarithmic, linear, and exponential functions, and its potential to improve generalization in neural networks",
    url: arxiv("1602.01321"),
  },
  {
    name: "S-shaped ReLU",
    formula: "x >= tr ? tr + ar * (x - tr) : x <= tl ? tl + al * (x - tl) : x",
    params: { tr: 1.5, ar: 0.3, tl: -1, al: 0.2 },
    words:
      "Three straight pieces with learned knots and slopes: convex, concave or both. The kinks follow the sliders.",
    authors: "Xiaojie Jin, Chunyan Xu, Jiashi Feng, Yunchao Wei, Junjun Xiong, Shuicheng Yan",
    year: 2015,
    title: "Deep learning with S-shaped rectified linear activation units",
    url: arxiv("1512.07030"),
  },
  {
    name: "PELU",
    formula: "x >= 0 ? a / b * x : a * (exp(x / b) - 1)",
    params: { a: 1.5, b: 0.8 },
    words: "An ELU whose floor and slope are learned, bound to each other so that the gradient has no jump at 0.",
    authors: "Ludovic Trottier, Philippe Giguère, Brahim Chaib-draa",
    year: 2016,
    title: "Parametric exponential linear unit for deep convolutional neural networks",
    url: arxiv("1605.09332"),
  },
  {
    name: "StarReLU",
    formula: "s * relu(x)^2 + b",
    params: { s: 0.8944, b: -0.4472 },
    words: "Squared ReLU, shifted and scaled to mean 0 and variance 1 of normal inputs: see its figures below.",
    authors: "Weihao Yu, Chenyang Si, Pan Zhou, Mi Luo, Yichen Zhou, Jiashi Feng, Shuicheng Yan, Xinchao Wang",
    year: 2022,
    title: "MetaFormer baselines for vision",
    url: arxiv("2210.13452"),
  },
  {
    name: "Smish",
    formula: "alpha * x * tanh(ln(1 + sigmoid(beta * x)))",
    params: {},
    words: "Mish with a bounded logarithm: on the right it grows by 0.6 for each 1.",
    authors: "Xueliang Wang, Honge Ren, Achuan Wang",
    year: 2022,
    title: "Smish: a novel activation function for deep learning methods",
    url: "https://doi.org/10.3390/electronics11040540",
  },
  {
    name: "Safe Padé 3/2",
    formula: "(a0 + a1 * x + a2 * x^2 + a3 * x^3) / (1 + |b1 * x + b2 * x^2|)",
    params: { a0: 0.02, a1: 0.5, a2: 1.2, a3: 0.6, b1: 0, b2: 1.2 },
    words: "A learned quotient of polynomials. The absolute value keeps the denominator away from zero.",
    authors: "Alejandro Molina, Patrick Schramowski, Kristian Kersting",
    year: 2019,
    title: "Padé activation units: end-to-end learning of flexible activation functions in deep networks",
    url: arxiv("1907.06732"),
  },
  {
    name: "Dynamic tanh",
    formula: "gamma * tanh(alpha * x) + beta",
    params: { alpha: 0.5, beta: 0 },
    words: "It stands where a transformer would normalise its layers; α, γ and β are learned.",
    authors: "Jiachen Zhu, Xinlei Chen, Kaiming He, Yann LeCun, Zhuang Liu",
    year: 2025,
    title: "Transformers without normalization",
    url: arxiv("2503.10622"),
  },
];
