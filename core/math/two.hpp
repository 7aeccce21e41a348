#pragma once

#include "number.hpp"

namespace activation::math {

/// A number as the unevaluated sum hi + lo, |lo| at most a few ulps of hi: about 100 bits.
/// T. J. Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971);
/// D. E. Knuth, The Art of Computer Programming 2, 4.2.2.
template <class V>
struct Two {
  V hi;
  V lo;
};

/// The number rounded to working precision.
template <class V>
V rounded(Two<V> a) {
  return a.hi + a.lo;
}

/// a + b exactly, any order of magnitude.
template <class V>
Two<V> two_sum(V a, V b) {
  const V sum = a + b;
  const V from_b = sum - a;
  return {sum, (a - (sum - from_b)) + (b - from_b)};
}

/// a + b exactly where |a| >= |b| or a = 0.
template <class V>
Two<V> fast_two_sum(V a, V b) {
  const V sum = a + b;
  return {sum, b - (sum - a)};
}

/// a * b exactly, unless its low half underflows.
template <class V>
Two<V> two_product(V a, V b) {
  const V product = a * b;
  const V a1 = top_half(a);
  const V b1 = top_half(b);
  const V a0 = a - a1;
  const V b0 = b - b1;
  return {product, ((a1 * b1 - product) + a1 * b0 + a0 * b1) + a0 * b0};
}

template <class V>
Two<V> negated(Two<V> a) {
  return {-a.hi, -a.lo};
}

// The error of what follows is a few 2^-100, relative to the result (of plus: to the larger operand). Products and
// quotients leave in lo what may be two ulps of hi: renormalizing each would cost three more operations in sequence, and
// the final rounded() makes good for it.

template <class V>
Two<V> plus(Two<V> a, Two<V> b) {
  const Two<V> sum = two_sum(a.hi, b.hi);
  return fast_two_sum(sum.hi, sum.lo + (a.lo + b.lo));
}

template <class V>
Two<V> times(Two<V> a, V b) {
  const Two<V> product = two_product(a.hi, b);
  return {product.hi, product.lo + a.lo * b};
}

template <class V>
Two<V> times(Two<V> a, Two<V> b) {
  const Two<V> product = two_product(a.hi, b.hi);
  return {product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi)};
}

template <class V>
Two<V> over(Two<V> a, Two<V> b) {
  const V quotient = a.hi / b.hi;
  const Two<V> product = two_product(quotient, b.hi);
  const V rest = ((a.hi - product.hi) - product.lo) + (a.lo - quotient * b.lo);
  return {quotient, rest / b.hi};
}

}  // namespace activation::math
