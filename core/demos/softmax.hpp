#pragma once

#include "../math/exp.hpp"

#include <array>
#include <cstddef>
#include <span>

namespace activation {

inline constexpr std::size_t most_logits = 64;

/// The softmax of logits that carry a low half, for the demos that compute them by compensated sums. Within 0.6 ulp.
/// Returns the sum of e^(z - the largest z), from 1 to the number of logits. `logits` and `probabilities` have the same
/// length, from 1 to most_logits.
inline math::Two<double> softmax_of(std::span<const math::Two<double>> logits, std::span<double> probabilities) {
  std::size_t leader = 0;
  for (std::size_t k = 1; k < logits.size(); ++k) {
    const math::Two<double>& best = logits[leader];
    if (logits[k].hi > best.hi || (logits[k].hi == best.hi && logits[k].lo > best.lo)) leader = k;
  }
  std::array<math::Two<double>, most_logits> significands;
  std::array<double, most_logits> exponents;
  math::Two<double> sum{0, 0};
  for (std::size_t k = 0; k < logits.size(); ++k) {
    math::Two<double> distance = math::plus(logits[k], math::negated(logits[leader]));
    if (!(distance.hi > -1400.0)) distance = {-1400.0, 0.0};  // e^-1400 is 0, and the kernel's limit
    const math::Exponential<double> e = math::exponential(distance);
    const math::Two<double> s = math::significand(e);
    significands[k] = s;
    exponents[k] = e.exponent;
    if (k == leader) continue;  // 1, added last
    sum = math::plus(sum, math::Two<double>{math::scale(s.hi, e.exponent), math::scale(s.lo, e.exponent)});
  }
  sum = math::plus(math::Two<double>{1, 0}, sum);
  for (std::size_t k = 0; k < logits.size(); ++k) {
    probabilities[k] = math::scale(math::rounded(math::over(significands[k], sum)), exponents[k]);
  }
  return sum;
}

}  // namespace activation
