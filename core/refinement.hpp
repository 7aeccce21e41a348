#pragma once

#include "subject.hpp"

#include <cstddef>

namespace activation {

/// Samples of a function in four arrays of the same capacity: x, strictly increasing, then f, f', f''.
struct Columns {
  double* x;
  double* of[3];  ///< by Quantity
  std::size_t size;
  std::size_t capacity;

  /// f, f' and f'' at x[first], ..., x[first + count - 1].
  void evaluate(const Subject& subject, std::size_t first, std::size_t count) {
    subject.evaluate(x + first, {of[0] + first, of[1] + first, of[2] + first}, count);
  }
};

/// Halves intervals until a straight line between neighbours is nowhere off by more than 1/1000 of the height of its
/// column, or `budget` samples have been added, or an interval has been halved 30 times (a step of the sigmoid is then
/// narrower than a pixel in any range). Where the budget is short, the largest errors are mended first.
/// The columns need room for twice the budget.
void refine(Columns& columns, const Subject& subject, std::size_t budget);

}  // namespace activation
