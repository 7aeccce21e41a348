#pragma once

#include "two.hpp"

namespace activation::math {

// A factor x of a result, kept where no product with it overflows or loses its low half, whatever x is.

/// x / 2^64, but no more than what is infinite again as a result: so no product overflows on its way, and the limits at
/// infinity need no choice. On the way to a float32 x itself, but no more than 2^200.
template <class V>
V contained(V x) {
  if constexpr (is_single<V>) {
    return at_least(at_most(x, V(0x1p200)), V(-0x1p200));
  } else {
    return at_least(at_most(x * V(0x1p-64), V(0x1p962)), V(-0x1p962));
  }
}

/// x / 2^exponent
template <class V>
struct Raised {
  V number;
  V exponent;
};

/// The same for functions whose slope at 0 is no double: a tiny x is raised instead of replaced.
template <class V>
Raised<V> raised(V x) {
  if constexpr (is_single<V>) {
    return {contained(x), V(0.0)};
  } else {
    const auto small = abs(x) < V(0x1p-400);
    return {select(small, x * V(0x1p600), contained(x)), select(small, V(-600.0), V(64.0))};
  }
}

/// weight x, for a positive weight: at -0 the sum of its halves has lost the sign.
template <class V>
V weighted(V x, const Scaled<V>& weight) {
  const Raised<V> r = raised(x);
  return copysign(rounded(Scaled<V>{times(weight.significand, r.number), weight.exponent + r.exponent}), x);
}

}  // namespace activation::math
