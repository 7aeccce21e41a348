#include <activation/softmax_steps.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

int softmax_steps(Address logits, std::size_t length, double temperature, int stable, int single, Address exponents,
                  Address exponentials, Address sum, Address probabilities) {
  using activation::Precision;
  using activation::Subtraction;
  return static_cast<int>(activation::softmax_steps(
      span_at<const double>(logits, length), temperature, stable != 0 ? Subtraction::largest : Subtraction::none,
      single != 0 ? Precision::float32 : Precision::float64,
      {span_at<double>(exponents, length), span_at<double>(exponentials, length), *reinterpret_cast<double*>(sum),
       span_at<double>(probabilities, length)}));
}

}  // namespace

EMSCRIPTEN_BINDINGS(softmax_steps) { emscripten::function("softmaxSteps", &softmax_steps); }
