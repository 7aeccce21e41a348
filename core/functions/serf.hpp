#pragma once

#include "../math/gates_coefficients.hpp"
#include "../math/log.hpp"
#include "../math/logistic.hpp"
#include "../math/mills.hpp"
#include "function.hpp"

namespace activation {

/// Serf, softplus through the error function. S. Nag and M. Bhattacharyya 2021, arXiv:2108.09598.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal, tails and the roots of gradient and curvature included.
struct Serf {
  static constexpr Reference references[] = {
      {.authors = "Sayan Nag, Mayukh Bhattacharyya",
       .year = 2021,
       .title = "SERF: Towards better training of deep neural networks using log-Softplus ERror activation Function",
       .url = "https://arxiv.org/abs/2108.09598"},
  };
  static constexpr Info info{
      .id = "serf",
      .name = "Serf",
      .family = Family::smooth_rectifier,
  };
  static constexpr Notes notes{
      .formula = "x * erf(log(1 + exp(x)))",
      .summary =
          "Built like Mish, with the error function in place of tanh: its input times erf of softplus. The dip below 0 is "
          "deeper than Mish's, and the straight part on the right begins sooner.",
      .properties = {.range = "[−0.348437, ∞)",
                     .monotonic = "no: falls to −0.348437 at x = −1.1931, then rises",
                     .symmetry = "none",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left: |f′| < 0.01 for x < −6.413"},
      .references = references,
  };

  // x h(x). On the left h is z = e^x times a smooth function of z, on the right 1 - h is e^-x^2 times one of x, and the
  // same is true of the gradient. So a single exponential serves both sides, and neither logarithm nor erf is needed.

  template <class V>
  static V value(V x, const Params<V>&) {
    const Parts<V> at = parts(x);
    const auto on_left =
        math::polynomial(math::serf_share_lead, math::serf_share_tail, math::serf_share_single, at.left);
    const auto missing =
        math::polynomial(math::serf_missing_lead, math::serf_missing_tail, math::serf_missing_single, at.right);
    const auto h = gate(at, on_left, missing);
    // A tiny x is raised: at 0 h is 0.67, and no double.
    const auto tiny = math::abs(x) < V(math::tiny);
    const V inside = math::at_least(math::at_most(x, V(8.0)), V(-math::vanishing<V>));
    if constexpr (math::is_single<V>) {
      return math::select(x > inside, x, h * inside * math::pow2(at.exponent));
    } else {
      const V y = math::scale(math::rounded(math::times(h, math::select(tiny, x * V(0x1p600), inside))),
                              at.exponent + math::select(tiny, V(-600.0), V(0.0)));
      return math::select(x > inside, x, y);
    }
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const Parts<V> at = parts(x);
    const auto share = math::polynomial(math::serf_share_lead, math::serf_share_tail, math::serf_share_single, at.left);
    const auto slope = math::polynomial(math::serf_slope_share_lead, math::serf_slope_share_tail,
                                        math::serf_slope_share_single, at.left);
    const V inside = math::at_least(x, V(-math::vanishing<V>));
    const auto on_left = math::plus(math::times(slope, math::select(x < V(0.0), inside, V(0.0))), share);
    const auto missing = math::polynomial(math::serf_missing_slope_lead, math::serf_missing_slope_tail,
                                          math::serf_missing_slope_single, at.right);
    const V y = scaled(gate(at, on_left, missing), at.exponent);
    return math::rounded(math::around_or(math::serf_minimum, x, math::wide(y)));
  }

  /// With z = e^-|x|, L = ln(1 + z), s softplus: 2/sqrt(pi) e^(-s^2) / (1 + z)^2 times
  /// z (2 (1 + z) + x (1 - 2 L z)) on the left and 2 (1 + z) + x (z - 2 s) on the right.
  template <class V>
  static V curvature(V x, const Params<V>&) {
    const auto left = x < V(0.0);
    const V most = math::select(left, V(math::vanishing<V>), V(36.0));  // the result is 0 from there
    const V t = math::at_most(math::abs(x), most);
    const auto e = math::scaled(math::exponential(-t));
    const auto z = math::beside_one(e);
    const auto log = math::log1p(z);
    const auto s = math::plus(log, math::select(left, V(0.0), t));
    const auto bell = math::scaled(math::exponential(math::negated(math::times(s, s))));
    const auto denominator = math::fast_plus(V(1.0), z);
    const auto twice = math::times_power(
        math::chosen(left, math::times(log, z), math::plus(s, math::times_power(z, V(-0.5)))), V(-2.0));
    const auto sloped = math::times(math::plus(twice, math::select(left, V(1.0), V(0.0))), math::select(left, -t, t));
    const auto sum = math::plus(sloped, math::times_power(denominator, V(2.0)));
    const auto scale = math::times(math::chosen(left, e.significand, math::wide(V(1.0))),
                                   math::times(bell.significand, math::constant<V>(math::two_over_root_pi)));
    const auto y = math::over(math::times(sum, scale), math::times(denominator, denominator));
    const V general = math::scale(math::rounded(y), bell.exponent + math::select(left, e.exponent, V(0.0)));
    const auto one_window = math::around_or(math::serf_bend_left, x, math::wide(general));
    return math::rounded(math::around_or(math::serf_bend_right, x, one_window));
  }

 private:
  template <class V>
  struct Parts {
    decltype(V() < V()) negative;
    math::Wide<V> significand;  ///< of e^x on the left, of e^-x^2 on the right
    V exponent;                 ///< on the left; 0 on the right
    math::Wide<V> power;        ///< e^-x^2, where it is needed
    math::Wide<V> left;         ///< e^x - 1/2
    math::Wide<V> right;        ///< x - 1/2
  };

  template <class V>
  static Parts<V> parts(V x) {
    const auto negative = x < V(0.0);
    const V least = math::at_least(x, V(-math::vanishing<V>));
    const V on_right = math::at_least(math::at_most(x, V(6.5)), V(0.0));  // 1 - h is nothing beside 1 from there
    const auto square = math::two_product(on_right, on_right);
    const auto e = math::scaled(math::exponential(math::chosen(negative, math::wide(least), math::negated(square))));
    const auto power = math::beside_one(e);
    const auto z = math::chosen(negative, power, math::wide(V(0.5)));  // any number that does no harm
    return {negative, e.significand,          math::select(negative, e.exponent, V(0.0)),
            power,    math::plus(z, V(-0.5)), math::two_sum(on_right, V(-0.5))};
  }

  /// The significand of e^x times what is on the left, or 1 less e^-x^2 times what is missing on the right.
  template <class V>
  static math::Wide<V> gate(const Parts<V>& at, math::Wide<V> on_left, math::Wide<V> missing) {
    const auto product = math::times(math::chosen(at.negative, at.significand, at.power),
                                     math::chosen(at.negative, on_left, math::negated(missing)));
    return math::chosen(at.negative, product, math::plus(product, V(1.0)));
  }

  template <class V>
  static V scaled(math::Wide<V> y, V exponent) {
    return math::scale(math::rounded(y), exponent);
  }
};

}  // namespace activation
