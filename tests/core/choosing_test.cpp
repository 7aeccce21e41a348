#include "vectors.hpp"

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

// The vector functions that choose: sparsemax, hardmax, maxout.

using vectors::jacobian;
using vectors::value;
using vectors::vjp;
using List = std::vector<double>;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const double nan_value = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("sparsemax is the nearest point of the simplex") {
  CHECK(value<double>("sparsemax", {0, 0}) == List{0.5, 0.5});
  CHECK(value<double>("sparsemax", {3, 1, 0.1}) == List{1, 0, 0});
  CHECK(value<double>("sparsemax", {0.5, 0, -1}) == List{0.75, 0.25, 0});
  CHECK(value<double>("sparsemax", {1e6 + 0.5, 1e6, 1e6 - 1}) == List{0.75, 0.25, 0});
  // 1 ulp of a share that 1e-30 alone decides on.
  CHECK(value<double>("sparsemax", {1, 1e-30}) == List{1, 5e-31});
  for (const std::size_t n : {1U, 3U, 100U, 10000U}) {
    List x(n);
    for (std::size_t i = 0; i < n; ++i) x[i] = std::fmod(static_cast<double>(i) * 7.31, 11.0) / 5;
    const List y = value("sparsemax", x);
    CHECK(std::fabs(std::accumulate(y.begin(), y.end(), 0.0) - 1) < 1e-14);
  }
}

TEST_CASE("sparsemax takes numbers that leave its support one by one") {
  List x(60);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = -std::ldexp(1.0, -static_cast<int>(i));
  const List y = value("sparsemax", x);
  CHECK(std::fabs(std::accumulate(y.begin(), y.end(), 0.0) - 1) < 1e-15);
  for (std::size_t i = 1; i < y.size(); ++i) CHECK(y[i] >= y[i - 1]);
}

TEST_CASE("only the support of sparsemax hears of a gradient") {
  CHECK(vjp<double>("sparsemax", {0.5, 0, -1}, {1, 2, 100}) == List{-0.5, 0.5, 0});
  CHECK(jacobian<double>("sparsemax", {0.5, 0, -1}) == List{0.5, -0.5, 0, -0.5, 0.5, 0, 0, 0, 0});
  const double most = std::numeric_limits<double>::max();
  CHECK(vjp<double>("sparsemax", {0, 0}, {most, -most}) == List{most, -most});
}

TEST_CASE("special numbers in sparsemax") {
  CHECK(value<double>("sparsemax", {-infinity, 0, 0}) == List{0, 0.5, 0.5});
  for (const List& x : {List{infinity, 0}, {nan_value, 0}, {0, nan_value}, {-infinity, -infinity}}) {
    for (const double p : value("sparsemax", x)) CHECK(std::isnan(p));
    for (const double p : vjp("sparsemax", x, {1, 2})) CHECK(std::isnan(p));
    for (const double p : jacobian("sparsemax", x)) CHECK(std::isnan(p));
  }
}

TEST_CASE("hardmax gives all to the first of the largest") {
  CHECK(value<double>("hardmax", {1, 3, 3, -5}) == List{0, 1, 0, 0});
  CHECK(value<double>("hardmax", {-infinity, -infinity}) == List{1, 0});
  CHECK(value<float>("hardmax", {0, 7}) == std::vector<float>{0, 1});
  CHECK(vjp<double>("hardmax", {1, 3}, {5, 6}) == List{0, 0});
  for (const double p : value<double>("hardmax", {1, nan_value, 2})) CHECK(std::isnan(p));
}

TEST_CASE("maxout takes groups of any whole size that fits") {
  const List x{1, 5, -2, -3, 0, 0};
  CHECK(value("maxout", x) == List{5, -2, 0});
  CHECK(value("maxout", x, {3}) == List{5, 0});
  CHECK(value("maxout", x, {1}) == x);
  CHECK(value("maxout", x, {6}) == List{5});
  CHECK(vjp("maxout", x, {1, 2, 3}) == List{0, 1, 2, 0, 3, 0});
  CHECK(jacobian("maxout", x, {3}) == List{0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0});
  const std::size_t maxout = activation::find("maxout");
  const double four[] = {4};
  const double half[] = {2.5};
  CHECK(activation::vector_outputs(maxout, 6, four) == 0);
  CHECK(activation::vector_outputs(maxout, 5, half) == 0);
  CHECK(std::isnan(value<double>("maxout", {1, nan_value})[0]));
  CHECK(std::isnan(value<double>("maxout", {nan_value, 1})[0]));
}
