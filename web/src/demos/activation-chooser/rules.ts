import type { Recommended } from "./frameworks.js";
import type { PaperKey } from "./references.js";

export interface Alternative {
  readonly name: string;
  /** Its id where the catalog has it. */
  readonly id?: string;
  readonly when: string;
}

export interface Recommendation {
  readonly id: Recommended;
  readonly reason: string;
  /** Papers, each with what it found. */
  readonly evidence: readonly (readonly [paper: PaperKey, found: string])[];
  readonly alternatives: readonly Alternative[];
}

export const TASKS = {
  binary: "yes or no: two classes",
  multiclass: "one of several classes",
  multilabel: "several labels, each yes or no",
  regression: "any number",
  positive: "a positive number",
  bounded: "a number between two limits",
} as const;

export const NETWORKS = {
  mlp: "dense layers (MLP)",
  cnn: "convolutional (CNN)",
  rnn: "recurrent (RNN)",
  transformer: "transformer",
} as const;

export const PROBLEMS = {
  none: "nothing yet",
  vanishing: "vanishing gradients",
  dying: "dying units",
  speed: "speed",
  quantisation: "quantisation: few bits",
} as const;

export type Task = keyof typeof TASKS;
export type NetworkKind = keyof typeof NETWORKS;
export type Problem = keyof typeof PROBLEMS;

const LEAKY: Alternative = { name: "Leaky ReLU", id: "leaky_relu", when: "units stop learning" };
const ELU: Alternative = {
  name: "ELU",
  id: "elu",
  when: "outputs with a mean nearer to zero help, and speed does not matter",
};
const GELU: Alternative = { name: "GELU", id: "gelu", when: "a smooth curve trains better on your data" };
const RELU: Alternative = { name: "ReLU", id: "relu", when: "you want the cheapest function that works" };

/** Output layers: the kind of answer decides, not the network. */
export const OUTPUT: Readonly<Record<Task, Recommendation>> = {
  binary: {
    id: "sigmoid",
    reason:
      "It turns one logit into a probability between 0 and 1, and its log-likelihood, binary cross-entropy, keeps the gradient alive where the sigmoid itself is flat.",
    evidence: [
      [
        "goodfellow2016",
        "derives the sigmoid output from the Bernoulli distribution and shows why the likelihood undoes its saturation",
      ],
    ],
    alternatives: [
      {
        name: "Softmax over two logits",
        id: "softmax",
        when: "the rest of your code expects one output for each class; it says the same",
      },
    ],
  },
  multiclass: {
    id: "softmax",
    reason:
      "It turns all logits together into probabilities that sum to 1, so that more of one class is less of the others.",
    evidence: [["bridle1990", "named the function and showed how its outputs can be read as class probabilities"]],
    alternatives: [{ name: "Sigmoid for each class", id: "sigmoid", when: "classes can occur together" }],
  },
  multilabel: {
    id: "sigmoid",
    reason: "Each label is a question of its own. A softmax would make labels compete that may well occur together.",
    evidence: [["nam2014", "a sigmoid for each label with cross-entropy beat ranking losses on large sets of labels"]],
    alternatives: [{ name: "Softmax", id: "softmax", when: "exactly one label is right" }],
  },
  regression: {
    id: "linear",
    reason:
      "The target can be any number, so nothing may squeeze or cut the output; with the squared error its gradient is simply the error.",
    evidence: [["goodfellow2016", "a linear output is the mean of a normal distribution, and does not saturate"]],
    alternatives: [
      { name: "Linear on a scaled target", id: "linear", when: "targets are large: standardise them first" },
    ],
  },
  positive: {
    id: "linear",
    reason:
      "Predict the logarithm of the target with a linear output and take the exponential afterwards: every result is positive, and relative errors count alike for small and large targets.",
    evidence: [["goodfellow2016", "discusses positive outputs, and why squaring or cutting them makes learning hard"]],
    alternatives: [
      { name: "Softplus", id: "softplus", when: "absolute errors count rather than relative ones" },
      { ...RELU, when: "zero is a frequent and valid answer; expect units that stay there" },
    ],
  },
  bounded: {
    id: "tanh",
    reason:
      "Its range is (−1, 1): scale the target into it. Keep the limits a little inside, since ±1 itself is never reached.",
    evidence: [["goodfellow2016", "explains how outputs that saturate need a loss that does not die with them"]],
    alternatives: [
      { name: "Sigmoid", id: "sigmoid", when: "the limits are 0 and 1, as for a share or a brightness" },
      { name: "Linear, clipped after training", id: "linear", when: "values at the limits are common" },
    ],
  },
};

