#pragma once

#include "two.hpp"

namespace activation::math {

/// sqrt(a^2 + b) = 2^exponent root, where neither overflows nor underflows, whatever the a and b.
template <class V>
struct Hypotenuse {
  V side;          ///< a / 2^exponent
  Wide<V> square;  ///< of the root
  Wide<V> root;    ///< in [1, 4) unless all is 0
  V exponent;      ///< in [-1023, 1022]; on the way to a float32 a double's range suffices and it is 0
};

/// For finite a >= 0, and b >= 0 with its square root.
template <class V>
Hypotenuse<V> hypotenuse(V a, V b, V root_b) {
  if constexpr (is_single<V>) {
    const V square = a * a + b;
    return {a, square, sqrt(square), V(0.0)};
  } else {
    const V k = at_most(exponent(at_least(a, root_b)), V(1022.0));
    const V down = pow2(-k);
    const V side = a * down;
    const Two<V> square = plus(two_product(side, side), (b * down) * down);
    return {side, square, square_root(square), k};
  }
}

/// a * 2^k where the result of that is one of the above: for a float32 there is nothing to do.
template <class V>
V scale_back(Wide<V> a, V k) {
  if constexpr (is_single<V>) {
    return a;
  } else {
    return scale(rounded(a), at_least(k, V(-2044.0)));
  }
}

}  // namespace activation::math
