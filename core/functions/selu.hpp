#pragma once

#include "../math/exp.hpp"
#include "function.hpp"

namespace activation {

/// SELU, scaled ELU. G. Klambauer, T. Unterthiner, A. Mayr and S. Hochreiter 2017, arXiv:1706.02515.
/// Within 0.56 ulp for every x, 0.8 where the result is subnormal. The two constants are taken to 106 bits.
struct Selu {
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "Günter Klambauer, Thomas Unterthiner, Andreas Mayr, Sepp Hochreiter",
       .year = 2017,
       .title = "Self-Normalizing Neural Networks",
       .url = "https://arxiv.org/abs/1706.02515"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.SELU"},
      {.framework = "Keras 3", .name = "keras.activations.selu"},
      {.framework = "JAX", .name = "jax.nn.selu"},
      {.framework = "TensorFlow 2", .name = "tf.nn.selu"},
      {.framework = "ONNX", .name = "Selu", .differs = "constants rounded to float32"},
  };
  static constexpr Info info{
      .id = "selu",
      .name = "SELU",
      .family = Family::rectifier,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x > 0 ? 1.0507009873554804934 * x : 1.7580993408473768600 * (exp(x) - 1)",
      .summary =
          "ELU times a constant, both constants chosen so that a deep network keeps the mean of its signals near 0 "
          "and their variance near 1 by itself, given suitable starting weights.",
      .properties = {.range = "(−1.7581, ∞)",
                     .monotonic = "yes",
                     .symmetry = "none",
                     .smoothness = "C⁰: f′ falls from 1.758 to 1.051 at 0",
                     .saturation = "left: |f′| < 0.01 for x < −5.170"},
      .references = references,
      .versions = versions,
  };

  /// e^x for x <= 0, the side where it is needed; 0 from -760 on.
  template <class V>
  static math::Exponential<V> left(V x) {
    return math::exponential(math::at_least(math::at_most(x, V(0.0)), V(-math::vanishing<V>)));
  }

  template <class V>
  static V value(V x, const Params<V>&) {
    // 2^200 in the constant keeps low halves from underflow.
    const V curved = math::rounded(math::times(math::minus_one(left(x)), math::constant<V>(math::selu_left)));
    return math::select(x > V(0.0), straight(x), curved * V(0x1p-200));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::select(x > V(0.0), math::constant_at(x, V(math::selu_scale)), bent(x));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::select(x >= V(0.0), V(0.0), bent(x));
  }

 private:
  /// S x = x + 0.05 x: the error of the small part counts little.
  template <class V>
  static V straight(V x) {
    return x + x * V(math::selu_surplus);
  }

  /// S A e^x
  template <class V>
  static V bent(V x) {
    const math::Scaled<V> e = math::scaled(left(x));
    const math::Wide<V> product = math::times(e.significand, math::constant<V>(math::selu_left));
    return math::scale(math::rounded(product) * V(0x1p-200), e.exponent);
  }
};

}  // namespace activation
