#pragma once

#include "smooth_coefficients.hpp"

namespace activation::math {

/// 2 atanh(s) = ln((1 + s) / (1 - s)) for |s| <= 1/5, to 2^-58 of itself however small s is: all but 1 in 70 of it is 2 s.
template <class V>
Two<V> twice_atanh(Two<V> s) {
  const V square = s.hi * s.hi;
  const V rest = (square * s.hi) * polynomial(atanh_tail, square);
  return fast_two_sum(s.hi + s.hi, (s.lo + s.lo) + rest);
}

template <class V>
Single<V> twice_atanh(Single<V> s) {
  const Single<V> square = s * s;
  return (s + s) + (square * s) * polynomial(atanh_tail_single, square);
}

/// ln(1 + u) for 0 <= u <= 1, to 2^-58 of itself: 2 atanh(u / (2 + u)), and from 1/2 on ln(2) more than the logarithm of
/// (1 + u) / 2.
template <class V>
Two<V> log1p(Two<V> u) {
  const auto far = u.hi > V(0.5);
  const V unit = select(far, V(1.0), V(0.0));
  const Two<V> s = over(fast_plus(-unit, u), fast_plus(V(2.0) + unit, u));
  return fast_plus(chosen(far, constant<V>(ln2_wide), wide(V(0.0))), twice_atanh(s));
}

/// ln(1 + numerator / denominator), for a quotient between 0 and 1.
template <class V>
Single<V> log1p(Single<V> numerator, Single<V> denominator) {
  const Single<V> s = numerator / (numerator + (denominator + denominator));
  return s * horner(twice_atanh_single, s * s);
}

/// Without a division, which would cost as much as the terms that it saves.
template <class V>
Single<V> log1p(Single<V> u) {
  return u * polynomial(log1p_single, u);
}

}  // namespace activation::math
