#pragma once

#include "lanes.hpp"

#include <cstddef>
#include <cstdint>

namespace activation::math {

// The few operations that the kernels need beyond + - * / and comparison, for a double here; lanes.hpp has them for SIMD
// vectors, single.hpp for float32 results. None calls libm, so every machine returns the same bits.

inline double select(bool mask, double yes, double no) { return mask ? yes : no; }
inline bool both(bool a, bool b) { return a && b; }
inline bool either(bool a, bool b) { return a || b; }
inline bool any(bool mask) { return mask; }

inline std::uint64_t bits(double x) { return __builtin_bit_cast(std::uint64_t, x); }
inline double from_bits(std::uint64_t b) { return __builtin_bit_cast(double, b); }

inline constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;

inline double abs(double x) { return from_bits(bits(x) & ~sign_bit); }
inline double copysign(double magnitude, double sign) {
  return from_bits((bits(magnitude) & ~sign_bit) | (bits(sign) & sign_bit));
}

/// x rounded to 26 significant bits, so that the product of two such numbers is exact and x - top_half(x) has 26 too.
/// Veltkamp's multiplication by 2^27 + 1 does the same but overflows above 2^996.
inline double top_half(double x) {
  constexpr std::uint64_t low = (std::uint64_t{1} << 27) - 1;
  return from_bits((bits(x) + (std::uint64_t{1} << 26)) & ~low);
}

/// 2^k for an integer k in [-1022, 1023].
inline double pow2(double k) { return from_bits(bits(k + (round_magic + 1023.0)) << 52); }

/// y * 2^k for a normal y and result: `shifted` is k + round_magic.
inline double raised(double y, double shifted) { return from_bits(bits(y) + (bits(shifted) << 52)); }

/// y * 2^floor(k / 64), where `shifted` is k + round_magic.
inline double raised_by_64ths(double y, double shifted) {
  return from_bits(bits(y) + ((bits(shifted) << 46) & (std::uint64_t{0xFFF} << 52)));
}

/// The k of 2^k <= |x| < 2^(k + 1), for a normal x.
inline double exponent(double x) { return static_cast<double>(static_cast<int>((bits(x) >> 52) & 0x7FF) - 1023); }

/// x, but not more or less than the limit. NaN stays NaN. Not for a limit of 0 where the sign of a zero counts: Clang 14 makes
/// WebAssembly's maximum of it, to which 0 is more than -0.
inline double at_most(double x, double limit) { return x > limit ? limit : x; }
inline double at_least(double x, double limit) { return x < limit ? limit : x; }

/// x between minus the limit and the limit.
template <class V>
V within(V x, V limit) {
  return at_least(at_most(x, limit), -limit);
}

/// y or, where the last bit of k is set, -y.
inline double negated_if_odd(double y, double k) { return from_bits(bits(y) ^ (bits(k) << 63)); }

inline double sqrt(double x) { return __builtin_sqrt(x); }

}  // namespace activation::math

#include "single.hpp"  // builds on the above

namespace activation::math {

/// Whether V is a float32 result on its way.
template <class V>
inline constexpr bool is_single = false;
template <class V>
inline constexpr bool is_single<Single<V>> = true;

/// The integer nearest to x, |x| < 2^51.
template <class V>
V nearest(V x) {
  const V magic = spread<V>(round_magic);
  return (x + magic) - magic;
}

/// Exponentials of less than minus this count as 0, in the format of the result.
template <class V>
inline constexpr double vanishing = is_single<V> ? 690.0 : 800.0;

/// y * 2^k, rounded once, for an integer k in [-2044, 2046] and a y not far from 1: the first factor is exact, so that
/// a subnormal result is not rounded twice. On the way to a float32 nothing is subnormal: k in [-1022, 1023] will do.
template <class V>
V scale(V y, V k) {
  if constexpr (is_single<V>) {
    return y * pow2(k);
  } else {
    const V half = nearest(k * V(0.5));
    return y * pow2(half) * pow2(k - half);
  }
}

/// The same for parts of a sum with 1: below 2^-1022 they no longer matter and one factor will do.
template <class V>
V scale_beside_one(V y, V k) {
  if constexpr (is_single<V>) return y * pow2(k);
  return y * pow2(at_least(k, V(-1022.0)));
}

/// c[0] + c[1] x + c[2] x^2 + ... by Horner's scheme: the fewest operations and the fewest registers, for float32, where
/// two pairs at once leave none to spare. What V8 puts on its stack may lie across a cache line, and then takes twice as
/// long.
template <class V, std::size_t N>
V horner(const double (&c)[N], V x) {
  V sum = spread<V>(c[N - 1]);
  for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + spread<V>(c[i]);
  return sum;
}

/// The same with 1 x^N as well.
template <class V, std::size_t N>
V monic_horner(const double (&c)[N], V x) {
  V sum = x + spread<V>(c[N - 1]);
  for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + spread<V>(c[i]);
  return sum;
}

/// c[0] + c[1] x + c[2] x^2 + ...: the powers by their remainder modulo 4, as four independent chains, which have a
/// quarter of the latency of Horner's scheme.
template <class V, std::size_t N>
V polynomial(const double (&c)[N], V x) {
  static_assert(N >= 4);
  const V x2 = x * x;
  const V x4 = x2 * x2;
  V chain[4];
  for (std::size_t i = 0; i < 4; ++i) chain[i] = spread<V>(c[N - 4 + i]);  // of x^(N - 4 + i)
  std::size_t lowest = N - 4;
  for (; lowest >= 4; lowest -= 4) {
    for (std::size_t i = 0; i < 4; ++i) chain[i] = chain[i] * x4 + spread<V>(c[lowest - 4 + i]);
  }
  V sum = (chain[0] + chain[1] * x) + (chain[2] + chain[3] * x) * x2;  // the rest below x^lowest, lowest < 4
  while (lowest > 0) sum = sum * x + spread<V>(c[--lowest]);
  return sum;
}

}  // namespace activation::math
