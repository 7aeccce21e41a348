#pragma once

#include <activation/status.hpp>

#include <cstdint>
#include <span>

namespace activation {

// NumPy's random numbers, bit for bit: the legacy functions behind np.random.seed, and the generators that
// np.random.default_rng makes. The state is the caller's: a stream goes on where its state was left.

/// What np.random.seed sets: a Mersenne Twister, and the second of two Gaussians that were made together.
/// M. Matsumoto and T. Nishimura, Mersenne Twister, ACM TOMACS 8 (1998).
struct LegacyState {
  std::uint32_t key[624];
  std::uint32_t position;
  std::uint32_t has_spare;
  double spare;
};

LegacyState legacy_seed(std::uint32_t seed);

/// np.random.rand: uniform on [0, 1) with 53 bits.
void legacy_uniform(LegacyState& state, std::span<double> out);

/// np.random.randn: Gaussians by Marsaglia's polar method, which makes two at a time and keeps the second for the next
/// call. G. Marsaglia and T. A. Bray, SIAM Review 6 (1964).
void legacy_normal(LegacyState& state, std::span<double> out);

/// What np.random.default_rng(seed) holds: PCG64 (XSL-RR 128/64), M. E. O'Neill 2014, HMC-CS-2014-0905.
/// Low word first.
struct GeneratorState {
  std::uint64_t state[2];
  std::uint64_t increment[2];
};

/// Seeded through NumPy's SeedSequence, which spreads the seed over all 256 bits.
GeneratorState generator_seed(std::uint32_t seed);

/// Generator.random: uniform on [0, 1) with 53 bits.
void generator_uniform(GeneratorState& state, std::span<double> out);

/// Generator.standard_normal: Gaussians by the ziggurat method with 256 layers.
/// G. Marsaglia and W. W. Tsang, The ziggurat method for generating random variables, J. Stat. Softw. 5 (2000).
void generator_normal(GeneratorState& state, std::span<double> out);

}  // namespace activation
