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

TEST_CASE("e^x over the whole range is what mpmath says, rounded once, and overflows where a double ends") {
  // e^x in 200 bits, rounded to double: mpmath 1.3.
  const double points[][2] = {
      {0x1.0000000000000p+0, 0x1.5bf0a8b145769p+1},     {0x1.0000000000000p+1, 0x1.d8e64b8d4ddaep+2},
      {0x1.999999999999ap-4, 0x1.1aec7b35a00d4p+0},     {0x1.0000000000000p-1, 0x1.a61298e1e069cp+0},
      {0x1.4000000000000p+3, 0x1.5829dcf950560p+14},    {0x1.62e147ae147aep+6, 0x1.fe8c665382968p+127},
      {0x1.2c40000000000p+8, 0x1.1fda3eaeb3d0ep+433},   {0x1.6280000000000p+9, 0x1.d422d2be5dc9bp+1022},
      {0x1.62e3d70a3d70ap+9, 0x1.fe9ce5c4c52b4p+1023},  {0x1.62e42fefa39efp+9, 0x1.fffffffffff2ap+1023},
      {-0x1.0000000000000p+0, 0x1.78b56362cef38p-2},    {-0x1.4800000000000p+4, 0x1.57a3afeed00abp-30},
      {-0x1.6240000000000p+9, 0x0.e6cf6d08897acp-1022}, {-0x1.7490a3d70a3d7p+9, 0x0.0000000000001p-1022},
  };
  for (const auto& [x, expected] : points) {
    CAPTURE(x);
    CHECK(math::exp(x) == expected);
  }
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(math::exp(0.0) == 1);
  CHECK(math::exp(0x1.62e42fefa39fp+9) == infinity);
  CHECK(math::exp(1e308) == infinity);
  CHECK(math::exp(infinity) == infinity);
  CHECK(math::exp(-745.14) == 0);
  CHECK(math::exp(-1e308) == 0);
  CHECK(math::exp(-infinity) == 0);
  CHECK(std::isnan(math::exp(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("e^x of positive numbers is within 0.54 ulp") {
  if (!can_judge) return;
  for (int i = 0; i <= 70978; ++i) {
    const double x = 0.01 * i;
    const long double expected = std::exp(static_cast<long double>(x));
    const double computed = math::exp(x);
    const long double ulp = std::ldexp(1.0L, std::ilogb(expected) - 52);
    if (!(std::fabs(static_cast<long double>(computed) - expected) <= 0.54L * ulp)) FAIL("e^" << x);
  }
}
