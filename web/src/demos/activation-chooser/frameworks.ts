/** What the frameworks call a function, as one would write it. */
export interface Calls {
  readonly PyTorch: string;
  readonly Keras: string;
  readonly JAX: string;
  readonly NumPy: string;
  /** Where the frameworks do not mean the same. */
  readonly note?: string;
}

/** Every function that is ever recommended: its id in the catalog, if it is there, and its name. */
export const FRAMEWORKS = {
  linear: {
    PyTorch: "torch.nn.Identity()",
    Keras: 'activation="linear"',
    JAX: "x",
    NumPy: "x",
    note: "In most code it is simply no activation after the last layer.",
  },
  sigmoid: {
    PyTorch: "torch.nn.Sigmoid()",
    Keras: 'activation="sigmoid"',
    JAX: "jax.nn.sigmoid(x)",
    NumPy: "1 / (1 + np.exp(-x))",
    note: "To train, give the logits to the loss instead: torch.nn.BCEWithLogitsLoss, keras BinaryCrossentropy(from_logits=True).",
  },
  tanh: {
    PyTorch: "torch.nn.Tanh()",
    Keras: 'activation="tanh"',
    JAX: "jax.numpy.tanh(x)",
    NumPy: "np.tanh(x)",
  },
  softmax: {
    PyTorch: "torch.nn.Softmax(dim=-1)",
    Keras: 'activation="softmax"',
    JAX: "jax.nn.softmax(x)",
    NumPy: "e = np.exp(x - x.max()); e / e.sum()",
    note: "To train, give the logits to the loss instead: torch.nn.CrossEntropyLoss, keras CategoricalCrossentropy(from_logits=True).",
  },
  relu: {
    PyTorch: "torch.nn.ReLU()",
    Keras: 'activation="relu"',
    JAX: "jax.nn.relu(x)",
    NumPy: "np.maximum(0, x)",
  },
  leaky_relu: {
    PyTorch: "torch.nn.LeakyReLU(negative_slope=0.01)",
    Keras: "keras.layers.LeakyReLU(negative_slope=0.01)",
    JAX: "jax.nn.leaky_relu(x, negative_slope=0.01)",
    NumPy: "np.where(x > 0, x, 0.01 * x)",
    note: "The slope that is used when none is given differs: 0.01 in PyTorch and JAX, 0.3 in the Keras layer.",
  },
  elu: {
    PyTorch: "torch.nn.ELU(alpha=1.0)",
    Keras: 'activation="elu"',
    JAX: "jax.nn.elu(x, alpha=1.0)",
    NumPy: "np.where(x > 0, x, np.expm1(x))",
  },
  gelu: {
    PyTorch: 'torch.nn.GELU(approximate="none")',
    Keras: 'activation="gelu"',
    JAX: "jax.nn.gelu(x, approximate=False)",
    NumPy: "0.5 * x * (1 + scipy.special.erf(x / np.sqrt(2)))",
    note: "JAX takes the tanh approximation unless told otherwise; PyTorch and Keras take the exact function.",
  },
} as const satisfies Record<string, Calls>;

export type Recommended = keyof typeof FRAMEWORKS;
