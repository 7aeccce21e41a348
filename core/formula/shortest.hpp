#pragma once

#include <string>

namespace activation::formula {

/// The digits and the power of ten of a positive double, 0.d1d2d3… * 10^exponent: the fewest digits that read back the same,
/// and of these the nearest.
struct Digits {
  std::string digits;
  int exponent = 0;
};
Digits shortest_digits(double value);

/// A finite double in as few characters as read back the same: "0.1", "1e-7", "2e30".
std::string shortest(double value);

}  // namespace activation::formula
