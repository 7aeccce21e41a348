#include <activation/random.hpp>

#include <emscripten/bind.h>

#include "streams.hpp"

namespace {

int seed(std::uint32_t number, Address state) { return store(activation::legacy_seed(number), state); }

int draw(int normal, Address from, Address to, Address out, std::size_t length) {
  return draw_from(normal != 0 ? activation::legacy_normal : activation::legacy_uniform, from, to, out, length);
}

}  // namespace

EMSCRIPTEN_BINDINGS(legacy) {
  emscripten::function("legacySeed", &seed);
  emscripten::function("legacyDraw", &draw);
}
