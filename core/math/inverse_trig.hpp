#pragma once

#include "elementary_coefficients.hpp"
#include "logarithm.hpp"
#include "trig.hpp"

namespace activation::math {

// The tangent, and the angles of a sine and of a cosine.

/// tan x, within 0.53 ulp; NaN at infinity.
template <class V>
V tan(V x) {
  const V y = rounded(over(sine<0>(x), sine<2>(x)));
  return select(abs(x) < V(0x1p-30), x, y);
}

namespace detail {

/// arctan(q / p) for 0 <= q <= p, p near 1, as arctan.hpp has it for one number.
template <class V>
Two<V> arctan_of(Two<V> q, Two<V> p) {
  const V step = at_most(nearest((q.hi / p.hi) * V(16.0)), V(15.0));
  const V t = step * V(1.0 / 16);
  const Two<V> u = over(plus(q, negated(times(p, t))), plus(p, times(q, t)));
  const V square = u.hi * u.hi;
  const V rest = u.lo + u.hi * square * polynomial(arctan_tail, square);
  return plus(looked_up(arctan_steps, step + V(round_magic)), fast_two_sum(u.hi, rest));
}

/// The angle from the axis of `size` to a point (size, side) of the unit circle, both >= 0.
template <class V>
Two<V> angle_between(V size, Two<V> side) {
  const auto steep = side.hi > size;
  const Two<V> q = chosen(steep, wide(size), side);
  const Two<V> p = chosen(steep, side, wide(size));
  const Two<V> a = arctan_of(q, p);
  return chosen(steep, plus(constant<V>(half_pi), negated(a)), a);
}

/// sqrt(1 - t^2) for 0 <= t <= 1.
template <class V>
Two<V> other_side(V t) {
  const Two<V> square = times(two_sum(V(1.0), -t), two_sum(V(1.0), t));
  return chosen(t < V(1.0), square_root(square), wide(V(0.0)));
}

}  // namespace detail

/// The angle in [-pi/2, pi/2] whose sine is x, within 0.53 ulp; NaN beyond 1.
template <class V>
V asin(V x) {
  const V t = at_most(abs(x), V(1.0));
  const Two<V> side = detail::other_side(t);
  const auto flat = t < side.hi;
  const Two<V> q = chosen(flat, wide(t), side);
  const Two<V> p = chosen(flat, side, wide(t));
  const Two<V> a = detail::arctan_of(q, p);
  const Two<V> y = chosen(flat, a, plus(constant<V>(half_pi), negated(a)));
  return select(t < V(0x1p-40), x, select(abs(x) <= V(1.0), copysign(rounded(y), x), V(not_a_number)));
}

/// The angle in [0, pi] whose cosine is x, within 0.53 ulp; NaN beyond 1.
template <class V>
V acos(V x) {
  const V t = at_most(abs(x), V(1.0));
  const Two<V> a = detail::angle_between(t, detail::other_side(t));
  const Two<V> y = chosen(x < V(0.0), plus(times_power(constant<V>(half_pi), V(2.0)), negated(a)), a);
  return select(abs(x) <= V(1.0), rounded(y), V(not_a_number));
}

}  // namespace activation::math
