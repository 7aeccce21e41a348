#include <activation/catalog.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

/// `parameters` points at one double for each parameter of the function.
template <class T>
int evaluate(std::size_t function, int quantity, Address x, Address out, std::size_t length, Address parameters) {
  if (function >= activation::catalog().size()) return static_cast<int>(activation::Status::unknown_function);
  const std::size_t count = activation::catalog()[function].parameters.size();
  return static_cast<int>(activation::evaluate(function, static_cast<activation::Quantity>(quantity),
                                               span_at<const T>(x, length), span_at<T>(out, length),
                                               span_at<const double>(parameters, count)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(elementwise) {
  emscripten::function("evaluate32", &evaluate<float>);
  emscripten::function("evaluate64", &evaluate<double>);
}
