#pragma once

#include "../math/softplus.hpp"
#include "function.hpp"

namespace activation {

/// LeCun's tanh, scaled so that f(1) is nearly 1. Y. LeCun, L. Bottou, G. B. Orr and K.-R. Müller 1998.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
/// With s the logistic function and u = 4x/3: 1.7159 (2 s(u) - 1), 1.7159 (8/3) s'(u) and 1.7159 (32/9) s''(u).
struct LecunTanh {
  static constexpr Reference references[] = {
      {.authors = "Yann LeCun, Léon Bottou, Genevieve B. Orr, Klaus-Robert Müller",
       .year = 1998,
       .title = "Efficient BackProp",
       .url = "https://doi.org/10.1007/3-540-49430-8_2"},
  };
  static constexpr Info info{
      .id = "lecun_tanh",
      .name = "LeCun tanh",
      .family = Family::squashing,
  };
  static constexpr Notes notes{
      .formula = "1.7159 * tanh(2 * x / 3)",
      .summary =
          "A tanh stretched so that −1 and 1 are mapped to themselves, almost, where its curvature is largest: targets of "
          "±1 then lie before the flat ends.",
      .properties = {.range = "(−1.7159, 1.7159)",
                     .monotonic = "yes",
                     .symmetry = "odd",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "both sides: |f′| < 0.01 for |x| > 4.592"},
      .references = references,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    const auto e = exponential(x);
    const math::Wide<V> denominator = math::fast_plus(V(1.0), math::beside_one(math::scaled(e)));
    const math::Wide<V> ratio = math::over(math::negated(math::minus_one(e)), denominator);
    const V magnitude = math::rounded(math::times(ratio, math::constant<V>(math::lecun_scale)));
    if constexpr (math::is_single<V>) {
      return math::copysign(magnitude, x);
    } else {
      return math::select(math::abs(x) < V(math::tiny), straight(math::lecun_slope, x, V(0.25)),
                          math::copysign(magnitude, x));
    }
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::rounded(math::times(math::logistic_gradient_at<V>(argument(x)), math::constant<V>(math::lecun_slope)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    const auto e = exponential(x);
    const math::Scaled<V> s = math::scaled(e);
    const math::Wide<V> denominator = math::fast_plus(V(1.0), math::beside_one(s));
    const math::Wide<V> cube = math::times(math::times(denominator, denominator), denominator);
    const math::Wide<V> numerator =
        math::times(math::times(s.significand, math::minus_one(e)), math::constant<V>(math::lecun_bend));
    const V magnitude = math::scale(math::rounded(math::over(numerator, cube)), e.exponent);
    // s''(u) is -u/8 near 0.
    return math::select(math::abs(x) < V(math::tiny),
                        straight(math::times(math::lecun_bend, math::four_thirds), x, V(-0.125)),
                        math::copysign(V(1.0), x) * magnitude);
  }

 private:
  /// 4x/3, finite.
  template <class V>
  static math::Wide<V> argument(V x) {
    return math::times(math::constant<V>(math::four_thirds), math::at_least(math::at_most(x, V(1000.0)), V(-1000.0)));
  }

  /// e^-|4x/3|
  template <class V>
  static math::Exponential<V> exponential(V x) {
    return math::exponential(math::negated(math::magnitude(argument(x), V(math::vanishing<V>))));
  }

  /// factor x power, for tiny x: rounded before it underflows, and no more than once after.
  template <class V>
  static V straight(math::Two<double> factor, V x, V power) {
    return math::scale(math::rounded(math::times(math::constant<V>(factor), x * (V(0x1p600) * power))), V(-600.0));
  }
};

}  // namespace activation
