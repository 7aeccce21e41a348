#pragma once

#include <activation/catalog.hpp>

#include <cstddef>
#include <span>

namespace activation {

/// How many numbers a vector function makes of n: n (softmax), 1 (logsumexp), n / 2 (glu) ... 0 if it does not take n
/// numbers, or is no vector function, or the parameters are not its own.
std::size_t vector_outputs(std::size_t function, std::size_t n, std::span<const double> parameters);

// Below, n is the length of x, at least 1, and m that of f(x), which is vector_outputs(). Where the function does not take
// n numbers, the status is bad_argument.

/// y = f(x) of a vector function: x has shape (n), y (m). They do not overlap, or are the same array where m is n.
Status vector_value(std::size_t function, std::span<const double> x, std::span<double> y,
                    std::span<const double> parameters);
Status vector_value(std::size_t function, std::span<const float> x, std::span<float> y,
                    std::span<const double> parameters);

/// The same for each row of a row-major matrix: x has shape (rows, width), out (rows, m) with m that of `width` numbers.
Status vector_rows(std::size_t function, std::span<const double> x, std::size_t width, std::span<double> out,
                   std::span<const double> parameters);
Status vector_rows(std::size_t function, std::span<const float> x, std::size_t width, std::span<float> out,
                   std::span<const double> parameters);

/// out = J(x)^T g, the vector-Jacobian product that backpropagation needs: x and out have shape (n), g (m). No matrix is
/// formed. out does not overlap x or g, or is one of them where it has its length.
Status vector_vjp(std::size_t function, std::span<const double> x, std::span<const double> g, std::span<double> out,
                  std::span<const double> parameters);
Status vector_vjp(std::size_t function, std::span<const float> x, std::span<const float> g, std::span<float> out,
                  std::span<const double> parameters);

/// out[i * n + j] = dy_i / dx_j: the Jacobian, row-major, shape (m, n).
Status vector_jacobian(std::size_t function, std::span<const double> x, std::span<double> out,
                       std::span<const double> parameters);
Status vector_jacobian(std::size_t function, std::span<const float> x, std::span<float> out,
                       std::span<const double> parameters);

}  // namespace activation
