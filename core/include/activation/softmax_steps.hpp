#pragma once

#include <activation/status.hpp>

#include <span>

namespace activation {

/// What a program that computes softmax in floating point has in its hands on the way.
struct SoftmaxSteps {
  std::span<double> exponents;      ///< x / T, or (x - the largest x) / T
  std::span<double> exponentials;   ///< e^exponent: infinite above 709.78 (float32: above 88.72), 0 below -745.13
  double& sum;                      ///< of the exponentials, from left to right
  std::span<double> probabilities;  ///< exponential / sum: NaN for inf / inf and for 0 / 0
};

enum class Subtraction { none, largest };
enum class Precision { float32, float64 };

/// Softmax as a program computes it that rounds after every operation, to show where the textbook formula fails:
/// without the subtraction, large logits overflow. For probabilities that are right to the last digit there is
/// vector_value of softmax. Each e^x is within 1 ulp. In float32 the logits are rounded first.
/// bad_argument: an empty vector, sizes that differ, a temperature that is not positive.
Status softmax_steps(std::span<const double> logits, double temperature, Subtraction subtraction, Precision precision,
                     const SoftmaxSteps& steps);

}  // namespace activation
