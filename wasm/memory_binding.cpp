#include <emscripten/bind.h>

#include <cstdlib>

#include "pointers.hpp"

namespace {

/// 0 when memory is exhausted: the engine makes a `too-large` error of it.
Address allocate(std::size_t bytes) { return reinterpret_cast<Address>(std::malloc(bytes)); }

void release(Address address) { std::free(reinterpret_cast<void*>(address)); }

}  // namespace

EMSCRIPTEN_BINDINGS(memory) {
  emscripten::function("allocate", &allocate);
  emscripten::function("release", &release);
}
