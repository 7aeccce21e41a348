#include <activation/vector_functions.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

std::span<const double> parameters_at(std::size_t function, Address parameters) {
  if (function >= activation::catalog().size()) return {};
  return span_at<const double>(parameters, activation::catalog()[function].parameters.size());
}

/// x and out hold n numbers, g as many as the function makes of n.
template <class T>
int vjp(std::size_t function, Address x, Address g, Address out, std::size_t n, Address parameters) {
  const std::span<const double> p = parameters_at(function, parameters);
  const std::size_t m = activation::vector_outputs(function, n, p);
  return static_cast<int>(
      activation::vector_vjp(function, span_at<const T>(x, n), span_at<const T>(g, m), span_at<T>(out, n), p));
}

template <class T>
int jacobian(std::size_t function, Address x, Address out, std::size_t n, Address parameters) {
  const std::span<const double> p = parameters_at(function, parameters);
  const std::size_t m = activation::vector_outputs(function, n, p);
  return static_cast<int>(activation::vector_jacobian(function, span_at<const T>(x, n), span_at<T>(out, m * n), p));
}

}  // namespace

EMSCRIPTEN_BINDINGS(vector_derivatives) {
  emscripten::function("vectorVjp32", &vjp<float>);
  emscripten::function("vectorVjp64", &vjp<double>);
  emscripten::function("vectorJacobian32", &jacobian<float>);
  emscripten::function("vectorJacobian64", &jacobian<double>);
}
