#pragma once

#include "two.hpp"

namespace activation::math {

// Next to a zero of a function its formula cancels, and no digit of the result is right. There the zero is a factor:
// f(r + d) = d (c0 + c1 d + ...).

/// The place of a zero, to 159 bits: half a unit in the last of 106 would show in the one double that is next to it.
struct Zero {
  double high, middle, low;
};

template <class V>
struct Place {
  V high, middle, low;
};

template <class V>
Place<V> place(const Zero& zero) {
  return {spread<V>(zero.high), spread<V>(zero.middle), spread<V>(zero.low)};
}

template <class V, class Mask>
Place<V> chosen(Mask mask, Place<V> yes, Place<V> no) {
  return {select(mask, yes.high, no.high), select(mask, yes.middle, no.middle), select(mask, yes.low, no.low)};
}

/// t - place, to 2^-53 of itself and 2^-100 of t.
template <class V>
Two<V> beyond(Two<V> t, const Place<V>& p) {
  const Two<V> high = two_sum(t.hi, -p.high);
  const Two<V> low = two_sum(t.lo, -p.middle);
  const Two<V> sum = fast_two_sum(high.hi, high.lo + low.hi);
  return {sum.hi, sum.lo + (low.lo - p.low)};
}

template <class V>
Single<V> beyond(Single<V> t, const Place<Single<V>>& p) {
  return (t - p.high) - p.middle;
}

/// A constant with 106 bits and an address.
template <class V>
Wide<V> spread_pair(const Two<double>& c) {
  if constexpr (is_single<V>) {
    return spread<V>(c.hi);
  } else {
    return {spread<V>(c.hi), spread<V>(c.lo)};
  }
}

/// f(place + d) = d (lead[0] + lead[1] d + tail[0] d^2 + ...) for |d| <= width.
template <std::size_t N>
struct Root {
  Zero place;
  double width;
  Two<double> lead[2];
  double tail[N];
};

/// f for |d| <= width: NaN or a wrong number is to be deselected elsewhere.
template <class V, std::size_t N>
Wide<V> around(const Root<N>& root, Wide<V> d) {
  const V tail = lead(d) * polynomial(root.tail, lead(d));
  const Wide<V> slope = plus(spread_pair<V>(root.lead[1]), wide(tail));
  return times(plus(spread_pair<V>(root.lead[0]), times(slope, d)), d);
}

/// The same where x is within the width, and the given number elsewhere.
template <class V, std::size_t N>
Wide<V> around_or(const Root<N>& root, V x, Wide<V> elsewhere) {
  const Wide<V> d = beyond(wide(x), place<V>(root.place));
  return chosen(abs(lead(d)) < V(root.width), around<V>(root, d), elsewhere);
}

}  // namespace activation::math
