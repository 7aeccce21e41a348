#include <activation/digest.hpp>

#include <emscripten/bind.h>

#include <charconv>

namespace {

std::string digest_of(std::size_t function) { return activation::digest_text(activation::digest(function).bits); }

activation::Digest read(const std::string& text) {
  activation::Digest digest;
  std::from_chars(text.data() + 2, text.data() + text.size(), digest.bits, 16);
  return digest;
}

/// Digests cross the border as text: a number there holds 53 bits.
std::string extended(const std::string& all, const std::string& one) {
  return activation::digest_text(activation::extended(read(all), read(one)).bits);
}

}  // namespace

EMSCRIPTEN_BINDINGS(digest) {
  emscripten::function("digestOf", &digest_of);
  emscripten::function("digestExtended", &extended);
}
