#pragma once

#include "number.hpp"

#include <cstdint>
#include <limits>

namespace activation::math {

// Doubles as points of a line: what is finite, which one comes next, which one lies halfway.

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
inline constexpr double pi = 0x1.921fb54442d18p+1;
inline constexpr double euler = 0x1.5bf0a8b145769p+1;

inline bool is_finite(double x) { return x - x == 0; }
/// -1, 0 or 1; 0 of NaN.
inline int sign_of(double x) { return (x > 0) - (x < 0); }

/// Doubles as whole numbers in the same order and without gaps; 0 and -0 are one.
inline std::int64_t rank(double x) {
  const auto size = static_cast<std::int64_t>(bits(abs(x)));
  return bits(x) == bits(abs(x)) ? size : -size;
}
inline double of_rank(std::int64_t rank) {
  return rank < 0 ? -from_bits(static_cast<std::uint64_t>(-rank)) : from_bits(static_cast<std::uint64_t>(rank));
}

/// How many doubles on b is from a <= b.
inline std::uint64_t distance(double a, double b) {
  return static_cast<std::uint64_t>(rank(b)) - static_cast<std::uint64_t>(rank(a));
}

/// The next double above a finite x, and below it.
inline double above(double x) { return of_rank(rank(x) + 1); }
inline double below(double x) { return of_rank(rank(x) - 1); }

/// The double halfway from a to b >= a in the order of all doubles: 64 halvings reach any. a itself for neighbours.
inline double between(double a, double b) {
  return of_rank(static_cast<std::int64_t>(static_cast<std::uint64_t>(rank(a)) + distance(a, b) / 2));
}

/// The whole number at or below x. Up to 2^52 a sum with 2^52 has no room for a fraction; beyond, all doubles are whole.
template <class V>
V floor(V x) {
  const V size = abs(x);
  const V near = copysign((size + V(0x1p52)) - V(0x1p52), x);
  return select(size < V(0x1p52), select(near > x, near - V(1.0), near), x);
}

/// A whole number below 2^53 in size, where not every double is one.
inline bool is_whole(double x) { return abs(x) < 0x1p53 && floor(x) == x; }

}  // namespace activation::math
