#pragma once

#include "../math/softplus.hpp"
#include "function.hpp"

namespace activation {

/// Softplus. C. Dugas, Y. Bengio, F. Bélisle, C. Nadeau and R. Garcia 2000.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Softplus {
  static constexpr Parameter parameters[] = {{.name = "beta",
                                              .symbol = "β",
                                              .meaning = "how sharp the bend is: f(0) = ln(2)/β",
                                              .standard = 1,
                                              .minimum = 1e-6,
                                              .maximum = 1e6,
                                              .slider_minimum = 0.1,
                                              .slider_maximum = 5,
                                              .step = 0.1}};
  static constexpr Reference references[] = {
      {.authors = "Charles Dugas, Yoshua Bengio, François Bélisle, Claude Nadeau, René Garcia",
       .year = 2000,
       .title = "Incorporating Second-Order Functional Knowledge for Better Option Pricing",
       .url = ""},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2",
       .name = "torch.nn.Softplus",
       .differs = "returns x where beta * x is above its threshold of 20",
       .linear_above = 20},
      {.framework = "Keras 3", .name = "keras.activations.softplus"},
      {.framework = "JAX", .name = "jax.nn.softplus"},
      {.framework = "TensorFlow 2", .name = "tf.nn.softplus"},
      {.framework = "ONNX", .name = "Softplus"},
  };
  static constexpr Info info{
      .id = "softplus",
      .name = "Softplus",
      .family = Family::smooth_rectifier,
      .parameters = parameters,
  };
  static constexpr Notes notes{
      .formula = "log(1 + exp(beta * x)) / beta",
      .summary =
          "ReLU with its corner rounded off; its slope is the sigmoid. Always positive, so it often makes the outputs "
          "that have to be: variances, rates, step sizes.",
      .properties = {.range = "(0, ∞)",
                     .monotonic = "yes",
                     .symmetry = "none; f(x) − f(−x) = x",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left: |f′| < 0.01 for x < −4.596/β"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    return math::softplus(x, p[0]);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return math::logistic_at<V>(math::two_product(p[0], x));
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    return math::rounded(math::times(math::logistic_gradient_at<V>(math::two_product(p[0], x)), math::wide(p[0])));
  }
};

}  // namespace activation
