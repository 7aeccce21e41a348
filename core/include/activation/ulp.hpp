#pragma once

#include <cstdint>
#include <limits>

namespace activation {

/// |computed - exact| in units of the last place of the exact value in the format of Number, which rounds to `expected` and
/// is off by `remainder` such units from it. A NaN or an infinity that should not be there, or is missing, counts as
/// infinitely many.
template <class Number>
double ulp_error(Number computed, double expected, double remainder) {
  using Limits = std::numeric_limits<Number>;
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const auto y = static_cast<double>(computed);
  if (expected != expected || y != y) return (expected != expected) == (y != y) ? 0 : infinity;
  const auto is_infinite = [](double x) { return x - x != 0; };
  if (is_infinite(expected) || is_infinite(y)) return y == expected ? 0 : infinity;
  // |expected| = significand * 2^exponent with a significand in [1/2, 1), as frexp has it; less for subnormals.
  const auto word = __builtin_bit_cast(std::uint64_t, expected);
  int exponent = static_cast<int>((word >> 52) & 0x7FF) - 1022;
  // An exact value just below a power of two lies in the binade below the one it rounds to.
  if ((word << 12) == 0 && remainder * expected < 0) --exponent;
  if (exponent < Limits::min_exponent) exponent = Limits::min_exponent;
  const int last_place = exponent - Limits::digits;
  const std::uint64_t ulp_word = last_place >= -1022 ? static_cast<std::uint64_t>(last_place + 1023) << 52
                                                     : std::uint64_t{1} << (last_place + 1074);
  const double error = (y - expected) / __builtin_bit_cast(double, ulp_word) - remainder;
  return error < 0 ? -error : error;
}

}  // namespace activation
