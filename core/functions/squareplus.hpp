#pragma once

#include "../math/hypotenuse.hpp"
#include "function.hpp"

namespace activation {

/// Squareplus. J. T. Barron 2021, arXiv:2112.11687.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal. To the left, where (x + sqrt(x^2 + b)) / 2 cancels, it is
/// b / (2 (sqrt(x^2 + b) - x)).
struct Squareplus {
  static constexpr Parameter parameters[] = {{.name = "b",
                                              .symbol = "b",
                                              .meaning = "how round the corner at 0 is",
                                              .standard = 4,
                                              .minimum = 0,
                                              .maximum = 1e6,
                                              .slider_minimum = 0,
                                              .slider_maximum = 10,
                                              .step = 0.1}};
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "Jonathan T. Barron",
       .year = 2021,
       .title = "Squareplus: A Softplus-Like Algebraic Rectifier",
       .url = "https://arxiv.org/abs/2112.11687"},
  };
  static constexpr Version versions[] = {
      {.framework = "Keras 3", .name = "keras.activations.squareplus"},
      {.framework = "JAX", .name = "jax.nn.squareplus"},
  };
  static constexpr Info info{
      .id = "squareplus",
      .name = "Squareplus",
      .family = Family::smooth_rectifier,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "(x + sqrt(x^2 + b)) / 2",
      .summary =
          "Much like softplus, but made of a square root only, which is faster than an exponential and a "
          "logarithm. b sets how round the corner is; at b = 0 it is ReLU.",
      .properties = {.range = "(0, ∞); [0, ∞) at b = 0",
                     .monotonic = "yes",
                     .symmetry = "none; f(x) − f(−x) = x",
                     .smoothness = "C∞ (smooth) for b > 0",
                     .saturation = "left: |f′| < 0.01 for x < −9.850 (b = 4)"},
      .references = references,
      .versions = versions,
  };

  // For a = |x|, r = sqrt(a^2 + b) and d = r + a:
  //   f(a) = d / 2,  f(-a) = b / (2 d),  f'(-a) = b / (2 r d),  f'(a) = 1 - f'(-a),  f'' = b / (2 r^3).

  template <class V>
  static V value(V x, const Params<V>& p) {
    const Parts<V> s(x, p[0]);
    const math::Wide<V> d = math::fast_plus(s.h.root, math::wide(s.h.side));
    const auto negative = x < V(0.0);
    const math::Wide<V> left = math::over(math::wide(s.half_b), d);
    const math::Wide<V> y = math::chosen(negative, left, math::times_power(d, V(0.5)));
    const V exponent = math::select(negative, s.exponent - s.h.exponent, s.h.exponent);
    return math::select(s.is_relu, math::select(x <= V(0.0), V(0.0), x), math::scale_back(y, exponent));
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    const Parts<V> s(x, p[0]);
    const math::Wide<V> product = math::fast_plus(s.h.square, math::times(s.h.root, s.h.side));
    const math::Wide<V> steepness = math::over(math::wide(s.half_b), product);
    const V exponent = s.exponent - V(2.0) * s.h.exponent;
    const V left = math::scale_back(steepness, exponent);
    const V right = math::rounded(math::fast_plus(V(1.0), math::negated(beside_one(steepness, exponent))));
    const V jump = math::constant_at(x, math::select(x > V(0.0), V(1.0), V(0.0)));
    return math::select(s.is_relu, jump, math::select(x < V(0.0), left, right));
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    const Parts<V> s(x, p[0]);
    const math::Wide<V> bend = math::over(math::wide(s.half_b), math::times(s.h.square, s.h.root));
    const V curved = math::scale_back(bend, s.exponent - V(3.0) * s.h.exponent);
    return math::select(s.is_relu, math::constant_at(x, V(0.0)), curved);
  }

 private:
  template <class V>
  struct Parts {
    math::Hypotenuse<V> h;
    V half_b;                     ///< b / 2 = 2^exponent half_b, where half_b is in [1/2, 2) unless 0
    V exponent;                   ///< 0 on the way to a float32
    decltype(V() < V()) is_relu;  ///< where nothing but ReLU is left: at infinity, and where b = 0

    Parts(V x, V b) : half_b(V(0.5) * b), exponent(0.0) {
      const V a = math::abs(x);
      const V largest(0x1.fffffffffffffp1023);
      const V root_b = math::sqrt(b);
      h = math::hypotenuse(math::at_most(a, largest), b, root_b);
      is_relu = math::either(a > largest, b == V(0.0));
      if constexpr (!math::is_single<V>) {
        const V k = math::exponent(root_b);
        half_b = V(0.5) * ((b * math::pow2(-k)) * math::pow2(-k));
        exponent = k + k;
      }
    }
  };

  /// a * 2^k, where it is added to 1.
  template <class V>
  static math::Wide<V> beside_one(math::Wide<V> a, V k) {
    if constexpr (math::is_single<V>) {
      return a;
    } else {
      return math::beside_one(math::Scaled<V>{a, k});
    }
  }
};

}  // namespace activation
