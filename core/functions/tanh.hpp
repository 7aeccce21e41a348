#pragma once

#include "../math/logistic.hpp"
#include "function.hpp"

namespace activation {

/// Tanh, hyperbolic tangent. Its case for networks: Y. LeCun, L. Bottou, G. B. Orr and K.-R. Müller 1998.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
/// tanh x = 2 s(2x) - 1 with s the logistic function: the gradient is 4 s'(2x), the curvature 8 s''(2x).
struct Tanh {
  static constexpr Reference references[] = {
      {.authors = "Yann LeCun, Léon Bottou, Genevieve B. Orr, Klaus-Robert Müller",
       .year = 1998,
       .title = "Efficient BackProp",
       .url = "https://doi.org/10.1007/3-540-49430-8_2"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Tanh"},
      {.framework = "Keras 3", .name = "keras.activations.tanh"},
      {.framework = "JAX", .name = "jax.nn.tanh"},
      {.framework = "TensorFlow 2", .name = "tf.math.tanh"},
      {.framework = "ONNX", .name = "Tanh"},
  };
  static constexpr Info info{
      .id = "tanh",
      .name = "Tanh",
      .family = Family::squashing,
      .tutorial = true,
  };
  static constexpr Notes notes{
      .formula = "tanh(x)",
      .summary =
          "Squeezes any number into (−1, 1). A sigmoid centred on 0, with a steeper slope, which makes training "
          "easier: long the standard in recurrent networks.",
      .properties = {.range = "(−1, 1)",
                     .monotonic = "yes",
                     .symmetry = "odd",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "both sides: |f′| < 0.01 for |x| > 2.994"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::logistic_tanh(x + x);
  }

  /// Beyond these float32 has -1 and 1, and the gradient is 0.
  static constexpr float limits[] = {-60, 60};

  static math::Float4 value32(math::Float4 x, const Params<math::Single2>&) {
    return math::by_pairs(math::between(limits, x), [](auto v) { return math::logistic_tanh_near(v + v); });
  }

  static math::Float4 gradient32(math::Float4 x, const Params<math::Single2>&) {
    return math::by_pairs(math::between(limits, x),
                          [](auto v) { return math::logistic_gradient_near(v + v, decltype(v)(4.0)); });
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::logistic_gradient(x + x, V(2.0));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::logistic_curvature(x + x, V(3.0));
  }
};

}  // namespace activation
