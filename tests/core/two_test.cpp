#include "math/two.hpp"

#include "catch.hpp"

#include <cmath>
#include <cstdint>

using activation::math::Two;
namespace math = activation::math;

namespace {

/// The same pseudo-random numbers on every machine, of magnitudes around 1.
struct Random {
  std::uint64_t state = 42;
  double operator()() {
    state = state * 6364136223846793005U + 1442695040888963407U;
    const auto high = static_cast<double>(state >> 11);
    return (high * 0x1p-53 - 0.5) * std::ldexp(1.0, static_cast<int>(state >> 40) % 12 - 6);
  }
};

}  // namespace

TEST_CASE("sums and products of two numbers are exact") {
  Random random;
  for (int i = 0; i < 2000; ++i) {
    const double a = random();
    const double b = random();
    const Two<double> product = math::two_product(a, b);
    REQUIRE(product.hi == a * b);
    REQUIRE(product.lo == std::fma(a, b, -product.hi));
    const Two<double> sum = math::two_sum(a, b);
    REQUIRE(sum.hi == a + b);
    const Two<double> ordered = std::fabs(a) > std::fabs(b) ? math::fast_two_sum(a, b) : math::fast_two_sum(b, a);
    REQUIRE(ordered.hi == sum.hi);
    REQUIRE(ordered.lo == sum.lo);
  }
  CHECK(math::two_sum(1.0, 0x1p-80).lo == 0x1p-80);
}

TEST_CASE("a quotient times its divisor is the dividend to 100 bits") {
  Random random;
  for (int i = 0; i < 2000; ++i) {
    const Two<double> a = math::two_sum(random(), random() * 0x1p-54);
    const Two<double> b = math::two_sum(random(), random() * 0x1p-54);
    const Two<double> back = math::times(math::over(a, b), b);
    const Two<double> difference = math::plus(back, math::negated(a));
    REQUIRE(std::fabs(math::rounded(difference)) <= 0x1p-98 * std::fabs(a.hi));
  }
}

TEST_CASE("a product with a plain number is that with a pair without a low half") {
  Random random;
  for (int i = 0; i < 100; ++i) {
    const Two<double> a = math::two_sum(random(), random() * 0x1p-54);
    const double b = random();
    const Two<double> plain = math::times(a, b);
    const Two<double> pair = math::times(a, Two<double>{b, 0});
    REQUIRE(plain.hi == pair.hi);
    REQUIRE(plain.lo == pair.lo);
  }
}
