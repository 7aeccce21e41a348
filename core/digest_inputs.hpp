#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

// The inputs of digest.cpp. Each can be made from its index alone, so that none has to be stored.

namespace activation {

/// The i-th number of splitmix64 with this seed. G. L. Steele, D. Lea and C. H. Flood 2014, doi:10.1145/2660193.2660195.
constexpr std::uint64_t splitmix64(std::uint64_t seed, std::uint64_t i) {
  std::uint64_t z = seed + (i + 1) * 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

/// From [-1, 1).
constexpr double uniform(std::uint64_t seed, std::uint64_t i) {
  return static_cast<double>(splitmix64(seed, i) >> 11) * 0x1p-52 - 1;
}

/// Numbers for elementwise functions, of type double or float.
template <class T>
class ElementwiseInputs {
  using Bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
  using Limits = std::numeric_limits<T>;
  static constexpr unsigned mantissa_bits = Limits::digits - 1;
  static constexpr unsigned exponents =
      2 * Limits::max_exponent - 1;  ///< of finite numbers, that of subnormals included

  static constexpr std::size_t per_exponent = 3 * 2;
  static constexpr std::size_t of_exponents = exponents * per_exponent;
  static constexpr std::size_t dense = 32768;
  static constexpr std::size_t eighths = 3 * 257;
  static constexpr std::size_t wide = 24576;
  static constexpr std::size_t small = 16384;
  static constexpr std::size_t random = 28672;
  static constexpr std::array<T, 3> special = {Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN()};

 public:
  static constexpr std::size_t count = special.size() + of_exponents + dense + eighths + wide + small + random;
  static_assert(count >= 100'000);

  static T at(std::size_t i) {
    if (i < special.size()) return special[i];
    i -= special.size();
    if (i < of_exponents) return with_exponent(i);
    i -= of_exponents;
    if (i < dense) return static_cast<T>((static_cast<double>(i) - dense / 2 + uniform(1, i)) * 0x1p-10);
    i -= dense;
    if (i < eighths) return beside_eighth(i);
    i -= eighths;
    if (i < wide) return static_cast<T>(uniform(2, i) * (i % 4 == 0 ? 1024 : i % 4 == 1 ? 128 : 40));
    i -= wide;
    if (i < small) return static_cast<T>(uniform(3, i) / static_cast<double>(1ULL << (i % 48)));
    i -= small;
    return __builtin_bit_cast(T, static_cast<Bits>(splitmix64(4, i)));
  }

 private:
  /// Each exponent with the least, a random and the greatest mantissa, and both signs; the zeros are among them.
  static T with_exponent(std::size_t i) {
    constexpr Bits ones = (Bits{1} << mantissa_bits) - 1;
    const Bits mantissas[3] = {0, static_cast<Bits>(splitmix64(5, i)) & ones, ones};
    const auto sign = static_cast<Bits>(i % 2) << (8 * sizeof(T) - 1);
    return __builtin_bit_cast(
        T, static_cast<Bits>(sign | static_cast<Bits>(i / per_exponent) << mantissa_bits | mantissas[i / 2 % 3]));
  }

  /// Multiples of 1/8 and the numbers next to them: where kinks are.
  static T beside_eighth(std::size_t i) {
    const T x = static_cast<T>(static_cast<double>(i / 3) - 128) / 8;
    const auto bits = __builtin_bit_cast(Bits, x);
    return x == 0 ? x : __builtin_bit_cast(T, static_cast<Bits>(bits + i % 3 - 1));
  }
};

/// Vectors for vector functions: lengths from 1 to 600, of several kinds.
struct VectorInputs {
  static constexpr std::size_t longest = 600;
  static constexpr std::size_t kinds = 6;
  static constexpr std::size_t rounds = 6;

  static constexpr std::size_t length(std::size_t i) {
    constexpr std::array<std::size_t, 9> longer = {64, 100, 128, 200, 256, 300, 400, 512, longest};
    return i < 40 ? i + 1 : longer[i - 40];
  }
  static constexpr std::size_t lengths = 49;

  /// The i-th logit of a vector.
  template <class T>
  static T at(std::size_t kind, std::uint64_t seed, std::size_t i) {
    const double u = uniform(seed, i);
    switch (kind) {
      case 0: return static_cast<T>(4 * u);
      case 1: return static_cast<T>(60 * u);
      case 2: return static_cast<T>(1000 + 3 * u);
      case 3:  // many of which are equal
        return static_cast<T>(static_cast<int>(8 * u)) / 4;
      case 4: return i % 3 == 1 ? -std::numeric_limits<T>::infinity() : static_cast<T>(2 * u);
      default: {  // any bits but those of NaN and the infinities, by taking a bit of the exponent away
        const std::uint64_t bits = splitmix64(seed, i);
        if constexpr (sizeof(T) == 8) {
          return __builtin_bit_cast(double, bits & ~0x0010'0000'0000'0000ULL);
        } else {
          return __builtin_bit_cast(float, static_cast<std::uint32_t>(bits) & ~0x0080'0000U);
        }
      }
    }
  }
};

}  // namespace activation
