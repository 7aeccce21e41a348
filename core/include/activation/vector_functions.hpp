#pragma once

#include <activation/catalog.hpp>

#include <span>

namespace activation {

/// y = f(x) of a vector function, for x of shape (n), n >= 1; y has shape (n) (softmax keeps the length).
/// x and y are the same array or do not overlap.
Status vector_value(std::size_t function, std::span<const double> x, std::span<double> y,
                    std::span<const double> parameters);
Status vector_value(std::size_t function, std::span<const float> x, std::span<float> y,
                    std::span<const double> parameters);

/// out = J(x)^T g, the vector-Jacobian product that backpropagation needs: x, g and out have shape (n).
/// No n*n matrix is formed.
Status vector_vjp(std::size_t function, std::span<const double> x, std::span<const double> g, std::span<double> out,
                  std::span<const double> parameters);
Status vector_vjp(std::size_t function, std::span<const float> x, std::span<const float> g, std::span<float> out,
                  std::span<const double> parameters);

/// out[i * n + j] = dy_i / dx_j: the Jacobian, row-major, shape (n, n).
Status vector_jacobian(std::size_t function, std::span<const double> x, std::span<double> out,
                       std::span<const double> parameters);
Status vector_jacobian(std::size_t function, std::span<const float> x, std::span<float> out,
                       std::span<const double> parameters);

}  // namespace activation
