#include "vectors.hpp"

#include "catch.hpp"

#include <activation/curve.hpp>

#include <cmath>
#include <limits>
#include <vector>

// What holds for all vector functions, whatever their lengths.

using activation::Info;
using vectors::jacobian;
using vectors::value;
using vectors::vjp;

namespace {

/// Numbers without ties, and with signs and sizes of all kinds.
std::vector<double> numbers(std::size_t n) {
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = std::fmod(static_cast<double>(i + 1) * 7.31, 5.0) - 2.2;
  return x;
}

template <class Test>
void for_each_vector_function(Test test) {
  for (const Info& info : activation::catalog()) {
    if (!activation::is_vector_function(activation::find(info.id))) continue;
    DYNAMIC_SECTION(info.id) { test(info); }
  }
}

bool is_near(double a, double b, double tolerance = 1e-14) {
  return std::fabs(a - b) <= tolerance * std::max(1.0, std::fabs(b));
}

}  // namespace

TEST_CASE("the vector-Jacobian product is the vector times the Jacobian") {
  for_each_vector_function([](const Info& info) {
    for (const std::size_t n : {2U, 4U, 6U, 10U, 14U}) {
      CAPTURE(n);
      const std::vector<double> x = numbers(n);
      const std::size_t m = value(info.id, x).size();
      std::vector<double> g = numbers(m + 3);
      g.erase(g.begin(), g.begin() + 3);
      const std::vector<double> matrix = jacobian(info.id, x);
      const std::vector<double> product = vjp(info.id, x, g);
      REQUIRE(matrix.size() == m * n);
      for (std::size_t j = 0; j < n; ++j) {
        double sum = 0;
        for (std::size_t i = 0; i < m; ++i) sum += g[i] * matrix[i * n + j];
        CAPTURE(j);
        CHECK(is_near(product[j], sum));
      }
    }
  });
}

TEST_CASE("the Jacobian is the slope of the values") {
  for_each_vector_function([](const Info& info) {
    const std::vector<double> x = numbers(6);
    const std::vector<double> y = value(info.id, x);
    const std::vector<double> matrix = jacobian(info.id, x);
    for (std::size_t j = 0; j < x.size(); ++j) {
      std::vector<double> right = x;
      std::vector<double> left = x;
      right[j] += 0x1p-20;
      left[j] -= 0x1p-20;
      const std::vector<double> above = value(info.id, right);
      const std::vector<double> below = value(info.id, left);
      for (std::size_t i = 0; i < y.size(); ++i) {
        CAPTURE(i, j);
        CHECK(is_near((above[i] - below[i]) * 0x1p19, matrix[i * x.size() + j], 1e-9));
      }
    }
  });
}

TEST_CASE("float32 results are those of float64, rounded") {
  for_each_vector_function([](const Info& info) {
    const std::vector<double> exact = numbers(30);
    const std::vector<float> x(exact.begin(), exact.end());
    const std::vector<double> wide(x.begin(), x.end());
    const std::vector<float> y = value(info.id, x);
    const std::vector<double> expected = value(info.id, wide);
    for (std::size_t i = 0; i < y.size(); ++i) CHECK(y[i] == static_cast<float>(expected[i]));
    const std::vector<float> matrix = jacobian(info.id, x);
    const std::vector<double> wide_matrix = jacobian(info.id, wide);
    // Within 0.51 ulp: now and then that is the next one.
    for (std::size_t i = 0; i < matrix.size(); ++i) {
      CHECK(std::fabs(static_cast<double>(matrix[i]) - wide_matrix[i]) <= 0x1.03p-24 * std::fabs(wide_matrix[i]));
    }
  });
}

TEST_CASE("out may be x or g where the lengths allow") {
  for_each_vector_function([](const Info& info) {
    const std::size_t function = activation::find(info.id);
    const std::vector<double> parameters = golden::standard_parameters(info);
    for (const std::size_t n : {2U, 10U, 1000U, 4098U}) {
      CAPTURE(n);
      const std::vector<double> x = numbers(n);
      const std::vector<double> y = value(info.id, x);
      const std::vector<double> product = vjp(info.id, x, y);
      std::vector<double> shared = x;
      REQUIRE(activation::vector_vjp(function, std::span<const double>(shared), y, shared, parameters) ==
              activation::Status::ok);
      CHECK(shared == product);
      if (y.size() != n) continue;
      shared = y;
      REQUIRE(activation::vector_vjp(function, x, std::span<const double>(shared), shared, parameters) ==
              activation::Status::ok);
      CHECK(shared == product);
      shared = x;
      REQUIRE(activation::vector_value(function, std::span<const double>(shared), shared, parameters) ==
              activation::Status::ok);
      CHECK(shared == y);
    }
  });
}

TEST_CASE("the curve of a vector function is its first output along its first input") {
  for_each_vector_function([](const Info& info) {
    const std::vector<double> parameters = golden::standard_parameters(info);
    activation::Curve curve;
    REQUIRE(curve.sample(activation::find(info.id), -40, 40, 321, parameters) == activation::Status::ok);
    for (std::size_t k = 0; k < curve.x().size(); ++k) {
      std::vector<double> x{curve.x()[k]};
      x.insert(x.end(), info.slice.begin(), info.slice.end());
      CAPTURE(x[0]);
      if (!std::isnan(curve.value()[k])) CHECK(is_near(curve.value()[k], value(info.id, x)[0], 4e-16));
      // At a kink the curve has a gap, and ties are the function's own.
      if (!std::isnan(curve.gradient()[k])) CHECK(is_near(curve.gradient()[k], jacobian(info.id, x)[0], 4e-16));
    }
  });
}

TEST_CASE("curves of vector functions have limits") {
  const double infinity = std::numeric_limits<double>::infinity();
  for_each_vector_function([infinity](const Info& info) {
    const std::size_t function = activation::find(info.id);
    const std::vector<double> parameters = golden::standard_parameters(info);
    activation::Curve curve;
    const double most = std::numeric_limits<double>::max();
    REQUIRE(curve.sample(function, -most, most, 3, parameters) == activation::Status::ok);
    for (std::size_t k = 0; k < curve.x().size(); ++k) {
      const double x = curve.x()[k];
      CAPTURE(x);
      const bool gap = info.id == "hardmax" && x == 1;
      CHECK((gap || std::fabs(curve.value()[k]) < infinity));
      CHECK((!info.kinks.empty() || std::fabs(curve.gradient()[k]) < 2));
    }
  });
}
