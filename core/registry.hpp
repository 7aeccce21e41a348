#pragma once

#include "functions/vector.hpp"

#include <activation/catalog.hpp>

#include <array>
#include <cstddef>
#include <span>

namespace activation {

/// out[i] = one quantity of a function at x[i], i < n; out may be x. `parameters` holds what Info asks for.
using Loop = void (*)(const double* x, double* out, std::size_t n, const double* parameters);

/// What there is to run of a function of the catalog.
struct Kernels {
  std::array<Loop, 3> loops;                                     ///< by Quantity; of a vector function, along its slice
  void (*value)(Numbers x, Output y, const double* parameters);  ///< null for elementwise functions,
  void (*vjp)(Numbers x, Numbers g, Output out, const double* parameters);  ///< as are these two
  void (*jacobian)(Numbers x, Output out, const double* parameters);

  bool is_vector() const { return value != nullptr; }
};

/// The kernels of every function, in the order of catalog().
std::span<const Kernels> registry();

/// What evaluate() asks of its arguments.
Status check_elementwise(std::size_t function, std::size_t in, std::size_t out, std::span<const double> parameters);

}  // namespace activation