/** Hidden layers: what the network is and what hurts. */
export const HIDDEN: Readonly<Record<NetworkKind, Readonly<Record<Problem, Recommendation>>>> = {
  mlp: {
    none: {
      id: "relu",
      reason:
        "A good default: cheap, its gradient is 1 for every active unit, and about half of the units rest for a given input.",
      evidence: [["glorot2011", "rectifiers trained deep networks without pre-training, with sparse activations"]],
      alternatives: [GELU, ELU],
    },
    vanishing: {
      id: "relu",
      reason:
        "Sigmoid and tanh multiply the gradient by at most 0.25 or 1 at each layer, and by far less where they saturate; an active ReLU multiplies it by exactly 1. Start with He's initialisation.",
      evidence: [
        ["glorot2011", "gradients flow along the active paths of a rectifier network without shrinking"],
        ["he2015", "the initialisation that keeps the variance of a ReLU network the same from layer to layer"],
      ],
      alternatives: [ELU, { name: "SELU", id: "selu", when: "the network is deep and has no normalisation layers" }],
    },
    dying: {
      id: "leaky_relu",
      reason:
        "A unit whose inputs are always negative gets gradient 0 from ReLU and never comes back. A small slope on the left lets it recover.",
      evidence: [
        [
          "xu2015",
          "every leaky variant did better than ReLU on CIFAR-10 and CIFAR-100, a clear slope better than a tiny one",
        ],
      ],
      alternatives: [ELU, GELU],
    },
    speed: {
      id: "relu",
      reason: "One comparison, no exponential; its gradient is one bit.",
      evidence: [["glorot2011", "no exponential to compute, and zeros that sparse code can skip"]],
      alternatives: [{ ...LEAKY, when: "units die; it costs one multiplication more" }],
    },
    quantisation: {
      id: "relu",
      reason:
        "Its results start at an exact zero and are piecewise linear: with integers it is a single comparison, often part of the layer before it.",
      evidence: [["jacob2017", "fuses ReLU and ReLU6 into integer layers as a clamp"]],
      alternatives: [{ name: "ReLU6", id: "relu6", when: "large activations waste the few bits you have" }],
    },
  },
  cnn: {
    none: {
      id: "relu",
      reason:
        "The standard after a convolution: cheap on millions of pixels, and its zeros keep only where the kernel answered.",
      evidence: [
        [
          "he2015",
          "very deep rectifier networks, well initialised, classify ImageNet better than people were reported to",
        ],
      ],
      alternatives: [
        { name: "SiLU (swish)", id: "silu", when: "you follow a recent architecture that uses it" },
        LEAKY,
      ],
    },
    vanishing: {
      id: "relu",
      reason:
        "With He's initialisation, batch normalisation and residual connections the gradient reaches the first layers; the activation should not be what stops it.",
      evidence: [
        ["he2015", "with the right initialisation a 30-layer rectifier network converges where it stalled before"],
      ],
      alternatives: [ELU, LEAKY],
    },
    dying: {
      id: "leaky_relu",
      reason:
        "Filters that only ever answer negatively are dead under ReLU. A slope on the left, fixed or learned (PReLU), keeps them trainable.",
      evidence: [
        ["xu2015", "a slope of 1/5.5 did better than ReLU and than 0.01 on CIFAR-10 and CIFAR-100"],
        ["he2015", "PReLU learns the slope for each channel at almost no cost"],
      ],
      alternatives: [{ name: "PReLU", id: "prelu", when: "the slope is to be learned" }, ELU],
    },
    speed: {
      id: "relu",
      reason: "It is fused into the convolution by every inference library, and its exact zeros can be skipped.",
      evidence: [["jacob2017", "as part of an integer convolution it costs a clamp"]],
      alternatives: [
        {
          name: "Hard swish",
          id: "hardswish",
          when: "on a phone, where accuracy of SiLU is wanted without its exponential",
        },
      ],
    },
    quantisation: {
      id: "relu",
      reason:
        "One-sided and piecewise linear, so few bits go far. If its largest values spread too wide, cut them at 6.",
      evidence: [
        ["sandler2018", "uses ReLU6 for its robustness in low-precision computation"],
        ["jacob2017", "integer-only inference with ReLU and ReLU6 as clamps"],
      ],
      alternatives: [{ name: "ReLU6", id: "relu6", when: "you work with 8 bits or fewer and see outliers" }],
    },
  },
  rnn: {
    none: {
      id: "tanh",
      reason:
        "The state is fed back at every step, so it must stay bounded and centred: tanh does both. LSTM and GRU use it together with sigmoid gates.",
      evidence: [
        [
          "hochreiter1997",
          "the cell that made recurrent networks remember: bounded squashing inside, gates around a linear memory",
        ],
      ],
      alternatives: [{ ...RELU, when: "a plain RNN with identity initialisation suits your sequences" }],
    },
    vanishing: {
      id: "tanh",
      reason:
        "Keep tanh and change the cell: in an LSTM or GRU the memory is carried on linearly, so the gradient need not pass through an activation at every step.",
      evidence: [
        [
          "hochreiter1997",
          "shows how gradients vanish through repeated squashing, and the linear memory that avoids it",
        ],
      ],
      alternatives: [
        { ...RELU, when: "a plain RNN must do; start its recurrent weights at the identity and clip gradients" },
      ],
    },
    dying: {
      id: "tanh",
      reason: "Its gradient is small far out but never exactly 0, so no unit is lost for good.",
      evidence: [["hochreiter1997", "bounded units with gates stay trainable over a thousand steps"]],
      alternatives: [{ ...LEAKY, when: "you must use a rectifier in the recurrence" }],
    },
    speed: {
      id: "tanh",
      reason:
        "The fast fused kernels on GPUs exist only for the standard cell: Keras uses them when the activation is tanh and the recurrent activation sigmoid. Anything else falls back to slow code.",
      evidence: [["hochreiter1997", "the cell those kernels implement"]],
      alternatives: [{ ...RELU, when: 'it is a plain RNN: torch.nn.RNN(nonlinearity="relu") has a fused kernel too' }],
    },
    quantisation: {
      id: "tanh",
      reason:
        "Gates in (0, 1) and a state in (−1, 1) have ranges that are known in advance, so no step is wasted and errors cannot grow from step to step.",
      evidence: [["heq2016", "quantises the gates and links of LSTM and GRU to a few bits with little loss"]],
      alternatives: [{ name: "Hard tanh", id: "hardtanh", when: "even tanh by table is too expensive" }],
    },
  },
  transformer: {
    none: {
      id: "gelu",
      reason: "What BERT and GPT use between the two dense layers of a block: smooth, and close to ReLU far from zero.",
      evidence: [
        ["hendrycks2016", "matched or beat ReLU and ELU on vision, language and speech"],
        ["devlin2018", "follows GPT in using GELU rather than ReLU"],
      ],
      alternatives: [
        {
          name: "SiLU in a gated layer (SwiGLU)",
          id: "swiglu",
          when: "you build a large language model in today's manner",
        },
        RELU,
      ],
    },
    vanishing: {
      id: "gelu",
      reason:
        "In a transformer the residual connections carry the gradient. If it vanishes, move layer normalisation to the front of each block before you change the activation.",
      evidence: [
        ["xiong2020", "with normalisation first, gradients at initialisation are well behaved and warm-up can go"],
      ],
      alternatives: [{ name: "SiLU", id: "silu", when: "your reference model uses it" }],
    },
    dying: {
      id: "gelu",
      reason: "It is not flat for moderately negative inputs, so units that a ReLU would lose still get a gradient.",
      evidence: [["hendrycks2016", "weighs inputs by their value instead of cutting them at their sign"]],
      alternatives: [LEAKY, { name: "SiLU", id: "silu", when: "you want a cheaper smooth function" }],
    },
    speed: {
      id: "relu",
      reason: "Cheaper than GELU, and its exact zeros let inference skip most rows of the next weight matrix.",
      evidence: [["mirzadeh2023", "language models with ReLU lose little and need up to three times less computation"]],
      alternatives: [{ ...GELU, when: "your hardware computes it for free beside the matrix products" }],
    },
    quantisation: {
      id: "relu",
      reason:
        "GELU needs a polynomial or a table when only integers are allowed, and its narrow dip below zero is easily lost to rounding. ReLU needs a comparison.",
      evidence: [["kim2021", "replaces GELU by a second-order polynomial to run BERT on integers alone"]],
      alternatives: [{ ...GELU, when: "the model is already trained with it: use an integer approximation" }],
    },
  },
};

export interface Answers {
  readonly layer?: "hidden" | "output" | undefined;
  readonly task?: Task | undefined;
  readonly network?: NetworkKind | undefined;
  readonly problem?: Problem | undefined;
}

/** The recommendation, once enough is known. */
export function recommend({ layer, task, network, problem }: Answers): Recommendation | undefined {
  if (layer === "output") return task && OUTPUT[task];
  if (layer === "hidden") return network && problem && HIDDEN[network][problem];
  return undefined;
}
