#pragma once

#include "powers.hpp"

namespace activation::math {

// Hyperbolic functions and their inverses, of |x| and with the sign put back. (tanh is the catalog's: logistic_tanh(2x).)

/// (e^x - e^-x) / 2, within 0.56 ulp.
template <class V>
V sinh(V x) {
  const V size = at_most(abs(x), V(1400.0));
  const Exponential<V> e = exponential(size);
  // With M = e^|x| - 1: (M + M / (1 + M)) / 2. From 40 on e^-x is nothing beside e^x.
  const Exponential<V> inside = exponential(at_most(size, V(40.0)));
  const Two<V> m = minus_one(inside);
  const Two<V> sum = plus(m, over(m, plus(m, V(1.0))));
  const V far = scale(rounded(significand(e)), e.exponent - V(1.0));
  const V y = select(size > V(40.0), far, V(0.5) * rounded(sum));
  return select(abs(x) < V(0x1p-40), x, copysign(y, x));
}

/// (e^x + e^-x) / 2, within 0.55 ulp.
template <class V>
V cosh(V x) {
  const V size = at_most(abs(x), V(1400.0));
  const Exponential<V> e = exponential(size);
  const Two<V> near = times_power(significand(e), pow2(at_most(e.exponent, V(100.0))));
  const V y = V(0.5) * rounded(plus(near, reciprocal(near)));
  const V far = scale(rounded(significand(e)), e.exponent - V(1.0));
  return select(size > V(40.0), far, y);
}

/// ln(x + sqrt(x^2 + 1)), within 0.56 ulp.
template <class V>
V asinh(V x) {
  const V size = abs(x);
  const V t = at_most(size, V(0x1p60));
  // ln(1 + t + t^2 / (1 + sqrt(1 + t^2)))
  const Two<V> square = two_product(t, t);
  const Two<V> root = square_root(plus(square, V(1.0)));
  const Two<V> u = plus(over(square, plus(root, V(1.0))), t);
  const Two<V> far = plus(log_of_size(at_least(size, V(1.0))), constant<V>(ln2_wide));
  const V y = select(size > t, rounded(far), rounded(log_of_one_plus(u)));
  const V finite = select(size < V(infinite), copysign(y, x), x);
  return select(size < V(0x1p-40), x, finite);
}

/// ln(x + sqrt(x^2 - 1)) for x >= 1, within 0.56 ulp; NaN below.
template <class V>
V acosh(V x) {
  const V t = at_least(at_most(x, V(0x1p60)), V(1.0));
  // With w = x - 1: ln(1 + w + sqrt(w (w + 2)))
  const Two<V> w = two_sum(t, V(-1.0));
  const Two<V> square = times(w, plus(w, V(2.0)));
  const Two<V> root = square_root(square);
  const Two<V> u = plus(w, chosen(w.hi > V(0.0), root, wide(V(0.0))));
  const Two<V> far = plus(log_of_size(at_least(x, V(1.0))), constant<V>(ln2_wide));
  const V y = select(x > t, rounded(far), rounded(log_of_one_plus(u)));
  return select(x >= V(1.0), select(x < V(infinite), y, x), V(not_a_number));
}

/// ln((1 + x) / (1 - x)) / 2, within 0.56 ulp: infinite at 1 and -1, NaN beyond.
template <class V>
V atanh(V x) {
  const V size = abs(x);
  const V t = at_most(size, V(1.0 - 0x1p-53));
  const Two<V> u = over(wide(t + t), two_sum(V(1.0), -t));
  const V y = copysign(V(0.5) * rounded(log_of_one_plus(u)), x);
  const V limit = select(size == V(1.0), copysign(V(infinite), x), V(not_a_number));
  return select(size < V(0x1p-40), x, select(size < V(1.0), y, limit));
}

}  // namespace activation::math
