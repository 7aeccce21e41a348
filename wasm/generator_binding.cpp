#include <activation/random.hpp>

#include <emscripten/bind.h>

#include "streams.hpp"

namespace {

int seed(std::uint32_t number, Address state) { return store(activation::generator_seed(number), state); }

int draw(int normal, Address from, Address to, Address out, std::size_t length) {
  return draw_from(normal != 0 ? activation::generator_normal : activation::generator_uniform, from, to, out, length);
}

}  // namespace

EMSCRIPTEN_BINDINGS(generator) {
  emscripten::function("generatorSeed", &seed);
  emscripten::function("generatorDraw", &draw);
}
