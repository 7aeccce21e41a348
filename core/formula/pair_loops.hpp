#pragma once

#include "../math/packs.hpp"
#include "jet.hpp"
#include "loops.hpp"

namespace activation::formula {

// What the loops over functions and those over operators have in common.

using V = math::Double2;
using math::pair;
using math::select;
using math::store;

/// step(i) for pairs, two in a row, so that one has something to do while the other waits.
template <class Step>
void each(std::size_t n, Step step) {
  for (std::size_t i = 0; i < n; i += grain) {
    step(i);
    step(i + 2);
  }
}

/// The same one by one: jets have enough to do, and are long.
template <class Step>
void each_pair(std::size_t n, Step step) {
  for (std::size_t i = 0; i < n; i += 2) step(i);
}

inline void store(const Register& y, std::size_t i, const Jet<V>& jet) {
  store(y.value + i, jet.value);
  store(y.first + i, jet.first);
  store(y.second + i, jet.second);
}

inline Jet<V> jet_at(const Register& a, std::size_t i) {
  return {pair(a.value + i), pair(a.first + i), pair(a.second + i)};
}

/// a * b; careful: 0 where one of them is 0, though the other is infinite or NaN.
template <bool careful>
V product(V a, V b) {
  const V y = a * b;
  if constexpr (!careful) return y;
  const auto dead = math::either(a == V(0.0), b == V(0.0));
  return select(y == y, y, select(dead, V(0.0), y));
}

template <class F>
void value_loop(const double* u, double* y, std::size_t n) {
  each(n, [=](std::size_t i) { store(y + i, F::value(pair(u + i))); });
}

template <class F>
void jet_loop(const double* u, const Register& y, std::size_t n) {
  each_pair(n, [=](std::size_t i) { store(y, i, F::jet(pair(u + i))); });
}

}  // namespace activation::formula
