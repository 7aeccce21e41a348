#pragma once

#include "exp.hpp"

namespace activation::math {

// The tail of the normal distribution by Mills' ratio m(t) = Phi(-t) / phi(t), t >= 0: 1 + erf(x/sqrt(2)) is 0 at
// x = -10, where 2 Phi(x) is 1.5e-23. m is smooth, and in u = (t - 3) / (t + 3) a polynomial gives all of it
// (the mapping is that of M. M. Shepherd and J. G. Laframboise, Math. Comp. 36 (1981)).

/// A polynomial whose first three powers carry 106 bits: the rest is at most a tenth of the sum, and so is its error.
template <class V, std::size_t N>
Two<V> polynomial(const Two<double> (&lead)[3], const double (&tail)[N], Two<V> u) {
  Two<V> sum{polynomial(tail, u.hi), V(0.0)};
  for (int i = 2; i >= 0; --i) {
    const Two<V> product = times(sum, u);
    const Two<V> next = fast_two_sum(V(lead[i].hi), product.hi);
    sum = {next.hi, next.lo + (product.lo + V(lead[i].lo))};
  }
  return sum;
}

/// A number as 2^exponent * significand, for what may underflow.
template <class V>
struct Scaled {
  Two<V> significand;
  V exponent;
};

template <class V>
V rounded(const Scaled<V>& a) {
  return scale(rounded(a.significand), a.exponent);
}

/// Above 38.6 every product with e^(-t^2/2) is below the least subnormal; beyond 39 nothing changes any more.
template <class V>
V clamped(V t) {
  return select(t > V(39.0), V(39.0), t);
}

/// u = (t - 3) / (t + 3)
template <class V>
Two<V> mapped(V t) {
  return over(two_sum(t, V(-3.0)), two_sum(t, V(3.0)));
}

/// e^(-t^2/2)
template <class V>
Scaled<V> bell(V t) {
  const Two<V> square = two_product(t, t);
  const Exponential<V> e = exponential(Two<V>{V(-0.5) * square.hi, V(-0.5) * square.lo});
  return {significand(e), e.exponent};
}

/// Phi(-t), for 0 <= t <= 39.
template <class V>
Scaled<V> normal_tail(V t) {
  const Two<V> u = mapped(t);
  const Two<V> complement = fast_two_sum(V(1.0), -u.hi);
  const Two<V> rest{complement.hi, complement.lo - u.lo};
  const Scaled<V> e = bell(t);
  return {times(e.significand, times(rest, polynomial(mills_lead, mills_tail, u))), e.exponent};
}

/// Phi(-t) - t phi(t), for 0 <= t <= 39: GELU's gradient at -t. Its zero at t0 = 0.75179... is a factor, formed from
/// more digits of t0 than a double has, so that the result is right to the last bit next to it too.
template <class V>
Scaled<V> normal_tail_less_density(V t) {
  const Two<V> distance = two_sum(V(gelu_root.hi), -t);
  const Two<V> factor = fast_two_sum(distance.hi, distance.lo + V(gelu_root.lo));
  const Scaled<V> e = bell(t);
  return {times(times(e.significand, factor), polynomial(slope_lead, slope_tail, mapped(t))), e.exponent};
}

/// (2 - t^2) phi(t), for 0 <= t <= 39. t^2 is exact, hence so is the difference next to sqrt(2).
template <class V>
Scaled<V> normal_bend(V t) {
  const Two<V> square = two_product(t, t);
  const Two<V> difference = two_sum(V(2.0), -square.hi);
  const Two<V> factor = fast_two_sum(difference.hi, difference.lo - square.lo);
  const Scaled<V> e = bell(t);
  const Two<V> density{V(density_at_0.hi), V(density_at_0.lo)};
  return {times(times(e.significand, density), factor), e.exponent};
}

}  // namespace activation::math
