#include <activation/sentiment.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

int sentiment(Address rows, std::size_t length, int unknown_as_zeros, Address vectors, std::size_t words,
              Address weights, std::size_t dimensions, std::size_t classes, Address vector, Address logits,
              Address probabilities) {
  return static_cast<int>(activation::sentiment(span_at<const std::int32_t>(rows, length), unknown_as_zeros != 0,
                                                span_at<const double>(vectors, words * dimensions),
                                                span_at<const double>(weights, dimensions * classes),
                                                {span_at<double>(vector, dimensions), span_at<double>(logits, classes),
                                                 span_at<double>(probabilities, classes)}));
}

}  // namespace

EMSCRIPTEN_BINDINGS(sentiment) { emscripten::function("sentiment", &sentiment); }
