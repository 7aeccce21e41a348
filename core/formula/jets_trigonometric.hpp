#pragma once

#include "../functions/sin.hpp"
#include "../math/arctan.hpp"
#include "../math/error_function.hpp"
#include "../math/inverse_trig.hpp"
#include "jet.hpp"

namespace activation::formula::function {

// Trigonometric functions, and the integrals of the bell curve.

struct Sine {
  template <class V>
  static V value(V u) {
    return Sin::value(u, Params<V>{});
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V y = value(u);
    return {y, math::rounded(math::sine<2>(u)), -y};
  }
};

struct Cosine {
  template <class V>
  static V value(V u) {
    return math::rounded(math::sine<2>(u));
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V y = value(u);
    return {y, -Sine::value(u), -y};
  }
};

struct Tangent {
  template <class V>
  static V value(V u) {
    return math::tan(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V y = math::tan(u);
    const V slope = V(1.0) + y * y;
    return {y, slope, (y + y) * slope};
  }
};

struct Arcsine {
  template <class V>
  static V value(V u) {
    return math::asin(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(1.0) / math::sqrt((V(1.0) - u) * (V(1.0) + u));
    return {math::asin(u), slope, u * (slope * slope * slope)};
  }
};

struct Arccosine {
  template <class V>
  static V value(V u) {
    return math::acos(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(-1.0) / math::sqrt((V(1.0) - u) * (V(1.0) + u));
    return {math::acos(u), slope, u * (slope * slope * slope)};
  }
};

struct Arctangent {
  template <class V>
  static V value(V u) {
    return math::copysign(math::rounded(math::arctan(math::at_most(math::abs(u), V(0x1p600)))), u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    // From 1e154 on the square overflows where the slope does not yet underflow.
    const V inverse = V(1.0) / u;
    const auto far = math::abs(u) > V(0x1p60);
    const V slope = math::select(far, inverse * inverse, V(1.0) / (V(1.0) + u * u));
    return {value(u), slope, V(-2.0) * math::select(far, inverse, u * slope) * slope};
  }
};

/// u, but no more than where the bell curve is 0 already: 0 times infinity is none.
template <class V>
V bounded(V u) {
  return math::within(u, V(100.0));
}

struct Erf {
  template <class V>
  static V value(V u) {
    return math::erf(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(math::erf_slope.hi) * math::gaussian(u);
    return {math::erf(u), slope, V(-2.0) * bounded(u) * slope};
  }
};

struct Erfc {
  template <class V>
  static V value(V u) {
    return math::erfc(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(-math::erf_slope.hi) * math::gaussian(u);
    return {math::erfc(u), slope, V(-2.0) * bounded(u) * slope};
  }
};

struct NormalCdf {
  template <class V>
  static V value(V u) {
    return math::normal_cdf(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = math::normal_density(u);
    return {math::normal_cdf(u), slope, -(bounded(u) * slope)};
  }
};

}  // namespace activation::formula::function
