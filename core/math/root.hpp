#pragma once

#include "decay.hpp"

namespace activation::math {

// Next to a zero of a function its terms cancel. There it is d times a polynomial in d, the distance from the zero.

/// d (lead[0] + lead[1] d + tail(d) d^2) for |d| <= width; `single` is all of the polynomial, for float32.
template <std::size_t N, std::size_t M>
struct Root {
  Zero place;
  double width;
  Two<double> lead[2];
  double tail[N];
  double single[M];
};

template <class V, std::size_t N, std::size_t M>
V near_root(V d, Two<V> exact, const Root<N, M>& root) {
  const Two<V> linear = plus(times(spread_pair<V>(root.lead[1]), exact), spread_pair<V>(root.lead[0]));
  const Two<V> sum = fast_two_sum(linear.hi, linear.lo + d * d * polynomial(root.tail, d));
  return rounded(times(sum, exact));
}

template <class V, std::size_t N, std::size_t M>
Single<V> near_root(Single<V> d, Single<V>, const Root<N, M>& root) {
  return d * polynomial(root.single, d);
}

/// y, or next to the root what comes from there.
template <class V, std::size_t N, std::size_t M>
V beside(V y, V x, const Root<N, M>& root) {
  const Wide<V> d = beyond(wide(x), origins<V>(Origin{root.place, {1, 0}}));
  return select(abs(lead(d)) < spread<V>(root.width), near_root(lead(d), d, root), y);
}

}  // namespace activation::math
