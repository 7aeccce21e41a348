#pragma once

#include "../functions/gaussian.hpp"
#include "../functions/gelu.hpp"
#include "../functions/logsigmoid.hpp"
#include "../functions/sigmoid.hpp"
#include "../functions/silu.hpp"
#include "../functions/sin.hpp"
#include "../functions/softplus.hpp"
#include "../functions/tanh.hpp"
#include "../math/arctan.hpp"
#include "../math/error_function.hpp"
#include "../math/hyperbolic.hpp"
#include "../math/inverse_trig.hpp"

namespace activation::formula {

/// f(u), f'(u) and f''(u).
template <class V>
struct Jet {
  V value;
  V first;
  V second;
};

// The functions of one number, each with its value and its jet, whose value has the same bits. NaN and numbers outside a
// function's domain give a NaN value; the derivatives beside it may then be anything. Infinite derivatives are infinite.

namespace function {

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
    const V inverse = V(1.0) / u;
    const V slope = inverse * V(math::per_ln2.hi);
    return {math::log2(u), slope, -(slope * inverse)};
  }
};

struct Log10 {
  template <class V>
  static V value(V u) {
    return math::log10(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V inverse = V(1.0) / u;
    const V slope = inverse * V(math::per_ln10.hi);
    return {math::log10(u), slope, -(slope * inverse)};
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
    const V slope = V(1.0) / (V(1.0) + u * u);
    return {value(u), slope, (V(-2.0) * u) * slope * slope};
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
    const V slope = V(1.0) / math::sqrt(V(1.0) + u * u);
    return {math::asinh(u), slope, -(u * slope) * (slope * slope)};
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

struct Erf {
  template <class V>
  static V value(V u) {
    return math::erf(u);
  }
  template <class V>
  static Jet<V> jet(V u) {
    const V slope = V(math::erf_slope.hi) * math::gaussian(u);
    return {math::erf(u), slope, V(-2.0) * u * slope};
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
    return {math::erfc(u), slope, V(-2.0) * u * slope};
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
    return {math::normal_cdf(u), slope, -(u * slope)};
  }
};

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
    const V inside = math::at_least(math::at_most(u, V(0x1p51)), V(-0x1p51));
    const V near = math::nearest(inside);
    const V y = math::copysign(math::select(near > inside, near - V(1.0), near), u);
    // Beyond 2^51 there are halves up to 2^52.
    const V size = math::abs(u);
    const V cut = (size + V(0x1p52)) - V(0x1p52);
    const V rounded = math::copysign(cut, u);
    const V far = math::select(size < V(0x1p52), math::select(rounded > u, rounded - V(1.0), rounded), u);
    return math::select(size < V(0x1p50), y, far);
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
    return {y, math::select(y < V(math::infinite), u * inverse, math::copysign(V(1.0), u)), inverse * inverse * inverse};
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

}  // namespace function
}  // namespace activation::formula
