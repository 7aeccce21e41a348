#pragma once

#include "../math/hyperbolic.hpp"
#include "jets_plain.hpp"

namespace activation::formula::function {

// Exponentials, logarithms, roots and hyperbolic functions.

struct Exp {
  template <class V>
  static V value(V u) {
    return math::exp(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V y = math::exp(u);
    return {y, y, y};
  }
};

struct Exp2 {
  template <class V>
  static V value(V u) {
    return math::exp2(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V y = math::exp2(u);
    return {y, y * V(math::ln2), y * V(0x1.ebfbdff82c58fp-2)};
  }
};

struct Expm1 {
  template <class V>
  static V value(V u) {
    return math::expm1(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = math::exp(u);
    return {math::expm1(u), slope, slope};
  }
};

struct Log {
  template <class V>
  static V value(V u) {
    return math::log(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(1.0) / u;
    return {math::log(u), slope, -(slope * slope)};
  }
};

struct Log2 {
  template <class V>
  static V value(V u) {
    return math::log2(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(math::per_ln2.hi) / u;
    return {math::log2(u), slope, -(slope / u)};
  }
};

struct Log10 {
  template <class V>
  static V value(V u) {
    return math::log10(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(math::per_ln10.hi) / u;
    return {math::log10(u), slope, -(slope / u)};
  }
};

struct Log1p {
  template <class V>
  static V value(V u) {
    return math::log1p(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(1.0) / (V(1.0) + u);
    return {math::log1p(u), slope, -(slope * slope)};
  }
};

struct Sqrt {
  template <class V>
  static V value(V u) {
    return math::sqrt(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V y = math::sqrt(u);
    const V slope = V(0.5) / y;
    return {y, slope, V(-0.5) * slope / u};
  }
};

struct Cbrt {
  template <class V>
  static V value(V u) {
    return math::cbrt(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V y = math::cbrt(u);
    const V slope = V(0x1.5555555555555p-2) / (y * y);
    return {y, slope, V(-0x1.5555555555555p-1) * slope / u};
  }
};

struct Sinh {
  template <class V>
  static V value(V u) {
    return math::sinh(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V y = math::sinh(u);
    return {y, math::cosh(u), y};
  }
};

struct Cosh {
  template <class V>
  static V value(V u) {
    return math::cosh(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V y = math::cosh(u);
    return {y, math::sinh(u), y};
  }
};

struct Arsinh {
  template <class V>
  static V value(V u) {
    return math::asinh(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    // Not the root of 1 + u^2: beyond 1e154 the square overflows.
    const V slope = V(1.0) / Length::value(u);
    return {math::asinh(u), slope, -(math::within(u, V(0x1p600)) * slope) * (slope * slope)};
  }
};

struct Arcosh {
  template <class V>
  static V value(V u) {
    return math::acosh(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(1.0) / (math::sqrt(u - V(1.0)) * math::sqrt(u + V(1.0)));
    return {math::acosh(u), slope, -(u * slope) * (slope * slope)};
  }
};

struct Artanh {
  template <class V>
  static V value(V u) {
    return math::atanh(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(1.0) / ((V(1.0) - u) * (V(1.0) + u));
    return {math::atanh(u), slope, (u + u) * (slope * slope)};
  }
};

}  // namespace activation::formula::function
