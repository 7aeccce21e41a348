#include <activation/vector_functions.hpp>

#include <emscripten/bind.h>

#include "../pointers.hpp"

namespace {

std::span<const double> parameters_at(std::size_t function, Address parameters) {
  if (function >= activation::catalog().size()) return {};
  return span_at<const double>(parameters, activation::catalog()[function].parameters.size());
}

std::size_t outputs(std::size_t function, std::size_t length, Address parameters) {
  return activation::vector_outputs(function, length, parameters_at(function, parameters));
}

/// What ../vector_binding.cpp has for float64.
int rows(std::size_t function, Address x, Address out, std::size_t length, std::size_t width, Address parameters) {
  const std::size_t size = width == 0 ? 0 : length / width * outputs(function, width, parameters);
  return static_cast<int>(activation::vector_rows(function, span_at<const double>(x, length), width,
                                                  span_at<double>(out, size), parameters_at(function, parameters)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(vector_functions) {
  emscripten::function("vectorOutputs", &outputs);
  emscripten::function("vectorRows64", &rows);
}
