#pragma once

#include "../math/logistic.hpp"
#include "function.hpp"

namespace activation {

/// Sigmoid, the logistic function. In networks: D. E. Rumelhart, G. E. Hinton and R. J. Williams 1986.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Sigmoid {
  static constexpr Reference references[] = {
      {.authors = "David E. Rumelhart, Geoffrey E. Hinton, Ronald J. Williams",
       .year = 1986,
       .title = "Learning representations by back-propagating errors",
       .url = "https://doi.org/10.1038/323533a0"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Sigmoid"},
      {.framework = "Keras 3", .name = "keras.activations.sigmoid"},
      {.framework = "JAX", .name = "jax.nn.sigmoid"},
      {.framework = "TensorFlow 2", .name = "tf.math.sigmoid"},
      {.framework = "ONNX", .name = "Sigmoid"},
  };
  static constexpr Info info{
      .id = "sigmoid",
      .name = "Sigmoid",
      .family = Family::squashing,
      .tutorial = true,
  };
  static constexpr Notes notes{
      .formula = "1 / (1 + exp(-x))",
      .summary =
          "Squeezes any number into (0, 1), so that the output reads as a probability: the classic for yes-or-no "
          "answers. Far from 0 it is nearly flat, and gradients vanish.",
      .properties = {.range = "(0, 1)",
                     .monotonic = "yes",
                     .symmetry = "f(−x) = 1 − f(x)",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "both sides: |f′| < 0.01 for |x| > 4.585"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::logistic(x);
  }

  /// Beyond these float32 has 0 and 1.
  static constexpr float limits[] = {-120, 120};

  static math::Float4 value32(math::Float4 x, const Params<math::Single2>&) {
    return math::by_pairs(math::between(limits, x), [](auto v) { return math::logistic_near(v); });
  }

  static math::Float4 gradient32(math::Float4 x, const Params<math::Single2>&) {
    return math::by_pairs(math::between(limits, x),
                          [](auto v) { return math::logistic_gradient_near(v, decltype(v)(1.0)); });
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::logistic_gradient(x, V(0.0));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::logistic_curvature(x, V(0.0));
  }
};

}  // namespace activation
