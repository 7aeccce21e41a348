#pragma once

#include "two.hpp"

#include <cstddef>
#include <cstring>
#include <type_traits>

namespace activation::math {

// Arrays in memory as what kernels run on: pairs of doubles, which for float32 are results on their way (single.hpp).

using Double2 = Lanes<double, 2>;
using Float4 = Lanes<float, 4>;
using Single2 = Single<Double2>;

template <class V>
V loaded(const void* from) {
  V v;
  std::memcpy(&v, from, sizeof v);
  return v;
}

/// The doubles of the lower or upper two of four floats, and back.
template <int half>
Single2 widened(Float4 x) {
#ifdef __wasm__
  const v128_t v = reinterpret_cast<v128_t>(x.raw);
  const v128_t low = half == 0 ? v : wasm_i64x2_shuffle(v, v, 1, 1);
  v128_t wide = wasm_f64x2_promote_low_f32x4(low);
  // Known to come from floats, they would be compared with constants as floats, whose masks are of half the width: a
  // dozen instructions to widen one lane by lane.
  asm("" : "+r"(wide));
  return Single2(Double2(reinterpret_cast<Double2::Raw>(wide)));
#else
  return Single2(Double2(Double2::Raw{x.raw[2 * half], x.raw[2 * half + 1]}));
#endif
}

inline Float4 narrowed(Single2 low, Single2 high) {
#ifdef __wasm__
  const v128_t a = wasm_f32x4_demote_f64x2_zero(reinterpret_cast<v128_t>(low.raw.raw));
  const v128_t b = wasm_f32x4_demote_f64x2_zero(reinterpret_cast<v128_t>(high.raw.raw));
  return Float4(reinterpret_cast<Float4::Raw>(wasm_i64x2_shuffle(a, b, 0, 2)));
#else
  const auto f = [](double x) { return static_cast<float>(x); };
  return Float4(Float4::Raw{f(low.raw.raw[0]), f(low.raw.raw[1]), f(high.raw.raw[0]), f(high.raw.raw[1])});
#endif
}

/// x between two limits.
inline Float4 between(const float (&limits)[2], Float4 x) {
  return at_least(at_most(x, spread<Float4>(limits[1])), spread<Float4>(limits[0]));
}

/// f of four floats, as doubles.
template <class F>
Float4 by_pairs(Float4 x, F f) {
  return narrowed(f(widened<0>(x)), f(widened<1>(x)));
}

/// As many of a type as fill a register.
template <class T>
using Register = Lanes<T, 16 / sizeof(T)>;

/// What numbers of this type are computed in.
template <class T>
using PairOf = std::conditional_t<std::is_same_v<T, float>, Single2, Double2>;

inline Double2 pair(const double* from) { return loaded<Double2>(from); }
inline Single2 pair(const float* from) {
#ifdef __wasm__
  return widened<0>(Float4(reinterpret_cast<Float4::Raw>(wasm_v128_load64_zero(from))));
#else
  return Single2(Double2(Double2::Raw{from[0], from[1]}));
#endif
}

inline void store(double* to, Double2 y) { std::memcpy(to, &y, sizeof y); }
inline void store(float* to, Single2 y) {
  const Float4 four = narrowed(y, y);
  std::memcpy(to, &four, 2 * sizeof(float));
}

/// One number in both lanes.
inline Double2 twice(double x) { return Double2(x); }
inline Single2 twice(float x) { return Single2(static_cast<double>(x)); }

/// Four numbers.
template <class V>
struct Four {
  V low;
  V high;
};

inline Four<Double2> four(const double* from) { return {pair(from), pair(from + 2)}; }
inline Four<Single2> four(const float* from) {
  const auto x = loaded<Float4>(from);
  return {widened<0>(x), widened<1>(x)};
}

inline void store(double* to, Double2 low, Double2 high) {
  store(to, low);
  store(to + 2, high);
}
inline void store(float* to, Single2 low, Single2 high) {
  const Float4 y = narrowed(low, high);
  std::memcpy(to, &y, sizeof y);
}

inline double lane(Double2 x, std::size_t i) { return x.raw[i]; }
inline double lane(Single2 x, std::size_t i) { return x.raw.raw[i]; }

/// The larger of all lanes.
inline double largest_lane(Double2 x) { return x.raw[0] < x.raw[1] ? x.raw[1] : x.raw[0]; }
inline float largest_lane(Float4 x) {
  const Float4 swapped = Float4(Float4::Raw{x.raw[2], x.raw[3], x.raw[0], x.raw[1]});
  const Float4 two = at_least(x, swapped);
  return two.raw[0] < two.raw[1] ? two.raw[1] : two.raw[0];
}

/// The first lane, and 0 in the other.
inline Double2 first_lane(Double2 x) { return Double2(Double2::Raw{x.raw[0], 0.0}); }
inline Single2 first_lane(Single2 x) { return Single2::of(first_lane(x.raw)); }
inline Two<Double2> first_lane(Two<Double2> x) { return {first_lane(x.hi), first_lane(x.lo)}; }

/// to[i] = f(from[i]...), two at a time.
template <class T, class F, class... Froms>
void each_pair(std::size_t n, T* to, F f, const Froms*... from) {
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) store(to + i, f(pair(from + i)...), f(pair(from + i + 2)...));
  if (i + 2 <= n) {
    store(to + i, f(pair(from + i)...));
    i += 2;
  }
  if (i < n) to[i] = static_cast<T>(lane(f(twice(from[i])...), 0));
}

}  // namespace activation::math
