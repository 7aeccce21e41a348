#include <activation/random.hpp>

#include "random/log.hpp"
#include "random/ziggurat.hpp"

#include <cstddef>

namespace activation {
namespace {

__extension__ using Wide = unsigned __int128;

Wide wide(std::uint64_t low, std::uint64_t high) { return (Wide{high} << 64) | low; }

constexpr std::uint64_t multiplier_high = 0x2360ed051fc65da4;
constexpr std::uint64_t multiplier_low = 0x4385df649fccf645;

void step(GeneratorState& generator) {
  const Wide state = wide(generator.state[0], generator.state[1]) * wide(multiplier_low, multiplier_high) +
                     wide(generator.increment[0], generator.increment[1]);
  generator.state[0] = static_cast<std::uint64_t>(state);
  generator.state[1] = static_cast<std::uint64_t>(state >> 64);
}

std::uint64_t next(GeneratorState& generator) {
  step(generator);
  const std::uint64_t folded = generator.state[1] ^ generator.state[0];
  const std::uint64_t turn = generator.state[1] >> 58;
  return (folded >> turn) | (folded << (-turn & 63));
}

double uniform(GeneratorState& generator) { return static_cast<double>(next(generator) >> 11) * 0x1p-53; }

double normal(GeneratorState& generator, const random::Ziggurat& ziggurat) {
  for (;;) {
    const std::uint64_t word = next(generator);
    const std::size_t layer = word & 0xff;
    const bool negative = (word & 0x100) != 0;
    const std::uint64_t place = (word >> 9) & 0xfffffffffffff;
    const double x = static_cast<double>(place) * ziggurat.width[layer];
    if (place < ziggurat.inside[layer]) return negative ? -x : x;
    if (layer == 0) {
      for (;;) {
        const double beyond = -random::inverse_edge * random::log1p(-uniform(generator));
        const double y = -random::log1p(-uniform(generator));
        if (y + y <= beyond * beyond) continue;
        const double far = random::edge + beyond;
        return ((place >> 8) & 1) != 0 ? -far : far;
      }
    }
    const double top = ziggurat.height[layer - 1];
    const double bottom = ziggurat.height[layer];
    if ((top - bottom) * uniform(generator) + bottom < random::density(x)) return negative ? -x : x;
  }
}

/// NumPy's SeedSequence for one 32-bit number, without spawn keys; after M. E. O'Neill's randutils.
class SeedSequence {
 public:
  explicit SeedSequence(std::uint32_t seed) {
    std::uint32_t constant = 0x43b0d7e5U;
    const auto hashed = [&](std::uint32_t value) {
      value ^= constant;
      constant *= 0x931e8875U;
      value *= constant;
      return value ^ (value >> 16);
    };
    for (std::size_t i = 0; i < 4; ++i) pool_[i] = hashed(i == 0 ? seed : 0);
    for (std::size_t from = 0; from < 4; ++from) {
      for (std::size_t to = 0; to < 4; ++to) {
        if (from == to) continue;
        const std::uint32_t mixed = 0xca01f9ddU * pool_[to] - 0x4973f715U * hashed(pool_[from]);
        pool_[to] = mixed ^ (mixed >> 16);
      }
    }
  }

  std::uint32_t next() {
    std::uint32_t value = pool_[at_++ % 4] ^ constant_;
    constant_ *= 0x58f38dedU;
    value *= constant_;
    return value ^ (value >> 16);
  }

  std::uint64_t next_pair() {
    const std::uint64_t low = next();
    return low | (std::uint64_t{next()} << 32);
  }

 private:
  std::uint32_t pool_[4]{};
  std::uint32_t constant_ = 0x8b51f9ddU;
  std::size_t at_ = 0;
};

}  // namespace

GeneratorState generator_seed(std::uint32_t seed) {
  SeedSequence words(seed);
  std::uint64_t drawn[4];
  for (std::uint64_t& word : drawn) word = words.next_pair();
  const Wide start = wide(drawn[1], drawn[0]);
  GeneratorState generator{.state = {0, 0}, .increment = {(drawn[3] << 1) | 1, (drawn[2] << 1) | (drawn[3] >> 63)}};
  step(generator);
  const Wide state = wide(generator.state[0], generator.state[1]) + start;
  generator.state[0] = static_cast<std::uint64_t>(state);
  generator.state[1] = static_cast<std::uint64_t>(state >> 64);
  step(generator);
  return generator;
}

void generator_uniform(GeneratorState& state, std::span<double> out) {
  for (double& x : out) x = uniform(state);
}

void generator_normal(GeneratorState& state, std::span<double> out) {
  const random::Ziggurat& ziggurat = random::ziggurat();
  for (double& x : out) x = normal(state, ziggurat);
}

}  // namespace activation
