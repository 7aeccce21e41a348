#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

// Addresses cross the border as plain numbers: embind passes them without conversion objects, and the engine makes its
// typed arrays over memory itself, afresh after each call.
using Address = std::uintptr_t;

template <class T>
std::span<T> span_at(Address address, std::size_t length) {
  return {reinterpret_cast<T*>(address), length};
}
