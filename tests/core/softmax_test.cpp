#include "golden.hpp"
#include "json_lines.hpp"

#include "catch.hpp"

#include <activation/vector_functions.hpp>

#include <cmath>
#include <fstream>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

using activation::Status;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::size_t softmax() { return activation::find("softmax"); }

template <class Number>
std::vector<Number> value(const std::vector<Number>& x, double temperature = 1) {
  std::vector<Number> y(x.size());
  REQUIRE(activation::vector_value(softmax(), std::span<const Number>(x), std::span<Number>(y),
                                   std::span<const double>(&temperature, 1)) == Status::ok);
  return y;
}

template <class Number>
std::vector<Number> vjp(const std::vector<Number>& x, const std::vector<Number>& g, double temperature = 1) {
  std::vector<Number> out(x.size());
  REQUIRE(activation::vector_vjp(softmax(), std::span<const Number>(x), std::span<const Number>(g),
                                 std::span<Number>(out), std::span<const double>(&temperature, 1)) == Status::ok);
  return out;
}

template <class Number>
std::vector<Number> jacobian(const std::vector<Number>& x, double temperature = 1) {
  std::vector<Number> out(x.size() * x.size());
  REQUIRE(activation::vector_jacobian(softmax(), std::span<const Number>(x), std::span<Number>(out),
                                      std::span<const double>(&temperature, 1)) == Status::ok);
  return out;
}

template <class Number>
void check_record(std::string_view record) {
  const auto narrow = [](const std::vector<double>& numbers) {
    return std::vector<Number>(numbers.begin(), numbers.end());
  };
  const std::vector<Number> x = narrow(golden::numbers_at(record, "x"));
  const std::vector<double> g = golden::numbers_at(record, "g");
  const std::string_view expected = golden::object_at(record, "softmax");
  const std::vector<double> y = golden::numbers_at(expected, "y");
  std::vector<double> remainder = golden::numbers_at(expected, "ey");
  REQUIRE(y.size() == x.size());
  remainder.resize(y.size());
  const std::vector<Number> computed = value(x);
  for (std::size_t i = 0; i < y.size(); ++i) {
    CAPTURE(i, y[i]);
    REQUIRE(golden::ulp_error(computed[i], y[i], remainder[i]) <= 0.75);
  }

  const std::vector<double> product = golden::numbers_at(expected, "vjp");
  if (product.empty()) return;
  REQUIRE(product.size() == x.size());
  double total = 0;
  for (std::size_t j = 0; j < y.size(); ++j) total += std::fabs(g[j]) * y[j];
  const std::vector<Number> computed_product = vjp(x, narrow(g));
  for (std::size_t i = 0; i < y.size(); ++i) {
    CAPTURE(i, product[i], computed_product[i]);
    // One ulp of the terms that cancel; less than the result's own half ulp cannot be asked.
    using Limits = std::numeric_limits<Number>;
    const double terms = y[i] * (std::fabs(g[i]) + total);
    const double allowed =
        std::max(terms * static_cast<double>(Limits::epsilon()), static_cast<double>(Limits::denorm_min()));
    REQUIRE(std::fabs(static_cast<double>(computed_product[i]) - product[i]) <= allowed);
  }
}

}  // namespace

TEST_CASE("softmax agrees with the golden data") {
  std::ifstream file(golden::path("softmax_family.jsonl"));
  std::string line;
  int records = 0;
  while (std::getline(file, line)) {
    ++records;
    INFO(records << " " << golden::string_at(line, "tag") << " " << golden::string_at(line, "gmode"));
    if (golden::string_at(line, "fmt") == "d") {
      check_record<double>(line);
    } else {
      check_record<float>(line);
    }
  }
  CHECK(records == 100);
}

TEST_CASE("softmax gives the guide's example") {
  const std::vector<double> y = value<double>({2.0, 1.0, 0.1});
  CHECK(std::fabs(y[0] - 0.65900114) < 1e-8);
  CHECK(std::fabs(y[1] - 0.24243297) < 1e-8);
  CHECK(std::fabs(y[2] - 0.09856589) < 1e-8);
}

TEST_CASE("probabilities add up to 1 at any length and temperature") {
  for (const std::size_t length : {1U, 2U, 3U, 10U, 100U, 1000U}) {
    for (const double temperature : {1e-6, 0.1, 1.0, 7.5, 1e6}) {
      std::vector<double> x(length);
      for (std::size_t i = 0; i < length; ++i) x[i] = std::fmod(static_cast<double>(i) * 7.31, 11.0) - 5;
      const std::vector<double> y = value(x, temperature);
      CAPTURE(length, temperature);
      CHECK(std::fabs(std::accumulate(y.begin(), y.end(), 0.0) - 1) < 1e-14);
    }
  }
}

