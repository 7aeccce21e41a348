#pragma once

#include "coefficients.hpp"
#include "elementary_coefficients.hpp"
#include "mills.hpp"

namespace activation::math {

// erf, erfc and Phi, right in their tails: erfc(x) = 2 Phi(-x sqrt 2), where e^(-x^2) comes from the exact square.

/// erfc(t) / 2 for 0 <= t <= 27.5, which is 0 from 27.3 on.
template <class V>
Scaled<V> half_erfc(V t) {
  const Two<V> scaled_up = times(constant<V>(root_two), t);
  const Two<V> u = over(plus(scaled_up, V(-3.0)), plus(scaled_up, V(3.0)));
  const Two<V> rest = plus(negated(u), V(1.0));
  const Scaled<V> bell = scaled(exponential(negated(two_product(t, t))));
  return times(bell, times(rest, polynomial(mills_lead, mills_tail, mills_single, u)));
}

template <class V>
Scaled<V> doubled(const Scaled<V>& a) {
  return {a.significand, a.exponent + V(1.0)};
}

/// erf x, within 0.75 ulp.
template <class V>
V erf(V x) {
  const V t = at_most(abs(x), V(7.0));
  const V square = t * t;
  const Two<V> slope = fast_plus(V(erf_slope.hi), Two<V>{square * polynomial(erf_tail, square), V(erf_slope.lo)});
  const Two<V> near = times(slope, t);
  const Two<V> far = fast_plus(V(1.0), negated(beside_one(doubled(half_erfc(t)))));
  const V y = copysign(rounded(chosen(t < V(0.75), near, far)), x);
  return select(abs(x) < V(0x1p-500), x * V(erf_slope.hi), y);
}

/// 1 - erf x, within 0.7 ulp (0.8 where subnormal).
template <class V>
V erfc(V x) {
  const Scaled<V> tail = doubled(half_erfc(at_most(abs(x), V(27.5))));
  const V left = rounded(fast_plus(V(2.0), negated(beside_one(tail))));
  return select(x < V(0.0), left, rounded(tail));
}

/// Phi(x), within 0.6 ulp (0.8 where subnormal).
template <class V>
V normal_cdf(V x) {
  const Scaled<V> tail = normal_tail(clamped(abs(x)));
  const V right = rounded(fast_plus(V(1.0), negated(beside_one(tail))));
  return select(x < V(0.0), rounded(tail), right);
}

/// e^(-x^2)
template <class V>
V gaussian(V x) {
  const V t = at_most(abs(x), V(28.0));
  return rounded(scaled(exponential(negated(two_product(t, t)))));
}

/// phi(x) = e^(-x^2 / 2) / sqrt(2 pi)
template <class V>
V normal_density(V x) {
  return rounded(times(bell(clamped(abs(x))), constant<V>(density_at_0)));
}

}  // namespace activation::math
