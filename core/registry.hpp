#pragma once

#include <activation/catalog.hpp>

#include <array>
#include <cstddef>
#include <span>

namespace activation {

/// out[i] = one quantity of a function at x[i], i < n; out may be x. `parameters` holds what Info asks for.
using Loop = void (*)(const double* x, double* out, std::size_t n, const double* parameters);

/// What there is to draw of a function of the catalog. (Its kernels over arrays are in arrays.cpp, those over vectors in
/// vector_functions.cpp and vector_derivatives.cpp: what a module does not call is not in it.)
struct Kernels {
  std::array<Loop, 3> loops;  ///< by Quantity; of a vector function, along its slice
  bool is_vector;

  /// Not in a module that is without the function's kernels.
  bool can_draw() const { return loops[0] != nullptr; }
};

/// No function of the catalog has more kinks.
inline constexpr std::size_t most_listed_kinks = 8;

/// The kernels of every function, in the order of catalog().
std::span<const Kernels> registry();

/// What evaluate() asks of its arguments.
Status check_elementwise(std::size_t function, std::size_t in, std::size_t out, std::span<const double> parameters);

}  // namespace activation
