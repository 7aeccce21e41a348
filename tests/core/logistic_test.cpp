#include "math/logistic.hpp"

#include "catch.hpp"

#include <cmath>
#include <limits>

namespace math = activation::math;

namespace {

bool close(double computed, long double expected) {
  return std::fabs(static_cast<long double>(computed) - expected) <= 0x1.2p-53L * std::fabs(expected);
}

}  // namespace

TEST_CASE("the logistic function and its derivatives are right to the last bit far from 0") {
  if (std::numeric_limits<long double>::digits != 64) return;  // musl's expl and tanhl have 53 right
  for (int i = -3000; i <= 3000; ++i) {
    const double x = 0.037 * i + 0.001;
    CAPTURE(x);
    const long double e = std::exp(-std::fabs(static_cast<long double>(x)));
    const long double slope = e / ((1 + e) * (1 + e));
    const long double half_tanh = std::tanh(static_cast<long double>(x) / 2);
    REQUIRE(close(math::logistic(x), x > 0 ? 1 / (1 + e) : e / (1 + e)));
    REQUIRE(close(math::logistic_gradient(x, 0.0), slope));
    REQUIRE(close(math::logistic_curvature(x, 0.0), -slope * half_tanh));
    REQUIRE(close(math::logistic_tanh(x), half_tanh));
  }
}

TEST_CASE("the textbook's s (1 - s) is 0 where the gradient is not") {
  const double s = math::logistic(40.0);
  CHECK(s * (1 - s) == 0);
  CHECK(math::logistic_gradient(40.0, 0.0) > 4.2e-18);
}

TEST_CASE("a power of two is applied before the result underflows") {
  CHECK(math::logistic_gradient(745.0, 0.0) == 0x1p-1074);
  CHECK(math::logistic_gradient(745.0, 4.0) == 9 * 0x1p-1074);
  CHECK(math::logistic_gradient(746.0, 0.0) == 0);
  CHECK(math::logistic_gradient(746.0, 3.0) > 0);
}
