#include "math/number.hpp"

#include "catch.hpp"

#include <cmath>
#include <limits>

using namespace activation;

TEST_CASE("top_half keeps 26 bits and leaves 26") {
  for (const double x : {1.0, -1.0 / 3, 3.14159265358979, 1e300, 1e-300, 0x1.fffffffffffffp0, 0x1p-1074, 0.0}) {
    const double top = math::top_half(x);
    const double rest = x - top;
    CHECK(math::top_half(top) == top);
    CHECK(top + rest == x);
    if (x > 1e100) continue;  // where the squares overflow
    CHECK(std::fma(top, top, -(top * top)) == 0);
    CHECK(std::fma(rest, rest, -(rest * rest)) == 0);
  }
}

TEST_CASE("sign and magnitude are taken apart and put together") {
  CHECK(math::abs(-2.5) == 2.5);
  CHECK_FALSE(std::signbit(math::abs(-0.0)));
  CHECK(std::signbit(math::copysign(0.0, -1.0)));
  CHECK(math::copysign(-3.0, 1.0) == 3);
}

TEST_CASE("nearest rounds to integers, ties to even") {
  CHECK(math::nearest(2.5) == 2);
  CHECK(math::nearest(3.5) == 4);
  CHECK(math::nearest(-1.2) == -1);
  CHECK(math::nearest(1154.9) == 1155);
}

TEST_CASE("pow2 is exact over the normal exponents") {
  for (int k = -1022; k <= 1023; ++k) REQUIRE(math::pow2(static_cast<double>(k)) == std::ldexp(1.0, k));
}

TEST_CASE("scale rounds a subnormal result once") {
  for (int k = -2000; k <= 1022; ++k) {
    for (const double y : {1.0, 1.37, -0.70710678118654752}) {
      REQUIRE(math::scale(y, static_cast<double>(k)) == std::ldexp(y, k));
    }
  }
}

TEST_CASE("a polynomial of any length is the sum of its terms") {
  const double c4[] = {1, 2, 3, 4};
  const double c5[] = {1, 2, 3, 4, 5};
  const double c6[] = {1, 2, 3, 4, 5, 6};
  const double c7[] = {1, 2, 3, 4, 5, 6, 7};
  const double c8[] = {1, 2, 3, 4, 5, 6, 7, 8};
  const double c11[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  const auto horner = [](const auto& c, double x) {
    double sum = 0;
    for (std::size_t i = std::size(c); i > 0; --i) sum = sum * x + c[i - 1];
    return sum;
  };
  for (const double x : {-3.0, -1.0, 0.0, 0.5, 2.0}) {  // all sums are exact
    CHECK(math::polynomial(c4, x) == horner(c4, x));
    CHECK(math::polynomial(c5, x) == horner(c5, x));
    CHECK(math::polynomial(c6, x) == horner(c6, x));
    CHECK(math::polynomial(c7, x) == horner(c7, x));
    CHECK(math::polynomial(c8, x) == horner(c8, x));
    CHECK(math::polynomial(c11, x) == horner(c11, x));
  }
}
