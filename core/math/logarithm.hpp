#pragma once

#include "elementary_coefficients.hpp"
#include "log.hpp"

#include <limits>

namespace activation::math {

// Logarithms of any number. With x = 2^k m, m in [0.7, 1.42), and c = j/64 next to m, ln x = k ln 2 + ln c + ln(1 + r) where
// r = m/c - 1 comes out exactly, since 1/c is a number of 11 bits in a table. At c = 1 nothing is added to ln(1 + r): next to 1
// the logarithm is right to the last bit however small it is.
// P. T. P. Tang, Table-driven implementation of the logarithm function, ACM TOMS 16 (1990).

inline constexpr double infinite = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// ln x = k ln 2 + rest
template <class V>
struct Logarithm {
  V k;
  Two<V> rest;
};

namespace detail {

inline double looked_up_one(const double (&table)[64], double index) { return table[bits(index) % 64]; }
inline Lanes<double, 2> looked_up_one(const double (&table)[64], Lanes<double, 2> index) {
  const auto bits = index.bits();
  return Lanes<double, 2>(Lanes<double, 2>::Raw{table[static_cast<std::size_t>(bits[0]) % 64],
                                                table[static_cast<std::size_t>(bits[1]) % 64]});
}

}  // namespace detail

/// Of hi + lo + least for a normal hi > 0, to 2^-64 of itself where k = 0 and of ln x elsewhere.
template <class V>
Logarithm<V> logarithm(V hi, V lo = V(0.0), V least = V(0.0)) {
  const V raw = exponent(hi);
  const V up = select(hi * pow2(-raw) > V(1.41421), V(1.0), V(0.0));
  const V k = raw + up;
  const V down = pow2(-raw) * select(up > V(0.5), V(0.5), V(1.0));
  const V m = hi * down;
  const V index = m * V(64.0) + spread<V>(round_magic);
  const V inverse = detail::looked_up_one(log_inverses, index);
  const V top = top_half(m);
  const V first = top * inverse - V(1.0);
  const V second = (m - top) * inverse;
  const Two<V> exact = two_sum(first, second);
  const Two<V> more = two_sum(exact.hi, lo * down * inverse);
  const Two<V> r{more.hi, more.lo + (exact.lo + least * down * inverse)};
  const V square = r.hi * r.hi;
  const Two<V> exact_square = two_product(r.hi, r.hi);
  const V cube = square * r.hi * polynomial(log_tail, r.hi);
  const Two<V> bent = fast_two_sum(r.hi, V(-0.5) * exact_square.hi);
  const V low = bent.lo + (cube + (r.lo - r.hi * r.lo - V(0.5) * exact_square.lo));
  return {k, fast_plus(looked_up(log_steps, index), Two<V>{bent.hi, low})};
}

template <class V>
Two<V> whole(const Logarithm<V>& l) {
  return plus(times(constant<V>(ln2_wide), l.k), l.rest);
}

/// A positive x as a number with a reciprocal power of two, and the power to multiply it by. Of 0 and infinity it is anything.
template <class V>
struct Normal {
  V number;
  V exponent;
};

template <class V>
Normal<V> normal(V x) {
  const auto small = x < V(0x1p-1022);
  const auto large = x > V(0x1p1000);
  return {x * select(small, V(0x1p54), select(large, V(0x1p-54), V(1.0))),
          select(small, V(-54.0), select(large, V(54.0), V(0.0)))};
}

/// ln |x| as hi + lo, to 2^-64, for a finite x other than 0.
template <class V>
Two<V> log_of_size(V x) {
  const Normal<V> n = normal(abs(x));
  Logarithm<V> l = logarithm(n.number);
  l.k = l.k + n.exponent;
  return whole(l);
}

namespace detail {

/// What a logarithm to whichever base is at 0, infinity, NaN and below 0, else y.
template <class V>
V with_limits(V x, V y) {
  const V far = select(x > V(0.0), x, select(x == V(0.0), V(-infinite), V(not_a_number)));
  return select(both(x > V(0.0), x < V(infinite)), y, far);
}

}  // namespace detail

/// ln x, within 0.52 ulp: -infinity at 0, NaN below.
template <class V>
V log(V x) {
  return detail::with_limits(x, rounded(log_of_size(x)));
}

/// log2 x, within 0.52 ulp, and exact for powers of two.
template <class V>
V log2(V x) {
  const Normal<V> n = normal(x);
  const Logarithm<V> l = logarithm(n.number);
  const Two<V> rest = times(l.rest, constant<V>(per_ln2));
  return detail::with_limits(x, rounded(plus(rest, l.k + n.exponent)));
}

/// log10 x, within 0.52 ulp, and exact for powers of ten.
template <class V>
V log10(V x) {
  return detail::with_limits(x, rounded(times(log_of_size(x), constant<V>(per_ln10))));
}

/// ln(1 + u) for u > -1 of 2^200 at most, to 2^-58 of itself however small u is.
template <class V>
Two<V> log_of_one_plus(Two<V> u) {
  const Two<V> sum = two_sum(V(1.0), u.hi);
  return whole(logarithm(sum.hi, sum.lo, u.lo));
}

/// ln(1 + x), within 0.52 ulp: -infinity at -1, NaN below.
template <class V>
V log1p(V x) {
  const V inside = at_most(x, V(0x1p80));
  const V near = rounded(log_of_one_plus(wide(inside)));
  const V far = log(x);
  const V y = select(abs(x) < V(0x1p-60), x, select(x > inside, far, near));
  return select(x > V(-1.0), y, select(x == V(-1.0), V(-infinite), V(not_a_number)));
}

}  // namespace activation::math
