#include <activation/vector_functions.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

using activation::Status;

std::span<const double> parameters_at(std::size_t function, Address parameters) {
  if (function >= activation::catalog().size()) return {};
  return span_at<const double>(parameters, activation::catalog()[function].parameters.size());
}

template <class T>
int value(std::size_t function, Address x, Address out, std::size_t length, Address parameters) {
  return static_cast<int>(activation::vector_value(function, span_at<const T>(x, length), span_at<T>(out, length),
                                                   parameters_at(function, parameters)));
}

template <class T>
int vjp(std::size_t function, Address x, Address g, Address out, std::size_t length, Address parameters) {
  return static_cast<int>(activation::vector_vjp(function, span_at<const T>(x, length), span_at<const T>(g, length),
                                                 span_at<T>(out, length), parameters_at(function, parameters)));
}

template <class T>
int jacobian(std::size_t function, Address x, Address out, std::size_t length, Address parameters) {
  return static_cast<int>(activation::vector_jacobian(
      function, span_at<const T>(x, length), span_at<T>(out, length * length), parameters_at(function, parameters)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(vector_functions) {
  emscripten::function("vectorValue32", &value<float>);
  emscripten::function("vectorValue64", &value<double>);
  emscripten::function("vectorVjp32", &vjp<float>);
  emscripten::function("vectorVjp64", &vjp<double>);
  emscripten::function("vectorJacobian32", &jacobian<float>);
  emscripten::function("vectorJacobian64", &jacobian<double>);
}
