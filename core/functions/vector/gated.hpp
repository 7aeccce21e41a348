#pragma once

#include "../../math/exp.hpp"
#include "../../math/packs.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <type_traits>

namespace activation {

// Gated linear units: y_i = a_i gate(b_i) with a the first half of x and b the second. Gates and their gradients are
// Scaled: a factor that underflows alone may still count beside a large a.

/// a as 2^exponent times a number from 1 to 2, so that products of several neither overflow nor underflow on their way.
/// On the way to a float32 nothing does.
template <class V>
math::Scaled<V> normalized(V a) {
  if constexpr (math::is_single<V>) {
    return {a, V(0.0)};
  } else {
    const V size = math::abs(a);
    const auto small = size < V(0x1p-500);  // perhaps subnormal
    const V grown = a * math::select(small, V(0x1p600), V(1.0));
    const V k = math::at_most(math::exponent(grown), V(1000.0));  // an infinity stays one
    return {math::wide(grown * math::pow2(-k)), k - math::select(small, V(600.0), V(0.0))};
  }
}

template <class V>
math::Scaled<V> product(const math::Scaled<V>& a, const math::Scaled<V>& b) {
  return {math::times(a.significand, b.significand), a.exponent + b.exponent};
}

/// The product of all that is in it: rounded once, or what IEEE 754 says where a factor is infinite.
template <class V>
V finished(const math::Scaled<V>& a) {
  const V lead = math::lead(a.significand);
  math::Scaled<V> inside = a;
  if constexpr (!math::is_single<V>) {
    inside.exponent = math::at_least(math::at_most(a.exponent, V(2040.0)), V(-2040.0));
  }
  return math::select(math::abs(lead) < V(std::numeric_limits<double>::infinity()), math::rounded(inside), lead);
}

/// Gate has Scaled<V> value(V b) and Scaled<V> gradient(V b).
template <class Gate>
struct Gated {
  static std::size_t outputs(std::size_t n, const double*) { return n % 2 == 0 ? n / 2 : 0; }

  template <class T>
  static void value(std::span<const T> x, std::span<T> y, const double*) {
    using V = math::PairOf<T>;
    math::each_pair(
        y.size(), y.data(), [](V a, V b) { return times_gate(a, b); }, x.data(), x.data() + y.size());
  }

  template <class T>
  static void vjp(std::span<const T> x, std::span<const T> g, std::span<T> out, const double*) {
    using V = math::PairOf<T>;
    const std::size_t n = g.size();
    // Blocks, since out may be x and what becomes of a goes where a is.
    constexpr std::size_t block = 256;
    for (std::size_t start = 0; start < n; start += block) {
      const std::size_t count = std::min(block, n - start);
      T b[block];
      T to_a[block];
      const T* const a = x.data() + start;
      const T* const from = g.data() + start;
      std::copy_n(x.data() + n + start, count, b);
      math::each_pair(
          count, to_a, [](V its, V one) { return times_gate(its, one); }, from, b);
      math::each_pair(
          count, out.data() + n + start, [](V its, V own, V one) { return times_gradient(its, own, one); }, from, a, b);
      std::copy_n(to_a, count, out.data() + start);
    }
  }

  template <class T>
  static void jacobian(std::span<const T> x, std::span<T> out, const double*) {
    using V = std::conditional_t<std::is_same_v<T, float>, math::Single<double>, double>;
    const std::size_t n = x.size();
    const std::size_t half = n / 2;
    std::fill(out.begin(), out.end(), T{0});
    for (std::size_t i = 0; i < half; ++i) {
      const V a(static_cast<double>(x[i]));
      const V b(static_cast<double>(x[half + i]));
      out[i * n + i] = narrowed<T>(times_gate(V(1.0), b));
      out[i * n + half + i] = narrowed<T>(times_gradient(V(1.0), a, b));
    }
  }

  /// a gate(b)
  template <class V>
  static V times_gate(V a, V b) {
    return finished(product(Gate::value(b), normalized(a)));
  }

 private:
  /// g a gate'(b)
  template <class V>
  static V times_gradient(V g, V a, V b) {
    return finished(product(product(Gate::gradient(b), normalized(a)), normalized(g)));
  }

  template <class T>
  static T narrowed(double x) {
    return static_cast<T>(x);
  }
  template <class T>
  static T narrowed(math::Single<double> x) {
    return static_cast<T>(x.raw);
  }
};

/// Sigmoid and its like, from e = e^-|b|. Beyond the limit e is 0.
template <class V>
struct Decayed {
  math::Wide<V> significand;  ///< of e
  V exponent;
  math::Wide<V> number;       ///< e, beside 1
  math::Wide<V> denominator;  ///< 1 + e

  static constexpr double limit = math::is_single<V> ? 690.0 : 1400.0;

  explicit Decayed(V b) {
    const V size = math::abs(b);
    const math::Scaled<V> e = math::scaled(math::exponential(-math::at_most(size, V(limit))));
    significand = math::chosen(size > V(limit), math::wide(V(0.0)), e.significand);
    exponent = e.exponent;
    number = math::beside_one(math::Scaled<V>{significand, exponent});
    denominator = math::fast_plus(V(1.0), number);
  }

  /// 1 / (1 + e^-b)
  math::Scaled<V> logistic(V b) const {
    const auto negative = b < V(0.0);
    return {math::over(math::chosen(negative, significand, math::wide(V(1.0))), denominator),
            math::select(negative, exponent, V(0.0))};
  }
};

}  // namespace activation
