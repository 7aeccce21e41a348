#pragma once

#include "../math/two.hpp"
#include "function.hpp"

namespace activation {

/// Softsign. J. Turian, J. Bergstra and Y. Bengio 2009; X. Glorot and Y. Bengio 2010.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal. At 0, where it jumps, the curvature is 0.
struct Softsign {
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "Joseph Turian, James Bergstra, Yoshua Bengio",
       .year = 2009,
       .title = "Quadratic Features and Deep Architectures for Chunking",
       .url = ""},
      {.authors = "Xavier Glorot, Yoshua Bengio",
       .year = 2010,
       .title = "Understanding the difficulty of training deep feedforward neural networks",
       .url = "https://proceedings.mlr.press/v9/glorot10a.html"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Softsign"},
      {.framework = "Keras 3", .name = "keras.activations.softsign"},
      {.framework = "JAX", .name = "jax.nn.soft_sign"},
      {.framework = "TensorFlow 2", .name = "tf.nn.softsign"},
      {.framework = "ONNX", .name = "Softsign"},
  };
  static constexpr Info info{
      .id = "softsign",
      .name = "Softsign",
      .family = Family::squashing,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x / (1 + abs(x))",
      .summary =
          "Squeezes any number into (−1, 1) without an exponential. It nears its limits far more slowly than tanh, "
          "so that large inputs keep more gradient.",
      .properties = {.range = "(−1, 1)",
                     .monotonic = "yes",
                     .symmetry = "odd",
                     .smoothness = "C¹: f″ jumps from 2 to −2 at 0",
                     .saturation = "both sides: |f′| < 0.01 for |x| > 9"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    const V inside = math::at_least(math::at_most(x, V(0x1p100)), V(-0x1p100));  // beyond, it is 1 to the last bit
    const V y = math::rounded(math::over(math::wide(inside), math::two_sum(V(1.0), math::abs(inside))));
    return math::copysign(y, x);  // of -0 too
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const V a = math::at_most(math::abs(x), V(0x1p1000));
    const V power = shrinking(a, V(0x1p400), V(0x1p-500));
    const math::Wide<V> d = denominator(a, power);
    return math::rounded(math::over(math::wide(V(1.0)), math::times(d, d))) * (power * power);
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    const V a = math::at_most(math::abs(x), V(0x1p600));
    const V power = shrinking(a, V(0x1p300), V(0x1p-330));
    const math::Wide<V> d = denominator(a, power);
    const math::Wide<V> quotient = math::over(math::wide(V(2.0)), math::times(math::times(d, d), d));
    const V magnitude = math::rounded(quotient) * (power * power * power);
    return math::select(x == V(0.0), V(0.0), math::copysign(magnitude, -x));
  }

 private:
  /// A power of two that keeps the powers of 1 + a in range where a is large; a float32 is never so large.
  template <class V>
  static V shrinking(V a, V large, V power) {
    if constexpr (math::is_single<V>) return V(1.0);
    return math::select(a > large, power, V(1.0));
  }

  /// power (1 + a)
  template <class V>
  static math::Wide<V> denominator(V a, V power) {
    return math::two_sum(power, a * power);
  }
};

}  // namespace activation
