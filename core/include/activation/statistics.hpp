#pragma once

#include <activation/status.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace activation {

/// What a column of numbers is like. NaN and infinities are left out of everything; of no numbers all but the counts are
/// NaN.
struct Description {
  double count = 0;  ///< finite numbers
  double mean = 0;
  double deviation = 0;  ///< sample standard deviation, the sum of squares divided by count - 1; NaN for less than two
  double minimum = 0;
  double maximum = 0;
  double median = 0;  ///< the mean of the two in the middle when there is no one
  double root_mean_square = 0;
  double zeros = 0;  ///< how many are exactly 0
  double small = 0;  ///< how many are below small_limit in size: as gradients they stop learning
};

inline constexpr double small_limit = 0.01;

/// In three passes with compensated sums and scaled by a power of two, so that neither large values nor a large mean
/// cost digits. too_large: no memory for a copy, which the median needs.
Status describe(std::span<const double> values, Description& description);

inline constexpr std::size_t most_bins = 1000;

/// At most bins + 3 bins between multiples of 1, 2 or 5 times a power of ten that cover from ... to; from == to is
/// covered by bins around it.
struct Bins {
  double step = 0;   ///< 1, 2 or 5
  int exponent = 0;  ///< the width of a bin is step * 10^exponent
  double first = 0;  ///< the first edge is first * step * 10^exponent
  std::size_t count = 0;

  /// The nearest double to the edge, for 0 <= i <= count.
  double edge(std::size_t i) const;
};

/// bad_argument: not finite, from > to, or bins not from 1 to most_bins.
Status choose_bins(double from, double to, std::size_t bins, Bins& chosen);

/// How many of the values lie in each bin, its lower edge included, the upper one not except the last's. Values outside
/// and NaN are in none. counts.size() == bins.count.
void count_in_bins(std::span<const double> values, const Bins& bins, std::span<std::uint32_t> counts);

}  // namespace activation
