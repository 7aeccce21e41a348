#pragma once

#include "trig_coefficients.hpp"

namespace activation::math {

/// arctan a for 0 <= a <= 2^600, to 2^-60 of itself. With w = min(a, 1/a) and t = i/16 next to it,
/// arctan w = arctan t + arctan u where u = (w - t) / (1 + w t) is at most 1/31. Numerator and denominator are multiplied by
/// a where w = 1/a.
template <class V>
Two<V> arctan(V a) {
  const V p = at_least(a, V(1.0));
  const V q = at_most(a, V(1.0));
  const V step = at_most(nearest((q / p) * V(16.0)), V(15.0));
  const V t = step * V(1.0 / 16);
  const V p_top = top_half(p);
  const V q_top = top_half(q);
  const Two<V> numerator = two_sum(q - p_top * t, (p_top - p) * t);  // all products and the difference are exact
  const Two<V> sum = fast_two_sum(p, q_top * t);
  const Two<V> u = over(numerator, fast_two_sum(sum.hi, sum.lo + (q - q_top) * t));
  const auto reciprocal = a > V(1.0);
  const V square = u.hi * u.hi;
  const V rest = u.lo + u.hi * square * polynomial(arctan_tail, square);
  const V index = select(reciprocal, V(31.0) - step, step);
  const Two<V> start = looked_up(arctan_steps, index + V(round_magic));
  const V sign = select(reciprocal, V(-1.0), V(1.0));
  const Two<V> whole = fast_two_sum(start.hi, sign * u.hi);
  return {whole.hi, whole.lo + (start.lo + sign * rest)};
}

/// For float32: arctan a = c + arctan u, |u| <= tan(pi/8), with c one of 0, pi/4 and pi/2.
template <class V>
Single<V> arctan(Single<V> a) {
  using S = Single<V>;
  const auto low = a < spread<S>(tangent_low);
  const auto high = a > spread<S>(tangent_high);
  const S numerator = select(low, a, select(high, S(-1.0), a - S(1.0)));
  const S denominator = select(low, S(1.0), select(high, a, a + S(1.0)));
  const S c = select(low, S(0.0), select(high, spread<S>(quarter_turn), spread<S>(eighth_turn)));
  const S u = numerator / denominator;
  const S square = u * u;
  return c + (u + u * square * polynomial(arctan_single, square));
}

}  // namespace activation::math
