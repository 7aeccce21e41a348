#include "math/exp.hpp"

#include "catch.hpp"

#include <cmath>
#include <limits>

using activation::math::Two;
namespace math = activation::math;

namespace {

long double sum(Two<double> a) { return static_cast<long double>(a.hi) + static_cast<long double>(a.lo); }

/// long double judges where it has 64 bits, on x86-64. Under Emscripten it has 113, of which musl's expl sets 53 right.
constexpr bool can_judge = std::numeric_limits<long double>::digits == 64;
constexpr long double bound = 0x1p-58L;

/// r^2 q is 2^-5.5 of r, its rounding as much of 2^-53, and that of the sum comes on top.
constexpr long double bound_minus_one = 0x1p-57L;

}  // namespace

TEST_CASE("e^x has more bits than a double, from 0 to where it underflows") {
  if (!can_judge) return;
  for (int i = 0; i <= 70000; ++i) {
    const double x = -0.01 * i - 0.00037 * (i % 7);
    const auto e = math::exponential(x);
    const long double expected = std::exp(static_cast<long double>(x));
    const long double computed = std::ldexp(sum(math::significand(e)), static_cast<int>(e.exponent));
    if (!(std::fabs(computed - expected) <= bound * expected)) FAIL("e^" << x);
  }
}

TEST_CASE("e^x - 1 has them too, however small x is") {
  if (!can_judge) return;
  for (int i = 0; i <= 60000; ++i) {
    const double x = i < 40000 ? -0.001 * i : -std::ldexp(1.2345, -(i - 40000) / 50);
    const long double expected = std::expm1(static_cast<long double>(x));
    const long double computed = sum(math::minus_one(math::exponential(x)));
    if (!(std::fabs(computed - expected) <= bound_minus_one * std::fabs(expected))) {
      FAIL("e^" << x << " - 1");
    }
  }
}

TEST_CASE("the low half of the argument counts") {
  if (!can_judge) return;
  const Two<double> x{-1.0, -0x1p-55};
  const long double expected = std::exp(-1.0L - 0x1p-55L);
  const auto e = math::exponential(x);
  const long double computed = std::ldexp(sum(math::significand(e)), static_cast<int>(e.exponent));
  CHECK(std::fabs(computed - expected) <= bound * expected);
}

TEST_CASE("e^0 is 1 and the exponential of NaN is NaN") {
  CHECK(math::rounded(math::significand(math::exponential(0.0))) == 1);
  CHECK(math::rounded(math::minus_one(math::exponential(0.0))) == 0);
  CHECK(std::isnan(math::significand(math::exponential(std::numeric_limits<double>::quiet_NaN())).hi));
}
