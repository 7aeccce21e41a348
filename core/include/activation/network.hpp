#pragma once

#include <activation/status.hpp>

#include <cstddef>
#include <span>

namespace activation {

/// A dense layer: its weights, row-major with shape (inputs, outputs) as in NumPy, its biases with shape (outputs), and
/// the function of the catalog, with its parameters, that its outputs pass through.
struct Dense {
  std::size_t inputs;
  std::size_t outputs;
  std::span<const double> weights;
  std::span<const double> biases;
  std::size_t function;
  std::span<const double> parameters;
};

/// z = x W + b and a = f(z). x has shape (batch, inputs), z and a (batch, outputs), all row-major.
/// Each sum is exact arithmetic on the given doubles, rounded once (to 2^-100 of its largest term); a vector function
/// such as softmax takes each row of z as a whole.
Status dense(const Dense& layer, std::span<const double> x, std::span<double> z, std::span<double> a);

}  // namespace activation
