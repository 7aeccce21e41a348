#pragma once

#include "../math/hypotenuse.hpp"
#include "function.hpp"

namespace activation {

/// ISRU, inverse square root unit. B. Carlile, G. Delamarter, P. Kinney, A. Marti and B. Whitney 2017, arXiv:1710.09967.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Isru {
  static constexpr Parameter parameters[] = {{.name = "alpha",
                                              .symbol = "α",
                                              .meaning = "how steeply it levels off: at ±1/√α",
                                              .standard = 1,
                                              .minimum = 1e-6,
                                              .maximum = 1e6,
                                              .slider_minimum = 0.1,
                                              .slider_maximum = 10,
                                              .step = 0.1}};
  static constexpr Reference references[] = {
      {.authors = "Brad Carlile, Guy Delamarter, Paul Kinney, Akiko Marti, Brian Whitney",
       .year = 2017,
       .title = "Improving Deep Learning by Inverse Square Root Linear Units (ISRLUs)",
       .url = "https://arxiv.org/abs/1710.09967"},
  };
  static constexpr Info info{
      .id = "isru",
      .name = "ISRU",
      .family = Family::squashing,
      .parameters = parameters,
  };
  static constexpr Notes notes{
      .formula = "x / sqrt(1 + alpha * x^2)",
      .summary =
          "An S-shaped curve like tanh, made of a square root, which many processors invert in one step. It levels "
          "off at ±1/√α.",
      .properties = {.range = "(−1/√α, 1/√α)",
                     .monotonic = "yes",
                     .symmetry = "odd",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "both sides: |f′| < 0.01 for |x| > 4.533/√α"},
      .references = references,
  };

  // In x = 2^k y: 1 + alpha x^2 = 4^k q with q = 4^-k + alpha y^2, f = y / sqrt(q), f' = 8^-k q^(-3/2) and
  // f'' = -3 alpha 16^-k y q^(-5/2).

  template <class V>
  static V value(V x, const Params<V>& p) {
    const V y = math::at_least(math::at_most(x, V(0x1p400)), V(-0x1p400));  // beyond, it is level
    const math::Wide<V> quotient = math::over(math::wide(y), math::square_root(radicand(y, p[0], V(1.0))));
    return math::copysign(math::rounded(quotient), x);  // of -0 too
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    const Parts<V> s(x, p[0]);
    const math::Wide<V> power = math::times(s.q, math::square_root(s.q));
    return math::scale_back(math::over(math::wide(V(1.0)), power), V(-3.0) * s.k);
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    const Parts<V> s(x, p[0]);
    const math::Wide<V> power = math::times(math::times(s.q, s.q), math::square_root(s.q));
    const V lift(math::is_single<V> ? 1.0 : 0x1p200);  // keeps low halves from underflow
    const math::Wide<V> factor = math::times(math::two_product(V(-3.0), p[0]), s.y * lift);
    return math::scale_back(math::over(factor, power), V(-4.0) * s.k - V(200.0));
  }

 private:
  template <class V>
  static math::Wide<V> radicand(V y, V alpha, V one) {
    return math::plus(math::times(math::two_product(y, y), alpha), one);
  }

  template <class V>
  struct Parts {
    V y;
    V k;
    math::Wide<V> q;

    Parts(V x, V alpha) : y(math::at_least(math::at_most(x, V(0x1p1000)), V(-0x1p1000))), k(0.0) {
      V one(1.0);
      if constexpr (!math::is_single<V>) {
        k = math::exponent(math::at_least(math::abs(y), V(1.0)));
        const V down = math::pow2(-k);
        y = y * down;
        one = down * down;
      }
      q = radicand(y, alpha, one);
    }
  };
};

}  // namespace activation
