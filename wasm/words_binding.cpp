#include <activation/words.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

int split(Address text, std::size_t bytes, int separation, Address words, Address lower, Address count) {
  return static_cast<int>(activation::split_words(
      span_at<const char>(text, bytes), static_cast<activation::Separation>(separation),
      span_at<activation::Word>(words, activation::most_words(bytes)),
      span_at<char>(lower, activation::most_lower_bytes(bytes)), *reinterpret_cast<std::size_t*>(count)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(words) { emscripten::function("splitWords", &split); }
