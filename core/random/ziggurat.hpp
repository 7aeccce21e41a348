#pragma once

#include <cstdint>

namespace activation::random {

/// Where NumPy's ziggurat ends and the tail begins.
inline constexpr double edge = 3.6541528853610088;
inline constexpr double inverse_edge = 0.27366123732975828;

/// The layers of NumPy's ziggurat for the normal distribution, from the tail (0) and the top (1) down to the widest
/// (255): 52-bit numbers below inside[i] lie under the curve, width[i] scales them to x, height[i] is the density there.
struct Ziggurat {
  std::uint64_t inside[256];
  double width[256];
  double height[256];
};

/// NumPy carries three tables of 256 numbers, which would be 6 kB of the module; they are made here in 20 microseconds
/// instead, to the same bits, when first asked for.
const Ziggurat& ziggurat();

/// e^(-x*x/2) for |x| <= 3.66.
double density(double x);

}  // namespace activation::random
