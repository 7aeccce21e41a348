#pragma once

#include "log.hpp"
#include "logistic.hpp"
#include "silu.hpp"

namespace activation::math {

// Softplus and its derivatives, for beta x as hi + lo.

/// ln(1 + e^-u) for u >= 0. From 40 on it is e^-u, which may underflow.
template <class V>
Scaled<V> softplus_tail(Wide<V> u) {
  const Scaled<V> e = scaled(exponential(negated(u)));
  const auto far = lead(u) > V(40.0);
  return {chosen(far, e.significand, log1p(beside_one(e))), select(far, e.exponent, V(0.0))};
}

/// ln(1 + e^-u) for a float32 and 0 <= u <= 690.
template <class V>
Single<V> softplus_tail_near(Single<V> u) {
  const auto e = power_of_two(u * spread<Single<V>>(minus_log2_e));
  return log1p(e.numerator(), e.denominator());
}

/// max(x, 0) + tail. From t = 50 on the tail is nothing beside x, not even a NaN beside infinity.
template <class V>
V softplus(V x, V t, const Scaled<V>& tail) {
  const V left = rounded(tail);
  const V right = rounded(plus(beside_one(tail), wide(x)));
  return select(x > V(0.0), select(t > V(50.0), x, right), left);
}

/// ln(1 + e^x)
template <class V>
V softplus(V x) {
  if constexpr (is_single<V>) {
    return at_least(x, V(0.0)) + softplus_tail_near(at_most(abs(x), V(vanishing<V>)));
  } else {
    return softplus(x, x, softplus_tail<V>(magnitude(wide(x), V(vanishing<V>))));
  }
}

/// ln(1 + e^(beta x)) / beta for beta > 0. Its reciprocal is the same for all x: a loop over many makes it once.
template <class V>
V softplus(V x, V beta) {
  const Wide<V> t = two_product(beta, x);
  const Wide<V> reciprocal = over(wide(V(1.0)), wide(beta));
  const Wide<V> u = magnitude(t, V(vanishing<V>));
  if constexpr (is_single<V>) {
    return at_least(x, V(0.0)) + softplus_tail_near(u) * reciprocal;
  } else {
    return softplus(x, t.hi, times(softplus_tail<V>(u), reciprocal));
  }
}

/// s(t), the logistic function.
template <class V>
[[gnu::noinline]] V careful_logistic_at(Wide<V> t) {
  const Scaled<V> e = scaled(exponential(negated(magnitude(t, V(vanishing<V>)))));
  const auto negative = t.hi < V(0.0);
  const Wide<V> s = over(chosen(negative, e.significand, wide(V(1.0))), fast_plus(V(1.0), beside_one(e)));
  return scale(rounded(s), select(negative, e.exponent, V(0.0)));
}

template <class V>
V logistic_at(Wide<V> t) {
  if constexpr (is_single<V>) {
    return logistic(t);
  } else {
    const auto far = extreme(t.hi);
    const V y = quotient(spread<V>(unity), plus_one(ordinary_power(negated(t))));
    return any(far) ? select(far, careful_logistic_at<V>(t), y) : y;
  }
}

/// s'(t) = e / (1 + e)^2 with e = e^-|t|
template <class V>
Scaled<V> logistic_gradient_at(Wide<V> t) {
  const Scaled<V> e = scaled(exponential(negated(magnitude(t, V(vanishing<V>)))));
  const Wide<V> denominator = fast_plus(V(1.0), beside_one(e));
  return {over(e.significand, times(denominator, denominator)), e.exponent};
}

}  // namespace activation::math
