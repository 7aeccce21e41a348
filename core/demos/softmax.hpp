#pragma once

#include "../math/exp.hpp"

#include <cstddef>
#include <span>

namespace activation {

/// The softmax of logits that carry a low half, for the demos that compute them by compensated sums. Within 0.6 ulp.
/// Returns the sum of e^(z - the largest z), from 1 to the number of logits; `logits` and `probabilities` have the same
/// length, at least 1.
inline math::Two<double> softmax_of(std::span<const math::Two<double>> logits, std::span<double> probabilities) {
  std::size_t leader = 0;
  for (std::size_t k = 1; k < logits.size(); ++k) {
    const math::Two<double>& best = logits[leader];
    if (logits[k].hi > best.hi || (logits[k].hi == best.hi && logits[k].lo > best.lo)) leader = k;
  }
  const auto weight = [&](std::size_t k) {
    const math::Two<double> distance = math::plus(logits[k], math::negated(logits[leader]));
    // e^-1400 is 0, and the kernel's limit.
    return distance.hi > -1400.0 ? math::exponential(distance) : math::exponential(math::Two<double>{-1400.0, 0.0});
  };
  math::Two<double> sum{0, 0};
  for (std::size_t k = 0; k < logits.size(); ++k) {
    if (k == leader) continue;
    const math::Exponential<double> e = weight(k);
    const math::Two<double> s = math::significand(e);
    sum = math::plus(sum, math::Two<double>{math::scale(s.hi, e.exponent), math::scale(s.lo, e.exponent)});
  }
  sum = math::plus(math::Two<double>{1, 0}, sum);
  for (std::size_t k = 0; k < logits.size(); ++k) {
    const math::Exponential<double> e = weight(k);
    probabilities[k] = math::scale(math::rounded(math::over(math::significand(e), sum)), e.exponent);
  }
  return sum;
}

}  // namespace activation
