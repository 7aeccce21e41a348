#include "vectors.hpp"

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <vector>

// GLU and its variants: a times a gate of b.

using vectors::jacobian;
using vectors::value;
using vectors::vjp;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double sigmoid(double b) { return golden::evaluate(activation::find("sigmoid"), activation::Quantity::value, b, {}); }
double gelu(double b) { return golden::evaluate(activation::find("gelu"), activation::Quantity::value, b, {}); }
double gelu_gradient(double b) {
  return golden::evaluate(activation::find("gelu"), activation::Quantity::gradient, b, {});
}

}  // namespace

TEST_CASE("gated units halve their input, and refuse an odd one") {
  for (const char* const id : {"glu", "reglu", "geglu", "swiglu"}) {
    const std::size_t function = activation::find(id);
    CHECK(activation::vector_outputs(function, 10, {}) == 5);
    CHECK(activation::vector_outputs(function, 3, {}) == 0);
    const double x[] = {1, 2, 3};
    double y[1];
    CHECK(activation::vector_value(function, x, y, {}) == activation::Status::bad_argument);
  }
}

TEST_CASE("a gate of 1 is the function itself, and powers of two do not change its bits") {
  for (double b = -36; b <= 36; b += 0.37) {
    CAPTURE(b);
    CHECK(value<double>("glu", {1, b})[0] == sigmoid(b));
    CHECK(value<double>("glu", {0x1p-30, b})[0] == 0x1p-30 * sigmoid(b));
    CHECK(value<double>("geglu", {1, b})[0] == gelu(b));
    CHECK(value<double>("geglu", {-8, b})[0] == -8 * gelu(b));
    CHECK(jacobian<double>("geglu", {-4, b})[1] == -4 * gelu_gradient(b));
    CHECK(value<double>("reglu", {3, b})[0] == 3 * std::max(b, 0.0));
    CHECK(std::fabs(value<double>("swiglu", {1, b})[0] / (b * sigmoid(b)) - 1) < 3e-16);
  }
}

TEST_CASE("SwiGLU's gradient is right next to the zero of SiLU's") {
  // SiLU' at -1.25 and at the double next to the zero, from mpmath.
  CHECK(jacobian<double>("swiglu", {1, -1.25})[1] == 0x1.9e21d46d5575ep-8);
}

TEST_CASE("factors that overflow or underflow alone do not spoil a product") {
  CHECK(value<double>("glu", {1e300, -700})[0] > 9e-5);
  CHECK(value<double>("glu", {1e300, -700})[0] < 1e-4);
  CHECK(value<double>("swiglu", {1e-300, 1e300})[0] == 1e-300 * 1e300);
  CHECK(value<double>("geglu", {1e-310, 1e300})[0] == 1e-310 * 1e300);
  CHECK(value<double>("reglu", {1e300, 1e300})[0] == infinity);
  CHECK(vjp<double>("swiglu", {1e200, 1e200}, {1e-250}) == std::vector<double>{1e200 * 1e-250, 1e200 * 1e-250});
  CHECK(value<double>("glu", {std::numeric_limits<double>::denorm_min(), 0.5})[0] ==
        std::numeric_limits<double>::denorm_min());
}

TEST_CASE("infinite factors are what IEEE 754 makes of them, and NaN stays") {
  CHECK(value<double>("glu", {infinity, -5})[0] == infinity);
  CHECK(value<double>("glu", {3, infinity})[0] == 3);
  CHECK(value<double>("glu", {3, -infinity})[0] == 0);
  CHECK(std::isnan(value<double>("glu", {infinity, -infinity})[0]));
  CHECK(value<double>("swiglu", {2, infinity})[0] == infinity);
  CHECK(value<double>("geglu", {2, -infinity})[0] == 0);
  for (const char* const id : {"glu", "reglu", "geglu", "swiglu"}) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(std::isnan(value<double>(id, {nan, 1})[0]));
    CHECK(std::isnan(value<double>(id, {1, nan})[0]));
    CHECK(std::isnan(vjp<double>(id, {1, nan}, {1})[1]));
  }
}
