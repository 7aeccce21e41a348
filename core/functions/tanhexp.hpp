#pragma once

#include "../math/range.hpp"
#include "../math/smooth_coefficients.hpp"
#include "function.hpp"

#include <iterator>

namespace activation {

/// TanhExp. X. Liu and X. Di 2020, arXiv:2003.09855. The same as TeLU, A. Fernandez and A. Mali 2024.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct TanhExp {
  static constexpr Reference references[] = {
      {.authors = "Xinyu Liu, Xiaoguang Di",
       .year = 2020,
       .title = "TanhExp: A Smooth Activation Function with High Convergence Speed for Lightweight Neural Networks",
       .url = "https://arxiv.org/abs/2003.09855"},
  };
  static constexpr Info info{
      .id = "tanhexp",
      .name = "TanhExp (TeLU)",
      .family = Family::smooth_rectifier,
  };
  static constexpr Notes notes{
      .formula = "x * tanh(exp(x))",
      .summary =
          "A smooth ReLU like Mish, nearer to the identity: from x = 3 on it is x to within 10⁻¹⁶ of it. Meant for small, "
          "fast networks.",
      .properties = {.range = "[−0.353286, ∞)",
                     .monotonic = "no: falls to −0.353286 at x = −1.0789, then rises",
                     .symmetry = "none",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left: |f′| < 0.01 for x < −6.267"},
      .references = references,
  };

  // With y = e^x and E = e^-2y, tanh y = (1 - E) / (1 + E), and 1 - tanh^2 y = 4 E / (1 + E)^2. From x = -21 on down
  // tanh y is y.

  template <class V>
  static V value(V x, const Params<V>&) {
    const Parts<V> p = parts(x, V(math::is_single<V> ? -math::vanishing<V> : -1459.0));
    const math::Wide<V> tanh = math::over(math::negated(p.step), math::plus(p.step, math::wide(V(2.0))));
    const auto far = x < V(-21.0);
    const math::Scaled<V> weight{math::chosen(far, p.y.significand, tanh), math::select(far, p.y.exponent, V(0.0))};
    return math::weighted(x, weight);
  }

  /// (1 - E^2 + 4 x y E) / (1 + E)^2
  template <class V>
  static V gradient(V x, const Params<V>&) {
    const Parts<V> p = parts(x, V(-math::vanishing<V>));
    const math::Wide<V> sum = math::plus(p.step, math::wide(V(2.0)));
    const math::Wide<V> product = math::times(math::times(p.tail, math::beside_one(p.y)), V(4.0) * p.x);
    const math::Wide<V> numerator = math::plus(product, math::negated(math::times(p.step, sum)));
    const math::Wide<V> near = math::around_or(math::tanhexp_minimum, x, math::over(numerator, math::times(sum, sum)));
    const auto far = x < V(-21.0);
    const math::Wide<V> slope = math::times(p.y.significand, math::two_sum(V(1.0), p.x));
    return math::scale(math::rounded(math::chosen(far, slope, near)), math::select(far, p.y.exponent, V(0.0)));
  }

  /// 4 y E / (1 + E)^2 (2 + x (1 - 2y tanh y)). On the right E underflows, y being in its exponent: for that y needs 11
  /// bits more than it has elsewhere.
  template <class V>
  static V curvature(V x, const Params<V>&) {
    const V inside = math::at_least(math::at_most(x, V(6.0)), V(-math::vanishing<V>));
    const math::Scaled<V> y = precise_exponential(inside);
    const math::Wide<V> one_y = math::beside_one(y);
    const math::Exponential<V> e = math::exponential(math::times_power(one_y, V(-2.0)));
    const math::Scaled<V> tail = math::scaled(e);
    const math::Wide<V> denominator = math::plus(math::wide(V(1.0)), math::beside_one(tail));
    const math::Wide<V> tanh = math::over(math::negated(math::minus_one(e)), denominator);
    const math::Wide<V> bracket = math::plus(math::wide(V(1.0)), math::times_power(math::times(one_y, tanh), V(-2.0)));
    const math::Wide<V> general = math::plus(math::wide(V(2.0)), math::times(bracket, inside));
    const math::Wide<V> factor =
        math::around_or(math::tanhexp_bend_left, x, math::around_or(math::tanhexp_bend_right, x, general));
    const math::Wide<V> product = math::times(math::times(y.significand, tail.significand), factor);
    const V exponent = math::at_least(y.exponent + tail.exponent, V(-2040.0));
    return math::scale(math::rounded(math::over(product, math::times(denominator, denominator))), exponent + V(2.0));
  }

 private:
  template <class V>
  struct Parts {
    V x;                 ///< as far as anything changes
    math::Scaled<V> y;   ///< e^x
    math::Wide<V> tail;  ///< E
    math::Wide<V> step;  ///< E - 1
  };

  template <class V>
  static Parts<V> parts(V x, V least) {
    const V inside = math::at_least(math::at_most(x, V(4.0)), least);
    const math::Scaled<V> y = math::scaled(math::exponential(inside));
    const auto e = math::exponential(math::times_power(math::beside_one(y), V(-2.0)));
    return {inside, y, math::beside_one(math::scaled(e)), math::minus_one(e)};
  }

  /// e^x to 2^-69, by the first powers of its series in hi + lo.
  template <class V>
  static math::Scaled<V> precise_exponential(V x) {
    const V k = math::nearest(x * V(math::log2_e));
    const math::Two<V> r = math::fast_two_sum(x - k * V(math::ln2_high), k * V(math::minus_ln2_low));
    math::Two<V> sum = math::wide(math::polynomial(math::exp_rest, r.hi));
    for (std::size_t i = std::size(math::exp_lead); i-- > 0;) {
      sum = math::plus(math::constant<V>(math::exp_lead[i]), math::times(sum, r));
    }
    return {sum, k};
  }
};

}  // namespace activation
