#pragma once

#include "../math/log.hpp"
#include "../math/range.hpp"
#include "function.hpp"

namespace activation {

/// Logish. H. Zhu, H. Zeng, J. Liu and X. Zhang 2021.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Logish {
  static constexpr Reference references[] = {
      {.authors = "Hegui Zhu, Huimin Zeng, Jinhai Liu, Xiangde Zhang",
       .year = 2021,
       .title = "Logish: A new nonlinear nonmonotonic activation function for convolutional neural network",
       .url = ""},
  };
  static constexpr Info info{
      .id = "logish",
      .name = "Logish",
      .family = Family::smooth_rectifier,
  };
  static constexpr Notes notes{
      .formula = "x * log(1 + 1 / (1 + exp(-x)))",
      .summary =
          "Like SiLU, with the logarithm of 1 plus the sigmoid as the weight: the same dip below 0, and a slope that "
          "approaches ln 2 instead of 1.",
      .properties = {.range = "[−0.252769, ∞)",
                     .monotonic = "no: falls to −0.252769 at x = −1.3725, then rises",
                     .symmetry = "none",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left: |f′| < 0.01 for x < −6.259"},
      .references = references,
  };

  // With q = e^-|x|, 1 + s(x) is (1 + 2q) / (1 + q) on the left, (2 + q) / (1 + q) on the right, and its logarithm
  // 2 atanh(q / (2 + 3q)) and ln(2) + 2 atanh(-q / (4 + 3q)). From x = -42 on down it is q.

  template <class V>
  static V value(V x, const Params<V>&) {
    const auto left = x < V(0.0);
    const V t = math::at_most(math::abs(x), V(math::is_single<V> ? math::vanishing<V> : 1459.0));
    const math::Scaled<V> e = math::scaled(math::exponential(-t));
    const math::Wide<V> q = math::beside_one(e);
    const math::Wide<V> denominator = math::fast_plus(math::select(left, V(2.0), V(4.0)), math::times(q, V(3.0)));
    const math::Wide<V> bent = math::twice_atanh(math::over(math::chosen(left, q, math::negated(q)), denominator));
    const math::Wide<V> near = math::fast_plus(start(left, t), bent);
    return math::weighted(x, tail(left, t, near, e.significand, e));
  }

  /// ln(1 + s) + x q / D with D = (1 + q) (1 + 2q) on the left, (1 + q) (2 + q) on the right. Around the zero both parts
  /// are seen from there.
  template <class V>
  static V gradient(V x, const Params<V>&) {
    const auto left = x < V(0.0);
    const V t = math::at_most(math::abs(x), V(math::vanishing<V>));
    const math::Origins<V> from = math::origins<V>(left, math::logish_slope.origin, math::at_zero);
    const math::Decay<V> at = math::decay<V>(math::wide(t), from);
    const auto around = math::both(left, math::abs(math::lead(at.distance)) < V(1.0));
    const math::Wide<V> q = math::beside_one(at.power);
    const math::Wide<V> square = math::times(q, q);

    const math::Wide<V> step = math::times(at.step, from.power);
    const math::Wide<V> above = math::chosen(around, step, math::chosen(left, q, math::negated(q)));
    const math::Wide<V> first =
        math::chosen(around, math::constant<V>(math::logish_step[0]), math::wide(math::select(left, V(2.0), V(4.0))));
    const math::Wide<V> slope = math::chosen(around, math::constant<V>(math::logish_step[1]), math::wide(V(3.0)));
    const math::Wide<V> below = math::fast_plus(first, math::times(slope, math::chosen(around, at.step, q)));
    const math::Wide<V> logarithm = math::fast_plus(start(left, t), math::twice_atanh(math::over(above, below)));

    const math::Wide<V> sum = math::sum_of(math::logish_slope, at);
    const math::Wide<V> product = math::times(q, math::wide(math::select(left, -t, t)));
    const math::Wide<V> rest = math::over(math::chosen(around, sum, product), denominator(left, q, square));
    const math::Wide<V> near = math::plus(logarithm, rest);
    const math::Wide<V> far = math::times(at.power.significand, math::two_sum(V(1.0), -t));
    return math::rounded(tail(left, t, near, far, at.power));
  }

  /// q (2 - t + 6q + (4 + 2t) q^2) / D^2 on the left, with t = |x|, and q (4 - 2t + 6q + (2 + t) q^2) / D^2 on the right.
  template <class V>
  static V curvature(V x, const Params<V>&) {
    const auto left = x < V(0.0);
    const V t = math::at_most(math::abs(x), V(math::vanishing<V>));
    const math::Decay<V> at = math::decay<V>(
        math::wide(t), math::origins<V>(left, math::logish_bend_left.origin, math::logish_bend_right.origin));
    const math::Wide<V> sum = math::sum_of(left, math::logish_bend_left, math::logish_bend_right, at);
    const math::Wide<V> q = math::beside_one(at.power);
    const math::Wide<V> d = denominator(left, q, math::times(q, q));
    return math::scale(math::rounded(math::over(math::times(sum, at.power.significand), math::times(d, d))),
                       at.power.exponent);
  }

 private:
  /// ln(1 + s) where q vanishes.
  template <class V, class Mask>
  static math::Wide<V> start(Mask left, V) {
    return math::chosen(left, math::wide(V(0.0)), math::constant<V>(math::ln2_wide));
  }

  /// far, in units of the e^-t that it is a multiple of, for x < -42, and near elsewhere.
  template <class V, class Mask, class Number>
  static math::Scaled<V> tail(Mask left, V t, Number near, Number far, const math::Scaled<V>& e) {
    const auto beyond = math::both(left, t > V(42.0));
    return {math::chosen(beyond, far, near), math::select(beyond, e.exponent, V(0.0))};
  }

  /// 1 + 3q + 2q^2 on the left, 2 + 3q + q^2 on the right.
  template <class Mask, class Number>
  static Number denominator(Mask left, Number q, Number square) {
    using V = decltype(math::lead(q));
    const V first = math::select(left, V(1.0), V(2.0));
    const V third = math::select(left, V(2.0), V(1.0));
    return math::plus(math::wide(first), math::plus(math::times(q, V(3.0)), math::times_power(square, third)));
  }
};

}  // namespace activation
