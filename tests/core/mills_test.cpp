#include "math/mills.hpp"

#include "catch.hpp"

#include <cmath>

using activation::math::Two;
namespace math = activation::math;

namespace {

/// By mpmath, with 400 bits: e^(t^2/2) Phi(-t) and e^(t^2/2) (Phi(-t) - t phi(t)).
struct Row {
  double t;
  Two<double> tail;
  Two<double> difference;
};

constexpr Row rows[] = {
    {0x0.0p+0, {0x1.0000000000000p-1, 0x0.0p+0}, {0x1.0000000000000p-1, 0x0.0p+0}},
    {0x1.0000000000000p-30,
     {0x1.fffffff99deebp-2, 0x1.8d7935ee4d011p-57},
     {0x1.fffffff33bdd6p-2, 0x1.897935ee5583dp-56}},
    {0x1.0000000000000p-1,
     {0x1.66027ad4c24afp-2, 0x1.afd28a45ae232p-58},
     {0x1.3380a26c4130ep-3, -0x1.5c55e7ce691d2p-57}},
    {0x1.8000000000000p-1,
     {0x1.3370237bca626p-2, 0x1.5b5ccb581f89cp-59},
     {0x1.0ce50dd7d69a1p-10, 0x1.e1bdb09e71a36p-67}},
    {0x1.4000000000000p+0,
     {0x1.d898de09c6f19p-3, 0x1.d6ac48da9b5e4p-57},
     {-0x1.1258f907b0c58p-2, 0x1.503961fdeba64p-59}},
    {0x1.8000000000000p+1,
     {0x1.f1b89c231e9b8p-4, -0x1.da9b41d833643p-58},
     {-0x1.1347b4abc0a21p+0, 0x1.d937516c6535dp-57}},
    {0x1.e000000000000p+2,
     {0x1.ac6292bdbbfdcp-5, 0x1.4eeb71192e8b4p-61},
     {-0x1.784a83be783ecp+1, -0x1.3eb13ac44bf4ep-55}},
    {0x1.4000000000000p+4,
     {0x1.4600a61e969bep-6, 0x1.dcd44ab33de4ap-63},
     {-0x1.fd5f676675a7bp+2, 0x1.b76512de316b1p-55}},
    {0x1.2800000000000p+5,
     {0x1.610decaafa05ep-7, -0x1.eda84a3737beap-62},
     {-0x1.d800bcc3ab2e5p+3, -0x1.75360801c8e79p-54}},
    {0x1.80ead197f00b4p-1,
     {0x1.331e9a233c13ap-2, 0x1.a6702adde7e69p-59},
     {-0x1.3bdb95217ce99p-57, 0x1.d4f78488d77f1p-111}},
    {0x1.80ead197f00b5p-1,
     {0x1.331e9a233c13ap-2, -0x1.2e73047ec89d0p-56},
     {-0x1.4c8ddeb972b63p-54, 0x1.76e3ba56e1d1fp-108}},
    {0x1.80ead197f00b3p-1,
     {0x1.331e9a233c13ap-2, 0x1.980f0f364296bp-56},
     {0x1.fb2df2e226f79p-55, 0x1.57ddcc52426e2p-109}},
    {0x1.80ead19ff00b4p-1,
     {0x1.331e9a2075919p-2, -0x1.6e333c2319e06p-57},
     {-0x1.25126c638c698p-31, -0x1.b6579ee1798d6p-86}},
};

/// |a / b - 1| of two pairs
double deviation(Two<double> a, Two<double> b) {
  return std::fabs(math::rounded(math::plus(a, math::negated(b))) / b.hi);
}

/// Takes the factor e^(-t^2/2) out again.
template <class Scaled>
Two<double> without_bell(const Scaled& a, double t) {
  const auto bell = math::bell(t);
  REQUIRE(a.exponent == bell.exponent);
  return math::over(a.significand, bell.significand);
}

}  // namespace

TEST_CASE("the normal tail has more bits than a double") {
  for (const Row& row : rows) {
    CAPTURE(row.t);
    CHECK(deviation(without_bell(math::normal_tail(row.t), row.t), row.tail) < 0x1p-55);
  }
}

TEST_CASE("GELU's gradient keeps them next to its root, where it is 1e-17") {
  for (const Row& row : rows) {
    CAPTURE(row.t);
    // The double nearest to the root is 2^-56 away, and that is known to 53 bits.
    CHECK(deviation(without_bell(math::normal_tail_less_density(row.t), row.t), row.difference) < 0x1p-54);
  }
}

TEST_CASE("GELU's curvature is exact to the bit next to the square root of 2") {
  // 2 - t^2 for t = RN(sqrt(2)) and its neighbour, exactly.
  const double density = math::density_at_0.hi;
  for (const double t : {0x1.6a09e667f3bcdp+0, 0x1.6a09e667f3bccp+0}) {
    const double difference = -std::fma(t, t, -2.0);
    const double expected = density * std::exp(-t * t / 2) * difference;
    CHECK(std::fabs(math::rounded(math::normal_bend(t)) / expected - 1) < 1e-15);
  }
}

TEST_CASE("beyond t = 39 nothing changes") {
  CHECK(math::clamped(38.0) == 38);
  CHECK(math::clamped(1e300) == 39);
  CHECK(math::rounded(math::normal_tail(39.0)) == 0);
  CHECK(math::rounded(math::normal_tail(38.4)) > 0);
}
