#pragma once

#include "../math/exp.hpp"
#include "function.hpp"

namespace activation {

/// ELU, exponential linear unit. D.-A. Clevert, T. Unterthiner and S. Hochreiter 2015, arXiv:1511.07289.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Elu {
  static constexpr Parameter parameters[] = {{.name = "alpha",
                                              .symbol = "α",
                                              .meaning = "the value −α that is approached for x → −∞",
                                              .standard = 1,
                                              .minimum = 0,
                                              .maximum = 1e6,
                                              .slider_minimum = 0.1,
                                              .slider_maximum = 3,
                                              .step = 0.1}};
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "Djork-Arné Clevert, Thomas Unterthiner, Sepp Hochreiter",
       .year = 2015,
       .title = "Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)",
       .url = "https://arxiv.org/abs/1511.07289"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.ELU"},
      {.framework = "Keras 3", .name = "keras.activations.elu"},
      {.framework = "JAX", .name = "jax.nn.elu"},
      {.framework = "TensorFlow 2", .name = "tf.nn.elu", .differs = "α is always 1"},
      {.framework = "ONNX", .name = "Elu"},
  };
  static constexpr Info info{
      .id = "elu",
      .name = "ELU",
      .family = Family::rectifier,
      .tutorial = true,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x > 0 ? x : alpha * (exp(x) - 1)",
      .summary =
          "Like ReLU for positive inputs, and a smooth curve down to −α for negative ones. Outputs average nearer "
          "to 0 and negative inputs keep some gradient, which often speeds up learning.",
      .properties = {.range = "(−α, ∞); [0, ∞) at α = 0",
                     .monotonic = "yes",
                     .symmetry = "none",
                     .smoothness = "C⁰; C¹ at α = 1",
                     .saturation = "left: |f′| < 0.01 for x < ln(0.01/α): −4.606 at α = 1"},
      .references = references,
      .versions = versions,
  };

  /// e^x for x <= 0, the side where it is needed; alpha e^x is 0 from -760 on, whatever alpha.
  template <class V>
  static math::Exponential<V> left(V x) {
    return math::exponential(math::at_least(math::at_most(x, V(0.0)), V(-math::vanishing<V>)));
  }

  template <class V>
  static V value(V x, const Params<V>& p) {
    const V curved = math::rounded(math::times(math::minus_one(left(x)), p[0]));
    // Below 2^-400 the curve is its tangent, and the low half of a product may underflow.
    const V below = math::select(x > V(-0x1p-400), p[0] * x, curved);
    return math::select(x > V(0.0), x, below);
  }

  static constexpr float limits[] = {-600, 0};

  static math::Float4 value32(math::Float4 x, const Params<math::Single2>& p) {
    const math::Float4 curved =
        math::by_pairs(math::between(limits, x), [&p](auto v) { return math::power_less_one(v) * p[0]; });
    return math::select(x > math::Float4(0.0), x, curved);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return math::select(x > V(0.0), V(1.0), scaled_exponential(x, p));
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    return math::select(x >= V(0.0), V(0.0), scaled_exponential(x, p));
  }

  static math::Float4 gradient32(math::Float4 x, const Params<math::Single2>& p) {
    const math::Float4 curved =
        math::by_pairs(math::between(limits, x), [&p](auto v) { return math::power(v) * p[0]; });
    return math::select(x > math::Float4(0.0), math::Float4(1.0), curved);
  }

 private:
  template <class V>
  static V scaled_exponential(V x, const Params<V>& p) {
    const math::Scaled<V> e = math::scaled(left(x));
    return math::scale(math::rounded(math::times(e.significand, p[0])), e.exponent);
  }
};

}  // namespace activation
