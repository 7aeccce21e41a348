#pragma once

#include "exp.hpp"

namespace activation::math {

// The logistic function s(x) = 1 / (1 + e^-x), its derivatives, and tanh(x/2) = 2 s(x) - 1, all from e = e^-|x| <= 1 in
// forms without cancellation: s(1 - s) is 0 at x = 40, where e / (1 + e)^2 is still right to the last bit.

template <class V>
struct Logistic {
  Exponential<V> exponential;  ///< e^-|x|
  Two<V> significand;          ///< of e
  Two<V> denominator;          ///< 1 + e
};

/// 1 + e rounds to 1 from x = 76 on, and e itself is 0 from 746 on: beyond 800 nothing changes any more.
template <class V>
Logistic<V> logistic_parts(V x) {
  const V t = abs(x);
  const Exponential<V> e = exponential(-select(t > V(800.0), V(800.0), t));
  const Two<V> s = significand(e);
  const Two<V> sum = fast_two_sum(V(1.0), scale_beside_one(s.hi, e.exponent));
  return {e, s, fast_two_sum(sum.hi, sum.lo + scale_beside_one(s.lo, e.exponent))};
}

/// Below this, x stands for tanh x, and low halves would underflow: one rounded product takes over.
inline constexpr double tiny = 0x1p-400;

template <class V>
V logistic(V x) {
  const Logistic<V> p = logistic_parts(x);
  const auto negative = x < V(0.0);
  const Two<V> numerator{select(negative, p.significand.hi, V(1.0)), select(negative, p.significand.lo, V(0.0))};
  return scale(rounded(over(numerator, p.denominator)), select(negative, p.exponential.exponent, V(0.0)));
}

/// 2^power s'(x) = 2^power e / (1 + e)^2. The power is applied before a subnormal result is rounded, not after.
template <class V>
V logistic_gradient(V x, V power) {
  const Logistic<V> p = logistic_parts(x);
  const Two<V> quotient = over(p.significand, times(p.denominator, p.denominator));
  return scale(rounded(quotient), p.exponential.exponent + power);
}

/// 2^power s''(x) = -sign(x) 2^power e (1 - e) / (1 + e)^3.
template <class V>
V logistic_curvature(V x, V power) {
  const Logistic<V> p = logistic_parts(x);
  const Two<V> numerator = times(p.significand, minus_one(p.exponential));
  const Two<V> cube = times(times(p.denominator, p.denominator), p.denominator);
  const V magnitude = scale(rounded(over(numerator, cube)), p.exponential.exponent + power);
  return select(abs(x) < V(tiny), x * (V(-0.125) * pow2(power)), copysign(V(1.0), x) * magnitude);
}

/// tanh(x/2) = (1 - e) / (1 + e).
template <class V>
V logistic_tanh(V x) {
  const Logistic<V> p = logistic_parts(x);
  const V magnitude = rounded(over(negated(minus_one(p.exponential)), p.denominator));
  return select(abs(x) < V(tiny), x * V(0.5), copysign(V(1.0), x) * magnitude);
}

}  // namespace activation::math
