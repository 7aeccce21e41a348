#pragma once

#include "pointers.hpp"

#include <cstring>

/// What both kinds of random streams share: their states live in JavaScript, and are copied in and out.
template <class State>
int store(const State& state, Address address) {
  std::memcpy(reinterpret_cast<void*>(address), &state, sizeof state);
  return 0;
}

/// Draws with a copy of the state at `from`, and leaves at `to` where it then stands.
template <class State>
int draw_from(void (*distribution)(State&, std::span<double>), Address from, Address to, Address out,
              std::size_t length) {
  State state;
  std::memcpy(&state, reinterpret_cast<const void*>(from), sizeof state);
  distribution(state, span_at<double>(out, length));
  return store(state, to);
}
