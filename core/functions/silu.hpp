#pragma once

#include "../math/silu.hpp"
#include "function.hpp"

namespace activation {

/// SiLU, sigmoid linear unit. D. Hendrycks and K. Gimpel 2016, arXiv:1606.08415; S. Elfwing, E. Uchibe and K. Doya 2017.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Silu {
  static constexpr Reference references[] = {
      {.authors = "Stefan Elfwing, Eiji Uchibe, Kenji Doya",
       .year = 2017,
       .title = "Sigmoid-Weighted Linear Units for Neural Network Function Approximation in Reinforcement Learning",
       .url = "https://arxiv.org/abs/1702.03118"},
      {.authors = "Dan Hendrycks, Kevin Gimpel",
       .year = 2016,
       .title = "Gaussian Error Linear Units (GELUs)",
       .url = "https://arxiv.org/abs/1606.08415"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.SiLU"},
      {.framework = "Keras 3", .name = "keras.activations.silu"},
      {.framework = "JAX", .name = "jax.nn.silu"},
      {.framework = "TensorFlow 2", .name = "tf.nn.silu"},
  };
  static constexpr Info info{
      .id = "silu",
      .name = "SiLU",
      .family = Family::smooth_rectifier,
  };
  static constexpr Notes notes{
      .formula = "x / (1 + exp(-x))",
      .summary =
          "Weighs its input by its own sigmoid: a smooth ReLU with a shallow dip below 0. Common in image networks such "
          "as EfficientNet and YOLO, and inside the SwiGLU layers of language models.",
      .properties = {.range = "[−0.278465, ∞)",
                     .monotonic = "no: falls to −0.278465 at x = −1.2785, then rises",
                     .symmetry = "none; f(x) − f(−x) = x",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left: |f′| < 0.01 for x < −6.262"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::silu(x);
  }

  /// Below this float32 has -0.
  static constexpr float lowest = -200;

  static math::Float4 value32(math::Float4 x, const Params<math::Single2>&) {
    return math::by_pairs(math::at_least(x, math::spread<math::Float4>(lowest)), [](auto v) {
      return math::silu_near(v, math::at_most(v, math::spread<decltype(v)>(math::enough)));
    });
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::silu_gradient<V>(math::wide(x));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::rounded(math::silu_curvature<V>(math::wide(x)));
  }
};

}  // namespace activation
