#pragma once

#include "../math/silu.hpp"
#include "function.hpp"

namespace activation {

/// Swish: SiLU with a parameter. P. Ramachandran, B. Zoph and Q. V. Le 2017, arXiv:1710.05941.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Swish {
  static constexpr Parameter parameters[] = {{.name = "beta",
                                              .symbol = "β",
                                              .meaning = "how sharp the bend is: x/2 at 0, ReLU as it grows",
                                              .standard = 1,
                                              .minimum = -1e6,
                                              .maximum = 1e6,
                                              .slider_minimum = 0,
                                              .slider_maximum = 5,
                                              .step = 0.1}};
  static constexpr Reference references[] = {
      {.authors = "Prajit Ramachandran, Barret Zoph, Quoc V. Le",
       .year = 2017,
       .title = "Searching for Activation Functions",
       .url = "https://arxiv.org/abs/1710.05941"},
  };
  static constexpr Version versions[] = {
      {.framework = "TensorFlow 2", .name = "tf.nn.silu", .differs = "the same; beta is an argument"},
      {.framework = "Keras 3", .name = "keras.activations.swish", .differs = "beta is always 1", .id = "silu"},
      {.framework = "JAX", .name = "jax.nn.swish", .differs = "beta is always 1", .id = "silu"},
      {.framework = "ONNX", .name = "Swish", .differs = "the same; beta is called alpha"},
  };
  static constexpr Info info{
      .id = "swish",
      .name = "Swish",
      .family = Family::smooth_rectifier,
      .parameters = parameters,
  };
  static constexpr Notes notes{
      .formula = "x / (1 + exp(-beta * x))",
      .summary =
          "SiLU with an adjustable bend β: a straight line x/2 at β = 0, nearly ReLU for large β. Found by an automatic "
          "search for activation functions; β can be learned.",
      .properties = {.range = "[−0.278465/β, ∞) for β > 0; (−∞, ∞) at β = 0; (−∞, −0.278465/β] for β < 0",
                     .monotonic = "no, except at β = 0: f′ = 0 at x = −1.2785/β",
                     .symmetry = "none; f(x) − f(−x) = x; odd at β = 0",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left for β > 0: |f′| < 0.01 for x < −6.262/β; right for β < 0"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    return math::silu(x, p[0]);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return math::silu_gradient<V>(math::argument(p[0], math::contained(x)));
  }

  /// beta g'(beta x) with g SiLU's gradient; beta is raised beforehand, so that no low half of a product underflows.
  template <class V>
  static V curvature(V x, const Params<V>& p) {
    const math::Scaled<V> bend = math::silu_curvature<V>(math::argument(p[0], math::contained(x)));
    return math::scale(math::rounded(math::times(bend.significand, p[0] * V(0x1p100))), bend.exponent - V(100.0));
  }
};

}  // namespace activation
