#pragma once

#include "function.hpp"

#include <limits>

namespace activation {

/// Leaky ReLU. A. L. Maas, A. Y. Hannun and A. Y. Ng 2013.
/// One rounding (0.5 ulp) for every x.
struct LeakyRelu {
  static constexpr Parameter parameters[] = {{.name = "negative_slope",
                                              .symbol = "s",
                                              .meaning = "slope for negative x",
                                              .standard = 0.01,
                                              .minimum = -1e6,
                                              .maximum = 1e6,
                                              .slider_minimum = 0,
                                              .slider_maximum = 1,
                                              .step = 0.01}};
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "Andrew L. Maas, Awni Y. Hannun, Andrew Y. Ng",
       .year = 2013,
       .title = "Rectifier Nonlinearities Improve Neural Network Acoustic Models",
       .url = "https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf"},
      {.authors = "Bing Xu, Naiyan Wang, Tianqi Chen, Mu Li",
       .year = 2015,
       .title = "Empirical Evaluation of Rectified Activations in Convolutional Network",
       .url = "https://arxiv.org/abs/1505.00853"},
  };
  static constexpr double fifth[] = {0.2};
  static constexpr double three_tenths[] = {0.3};
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.LeakyReLU"},
      {.framework = "Keras 3", .name = "keras.activations.leaky_relu", .differs = "slope 0.2", .parameters = fifth},
      {.framework = "Keras 3", .name = "keras.layers.LeakyReLU", .differs = "slope 0.3", .parameters = three_tenths},
      {.framework = "JAX", .name = "jax.nn.leaky_relu", .differs = "the gradient is 1 at 0"},
      {.framework = "TensorFlow 2", .name = "tf.nn.leaky_relu", .differs = "slope 0.2", .parameters = fifth},
      {.framework = "ONNX", .name = "LeakyRelu"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "leaky_relu",
      .name = "Leaky ReLU",
      .family = Family::rectifier,
      .tutorial = true,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x > 0 ? x : negative_slope * x",
      .summary =
          "ReLU with a small slope s for negative inputs instead of a flat 0. Some gradient always gets through, "
          "so that no neuron dies.",
      .properties = {.range = "(−∞, ∞) for s > 0; [0, ∞) for s ≤ 0",
                     .monotonic = "yes for s ≥ 0",
                     .symmetry = "none; odd at s = 1, even at s = −1",
                     .smoothness = "C⁰; linear at s = 1",
                     .saturation = "no; left: f′ = s, so |f′| < 0.01 where |s| < 0.01"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    const V s = p[0];
    // 0 * inf is NaN, but a flat line stays flat to the end. The limit is the same for all x, hence costs a loop nothing.
    const V limit = math::select(s == V(0.0), V(-1.0), V(-std::numeric_limits<double>::infinity()));
    return math::at_least(x, limit) * math::select(x > V(0.0), V(1.0), s);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return math::constant_at(x, math::select(x > V(0.0), V(1.0), p[0]));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
