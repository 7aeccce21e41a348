#include "refinement.hpp"

#include "math/number.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace activation {
namespace {

constexpr int most_rounds = 30;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// How far a chord may be from each column: a thousandth of the column's height, but no less than the noise of its
/// last bits, which no further sample would take away.
using Tolerances = std::array<double, 3>;

Tolerances tolerances_of(const Columns& columns) {
  Tolerances tolerances{};
  for (std::size_t q = 0; q < 3; ++q) {
    double low = infinity;
    double high = -infinity;
    for (std::size_t i = 0; i < columns.size; ++i) {
      const double y = columns.of[q][i];
      if (y < low && y > -infinity) low = y;
      if (y > high && y < infinity) high = y;
    }
    const double half_height = high * 0.5 - low * 0.5;  // in halves, since the whole may overflow
    const double noise = std::max(math::abs(low), math::abs(high)) * 0x1p-49;
    tolerances[q] = half_height >= 0 ? std::max(half_height * 0.002, noise) : infinity;
  }
  return tolerances;
}

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

/// Writes the middles of the intervals that need it to `middles`, at most `room`, and returns how many there are: more
/// than room if it was too small.
std::size_t find_middles(const Columns& columns, const Tolerances& tolerances, double patience, double* middles,
                         std::size_t room) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < columns.size && count <= room; ++i) {
    if (!needs_halving(columns, i, tolerances, patience)) continue;
    const double middle = columns.x[i] * 0.5 + columns.x[i + 1] * 0.5;
    if (!(middle > columns.x[i] && middle < columns.x[i + 1])) continue;
    if (count < room) middles[count] = middle;
    ++count;
  }
  return count;
}

/// Merges the `count` samples that start at `first` with those in front, from the back, so that nothing is overwritten
/// before it has been moved.
void merge(Columns& columns, std::size_t first, std::size_t count) {
  std::size_t to = columns.size + count;
  std::size_t from = columns.size;
  for (std::size_t left = count; left > 0;) {
    --to;
    const bool newer = from == 0 || columns.x[first + left - 1] > columns.x[from - 1];
    const std::size_t source = newer ? first + --left : --from;
    columns.x[to] = columns.x[source];
    for (double* column : columns.of) column[to] = column[source];
  }
  columns.size += count;
}

}  // namespace

void refine(Columns& columns, const Kernels& kernels, const double* parameters, std::size_t budget) {
  // The tangent is the curve there, and halves of subnormal numbers are not exact.
  if (columns.x[columns.size - 1] * 0.5 - columns.x[0] * 0.5 < 1e-290) return;
  for (int round = 0; round < most_rounds && budget > 0; ++round) {
    const Tolerances tolerances = tolerances_of(columns);
    const std::size_t first = columns.capacity - budget;
    double patience = 1;
    std::size_t count = find_middles(columns, tolerances, patience, columns.x + first, budget);
    while (count > budget && patience < 1e6) {
      patience *= 4;
      count = find_middles(columns, tolerances, patience, columns.x + first, budget);
    }
    if (count == 0 || count > budget) return;
    columns.evaluate(kernels, parameters, first, count);
    merge(columns, first, count);
    budget -= count;
  }
}

}  // namespace activation
