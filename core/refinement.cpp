#include "refinement.hpp"

#include "math/doubles.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace activation {
namespace {

constexpr int most_rounds = 30;
using math::infinity;

/// The finite range of a column.
struct Height {
  double low = infinity;
  double high = -infinity;

  void include(const double* y, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (y[i] < low && y[i] > -infinity) low = y[i];
      if (y[i] > high && y[i] < infinity) high = y[i];
    }
  }

  /// How far a chord may be off: a thousandth of the height, but no less than the noise of the column's last bits,
  /// which no further sample would take away.
  double tolerance() const {
    const double half = high * 0.5 - low * 0.5;  // in halves, since the whole may overflow
    const double noise = std::max(math::abs(low), math::abs(high)) * 0x1p-49;
    return half >= 0 ? std::max(half * 0.002, noise) : infinity;
  }
};

using Tolerances = std::array<double, 3>;

/// The intervals from begin to end, without end.
struct Window {
  std::size_t begin;
  std::size_t end;
};

/// Whether the chord over [x[i], x[i + 1]] misses its column q by more than the tolerance, judged by the column q + 1,
/// which holds the slopes: the error is about width/8 times their difference; where a whole step hides between two flat
/// ends, the slopes do not account for the rise. NaN, at a gap or from an overflow, compares false.
bool bends(const Columns& columns, std::size_t i, std::size_t q, double tolerance) {
  const double* y = columns.of[q];
  const double* slope = columns.of[q + 1];
  const double half_width = columns.x[i + 1] * 0.5 - columns.x[i] * 0.5;
  const double bow = 0.25 * half_width * (slope[i + 1] - slope[i]);
  const double unexplained = (y[i + 1] * 0.5 - y[i] * 0.5) - 0.5 * half_width * (slope[i + 1] + slope[i]);
  return math::abs(bow) > tolerance || math::abs(unexplained) > tolerance;
}

/// The same for the last column, whose slopes are not known: by the turn that its polygon takes at x[node].
bool turns(const Columns& columns, std::size_t i, std::size_t node, double tolerance) {
  if (node == 0 || node + 1 >= columns.size) return false;
  const double* x = columns.x;
  const double* y = columns.of[2];
  const double left = x[node] * 0.5 - x[node - 1] * 0.5;
  const double right = x[node + 1] * 0.5 - x[node] * 0.5;
  // Beside a kink there are neighbouring doubles, between which a slope is all noise.
  if (std::min(left, right) < 1e-6 * std::max(left, right)) return false;
  const double turn = (y[node + 1] - y[node]) / right - (y[node] - y[node - 1]) / left;
  const double width = i == node ? right : left;
  return math::abs(0.25 * turn * width * (width / (left + right))) > tolerance;
}

bool needs_halving(const Columns& columns, std::size_t i, const Tolerances& tolerances, double patience) {
  return bends(columns, i, 0, patience * tolerances[0]) || bends(columns, i, 1, patience * tolerances[1]) ||
         turns(columns, i, i, patience * tolerances[2]) || turns(columns, i, i + 1, patience * tolerances[2]);
}

/// Writes the middles of the intervals in the window that need one to `middles`, at most `room`, and returns how many
/// there are: more than room if it was too small.
std::size_t find_middles(const Columns& columns, Window window, const Tolerances& tolerances, double patience,
                         double* middles, std::size_t room) {
  std::size_t count = 0;
  for (std::size_t i = window.begin; i < window.end && count <= room; ++i) {
    if (!needs_halving(columns, i, tolerances, patience)) continue;
    const double middle = columns.x[i] * 0.5 + columns.x[i + 1] * 0.5;
    if (!(middle > columns.x[i] && middle < columns.x[i + 1])) continue;
    if (count < room) middles[count] = middle;
    ++count;
  }
  return count;
}

/// Merges the `count` samples that start at `first` with those in front, from the back, so that nothing is overwritten
/// before it has been moved. Returns the intervals whose verdict may be another now: the new ones and, since a turn is
/// seen from both sides, two more at either end.
Window merge(Columns& columns, std::size_t first, std::size_t count) {
  std::size_t to = columns.size + count;
  std::size_t from = columns.size;
  std::size_t last = 0;
  for (std::size_t left = count; left > 0;) {
    --to;
    const bool newer = columns.x[first + left - 1] > columns.x[from - 1];
    const std::size_t source = newer ? first + --left : --from;
    if (newer && last == 0) last = to;
    columns.x[to] = columns.x[source];
    for (double* column : columns.of) column[to] = column[source];
  }
  columns.size += count;
  return {to < 3 ? 0 : to - 3, std::min(last + 3, columns.size - 1)};
}

}  // namespace

void refine(Columns& columns, const Subject& subject, std::size_t budget) {
  // The tangent is the curve there, and halves of subnormal numbers are not exact.
  if (columns.x[columns.size - 1] * 0.5 - columns.x[0] * 0.5 < 1e-290) return;
  std::array<Height, 3> heights;
  for (std::size_t q = 0; q < 3; ++q) heights[q].include(columns.of[q], columns.size);
  Window window{0, columns.size - 1};
  for (int round = 0; round < most_rounds && budget > 0; ++round) {
    Tolerances tolerances;
    for (std::size_t q = 0; q < 3; ++q) tolerances[q] = heights[q].tolerance();
    const std::size_t first = columns.capacity - budget;
    double patience = 1;
    std::size_t count = find_middles(columns, window, tolerances, patience, columns.x + first, budget);
    while (count > budget && patience < 1e6) {
      patience *= 4;
      count = find_middles(columns, window, tolerances, patience, columns.x + first, budget);
    }
    if (count == 0 || count > budget) return;
    columns.evaluate(subject, first, count);
    for (std::size_t q = 0; q < 3; ++q) heights[q].include(columns.of[q] + first, count);
    window = merge(columns, first, count);
    budget -= count;
  }
}

}  // namespace activation
