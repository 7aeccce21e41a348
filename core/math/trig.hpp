#pragma once

#include "trig_coefficients.hpp"

namespace activation::math {

// Sines of any angle. First the angle is reduced: x = k * step + rest with |rest| <= step/2, where rest is right to 2^-60
// of itself even for the doubles next to multiples of pi. Up to 2^16 (2^20 for float32) that is the method of W. J. Cody
// and W. Waite, pi in parts whose products with k are exact. Beyond, a number at a time, it is that of M. H. Payne and
// R. N. Hanek: as many bits of 1/pi as matter, in whole numbers.

/// x modulo whole turns, a step being pi/32, or pi for float32.
template <class V>
struct Angle {
  V steps;  ///< k in its last bits
  Wide<V> rest;
};

namespace detail {

template <class V>
inline constexpr double nearby = is_single<V> ? 0x1p20 : 0x1p16;

/// 256 bits, the least significant word first.
struct Fixed {
  std::uint32_t word[8];
};

inline Fixed negated(Fixed a) {
  std::uint64_t carry = 1;
  for (std::uint32_t& w : a.word) {
    carry += static_cast<std::uint32_t>(~w);
    w = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  return a;
}

/// a += m * b * 2^(32 shift)
inline void add_product(Fixed& a, std::uint32_t m, const Fixed& b, std::size_t shift) {
  std::uint64_t carry = 0;
  for (std::size_t i = shift; i < 8; ++i) {
    carry += std::uint64_t{m} * b.word[i - shift] + a.word[i];
    a.word[i] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
}

inline Fixed shifted_left(const Fixed& a, unsigned places) {
  const std::size_t words = places / 32;
  const unsigned rest = places % 32;
  Fixed result{};
  for (std::size_t i = words; i < 8; ++i) {
    const std::uint64_t below = i > words ? a.word[i - words - 1] : 0;
    const std::uint64_t both = (std::uint64_t{a.word[i - words]} << 32) | below;
    result.word[i] = static_cast<std::uint32_t>(both >> (32 - rest));
  }
  return result;
}

/// x 2^power / pi modulo 2, 255 bits of it behind the point. For 2^-30 <= |x| 2^power < 2^1088.
inline Fixed fixed_half_turns(double x, int power) {
  const std::uint64_t b = bits(x);
  const int unit = static_cast<int>((b >> 52) & 0x7FF) - 1075 + power;  // x = m 2^unit
  const std::uint64_t m = (b & ((std::uint64_t{1} << 52) - 1)) | (std::uint64_t{1} << 52);
  // Bits of 1/pi up to place unit - 1 behind the point give even numbers.
  const auto place = static_cast<unsigned>(unit - 1 + 96);
  const std::uint32_t* from = inverse_pi + place / 32;
  Fixed window{};
  for (std::size_t i = 0; i < 8; ++i) {
    const std::uint64_t both = (std::uint64_t{from[7 - i]} << 32) | from[8 - i];
    window.word[i] = static_cast<std::uint32_t>(both >> (32 - place % 32));
  }
  Fixed product{};
  add_product(product, static_cast<std::uint32_t>(m), window, 0);
  add_product(product, static_cast<std::uint32_t>(m >> 32), window, 1);
  return (b & sign_bit) != 0 ? negated(product) : product;
}

/// The first 106 bits of a number in [-1/2, 1/2), a 2^-256 in two's complement.
inline Two<double> fraction(Fixed a) {
  const bool negative = (a.word[7] >> 31) != 0;
  if (negative) a = negated(a);
  int leading = 0;
  while (leading < 255 && ((a.word[7 - leading / 32] >> (31 - leading % 32)) & 1) == 0) ++leading;
  a = shifted_left(a, static_cast<unsigned>(leading));
  const std::uint64_t high = (std::uint64_t{a.word[7]} << 32) | a.word[6];
  const std::uint64_t low = (std::uint64_t{a.word[5]} << 32) | a.word[4];
  const double unit = pow2(static_cast<double>(-53 - leading)) * (negative ? -1.0 : 1.0);
  const double first = static_cast<double>(high >> 11) * unit;
  const double second = static_cast<double>(((high & 0x7FF) << 42) | (low >> 22)) * (unit * 0x1p-53);
  return fast_two_sum(first, second);
}

/// (hi + lo) 2^power, far from 0, plus `eighths` of pi / 4, in steps of pi / 2^fineness.
[[gnu::noinline]] inline Angle<double> far_angle(Two<double> x, double power, unsigned fineness, unsigned eighths) {
  if (!(abs(x.hi) < from_bits(std::uint64_t{0x7FF} << 52))) return {x.hi - x.hi, {x.hi - x.hi, 0.0}};
  Fixed turns = fixed_half_turns(x.hi, static_cast<int>(power));
  const bool long_tail = abs(x.lo) >= 0x1p-30;
  if (long_tail) {
    const Fixed tail = fixed_half_turns(x.lo, static_cast<int>(power));
    add_product(turns, 1, tail, 0);
  }
  // Half a step is added so that cutting rounds.
  Fixed offset{};
  offset.word[7] = (eighths << 29) + (std::uint32_t{1} << (30 - fineness));
  add_product(turns, 1, offset, 0);
  const std::uint32_t k = turns.word[7] >> (31 - fineness);
  Fixed rest = shifted_left(turns, fineness + 1);
  rest.word[7] ^= std::uint32_t{1} << 31;
  const double scale = pow2(-static_cast<double>(fineness));
  const Two<double> step = times_power(half_turn, scale);
  const Two<double> r = times(fraction(rest), step);
  return {round_magic + k, long_tail ? fast_two_sum(r.hi, r.lo) : plus(r, x.lo)};
}

// One of two lanes, or the only one.

inline constexpr std::size_t lane_count(double) { return 1; }
inline double lane(double x, std::size_t) { return x; }
inline void set_lane(double& x, std::size_t, double to) { x = to; }
template <std::size_t N>
constexpr std::size_t lane_count(Lanes<double, N>) {
  return N;
}
template <std::size_t N>
double lane(Lanes<double, N> x, std::size_t i) {
  return x.raw[i];
}
template <std::size_t N>
void set_lane(Lanes<double, N>& x, std::size_t i, double to) {
  x.raw[i] = to;
}

template <class V>
void correct_far(Angle<V>& a, Two<V> x, V power, unsigned fineness, unsigned eighths) {
  for (std::size_t i = 0; i < lane_count(x.hi); ++i) {
    if (!(abs(lane(x.hi, i)) >= nearby<V>)) continue;
    const Angle<double> far = far_angle({lane(x.hi, i), lane(x.lo, i)}, lane(power, i), fineness, eighths);
    set_lane(a.steps, i, far.steps);
    set_lane(a.rest.hi, i, far.rest.hi);
    set_lane(a.rest.lo, i, far.rest.lo);
  }
}

template <class V>
void correct_far(Angle<Single<V>>& a, Single<V> x, unsigned eighths) {
  for (std::size_t i = 0; i < lane_count(x.raw); ++i) {
    if (!(abs(lane(x.raw, i)) >= nearby<Single<V>>)) continue;
    const Angle<double> far = far_angle({lane(x.raw, i), 0.0}, 0.0, 0, eighths);
    set_lane(a.steps.raw, i, far.steps);
    set_lane(a.rest.raw, i, rounded(far.rest));
  }
}

/// x - k pi/32.
template <class V>
Two<V> remainder(V x, V k) {
  // Where a sum cancels it is exact, and there is nothing left over of the one before.
  const Two<V> first = two_sum(x + k * spread<V>(minus_step[0]), k * spread<V>(minus_step[1]));
  const Two<V> second = two_sum(first.hi, k * spread<V>(minus_step[2]));
  return {second.hi, (first.lo + second.lo) + k * spread<V>(minus_step[3])};
}

template <class V>
Two<V> remainder(Two<V> x, V k) {
  const Two<V> most = remainder(x.hi, k);
  const Two<V> sum = two_sum(most.hi, x.lo);
  return {sum.hi, sum.lo + most.lo};
}

template <class V>
Two<V> as_two(V x) {
  return {x, V(0.0)};
}
template <class V>
Two<V> as_two(Two<V> x) {
  return x;
}

/// In steps of pi/32. Number is V or Two<V>; x may be given as x 2^power if that is far.
template <class V, class Number>
Angle<V> angle(Number x, V power) {
  const V first = as_two(x).hi;
  const V magic = spread<V>(round_magic);
  const V steps = first * spread<V>(steps_per_radian) + magic;
  const Two<V> rest = remainder(x, steps - magic);
  Angle<V> a{steps, fast_two_sum(rest.hi, rest.lo)};
  if (any(abs(first) >= V(nearby<V>))) correct_far(a, as_two(x), power, 5, 0);
  return a;
}

}  // namespace detail

/// x + eighths * pi/4 in steps of pi, to 2^-110 below 2^16.
template <unsigned eighths, class V>
Angle<V> half_turns(V x) {
  const V offset(eighths / 4.0);
  const V magic = spread<V>(round_magic);
  const V steps = (x * spread<V>(half_turns_per_radian) + offset) + magic;
  const Two<V> rest = detail::remainder(x, ((steps - magic) - offset) * V(32.0));
  Angle<V> a{steps, fast_two_sum(rest.hi, rest.lo)};
  if (any(abs(x) >= V(detail::nearby<V>))) detail::correct_far(a, detail::as_two(x), V(0.0), 0, eighths);
  return a;
}

template <unsigned eighths, class V>
Angle<Single<V>> half_turns(Single<V> x) {
  using S = Single<V>;
  const S offset(eighths / 4.0);
  const S magic = spread<S>(round_magic);
  const S steps = (x * spread<S>(half_turns_per_radian) + offset) + magic;
  const S k = (steps - magic) - offset;
  Angle<S> a{steps, (x + k * spread<S>(minus_half_turn[0])) + k * spread<S>(minus_half_turn[1])};
  if (any(abs(x) >= S(detail::nearby<S>))) detail::correct_far(a, x, eighths);
  return a;
}

/// sin(x + eighths * pi/4), to 2^-60 of itself however near to 0 it is. x may be given as x 2^power if that is more than
/// 2^16. Infinities give NaN.
template <unsigned eighths, class V, class Number>
Two<V> sine(Number x, V power) {
  const Angle<V> a = detail::angle<V>(x, power);
  // With angle = j pi/32 + r: sin(j pi/32) cos r + cos(j pi/32) sin r. Tables and r have heads of 26 bits, whose products
  // are exact.
  const Two<V> s = looked_up(sines, a.steps + V(8.0 * eighths));
  const Two<V> c = looked_up(sines, a.steps + V(8.0 * eighths + 16.0));
  const V r = a.rest.hi;
  const V top = top_half(r);
  const V square = r * r;
  const V bend = (s.hi + s.lo) * (square * polynomial(cosine_tail, square));
  const V cubic = (c.hi + c.lo) * (r * square * polynomial(sine_tail, square));
  const V low = c.hi * ((r - top) + a.rest.lo) + (c.lo * r + s.lo);
  const Two<V> sum = fast_two_sum(s.hi, c.hi * top);
  return fast_two_sum(sum.hi, sum.lo + (low + (bend + cubic)));
}

template <unsigned eighths, class V>
Two<V> sine(V x) {
  return sine<eighths, V>(x, V(0.0));
}

template <unsigned eighths, class V>
Single<V> sine(Single<V> x) {
  const Angle<Single<V>> a = half_turns<eighths>(x);
  const Single<V> square = a.rest * a.rest;
  const Single<V> y = a.rest + a.rest * square * polynomial(sine_single, square);
  return negated_if_odd(y, a.steps);
}

}  // namespace activation::math
