#include <activation/random.hpp>

#include "random/log.hpp"

#include <cstddef>

namespace activation {
namespace {

constexpr std::size_t words = 624;
constexpr std::size_t distance = 397;

/// Makes the next 624 words of the Mersenne Twister.
void twist(LegacyState& state) {
  std::uint32_t* const key = state.key;
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint32_t mixed = (key[i] & 0x80000000U) | (key[(i + 1) % words] & 0x7fffffffU);
    key[i] = key[(i + distance) % words] ^ (mixed >> 1) ^ ((mixed & 1) != 0 ? 0x9908b0dfU : 0);
  }
  state.position = 0;
}

std::uint32_t next(LegacyState& state) {
  if (state.position >= words) twist(state);
  std::uint32_t y = state.key[state.position++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680U;
  y ^= (y << 15) & 0xefc60000U;
  return y ^ (y >> 18);
}

double uniform(LegacyState& state) {
  const std::uint32_t high = next(state) >> 5;
  const std::uint32_t low = next(state) >> 6;
  return (high * 67108864.0 + low) / 9007199254740992.0;
}

double normal(LegacyState& state) {
  if (state.has_spare != 0) {
    state.has_spare = 0;
    return state.spare;
  }
  double x1 = 0;
  double x2 = 0;
  double square = 0;
  do {
    x1 = 2.0 * uniform(state) - 1.0;
    x2 = 2.0 * uniform(state) - 1.0;
    square = x1 * x1 + x2 * x2;
  } while (square >= 1.0 || square == 0.0);
  const double factor = __builtin_sqrt(-2.0 * random::log(square) / square);
  state.spare = factor * x1;
  state.has_spare = 1;
  return factor * x2;
}

}  // namespace

LegacyState legacy_seed(std::uint32_t seed) {
  LegacyState state{};
  state.key[0] = seed;
  for (std::uint32_t i = 1; i < words; ++i) {
    const std::uint32_t before = state.key[i - 1];
    state.key[i] = 1812433253U * (before ^ (before >> 30)) + i;
  }
  state.position = words;
  return state;
}

void legacy_uniform(LegacyState& state, std::span<double> out) {
  for (double& x : out) x = uniform(state);
}

void legacy_normal(LegacyState& state, std::span<double> out) {
  for (double& x : out) x = normal(state);
}

}  // namespace activation
