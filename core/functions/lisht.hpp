#pragma once

#include "../math/silu.hpp"
#include "function.hpp"

namespace activation {

/// LiSHT, linearly scaled hyperbolic tangent. S. K. Roy, S. Manna, S. R. Dubey and B. B. Chaudhuri 2019, arXiv:1901.05894.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Lisht {
  static constexpr Reference references[] = {
      {.authors = "Swalpa Kumar Roy, Suvojit Manna, Shiv Ram Dubey, Bidyut Baran Chaudhuri",
       .year = 2019,
       .title = "LiSHT: Non-Parametric Linearly Scaled Hyperbolic Tangent Activation Function for Neural Networks",
       .url = "https://arxiv.org/abs/1901.05894"},
  };
  static constexpr Info info{
      .id = "lisht",
      .name = "LiSHT",
      .family = Family::smooth_rectifier,
  };
  static constexpr Notes notes{
      .formula = "x * tanh(x)",
      .summary =
          "The size of its input with the corner at 0 rounded off: a parabola near 0, |x| far from it. Negative inputs "
          "count as much as positive ones.",
      .properties = {.range = "[0, ∞)",
                     .monotonic = "no: falls to 0 at x = 0, then rises",
                     .symmetry = "even",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "no; near 0: |f′| < 0.01 for |x| < 0.005"},
      .references = references,
  };

  // With t = |x| and e = e^-2t: t (1 - e) / (1 + e), the gradient ((1 - e) (1 + e) + 4 t e) / (1 + e)^2 with the sign of
  // x, and, since x tanh x is SiLU of 2x less x, 4 times SiLU's curvature at 2x.

  template <class V>
  static V value(V x, const Params<V>&) {
    const V t = math::abs(x);
    const auto p = math::logistic_parts(t + t);
    const V inside = math::at_most(t, V(100.0));
    const math::Wide<V> numerator = math::times(math::negated(math::minus_one(p.exponential)), inside);
    const V y = math::select(t > inside, t, math::rounded(math::over(numerator, p.denominator)));
    if constexpr (math::is_single<V>) {
      return y;
    } else {
      return math::select(t < V(math::tiny), t * t, y);
    }
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const V t = math::at_most(math::abs(x), V(math::vanishing<V>));
    const auto p = math::logistic_parts(t + t);
    const math::Wide<V> e = math::beside_one(math::scaled(p.exponential));
    const math::Wide<V> rise = math::times(math::negated(math::minus_one(p.exponential)), p.denominator);
    const math::Wide<V> numerator = math::plus(rise, math::times(e, V(4.0) * t));
    const V magnitude = math::rounded(math::over(numerator, math::times(p.denominator, p.denominator)));
    if constexpr (math::is_single<V>) {
      return math::copysign(magnitude, x);
    } else {
      return math::select(t < V(math::tiny), x + x, math::copysign(magnitude, x));
    }
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    const math::Scaled<V> bend = math::silu_curvature<V>(math::wide(x + x));
    return math::scale(math::rounded(bend.significand), bend.exponent + V(2.0));
  }
};

}  // namespace activation
