#pragma once

#include <activation/catalog.hpp>

#include <cstddef>
#include <string_view>

namespace activation {

/// A point at which the formula of the textbook fails in floating point, beside what the core gives there.
struct TextbookPoint {
  std::string_view id;
  Quantity quantity;
  double x;                  ///< of a vector function: the first number, the others as in its slice
  std::string_view formula;  ///< as programs have it: "x / 2 * (1 + erf(x / sqrt(2)))"
  double exact;              ///< the exact result, rounded once
  double ours;               ///< what the core gives
  double ours_error;         ///< in units of the last place of the exact result, see ulp_error
  double textbook;           ///< what the formula gives
  double textbook_error;
};

std::size_t textbook_size();

/// Computed at the call. The formula is computed step by step in float64, each operation rounded, with exp, log, erf and
/// tanh right to about half a unit in the last place: what goes wrong is the formula's doing. which < textbook_size().
TextbookPoint textbook_point(std::size_t which);

}  // namespace activation
