#pragma once

#include "lanes.hpp"

#include <type_traits>

namespace activation::math {

/// A float32 result on its way: a double (or lanes of them), whose 29 bits more than a float make compensated sums and
/// products unnecessary. A kernel written once for numbers that carry a low half serves float32 through this type: there
/// hi + lo is one double, and the polynomials are as short as float32 allows. Relative errors stay below 2^-32 or so
/// where nothing cancels; the result is rounded to float once.
template <class V>
struct Single {
  V raw;

  Single() = default;
  template <class Number, class = std::enable_if_t<std::is_arithmetic_v<Number>>>
  Single(Number x) : raw(static_cast<double>(x)) {}
  template <class Other, class = std::enable_if_t<std::is_same_v<Other, V> && !std::is_arithmetic_v<V>>, class = void>
  explicit Single(Other x) : raw(x) {}

  friend Single operator+(Single a, Single b) { return of(a.raw + b.raw); }
  friend Single operator-(Single a, Single b) { return of(a.raw - b.raw); }
  friend Single operator*(Single a, Single b) { return of(a.raw * b.raw); }
  friend Single operator/(Single a, Single b) { return of(a.raw / b.raw); }
  friend Single operator-(Single a) { return of(-a.raw); }
  friend auto operator<(Single a, Single b) { return a.raw < b.raw; }
  friend auto operator>(Single a, Single b) { return a.raw > b.raw; }
  friend auto operator<=(Single a, Single b) { return a.raw <= b.raw; }
  friend auto operator>=(Single a, Single b) { return a.raw >= b.raw; }
  friend auto operator==(Single a, Single b) { return a.raw == b.raw; }

  static Single of(V x) {
    Single result;
    result.raw = x;
    return result;
  }
};

template <class V>
struct Spread<Single<V>> {
  static Single<V> of(const double& constant) { return Single<V>::of(spread<V>(constant)); }
};

// What number.hpp has for a double.

template <class V, class Mask>
Single<V> select(Mask mask, Single<V> yes, Single<V> no) {
  return Single<V>::of(select(mask, yes.raw, no.raw));
}

template <class V>
Single<V> abs(Single<V> x) {
  return Single<V>::of(abs(x.raw));
}

template <class V>
Single<V> copysign(Single<V> magnitude, Single<V> sign) {
  return Single<V>::of(copysign(magnitude.raw, sign.raw));
}

template <class V>
Single<V> negated_if_odd(Single<V> y, Single<V> k) {
  return Single<V>::of(negated_if_odd(y.raw, k.raw));
}

template <class V>
Single<V> pow2(Single<V> k) {
  return Single<V>::of(pow2(k.raw));
}

template <class V>
Single<V> raised(Single<V> y, Single<V> shifted) {
  return Single<V>::of(raised(y.raw, shifted.raw));
}

template <class V>
Single<V> exponent(Single<V> x) {
  return Single<V>::of(exponent(x.raw));
}

template <class V>
Single<V> at_most(Single<V> x, Single<V> limit) {
  return Single<V>::of(at_most(x.raw, limit.raw));
}

template <class V>
Single<V> at_least(Single<V> x, Single<V> limit) {
  return Single<V>::of(at_least(x.raw, limit.raw));
}

template <class V>
Single<V> sqrt(Single<V> x) {
  return Single<V>::of(sqrt(x.raw));
}

}  // namespace activation::math
