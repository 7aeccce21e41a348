#pragma once

#include <activation/info.hpp>

#include "../math/packs.hpp"

#include <cstddef>

namespace activation {

// What a file in this folder defines: a struct with
//   static constexpr Info info;                                            all there is to say about the function
//   template <class V> static V value(V x, const Params<V>& p);            f(x)
//   template <class V> static V gradient(V x, const Params<V>& p);         f'(x)
//   template <class V> static V curvature(V x, const Params<V>& p);        f''(x)
// and, for a vector function, with the members that softmax.hpp has. The bodies choose by math::select and never branch,
// so that one text can serve single numbers and SIMD vectors. Both sides of a select are computed: a NaN or an infinity
// on the side not taken does no harm, but a NaN in x must come through: `x > 0 ? x : 0` would lose it.
//
// Where the limits of a formula or a choice between formulas can be had on four floats before they are widened, which is
// half the instructions, a function has for float32 `value32` or `gradient32` of a math::Float4 as well, see sigmoid.hpp.
//
// V is double, or a SIMD vector of them (lanes.hpp), or either as a float32 result on its way (single.hpp). A function
// whose bodies round at most once, as those of straight lines do, adds `static constexpr bool direct = true;`: for it V
// is a vector of floats too. float32 parameters are rounded to float32 first.

/// The parameters, in the order of Info::parameters.
template <class V>
struct Params {
  static constexpr std::size_t capacity = 4;
  V values[capacity];

  V operator[](std::size_t i) const { return values[i]; }
};

namespace math {

/// y, but NaN where x is NaN: for functions that are constant in places.
template <class V>
V constant_at(V x, V y) {
  return select(x == x, y, x);
}

}  // namespace math
}  // namespace activation
