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

/// Of a table of pairs (side by side) the one that the last bits of `index` count out.
template <std::size_t size>
Two<double> looked_up(const double (&table)[size], double index) {
  const double* pair = table + 2 * (bits(index) % (size / 2));
  return {pair[0], pair[1]};
}

template <std::size_t size>
Two<Lanes<double, 2>> looked_up(const double (&table)[size], Lanes<double, 2> index) {
  using V = Lanes<double, 2>;
  const auto bits = index.bits();
  const auto at = [&table](std::int64_t word) {
    V both;
    __builtin_memcpy(&both, table + 2 * (static_cast<std::size_t>(word) % (size / 2)), sizeof both);
    return both.raw;
  };
  const typename V::Raw first = at(bits[0]);
  const typename V::Raw second = at(bits[1]);
  return {V(typename V::Raw{first[0], second[0]}), V(typename V::Raw{first[1], second[1]})};
}

/// 1, where it can be loaded from.
inline constexpr double unity = 1;

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
Two<V> plus(Two<V> a, V b) {
  const Two<V> sum = two_sum(a.hi, b);
  return fast_two_sum(sum.hi, sum.lo + a.lo);
}

/// The same where |a| >= |b|, in half the operations.
template <class V>
Two<V> fast_plus(Two<V> a, Two<V> b) {
  const Two<V> sum = fast_two_sum(a.hi, b.hi);
  return fast_two_sum(sum.hi, sum.lo + (a.lo + b.lo));
}

template <class V>
Two<V> fast_plus(V a, Two<V> b) {
  const Two<V> sum = fast_two_sum(a, b.hi);
  return fast_two_sum(sum.hi, sum.lo + b.lo);
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

/// One division: the quotient may be off by an ulp or two before the rest, which is exact, makes good for it.
/// For 2^-1000 < |b| < 2^1000.
template <class V>
Two<V> over(Two<V> a, Two<V> b) {
  const V reciprocal = spread<V>(unity) / b.hi;
  const V quotient = a.hi * reciprocal;
  const Two<V> product = two_product(quotient, b.hi);
  const V rest = ((a.hi - product.hi) - product.lo) + (a.lo - quotient * b.lo);
  return {quotient, rest * reciprocal};
}

/// a / b, to half an ulp and 2^-70, for a quotient that is far from the ends of the range: the first 26 bits of it have an
/// exact product with either half of b.
template <class V>
V quotient(Two<V> a, Two<V> b) {
  const V reciprocal = spread<V>(unity) / b.hi;
  const V first = top_half(a.hi * reciprocal);
  const V top = top_half(b.hi);
  const V off = (((a.hi - first * top) - first * (b.hi - top)) - first * b.lo) + a.lo;
  return first + off * reciprocal;
}
template <class V>
V quotient(V a, Two<V> b) {
  const V reciprocal = spread<V>(unity) / b.hi;
  const V first = top_half(a * reciprocal);
  const V top = top_half(b.hi);
  const V off = ((a - first * top) - first * (b.hi - top)) - first * b.lo;
  return first + off * reciprocal;
}

template <class V>
Two<V> square(Two<V> a) {
  const V product = a.hi * a.hi;
  const V a1 = top_half(a.hi);
  const V a0 = a.hi - a1;
  const V mixed = a1 * a0 + a.hi * a.lo;
  return {product, ((a1 * a1 - product) + (mixed + mixed)) + a0 * a0};
}

/// 1 / b, in half the operations: the first 26 bits of it have an exact product with either half of b.
template <class V>
Two<V> reciprocal(Two<V> b) {
  const V first = top_half(V(1.0) / b.hi);
  const V top = top_half(b.hi);
  const V off = ((V(1.0) - first * top) - first * (b.hi - top)) - first * b.lo;
  return fast_two_sum(first, first * (off + off * off));
}

template <class V>
Two<V> square_root(Two<V> a) {
  const V root = sqrt(a.hi);
  const Two<V> square = two_product(root, root);
  const V rest = ((a.hi - square.hi) - square.lo) + a.lo;
  return {root, rest / (root + root)};
}

template <class V>
Two<V> chosen(decltype(V() < V()) mask, Two<V> yes, Two<V> no) {
  return {select(mask, yes.hi, no.hi), select(mask, yes.lo, no.lo)};
}

template <class V>
Two<V> times_power(Two<V> a, V power) {
  return {a.hi * power, a.lo * power};
}

template <class V>
V lead(Two<V> a) {
  return a.hi;
}

// On the way to a float32 a double is wide enough.

template <class V>
Single<V> rounded(Single<V> a) {
  return a;
}
template <class V>
Single<V> lead(Single<V> a) {
  return a;
}
template <class V>
Single<V> two_sum(Single<V> a, Single<V> b) {
  return a + b;
}
template <class V>
Single<V> fast_two_sum(Single<V> a, Single<V> b) {
  return a + b;
}
template <class V>
Single<V> two_product(Single<V> a, Single<V> b) {
  return a * b;
}
template <class V>
Single<V> negated(Single<V> a) {
  return -a;
}
template <class V>
Single<V> plus(Single<V> a, Single<V> b) {
  return a + b;
}
template <class V>
Single<V> fast_plus(Single<V> a, Single<V> b) {
  return a + b;
}
template <class V>
Single<V> times(Single<V> a, Single<V> b) {
  return a * b;
}
template <class V>
Single<V> over(Single<V> a, Single<V> b) {
  return a / b;
}
template <class V>
Single<V> reciprocal(Single<V> a) {
  return Single<V>(1.0) / a;
}
template <class V>
Single<V> square_root(Single<V> a) {
  return sqrt(a);
}
template <class V, class Mask>
Single<V> chosen(Mask mask, Single<V> yes, Single<V> no) {
  return select(mask, yes, no);
}
template <class V>
Single<V> times_power(Single<V> a, Single<V> power) {
  return a * power;
}

namespace detail {
template <class V>
struct WideOf {
  using Type = Two<V>;
};
template <class V>
struct WideOf<Single<V>> {
  using Type = Single<V>;
};
}  // namespace detail

/// What intermediate results of a kernel over V are kept in: hi + lo, or the double that a float32 comes from. All
/// functions of this file that give a Two of V give a Wide of it for a Single.
template <class V>
using Wide = typename detail::WideOf<V>::Type;

template <class V>
Wide<V> wide(V x) {
  if constexpr (is_single<V>) {
    return x;
  } else {
    return {x, V(0.0)};
  }
}

/// A constant with 106 bits.
template <class V>
Wide<V> constant(Two<double> c) {
  if constexpr (is_single<V>) {
    return V(c.hi);
  } else {
    return {V(c.hi), V(c.lo)};
  }
}

/// A number as 2^exponent * significand, for what may underflow.
template <class V>
struct Scaled {
  Wide<V> significand;
  V exponent;
};

template <class V>
V rounded(const Scaled<V>& a) {
  return scale(rounded(a.significand), a.exponent);
}

/// The number itself, where it is a part of a sum with something near 1: what is below 2^-1022 is lost.
template <class V>
Wide<V> beside_one(const Scaled<V>& a) {
  if constexpr (is_single<V>) {
    return a.significand * pow2(a.exponent);
  } else {
    return times_power(a.significand, pow2(at_least(a.exponent, V(-1022.0))));
  }
}

template <class V>
Scaled<V> times(const Scaled<V>& a, Wide<V> b) {
  return {times(a.significand, b), a.exponent};
}

}  // namespace activation::math
