#pragma once

#include "exp.hpp"

namespace activation::math {

// The logistic function s(x) = 1 / (1 + e^-x), its derivatives, and tanh(x/2) = 2 s(x) - 1, all from e = e^-|x| <= 1 in
// forms without cancellation: s(1 - s) is 0 at x = 40, where e / (1 + e)^2 is still right to the last bit.

template <class V>
struct Logistic {
  Exponential<V> exponential;  ///< e^-|x|
  Wide<V> significand;         ///< of e
  Wide<V> denominator;         ///< 1 + e
};

/// 1 + e rounds to 1 from x = 76 on, and e itself is 0 from 746 on: beyond that nothing changes any more.
template <class V>
Logistic<V> logistic_parts(V x) {
  const Exponential<V> e = exponential(-at_most(abs(x), V(vanishing<V>)));
  const Scaled<V> s = scaled(e);
  return {e, s.significand, fast_plus(V(1.0), beside_one(s))};
}

/// Below this, x stands for tanh x, and low halves would underflow: one rounded product takes over.
inline constexpr double tiny = 0x1p-400;

/// s(x), as 2^exponent times a significand.
template <class V>
Scaled<V> logistic_scaled(V x) {
  const Logistic<V> p = logistic_parts(x);
  const auto negative = x < V(0.0);
  return {over(chosen(negative, p.significand, wide(V(1.0))), p.denominator),
          select(negative, p.exponential.exponent, V(0.0))};
}

/// s(x) for a float32 and |x| <= 600.
template <class V>
Single<V> logistic_near(Single<V> x) {
  const auto e = power_of_two(x * spread<Single<V>>(minus_log2_e));
  return e.denominator() / (e.denominator() + e.numerator());
}

/// 1 + e, for e > 0 with a low half that need not be small.
template <class V>
Two<V> plus_one(Two<V> e) {
  const Two<V> sum = two_sum(spread<V>(unity), e.hi);
  return fast_two_sum(sum.hi, sum.lo + e.lo);
}

/// s(x) for every x.
template <class V>
[[gnu::noinline]] V careful_logistic(V x) {
  // 1 / (1 + e^-x) on both sides: beside an e^-x of 2^53 and more the 1 is nothing.
  const V far(vanishing<V>);
  const Exponential<V> e = exponential(within(-x, far));
  // From 2^800 on both halves of the fraction are shrunk, so that a subnormal result comes last.
  const V shift = select(e.exponent > V(800.0), V(-300.0), V(0.0));
  const V unit = pow2(shift);
  const Two<V> grown = times_power(significand(e), pow2(at_least(e.exponent + shift, V(-1022.0))));
  const Two<V> sum = two_sum(unit, grown.hi);
  return rounded(reciprocal(fast_two_sum(sum.hi, sum.lo + grown.lo))) * unit;
}

template <class V>
V logistic(V x) {
  if constexpr (is_single<V>) {
    return logistic_near(within(x, V(vanishing<V>)));
  } else {
    const auto far = extreme(x);
    const V y = quotient(spread<V>(unity), plus_one(ordinary_power(-x)));
    return any(far) ? select(far, careful_logistic(x), y) : y;
  }
}

/// factor s'(x) for a float32 and |x| <= 300.
template <class V>
Single<V> logistic_gradient_near(Single<V> x, Single<V> factor) {
  const auto e = power_of_two(x * spread<Single<V>>(log2_e));
  const Single<V> sum = e.denominator() + e.numerator();
  return (e.denominator() * factor) * e.numerator() / (sum * sum);
}

/// 2^power s'(x) for every x. The power is applied before a subnormal result is rounded, not after.
template <class V>
[[gnu::noinline]] V careful_logistic_gradient(V x, V power) {
  const Logistic<V> p = logistic_parts(x);
  const Wide<V> quotient = over(p.significand, times(p.denominator, p.denominator));
  return scale(rounded(quotient), p.exponential.exponent + power);
}

/// 2^power s'(x) = 2^power e / (1 + e)^2
template <class V>
V logistic_gradient(V x, V power) {
  if constexpr (is_single<V>) {
    return logistic_gradient_near(within(x, V(300.0)), pow2(power));
  } else {
    const auto far = extreme(x);
    const Two<V> part = ordinary_power(-abs(x));
    const Two<V> e = fast_two_sum(part.hi, part.lo);
    const V y = quotient(e, square(fast_plus(spread<V>(unity), e))) * pow2(power);
    return any(far) ? select(far, careful_logistic_gradient(x, power), y) : y;
  }
}

/// 2^power s''(x) = -sign(x) 2^power e (1 - e) / (1 + e)^3.
template <class V>
V logistic_curvature(V x, V power) {
  const Logistic<V> p = logistic_parts(x);
  const Wide<V> numerator = times(p.significand, minus_one(p.exponential));
  const Wide<V> cube = times(times(p.denominator, p.denominator), p.denominator);
  const V magnitude = scale(rounded(over(numerator, cube)), p.exponential.exponent + power);
  return select(abs(x) < V(tiny), x * (V(-0.125) * pow2(power)), copysign(V(1.0), x) * magnitude);
}

/// tanh(x/2) for a float32 and |x| <= 600.
template <class V>
Single<V> logistic_tanh_near(Single<V> x) {
  const auto e = around(power_of_two(x * spread<Single<V>>(log2_e)));
  return e.less / e.more;
}

/// tanh(x/2) = (1 - e) / (1 + e).
template <class V>
V logistic_tanh(V x) {
  if constexpr (is_single<V>) return logistic_tanh_near(within(x, V(600.0)));
  const Logistic<V> p = logistic_parts(x);
  const V magnitude = rounded(over(negated(minus_one(p.exponential)), p.denominator));
  return select(abs(x) < V(tiny), x * V(0.5), copysign(magnitude, x));
}

}  // namespace activation::math
