#pragma once

#include "../functions/function.hpp"
#include "../math/doubles.hpp"
#include "../math/logarithm.hpp"
#include "../math/softplus.hpp"
#include "jet.hpp"

namespace activation::formula::function {

// Corners and steps, small powers, lengths, and functions of the catalog.

struct Abs {
  template <class V>
  static V value(V u) {
    return math::abs(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    return {math::abs(u), math::select(u == V(0.0), V(0.0), math::copysign(V(1.0), u)), V(0.0)};
  }
};

/// -1, 0 or 1.
struct Sign {
  template <class V>
  static V value(V u) {
    return math::select(math::either(u > V(0.0), u < V(0.0)), math::copysign(V(1.0), u), u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    return {value(u), V(0.0), V(0.0)};
  }
};

struct Floor {
  template <class V>
  static V value(V u) {
    return math::floor(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    return {value(u), V(0.0), V(0.0)};
  }
};

struct Ceil {
  template <class V>
  static V value(V u) {
    return -Floor::value(-u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    return {value(u), V(0.0), V(0.0)};
  }
};

struct Square {
  template <class V>
  static V value(V u) {
    return u * u;
  }
  template <class V>
  static Jet<V> jet(V u) {
    return {u * u, u + u, V(2.0)};
  }
};

struct Cube {
  template <class V>
  static V value(V u) {
    return u * u * u;
  }
  template <class V>
  static Jet<V> jet(V u) {
    return {u * u * u, V(3.0) * (u * u), V(6.0) * u};
  }
};

struct InverseSquare {
  template <class V>
  static V value(V u) {
    const V inverse = V(1.0) / u;
    return inverse * inverse;
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V inverse = V(1.0) / u;
    const V y = inverse * inverse;
    return {y, V(-2.0) * y * inverse, V(6.0) * y * y};
  }
};

/// sqrt(1 + u^2), however large u is.
struct Length {
  template <class V>
  static V value(V u) {
    const V size = math::abs(u);
    const V t = math::at_most(size, V(0x1p60));
    return math::select(size > t, size, math::sqrt(V(1.0) + t * t));
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V y = value(u);
    const V inverse = V(1.0) / y;
    return {y, math::select(y < V(math::infinite), u * inverse, math::copysign(V(1.0), u)),
            inverse * inverse * inverse};
  }
};

/// sqrt(1 + u^2) - 1 as u^2 / (sqrt(1 + u^2) + 1): nothing cancels.
struct LengthLessOne {
  template <class V>
  static V value(V u) {
    const V y = Length::value(u);
    return math::select(y < V(0x1p60), u * (u / (y + V(1.0))), y);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const Jet<V> length = Length::jet(u);
    return {value(u), length.first, length.second};
  }
};

/// A function of the catalog with its standard parameters.
template <class F>
struct Standard {
  template <class V>
  static Params<V> parameters() {
    Params<V> p{};
    for (std::size_t i = 0; i < F::info.parameters.size(); ++i) p.values[i] = V(F::info.parameters[i].standard);
    return p;
  }
  template <class V>
  static V value(V u) {
    return F::value(u, parameters<V>());
  }
  template <class V>
  static Jet<V> jet(V u) {
    const Params<V> p = parameters<V>();
    return {F::value(u, p), F::gradient(u, p), F::curvature(u, p)};
  }
};

struct Softplus1 {
  template <class V>
  static V value(V u) {
    return math::softplus(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    return {math::softplus(u), math::logistic(u), math::logistic_gradient(u, V(0.0))};
  }
};

}  // namespace activation::formula::function
