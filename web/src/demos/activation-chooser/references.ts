/** A paper as evidence: what it found that bears on the choice is said where it is used. */
export interface Paper {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly url: string;
}

const arxiv = (id: string) => `https://arxiv.org/abs/${id}`;

export const PAPERS = {
  bridle1990: {
    authors: "J. S. Bridle",
    year: 1990,
    title: "Probabilistic Interpretation of Feedforward Classification Network Outputs",
    url: "https://doi.org/10.1007/978-3-642-76153-9_28",
  },
  hochreiter1997: {
    authors: "S. Hochreiter, J. Schmidhuber",
    year: 1997,
    title: "Long Short-Term Memory",
    url: "https://doi.org/10.1162/neco.1997.9.8.1735",
  },
  glorot2011: {
    authors: "X. Glorot, A. Bordes, Y. Bengio",
    year: 2011,
    title: "Deep Sparse Rectifier Neural Networks",
    url: "https://proceedings.mlr.press/v15/glorot11a.html",
  },
  nam2014: {
    authors: "J. Nam et al.",
    year: 2014,
    title: "Large-scale Multi-label Text Classification: Revisiting Neural Networks",
    url: arxiv("1312.5419"),
  },
  xu2015: {
    authors: "B. Xu, N. Wang, T. Chen, M. Li",
    year: 2015,
    title: "Empirical Evaluation of Rectified Activations in Convolutional Network",
    url: arxiv("1505.00853"),
  },
  he2015: {
    authors: "K. He, X. Zhang, S. Ren, J. Sun",
    year: 2015,
    title: "Delving Deep into Rectifiers",
    url: arxiv("1502.01852"),
  },
  clevert2015: {
    authors: "D.-A. Clevert, T. Unterthiner, S. Hochreiter",
    year: 2015,
    title: "Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)",
    url: arxiv("1511.07289"),
  },
  goodfellow2016: {
    authors: "I. Goodfellow, Y. Bengio, A. Courville",
    year: 2016,
    title: "Deep Learning, section 6.2.2: Output Units",
    url: "https://www.deeplearningbook.org/contents/mlp.html",
  },
  hendrycks2016: {
    authors: "D. Hendrycks, K. Gimpel",
    year: 2016,
    title: "Gaussian Error Linear Units (GELUs)",
    url: arxiv("1606.08415"),
  },
  heq2016: {
    authors: "Q. He et al.",
    year: 2016,
    title: "Effective Quantization Methods for Recurrent Neural Networks",
    url: arxiv("1611.10176"),
  },
  jacob2017: {
    authors: "B. Jacob et al.",
    year: 2017,
    title: "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference",
    url: arxiv("1712.05877"),
  },
  sandler2018: {
    authors: "M. Sandler et al.",
    year: 2018,
    title: "MobileNetV2: Inverted Residuals and Linear Bottlenecks",
    url: arxiv("1801.04381"),
  },
  devlin2018: {
    authors: "J. Devlin, M.-W. Chang, K. Lee, K. Toutanova",
    year: 2018,
    title: "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
    url: arxiv("1810.04805"),
  },
  xiong2020: {
    authors: "R. Xiong et al.",
    year: 2020,
    title: "On Layer Normalization in the Transformer Architecture",
    url: arxiv("2002.04745"),
  },
  kim2021: {
    authors: "S. Kim, A. Gholami, Z. Yao, M. W. Mahoney, K. Keutzer",
    year: 2021,
    title: "I-BERT: Integer-only BERT Quantization",
    url: arxiv("2101.01321"),
  },
  mirzadeh2023: {
    authors: "I. Mirzadeh et al.",
    year: 2023,
    title: "ReLU Strikes Back: Exploiting Activation Sparsity in Large Language Models",
    url: arxiv("2310.04564"),
  },
} as const satisfies Record<string, Paper>;

export type PaperKey = keyof typeof PAPERS;
