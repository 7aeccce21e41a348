#pragma once

#include "exp.hpp"

namespace activation::math {

// The tail of the normal distribution by Mills' ratio m(t) = Phi(-t) / phi(t), t >= 0: 1 + erf(x/sqrt(2)) is 0 at
// x = -10, where 2 Phi(x) is 1.5e-23. m is smooth, and in u = (t - 3) / (t + 3) a polynomial gives all of it
// (the mapping is that of M. M. Shepherd and J. G. Laframboise, Math. Comp. 36 (1981)).

/// A polynomial whose first three powers carry 106 bits: the rest is at most a tenth of the sum, and so is its error.
/// For float32 there is a shorter one.
template <class V, std::size_t N, std::size_t M>
Two<V> polynomial(const Two<double> (&lead)[3], const double (&tail)[N], const double (&)[M], Two<V> u) {
  Two<V> sum{polynomial(tail, u.hi), V(0.0)};
  for (int i = 2; i >= 0; --i) {
    const Two<V> product = times(sum, u);
    const Two<V> next = fast_two_sum(spread<V>(lead[i].hi), product.hi);
    sum = {next.hi, next.lo + (product.lo + spread<V>(lead[i].lo))};
  }
  return sum;
}

template <class V, std::size_t N, std::size_t M>
Single<V> polynomial(const Two<double> (&)[3], const double (&)[N], const double (&single)[M], Single<V> u) {
  return polynomial(single, u);
}

/// Above 38.6 every product with e^(-t^2/2) is below the least subnormal; beyond 39 nothing changes any more.
/// For float32 that is so from 14.5 and 15.
template <class V>
V clamped(V t) {
  return at_most(t, V(is_single<V> ? 15.0 : 39.0));
}

/// u = (t - 3) / (t + 3)
template <class V>
Wide<V> mapped(V t) {
  return over(two_sum(t, V(-3.0)), two_sum(t, V(3.0)));
}

/// e^(-t^2/2)
template <class V>
Scaled<V> bell(V t) {
  return scaled(exponential(times_power(two_product(t, t), V(-0.5))));
}

/// Phi(-t), for 0 <= t <= 39.
template <class V>
Scaled<V> normal_tail(V t) {
  const Wide<V> u = mapped(t);
  const Wide<V> rest = fast_plus(V(1.0), negated(u));
  return times(bell(t), times(rest, polynomial(mills_lead, mills_tail, mills_single, u)));
}

/// t Phi(-t) for a float32 and 0 <= t <= 15.
template <class V>
Single<V> normal_tail_times(Single<V> t) {
  using S = Single<V>;
  const S square = t * t;
  const auto bell = power_of_two(square * spread<S>(half_minus_log2_e));
  const S over = horner(mills_over, t);
  const S under = monic_horner(mills_under, t);
  return (t * bell.numerator()) * over / (bell.denominator() * under);
}

/// Phi(-t) - t phi(t), for 0 <= t <= 39: GELU's gradient at -t. Its zero at t0 = 0.75179... is a factor, formed from
/// more digits of t0 than a double has, so that the result is right to the last bit next to it too.
template <class V>
Scaled<V> normal_tail_less_density(V t) {
  const Wide<V> factor = plus(constant<V>(gelu_root), -t);
  return times(times(bell(t), factor), polynomial(slope_lead, slope_tail, slope_single, mapped(t)));
}

/// (2 - t^2) phi(t), for 0 <= t <= 39. t^2 is exact, hence so is the difference next to sqrt(2).
template <class V>
Scaled<V> normal_bend(V t) {
  const Wide<V> factor = plus(wide(V(2.0)), negated(two_product(t, t)));
  return times(times(bell(t), constant<V>(density_at_0)), factor);
}

}  // namespace activation::math
