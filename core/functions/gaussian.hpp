#pragma once

#include "../math/exp.hpp"
#include "function.hpp"

namespace activation {

/// Gaussian, the bell curve of radial basis functions. D. S. Broomhead and D. Lowe 1988.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal, next to the zeros of its curvature at ±1/√2 too.
struct Gaussian {
  static constexpr Reference references[] = {
      {.authors = "David S. Broomhead, David Lowe",
       .year = 1988,
       .title = "Multivariable Functional Interpolation and Adaptive Networks",
       .url = ""},
  };
  static constexpr Info info{
      .id = "gaussian",
      .name = "Gaussian",
      .family = Family::bump,
  };
  static constexpr Notes notes{
      .formula = "exp(-x^2)",
      .summary =
          "A bell: 1 at 0 and nearly 0 from ±2.5 on. It answers how near x is to a place, and is the classic of "
          "radial basis function networks.",
      .properties = {.range = "(0, 1]",
                     .monotonic = "no: rises to 1 at 0, then falls",
                     .symmetry = "even",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "both sides: |f′| < 0.01 for |x| > 2.493; also at 0"},
      .references = references,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::rounded(bell(inside(x)));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const V y = inside(x);
    return math::rounded(math::times(bell(y), math::wide(V(-2.0) * y)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    const V y = inside(x);
    // x^2 is exact, hence so is the difference next to its zeros.
    const math::Wide<V> factor = math::plus(math::times_power(math::two_product(y, y), V(4.0)), V(-2.0));
    return math::rounded(math::times(bell(y), factor));
  }

 private:
  /// Beyond 27.3 even x^2 e^(-x^2) is below the least subnormal; for a float32 that is so from 10.4 on.
  template <class V>
  static V inside(V x) {
    const V limit(math::is_single<V> ? 25.0 : 28.0);
    return math::at_least(math::at_most(x, limit), -limit);
  }

  /// e^(-x^2)
  template <class V>
  static math::Scaled<V> bell(V x) {
    return math::scaled(math::exponential(math::negated(math::two_product(x, x))));
  }
};

}  // namespace activation
