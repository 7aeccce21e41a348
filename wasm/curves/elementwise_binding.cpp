#include <activation/catalog.hpp>

#include <emscripten/bind.h>

#include "../pointers.hpp"

namespace {

/// What ../elementwise_binding.cpp has for float64, without the kernels for arrays: the page of a first curve asks for a
/// few numbers at a time.
int evaluate(std::size_t function, int quantity, Address x, Address out, std::size_t length, Address parameters) {
  if (function >= activation::catalog().size()) return static_cast<int>(activation::Status::unknown_function);
  const std::size_t count = activation::catalog()[function].parameters.size();
  return static_cast<int>(activation::evaluate_each(function, static_cast<activation::Quantity>(quantity),
                                                    span_at<const double>(x, length), span_at<double>(out, length),
                                                    span_at<const double>(parameters, count)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(elementwise) { emscripten::function("evaluate64", &evaluate); }
