#include <activation/sentiment.hpp>

#include "softmax.hpp"

#include <array>

namespace activation {
namespace {

using math::Two;

bool all_in_range(std::span<const double> numbers) {
  for (const double x : numbers) {
    if (!(math::abs(x) <= 1e100)) return false;
  }
  return true;
}

}  // namespace

Status sentiment(std::span<const std::int32_t> rows, bool unknown_as_zeros, std::span<const double> vectors,
                 std::span<const double> weights, const Sentiment& result) {
  const std::size_t dimensions = result.vector.size();
  const std::size_t classes = result.logits.size();
  if (dimensions == 0 || classes == 0 || classes > most_logits || result.probabilities.size() != classes ||
      vectors.size() % dimensions != 0 || weights.size() / classes != dimensions || weights.size() % classes != 0 ||
      !all_in_range(vectors) || !all_in_range(weights)) {
    return Status::bad_argument;
  }
  const std::size_t words = vectors.size() / dimensions;
  double counted = 0;
  for (const std::int32_t row : rows) {
    if (row < unknown_word || (row >= 0 && static_cast<std::size_t>(row) >= words)) return Status::bad_argument;
    if (row >= 0 || unknown_as_zeros) ++counted;
  }
  std::array<Two<double>, most_logits> logits{};
  for (std::size_t d = 0; d < dimensions; ++d) {
    Two<double> sum{0, 0};
    for (const std::int32_t row : rows) {
      if (row < 0) continue;
      sum = math::plus(sum, Two<double>{vectors[static_cast<std::size_t>(row) * dimensions + d], 0});
    }
    const Two<double> mean = counted > 0 ? math::over(sum, Two<double>{counted, 0}) : Two<double>{0, 0};
    result.vector[d] = math::rounded(mean);
    for (std::size_t k = 0; k < classes; ++k) {
      logits[k] = math::plus(logits[k], math::times(mean, weights[d * classes + k]));
    }
  }
  for (std::size_t k = 0; k < classes; ++k) result.logits[k] = math::rounded(logits[k]);
  softmax_of(std::span<const Two<double>>(logits).first(classes), result.probabilities);
  return Status::ok;
}

}  // namespace activation
