#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace activation {

/// Results boiled down to one number: where it is the same on two machines, so is every bit of the results.
struct Digest {
  std::uint64_t bits = 0;
  std::uint64_t results = 0;  ///< how many numbers went into it
  /// How many of them came out as other bits in an array than alone. They change `bits` too.
  std::uint64_t disagreements = 0;
};

/// The digest of one function of the catalog: value, gradient and curvature, or value, vector-Jacobian product and
/// Jacobian, at more than 100,000 inputs that are always the same, in float64 and float32; and of a curve of it. Inputs
/// are special values, every exponent, random bit patterns, and many where functions bend. Parameters are the standard
/// ones and, at fewer inputs, the ends of their sliders. Every NaN counts as the same one. Takes some 50 ms.
Digest digest(std::size_t function);

/// The digest of all functions is Digest{} extended by that of each, in the order of the catalog.
Digest extended(const Digest& all, const Digest& one);
Digest digest();

/// "0x" and 16 digits.
std::string digest_text(std::uint64_t bits);

}  // namespace activation
