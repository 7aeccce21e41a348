#include <activation/statistics.hpp>

#include "math/number.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace activation {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Neumaier's sum: the rounding errors of the additions are summed too.
class Sum {
 public:
  void add(double x) {
    const double sum = sum_ + x;
    errors_ += math::abs(sum_) >= math::abs(x) ? (sum_ - sum) + x : (x - sum) + sum_;
    sum_ = sum;
  }
  double total() const { return sum_ + errors_; }

 private:
  double sum_ = 0;
  double errors_ = 0;
};

/// The square root is an instruction, correctly rounded, on every machine that this is built for.
double root(double x) { return __builtin_sqrt(x); }

/// The power of two that brings the largest values near to 1: their squares neither overflow nor vanish.
double scale_of(double largest) {
  const auto exponent = static_cast<int>(math::bits(largest) >> 52) - 1023;
  return math::pow2(-std::clamp(exponent, -1000, 1000));
}

double median_of(double* values, std::size_t count) {
  double* const middle = values + count / 2;
  std::nth_element(values, middle, values + count);
  if (count % 2 == 1) return *middle;
  const double below = *std::max_element(values, middle);
  const double sum = below + *middle;
  return sum - sum == 0 ? sum / 2 : below / 2 + *middle / 2;
}

}  // namespace

Status describe(std::span<const double> values, Description& description) {
  description = {.mean = nothing,
                 .deviation = nothing,
                 .minimum = nothing,
                 .maximum = nothing,
                 .median = nothing,
                 .root_mean_square = nothing};
  auto* const finite = static_cast<double*>(std::malloc(std::max<std::size_t>(values.size(), 1) * sizeof(double)));
  if (finite == nullptr) return Status::too_large;
  std::size_t count = 0;
  double minimum = std::numeric_limits<double>::max();
  double maximum = -minimum;
  for (const double x : values) {
    if (x - x != 0) continue;
    finite[count++] = x;
    minimum = std::min(minimum, x);
    maximum = std::max(maximum, x);
    description.zeros += x == 0;
    description.small += math::abs(x) < small_limit;
  }
  const double n = static_cast<double>(count);
  description.count = n;
  if (count > 0) {
    description.minimum = minimum;
    description.maximum = maximum;
    const double scale = scale_of(std::max(math::abs(minimum), math::abs(maximum)));
    Sum sum, squares;
    for (std::size_t i = 0; i < count; ++i) {
      const double x = finite[i] * scale;
      sum.add(x);
      squares.add(x * x);
    }
    const double mean = sum.total() / n;
    Sum rest, spread;
    for (std::size_t i = 0; i < count; ++i) {
      const double away = finite[i] * scale - mean;
      rest.add(away);
      spread.add(away * away);
    }
    const double correction = rest.total() / n;
    description.mean = minimum == maximum ? minimum : mean / scale;
    const double variance = minimum == maximum ? 0 : spread.total() - rest.total() * correction;
    if (count > 1) description.deviation = root(variance / (n - 1)) / scale;
    description.root_mean_square = root(squares.total() / n) / scale;
    description.median = median_of(finite, count);
  }
  std::free(finite);
  return Status::ok;
}

}  // namespace activation
