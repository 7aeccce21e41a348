#pragma once

#include "../../math/packs.hpp"

#include <cstddef>
#include <span>

namespace activation {

// What a vector function defines beside info, notes and the kernels of its curve (function.hpp): for T float or double,
// and parameters p in the order of Info::parameters,
//   static std::size_t outputs(std::size_t n, const double* p);      how many numbers it makes of n; 0 if it takes no n
//   static void value(std::span<const T> x, std::span<T> y, const double* p);                                   y = f(x)
//   static void vjp(std::span<const T> x, std::span<const T> g, std::span<T> out, const double* p);          out = J^T g
//   static void jacobian(std::span<const T> x, std::span<T> out, const double* p);      out[i n + j] = dy_i / dx_j
// x has n >= 1 numbers. y may be x where both have the same length; out of vjp may be x or g where it has their length.

/// As many outputs as inputs.
struct SameLength {
  static std::size_t outputs(std::size_t n, const double*) { return n; }
};

}  // namespace activation
