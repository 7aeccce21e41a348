#pragma once

#include "../math/exp.hpp"
#include "function.hpp"

namespace activation {

/// CELU, continuously differentiable ELU. J. T. Barron 2017, arXiv:1704.07483.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Celu {
  static constexpr Parameter parameters[] = {{.name = "alpha",
                                              .symbol = "α",
                                              .meaning = "the value −α that is approached for x → −∞",
                                              .standard = 1,
                                              .minimum = 1e-6,
                                              .maximum = 1e6,
                                              .slider_minimum = 0.1,
                                              .slider_maximum = 3,
                                              .step = 0.1}};
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "Jonathan T. Barron",
       .year = 2017,
       .title = "Continuously Differentiable Exponential Linear Units",
       .url = "https://arxiv.org/abs/1704.07483"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.CELU"},
      {.framework = "Keras 3", .name = "keras.activations.celu"},
      {.framework = "JAX", .name = "jax.nn.celu"},
      {.framework = "ONNX", .name = "Celu"},
  };
  static constexpr Info info{
      .id = "celu",
      .name = "CELU",
      .family = Family::rectifier,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x > 0 ? x : alpha * (exp(x / alpha) - 1)",
      .summary =
          "ELU with x / α in place of x below 0, so that the two halves meet without a corner whatever α. The "
          "larger α, the deeper and wider the curve to the left.",
      .properties = {.range = "(−α, ∞)",
                     .monotonic = "yes",
                     .symmetry = "none",
                     .smoothness = "C¹",
                     .saturation = "left: |f′| < 0.01 for x < −4.606 α"},
      .references = references,
      .versions = versions,
  };

  /// e^(x / alpha) for x <= 0: 0 from -760 on.
  template <class V>
  static math::Exponential<V> left(V x, V alpha) {
    const V inside = math::at_least(math::at_most(x, V(0.0)), V(-math::vanishing<V>) * alpha);
    return math::exponential(math::over(math::wide(inside), math::wide(alpha)));
  }

  template <class V>
  static V value(V x, const Params<V>& p) {
    const V curved = math::rounded(math::times(math::minus_one(left(x, p[0])), p[0]));
    // Nearer to 0 than 2^-400 the curve is x, and a quotient may underflow.
    return math::select(x > V(-0x1p-400), x, curved);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return math::rounded(math::scaled(left(x, p[0])));
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    const math::Scaled<V> e = math::scaled(left(x, p[0]));
    const V curved = math::scale(math::rounded(math::over(e.significand, math::wide(p[0]))), e.exponent);
    return math::select(x >= V(0.0), V(0.0), curved);
  }
};

}  // namespace activation
