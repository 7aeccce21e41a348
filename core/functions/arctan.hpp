#pragma once

#include "../math/arctan.hpp"
#include "function.hpp"

namespace activation {

/// Arctan, the arcus tangent.
/// Within 0.51 ulp for every x, 0.8 where the result is subnormal.
struct Arctan {
  static constexpr Reference references[] = {
      {.authors = "Ranjan Roy, Frank W. J. Olver",
       .year = 2010,
       .title = "Elementary Functions, chapter 4 of the NIST Handbook of Mathematical Functions",
       .url = "https://dlmf.nist.gov/4.23"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.atan"},
      {.framework = "Keras 3", .name = "keras.ops.arctan"},
      {.framework = "JAX", .name = "jax.numpy.arctan"},
      {.framework = "TensorFlow 2", .name = "tf.math.atan"},
      {.framework = "ONNX", .name = "Atan"},
  };
  static constexpr Info info{
      .id = "arctan",
      .name = "Arctan",
      .family = Family::squashing,
  };
  static constexpr Notes notes{
      .formula = "atan(x)",
      .summary =
          "The angle whose tangent is x: an S-shaped curve like tanh, but wider, and slow to become flat. Far from 0 its "
          "gradient shrinks like 1/x², not exponentially.",
      .properties = {.range = "(−π/2, π/2)",
                     .monotonic = "yes",
                     .symmetry = "odd",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "both sides: |f′| < 0.01 for |x| > 9.950"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    // From 2^600 on it is pi/2, and no reciprocal is subnormal.
    return math::copysign(math::rounded(math::arctan(math::at_most(math::abs(x), V(0x1p600)))), x);
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const Fraction<V> f = fraction(x, V(0x1p500), V(0x1p600), V(0x1p-200));
    const V inverse = math::rounded(math::reciprocal(f.denominator));
    if constexpr (math::is_single<V>) return inverse;
    return math::scale(inverse, math::select(f.far, V(-400.0), V(0.0)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    const Fraction<V> f = fraction(x, V(0x1p200), V(0x1p400), V(0x1p-300));
    const V y = math::rounded(math::over(math::wide(V(-2.0) * f.x), math::times(f.denominator, f.denominator)));
    if constexpr (math::is_single<V>) return y;
    return math::scale(y, math::select(f.far, V(-900.0), V(0.0)));
  }

 private:
  /// 1 + x^2. Beyond `limit` x and 1 are shrunk so that nothing overflows, and beyond `most` the results are 0.
  template <class V>
  struct Fraction {
    decltype(V() > V()) far;
    V x;
    math::Wide<V> denominator;
  };

  template <class V>
  static Fraction<V> fraction(V x, V limit, V most, V shrink) {
    const auto far = math::abs(x) > limit;
    if constexpr (math::is_single<V>) {
      return {far, x, V(1.0) + x * x};  // a float32 is below 2^128
    } else {
      const V factor = math::select(far, shrink, V(1.0));
      const V y = math::at_least(math::at_most(x, most), -most) * factor;
      return {far, y, math::plus(math::two_product(y, y), factor * factor)};
    }
  }
};

}  // namespace activation
