#include <activation/catalog.hpp>
#include <activation/network.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

/// `parameters` points at one double for each parameter of the function.
int dense(std::size_t function, Address parameters, Address weights, Address biases, std::size_t inputs,
          std::size_t outputs, Address x, std::size_t batch, Address z, Address a) {
  if (function >= activation::catalog().size()) return static_cast<int>(activation::Status::unknown_function);
  const activation::Dense layer{
      .inputs = inputs,
      .outputs = outputs,
      .weights = span_at<const double>(weights, inputs * outputs),
      .biases = span_at<const double>(biases, outputs),
      .function = function,
      .parameters = span_at<const double>(parameters, activation::catalog()[function].parameters.size()),
  };
  return static_cast<int>(activation::dense(layer, span_at<const double>(x, batch * inputs),
                                            span_at<double>(z, batch * outputs), span_at<double>(a, batch * outputs)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(network) { emscripten::function("dense", &dense); }
