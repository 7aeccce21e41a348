#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#ifdef __wasm__
#include <wasm_simd128.h>
#endif

namespace activation::math {

/// Adding this to |k| < 2^51 leaves k, rounded to an integer, in the low bits.
inline constexpr double round_magic = 0x1.8p52;

/// N numbers at once: GCC's and Clang's vector extension, which is SSE2 natively and simd128 in WebAssembly. Two doubles
/// or four floats fill a register of either. Made of a number, all lanes hold it.
template <class T, std::size_t N>
struct Lanes {
  using Word = std::conditional_t<sizeof(T) == 8, std::int64_t, std::int32_t>;
  typedef T Raw __attribute__((vector_size(N * sizeof(T))));
  typedef Word Bits __attribute__((vector_size(N * sizeof(T))));

  Raw raw;

  Lanes() = default;
  Lanes(double x) : raw(static_cast<T>(x) - Raw{}) {}  // a scalar in an operation with a vector is spread
  explicit Lanes(Raw x) : raw(x) {}
  explicit Lanes(Bits x) : raw(reinterpret_cast<Raw>(x)) {}

  Bits bits() const { return reinterpret_cast<Bits>(raw); }

  /// All bits of a lane, or none.
  struct Mask {
    Bits bits;
  };

  friend Lanes operator+(Lanes a, Lanes b) { return Lanes(Raw(a.raw + b.raw)); }
  friend Lanes operator-(Lanes a, Lanes b) { return Lanes(Raw(a.raw - b.raw)); }
  friend Lanes operator*(Lanes a, Lanes b) { return Lanes(Raw(a.raw * b.raw)); }
  friend Lanes operator/(Lanes a, Lanes b) { return Lanes(Raw(a.raw / b.raw)); }
  friend Lanes operator-(Lanes a) { return Lanes(Raw(-a.raw)); }
  friend Mask operator<(Lanes a, Lanes b) { return {Bits(a.raw < b.raw)}; }
  friend Mask operator>(Lanes a, Lanes b) { return {Bits(a.raw > b.raw)}; }
  friend Mask operator<=(Lanes a, Lanes b) { return {Bits(a.raw <= b.raw)}; }
  friend Mask operator>=(Lanes a, Lanes b) { return {Bits(a.raw >= b.raw)}; }
  friend Mask operator==(Lanes a, Lanes b) { return {Bits(a.raw == b.raw)}; }
};

/// Where a constant lies, unknown to the compiler. As an immediate, a constant of 16 bytes costs V8 three instructions
/// each time, a tenth of them ten bytes long; spread from memory it costs one.
template <class T>
const T* stored(const T& constant) {
  const T* address = &constant;
#ifdef __wasm__
  asm("" : "+r"(address));
#endif
  return address;
}

/// V of a constant that has an address: a member of a table or an inline variable.
template <class V>
struct Spread {
  static V of(const double& constant) { return V(constant); }
};
template <class T, std::size_t N>
struct Spread<Lanes<T, N>> {
  static Lanes<T, N> of(const T& constant) { return Lanes<T, N>(static_cast<double>(*stored(constant))); }
};
template <class V, class T>
V spread(const T& constant) {
  return Spread<V>::of(constant);
}

// What number.hpp has for a double, lane by lane.

template <class T, std::size_t N>
Lanes<T, N> select(typename Lanes<T, N>::Mask mask, Lanes<T, N> yes, Lanes<T, N> no) {
  return Lanes<T, N>((mask.bits & yes.bits()) | (~mask.bits & no.bits()));
}

/// x, but not more or less than the limit, NaN staying NaN: one instruction, where comparing and choosing are three, and
/// WebAssembly's own maximum, which orders zeros, eight.
template <class T, std::size_t N>
Lanes<T, N> at_most(Lanes<T, N> x, Lanes<T, N> limit) {
#ifdef __wasm__
  static_assert(sizeof x == 16);
  const auto a = reinterpret_cast<v128_t>(x.raw);
  const auto b = reinterpret_cast<v128_t>(limit.raw);
  const v128_t least = sizeof(T) == 8 ? wasm_f64x2_pmin(a, b) : wasm_f32x4_pmin(a, b);
  return Lanes<T, N>(reinterpret_cast<typename Lanes<T, N>::Raw>(least));
#else
  return select(x > limit, limit, x);
#endif
}

template <class T, std::size_t N>
Lanes<T, N> at_least(Lanes<T, N> x, Lanes<T, N> limit) {
#ifdef __wasm__
  static_assert(sizeof x == 16);
  const auto a = reinterpret_cast<v128_t>(x.raw);
  const auto b = reinterpret_cast<v128_t>(limit.raw);
  const v128_t most = sizeof(T) == 8 ? wasm_f64x2_pmax(a, b) : wasm_f32x4_pmax(a, b);
  return Lanes<T, N>(reinterpret_cast<typename Lanes<T, N>::Raw>(most));
#else
  return select(x < limit, limit, x);
#endif
}

template <class M, class = decltype(M::bits)>
M both(M a, M b) {
  return {a.bits & b.bits};
}
template <class M, class = decltype(M::bits)>
M either(M a, M b) {
  return {a.bits | b.bits};
}

/// Whether any lane has it.
template <class M, class = decltype(M::bits)>
bool any(M mask) {
#ifdef __wasm__
  return wasm_v128_any_true(reinterpret_cast<v128_t>(mask.bits));
#else
  bool found = false;
  for (std::size_t i = 0; i < sizeof mask.bits / sizeof mask.bits[0]; ++i) found = found || mask.bits[i] != 0;
  return found;
#endif
}

template <class T, std::size_t N>
Lanes<T, N> abs(Lanes<T, N> x) {
  return Lanes<T, N>(x.bits() & ~Lanes<T, N>(-0.0).bits());
}

template <class T, std::size_t N>
Lanes<T, N> copysign(Lanes<T, N> magnitude, Lanes<T, N> sign) {
  const auto mask = Lanes<T, N>(-0.0).bits();
  return Lanes<T, N>((magnitude.bits() & ~mask) | (sign.bits() & mask));
}

/// The sum of bits as unsigned numbers: a lane that nobody will look at may run over.
template <std::size_t N>
typename Lanes<double, N>::Bits sum_of_bits(typename Lanes<double, N>::Bits a, typename Lanes<double, N>::Bits b) {
  typedef std::uint64_t Words __attribute__((vector_size(N * sizeof(double))));
  return reinterpret_cast<typename Lanes<double, N>::Bits>(
      Words(reinterpret_cast<Words>(a) + reinterpret_cast<Words>(b)));
}

template <std::size_t N>
Lanes<double, N> top_half(Lanes<double, N> x) {
  static constexpr std::int64_t half = std::int64_t{1} << 26;
  static constexpr std::int64_t high = -2 * half;
  constexpr typename Lanes<double, N>::Bits none{};
  return Lanes<double, N>(sum_of_bits<N>(x.bits(), *stored(half) + none) & (*stored(high) + none));
}

template <std::size_t N>
Lanes<double, N> pow2(Lanes<double, N> k) {
  static constexpr double magic = round_magic + 1023.0;
  return Lanes<double, N>((k + spread<Lanes<double, N>>(magic)).bits() << 52);
}

template <std::size_t N>
Lanes<double, N> negated_if_odd(Lanes<double, N> y, Lanes<double, N> k) {
  return Lanes<double, N>(y.bits() ^ (k.bits() << 63));
}

template <std::size_t N>
Lanes<double, N> raised(Lanes<double, N> y, Lanes<double, N> shifted) {
  return Lanes<double, N>(sum_of_bits<N>(y.bits(), shifted.bits() << 52));
}

template <std::size_t N>
Lanes<double, N> raised_by_64ths(Lanes<double, N> y, Lanes<double, N> shifted) {
  static constexpr std::int64_t exponent_bits = -(std::int64_t{1} << 52);
  constexpr typename Lanes<double, N>::Bits none{};
  return Lanes<double, N>(sum_of_bits<N>(y.bits(), (shifted.bits() << 46) & (*stored(exponent_bits) + none)));
}

template <std::size_t N>
Lanes<double, N> exponent(Lanes<double, N> x) {
  constexpr double magic = 0x1p52;
  const Lanes<double, N> offset(magic);
  const auto biased = (x.bits() >> 52) & 0x7FF;
  return Lanes<double, N>(biased | offset.bits()) - Lanes<double, N>(magic + 1023.0);
}

template <class T, std::size_t N>
Lanes<T, N> sqrt(Lanes<T, N> x) {
#ifdef __wasm__
  static_assert(sizeof x == 16);
  const auto v = reinterpret_cast<v128_t>(x.raw);
  return Lanes<T, N>(
      reinterpret_cast<typename Lanes<T, N>::Raw>(sizeof(T) == 8 ? wasm_f64x2_sqrt(v) : wasm_f32x4_sqrt(v)));
#else
  for (std::size_t i = 0; i < N; ++i) {
    if constexpr (sizeof(T) == 8) {
      x.raw[i] = __builtin_sqrt(x.raw[i]);
    } else {
      x.raw[i] = __builtin_sqrtf(x.raw[i]);
    }
  }
  return x;
#endif
}

}  // namespace activation::math
