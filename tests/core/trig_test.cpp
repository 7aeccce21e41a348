#include "math/trig.hpp"

#include "catch.hpp"

#include <cmath>
#include <limits>

namespace math = activation::math;

namespace {

using Lanes = math::Lanes<double, 2>;

template <unsigned eighths>
double sine(double x) {
  return math::rounded(math::sine<eighths>(x));
}

bool is_close(double a, double b) { return std::fabs(a - b) < 1e-14; }

}  // namespace

TEST_CASE("sines of large angles and next to multiples of pi/2 are right to the last bit") {
  CHECK(sine<0>(355) == -0x1.f9bd0307d1de3p-16);
  CHECK(sine<0>(710) == 0x1.f9bd0303f6fafp-15);
  CHECK(sine<0>(0x1.ffffffffde721p+15) == 0x1.62567f6e3b7f6p-1);  // on both sides of the change of method
  CHECK(sine<0>(0x1p+16) == 0x1.62566735b8513p-1);
  CHECK(sine<2>(-0x1p+16) == -0x1.719453109288bp-1);
  CHECK(sine<0>(std::numeric_limits<double>::max()) == 0x1.452fc98b34e97p-8);
  CHECK(sine<2>(std::numeric_limits<double>::max()) == -0x1.fffe62ecfab75p-1);
  // The double nearest to an odd multiple of pi/2, relative to itself.
  CHECK(sine<2>(0x1.6ac5b262ca1ffp+849) == -0x1.14ae72e6ba22fp-61);
  CHECK(sine<0>(0x1.6ac5b262ca1ffp+849) == 1);
}

TEST_CASE("a near and a far angle side by side are as exact as alone") {
  for (const double far : {0x1p+16, -12345678.9, 1e22, -1e300}) {
    for (const double near : {0.25, -3.0, 60000.0}) {
      const auto y = math::rounded(math::sine<0>(Lanes(Lanes::Raw{near, far})));
      CHECK(y.raw[0] == sine<0>(near));
      CHECK(y.raw[1] == sine<0>(far));
    }
  }
}

TEST_CASE("an angle with a low half, and with an exponent of its own") {
  const auto at = [](double high, double low, double power) {
    return math::rounded(math::sine<0>(math::Two<double>{high, low}, power));
  };
  CHECK(is_close(at(0x1p+100, 0.75, 0), std::sin(0x1p+100) * std::cos(0.75) + std::cos(0x1p+100) * std::sin(0.75)));
  CHECK(is_close(at(0x1p+100, 0x1p-40, 0), std::sin(0x1p+100) + 0x1p-40 * std::cos(0x1p+100)));
  CHECK(is_close(at(0x1p+900, 0, 64), std::sin(0x1p+964)));
  CHECK(std::isnan(at(std::numeric_limits<double>::infinity(), 0, 0)));
}
