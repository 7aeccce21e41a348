#pragma once

#include "two.hpp"

namespace activation::math {

inline constexpr double one_sixth = 1.0 / 6.0;

/// a / 6 without a division: the first guess may be off by an ulp, but what it leaves over is exact.
template <class V>
Two<V> sixth(Two<V> a) {
  const V guess = a.hi * V(one_sixth);
  const V rest = ((a.hi - V(4.0) * guess) - V(2.0) * guess) + a.lo;
  return {guess, rest * V(one_sixth)};
}

template <class V>
Single<V> sixth(Single<V> a) {
  return a * Single<V>(one_sixth);
}

}  // namespace activation::math
