#include <activation/network.hpp>

#include "../math/two.hpp"

#include <activation/catalog.hpp>
#include <activation/vector_functions.hpp>

namespace activation {
namespace {

using math::Two;

/// The sum of products and a bias with twice the digits. Where that overflows (the splitting of a product does beyond
/// 2^996) or meets an infinity, the plain sum says what there is to say.
double weighted_sum(const double* x, const double* weights, std::size_t inputs, std::size_t stride, double bias) {
  Two<double> sum{bias, 0};
  double plain = 0;
  for (std::size_t i = 0; i < inputs; ++i) {
    sum = math::plus(sum, math::two_product(x[i], weights[i * stride]));
    plain += x[i] * weights[i * stride];
  }
  const double exact = math::rounded(sum);
  return math::abs(exact) <= 0x1p900 ? exact : plain + bias;
}

}  // namespace

Status dense(const Dense& layer, std::span<const double> x, std::span<double> z, std::span<double> a) {
  const auto [inputs, outputs, weights, biases, function, parameters] = layer;
  if (inputs == 0 || outputs == 0 || x.size() % inputs != 0) return Status::bad_argument;
  const std::size_t batch = x.size() / inputs;
  if (weights.size() / outputs != inputs || weights.size() % outputs != 0 || biases.size() != outputs ||
      z.size() / outputs != batch || z.size() % outputs != 0 || a.size() != z.size()) {
    return Status::bad_argument;
  }
  for (std::size_t row = 0; row < batch; ++row) {
    for (std::size_t unit = 0; unit < outputs; ++unit) {
      z[row * outputs + unit] =
          weighted_sum(x.data() + row * inputs, weights.data() + unit, inputs, outputs, biases[unit]);
    }
  }
  if (!is_vector_function(function)) return evaluate_each(function, Quantity::value, z, a, parameters);
#ifdef ACTIVATION_FIRST
  return Status::unsupported;  // see catalog.cpp
#else
  for (std::size_t row = 0; row < batch; ++row) {
    const Status status =
        vector_value(function, z.subspan(row * outputs, outputs), a.subspan(row * outputs, outputs), parameters);
    if (status != Status::ok) return status;
  }
  return Status::ok;
#endif
}

}  // namespace activation
