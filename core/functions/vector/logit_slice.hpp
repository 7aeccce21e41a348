#pragma once

#include "../../math/log.hpp"
#include "../../math/logistic.hpp"

#include <cstddef>

namespace activation {

// The curves of softmax and its family along their first logit x, the others o_j held fixed. With
// z = s x / T - ln sum_j e^(s o_j / T) the first share is the logistic function of z, and the rest follows from that.

template <class V>
struct LogitSlice {
  static constexpr double far = 1e290;

  math::Wide<V> log;  ///< ln sum_j e^(s o_j / T)
  math::Wide<V> z;
  math::Exponential<V> exponential;  ///< e = e^-|z|
  math::Wide<V> significand;         ///< of e
  math::Wide<V> denominator;         ///< 1 + e

  /// `largest` is the largest of the s o_j, `others` the rest.
  template <std::size_t N>
  LogitSlice(V x, double sign, V temperature, double largest, const double (&others)[N]) {
    const math::Wide<V> rate = math::over(math::wide(V(1.0)), math::wide(temperature));
    // The low halves of what overflows would be NaN.
    const V inside = math::at_least(math::at_most(V(sign) * x, V(far)), V(-far));
    math::Wide<V> sum = math::wide(V(0.0));
    for (const double other : others) {
      const math::Wide<V> exponent = math::times(rate, V(other - largest));
      sum = math::plus(sum, math::beside_one(math::scaled(math::exponential(contained(exponent)))));
    }
    log = math::plus(math::times(rate, V(largest)), math::log1p(sum));
    z = math::plus(math::times(rate, inside), math::negated(log));
    const auto positive = math::lead(z) > V(0.0);
    exponential = math::exponential(contained(math::chosen(positive, math::negated(z), z)));
    const math::Scaled<V> e = math::scaled(exponential);
    significand = e.significand;
    denominator = math::fast_plus(V(1.0), math::beside_one(e));
  }

  /// The first share, s(z) = 1 / (1 + e^-z), or with the other sign 1 less that.
  V share(double sign) const {
    const auto small = V(sign) * math::lead(z) < V(0.0);
    const math::Wide<V> quotient = math::over(math::chosen(small, significand, math::wide(V(1.0))), denominator);
    return math::scale(math::rounded(quotient), math::select(small, exponential.exponent, V(0.0)));
  }

  /// s'(z) = e / (1 + e)^2
  V slope() const {
    return math::scale(math::rounded(math::over(significand, math::times(denominator, denominator))),
                       exponential.exponent);
  }

  /// s''(z) = -sign(z) e (1 - e) / (1 + e)^3
  V bend() const {
    const math::Wide<V> numerator = math::times(significand, math::minus_one(exponential));
    const math::Wide<V> cube = math::times(math::times(denominator, denominator), denominator);
    const V size = math::scale(math::rounded(math::over(numerator, cube)), exponential.exponent);
    return math::copysign(V(1.0), math::lead(z)) * size;
  }

  /// ln(1 + e^-|z|)
  math::Wide<V> tail() const {
    return math::log1p(math::beside_one(math::Scaled<V>{significand, exponential.exponent}));
  }

 private:
  /// Exponentials of less than -800 are 0.
  static math::Wide<V> contained(math::Wide<V> exponent) {
    return math::chosen(math::lead(exponent) < V(-math::vanishing<V>), math::wide(V(-math::vanishing<V>)), exponent);
  }
};

}  // namespace activation
