#include <activation/ulp.hpp>

#include "catch.hpp"

#include <cmath>
#include <limits>

using activation::ulp_error;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("the error measure sees half an ulp, a lost sign and a missing NaN") {
  CHECK(ulp_error(1.0, 1.0, 0.25) == 0.25);
  CHECK(ulp_error(1.0 + 0x1p-52, 1.0, 0.25) == 0.75);
  CHECK(ulp_error(1.0F + 0x1p-23F, 1.0, 0.25) == 0.75);
  CHECK(ulp_error(-1.0, 1.0, 0.0) > 1e15);
  CHECK(ulp_error(0.0, no_number, 0.0) == infinity);
  CHECK(ulp_error(no_number, 0.0, 0.0) == infinity);
  CHECK(ulp_error(no_number, no_number, 0.0) == 0);
  CHECK(ulp_error(infinity, 1e308, 0.0) == infinity);
  CHECK(ulp_error(infinity, infinity, 0.0) == 0);
}

TEST_CASE("an ulp is that of the binade of the exact value, which may lie below the one it rounds to") {
  CHECK(ulp_error(1.0 - 0x1p-53, 1.0, -0.25) == 0.75);
  CHECK(ulp_error(1.0 + 0x1p-52, 1.0, -0.25) == 2.25);
  CHECK(ulp_error(-1.0 - 0x1p-52, -1.0, 0.25) == 2.25);
}

TEST_CASE("below the normal numbers the ulp is the least subnormal, in either format") {
  CHECK(std::fabs(ulp_error(0x1p-1074, 0.0, 0.4) - 0.6) < 1e-12);
  CHECK(ulp_error(0x3p-1074, 0x1p-1074, 0.5) == 1.5);
  CHECK(ulp_error(0x3p-149F, 0x1p-149, 0.0) == 2);
}
