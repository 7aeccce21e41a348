#include <activation/random.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

#include <cstring>

namespace {

using activation::GeneratorState;
using activation::LegacyState;

template <class State>
void store(const State& state, Address address) {
  std::memcpy(reinterpret_cast<void*>(address), &state, sizeof state);
}

int seeded(int generator, std::uint32_t number, Address state) {
  if (generator != 0) {
    store(activation::generator_seed(number), state);
  } else {
    store(activation::legacy_seed(number), state);
  }
  return 0;
}

/// Draws with a copy of the state at `from`, and leaves at `to` where it then stands.
template <class State>
void draw(void (*distribution)(State&, std::span<double>), Address from, Address to, std::span<double> out) {
  State state;
  std::memcpy(&state, reinterpret_cast<const void*>(from), sizeof state);
  distribution(state, out);
  store(state, to);
}

int numbers(int generator, int normal, Address from, Address to, Address out, std::size_t length) {
  const std::span<double> drawn = span_at<double>(out, length);
  if (generator != 0) {
    draw<GeneratorState>(normal != 0 ? activation::generator_normal : activation::generator_uniform, from, to, drawn);
  } else {
    draw<LegacyState>(normal != 0 ? activation::legacy_normal : activation::legacy_uniform, from, to, drawn);
  }
  return 0;
}

}  // namespace

EMSCRIPTEN_BINDINGS(random) {
  emscripten::function("randomSeed", &seeded);
  emscripten::function("random", &numbers);
}