TEST_CASE("a temperature is a division of the logits") {
  const std::vector<double> x{1.5, -2.25, 0.75, 3.0};
  const std::vector<double> doubled{3.0, -4.5, 1.5, 6.0};
  CHECK(value(x, 0.5) == value(doubled, 1));
  CHECK(value(doubled, 2) == value(x, 1));
}

TEST_CASE("a hot softmax is even and a cold one picks the largest") {
  for (const double p : value<double>({5, -3, 0}, 1e6)) CHECK(std::fabs(p - 1.0 / 3) < 1e-5);
  CHECK(value<double>({1, 1.001, 0}, 1e-6) == std::vector<double>{0, 1, 0});
}

TEST_CASE("the largest finite logits overflow nothing") {
  const double most = std::numeric_limits<double>::max();
  for (const double temperature : {1e-6, 1.0, 1e6}) {
    CAPTURE(temperature);
    CHECK(value<double>({most, -most, 0}, temperature) == std::vector<double>{1, 0, 0});
    CHECK(value<double>({-most, -most}, temperature) == std::vector<double>{0.5, 0.5});
    for (const double p : vjp<double>({most, -most, most}, {most, -most, -most}, temperature)) CHECK(!std::isnan(p));
    for (const double p : jacobian<double>({most, -most, most}, temperature)) CHECK(std::isfinite(p));
  }
  const std::vector<double> huge = vjp<double>({0, 0}, {most, -most});
  CHECK(huge == std::vector<double>{most / 2, -most / 2});
}

TEST_CASE("special logits follow the conventions") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(value<double>({-infinity, 0, 0}) == std::vector<double>{0, 0.5, 0.5});
  CHECK(vjp<double>({-infinity, 0, 0}, {5, 1, 3})[0] == 0);
  for (const std::vector<double>& x : {std::vector<double>{-infinity, -infinity},
                                       {infinity, 0},
                                       {0, infinity},
                                       {infinity, infinity},
                                       {1, nan},
                                       {nan, 1},
                                       {-infinity}}) {
    for (const double p : value(x)) CHECK(std::isnan(p));
    for (const double p : vjp(x, std::vector<double>(x.size(), 1.0))) CHECK(std::isnan(p));
    for (const double p : jacobian(x)) CHECK(std::isnan(p));
  }
}

TEST_CASE("the Jacobian's rows are vector-Jacobian products of unit vectors") {
  for (const double temperature : {0.3, 1.0, 4.0}) {
    const std::vector<double> x{2.0, 1.0, 0.1, -30.0, 2.0};
    const std::vector<double> matrix = jacobian(x, temperature);
    for (std::size_t i = 0; i < x.size(); ++i) {
      std::vector<double> unit(x.size());
      unit[i] = 1;
      const std::vector<double> row = vjp(x, unit, temperature);
      for (std::size_t j = 0; j < x.size(); ++j) {
        CAPTURE(temperature, i, j);
        CHECK(std::fabs(matrix[i * x.size() + j] - row[j]) <= 4e-16 * std::fabs(row[j]));
        CHECK(matrix[i * x.size() + j] == matrix[j * x.size() + i]);
      }
    }
  }
}

TEST_CASE("the gradient of a nearly certain probability does not cancel to 0") {
  // y_0 (1 - y_0) with y_0 = 1 - 2e-22, which is 1 in double.
  const std::vector<double> matrix = jacobian<double>({50, 0});
  CHECK(std::fabs(matrix[0] / std::exp(-50.0) - 1) < 1e-15);
  CHECK(vjp<double>({50, 0}, {1, 0})[0] == matrix[0]);
  // 1 - y_0 is the sum of 999 others, which comes out rounded once, not 999 times: 999 e^-100.
  std::vector<double> x(1000, -100.0);
  x[0] = 0;
  CHECK(std::fabs(jacobian(x)[0] / 0x1.9e63352a02695p-135 - 1) < 2e-16);
}

TEST_CASE("x, g and the result may share memory") {
  const std::vector<double> x{2.0, 1.0, 0.1};
  const std::vector<double> g{0.5, -1, 2};
  const double temperature[] = {1};
  std::vector<double> shared = x;
  REQUIRE(activation::vector_value(softmax(), std::span<const double>(shared), shared, temperature) == Status::ok);
  CHECK(shared == value(x));
  shared = g;
  REQUIRE(activation::vector_vjp(softmax(), std::span<const double>(x), std::span<const double>(shared), shared,
                                 temperature) == Status::ok);
  CHECK(shared == vjp(x, g));
}
