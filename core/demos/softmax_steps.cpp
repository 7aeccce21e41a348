#include <activation/softmax_steps.hpp>

#include "math/exp.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace activation {
namespace {

/// One operation's result as the program holds it.
double held(double exact, Precision precision) {
  if (precision == Precision::float64) return exact;
  // The standard leaves a conversion out of range undefined; IEEE 754 rounds it to infinity from here on.
  constexpr double half_way_to_next = 0x1.ffffffp127;
  if (math::abs(exact) >= half_way_to_next) {
    return math::copysign(std::numeric_limits<double>::infinity(), exact);
  }
  return static_cast<double>(static_cast<float>(exact));
}

}  // namespace

Status softmax_steps(std::span<const double> logits, double temperature, Subtraction subtraction, Precision precision,
                     const SoftmaxSteps& steps) {
  const std::size_t n = logits.size();
  if (n == 0 || steps.exponents.size() != n || steps.exponentials.size() != n || steps.probabilities.size() != n ||
      !(temperature > 0)) {
    return Status::bad_argument;
  }
  // float32 operations are float64 operations rounded once more: with 53 >= 2 * 24 + 2 bits that changes no result.
  const double t = held(temperature, precision);
  double largest = 0;
  if (subtraction == Subtraction::largest) {
    largest = held(*std::max_element(logits.begin(), logits.end()), precision);
  }
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double difference = held(held(logits[i], precision) - largest, precision);
    steps.exponents[i] = held(difference / t, precision);
    steps.exponentials[i] = held(math::exp(steps.exponents[i]), precision);
    sum = held(sum + steps.exponentials[i], precision);
  }
  steps.sum = sum;
  for (std::size_t i = 0; i < n; ++i) steps.probabilities[i] = held(steps.exponentials[i] / sum, precision);
  return Status::ok;
}

}  // namespace activation
