#include "approach.hpp"

#include "../math/doubles.hpp"

#include <algorithm>
#include <cstddef>

namespace activation::analysis {
namespace {

constexpr std::size_t samples = 4;
constexpr double tiny = 1e-100;  // for 0

/// The limit of y[3], y[2], y[1], y[0], whose distances from the place shrink by a factor of 256: a smooth function's
/// differences then shrink by as much, those of h^p by 256^p, those of a logarithm not at all.
void judge(const double (&y)[samples], double& limit, double& rest, double& growth) {
  limit = rest = growth = math::nothing;
  double largest = 0;
  double step[samples - 1];
  for (std::size_t i = 0; i < samples; ++i) {
    if (y[i] != y[i]) return;
    largest = std::max(largest, math::abs(y[i]));
    if (i > 0) step[i - 1] = y[i - 1] - y[i];
  }
  if (!math::is_finite(y[0])) {
    limit = y[0];
    return;
  }
  if (math::abs(step[0]) <= 1e-9 * largest) {
    limit = y[0];
    rest = math::abs(step[0]);
    return;
  }
  const bool one_way =
      math::sign_of(step[0]) == math::sign_of(step[1]) && math::sign_of(step[1]) == math::sign_of(step[2]);
  if (!one_way) return;
  const double ratio = step[0] / step[1];
  const double before = step[1] / step[2];
  if (ratio <= 0.9 && before <= 0.9) {
    // What is left of a geometric series.
    limit = y[0] + step[0] * ratio / (1 - ratio);
    rest = math::abs(step[0]);
  } else if (ratio > 0.9 && before > 0.9 && ratio < 2 * before && before < 2 * ratio) {
    limit = math::sign_of(step[0]) * math::infinity;
    growth = y[0] / y[1];
  }
}

}  // namespace

Approach approached(const Subject& subject, double x, int side) {
  double places[samples];
  double y[3][samples];
  for (std::size_t i = 0; i < samples; ++i) {
    const auto shift = static_cast<int>(8 * i);
    // Next to 0 doubles are so small that what is divided by them has overflowed.
    places[i] = math::abs(x) < tiny ? side * math::pow2(shift - 200)
                                    : math::of_rank(math::rank(x) + side * (std::int64_t{16} << shift));
  }
  subject.evaluate(places, y[0], y[1], y[2]);
  Approach found{};
  for (std::size_t q = 0; q < 3; ++q) judge(y[q], found.limit.of[q], found.rest.of[q], found.growth.of[q]);
  // Slopes on the way to where f overflows say nothing.
  if (!(math::abs(y[0][0]) < 1e100)) found.limit.of[1] = found.limit.of[2] = math::nothing;
  return found;
}

bool meet(const Approach& left, const Approach& right, Quantity quantity) {
  const auto q = static_cast<std::size_t>(quantity);
  return math::abs(left.limit.of[q] - right.limit.of[q]) <= left.rest.of[q] + right.rest.of[q];
}

}  // namespace activation::analysis
