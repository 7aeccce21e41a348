#include <activation/curve.hpp>
#include <activation/formula.hpp>

#include "../catch.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using activation::Curve;
using activation::Formula;
using activation::FormulaProblem;
using activation::Status;

namespace {

std::unique_ptr<Formula> parsed(const std::string& text) {
  FormulaProblem problem;
  auto formula = Formula::parse(text, problem);
  INFO(problem.message);
  REQUIRE(formula != nullptr);
  return formula;
}

constexpr double pi = 3.14159265358979323846;

}  // namespace

TEST_CASE("the length of the shortest wave of a formula is known") {
  const auto wave = [](const std::string& text, std::vector<double> parameters = {}) {
    return parsed(text)->wave(-10, 10, parameters);
  };
  CHECK(wave("x^2 + exp(x)") == 0);
  CHECK(wave("sin(x)") == Approx(2 * pi));
  CHECK(wave("2sin(3x) + cos(0.1x)") == Approx(2 * pi / 3));
  CHECK(wave("sin(w * x + 1)", {-50}) == Approx(2 * pi / 50));
  CHECK(wave("x + sin(x)^2 * tanh(x)") == Approx(2 * pi));
  CHECK(wave("sin(x^2)") == Approx(2 * pi / 20));
  CHECK(wave("snake(2x, a=5)") == Approx(pi / 10));
  CHECK(wave("sin(w)", {3}) == 0);
}

TEST_CASE("waves of a formula that are too narrow for samples become a band") {
  const auto formula = parsed("a * sin(1000x) + x / 1000");
  Curve curve;
  REQUIRE(curve.sample(*formula, -1000, 1000, 200, std::vector<double>{2}) == Status::ok);
  constexpr std::size_t columns = 100;
  std::vector<double> low(columns, 1e9);
  std::vector<double> high(columns, -1e9);
  for (std::size_t i = 0; i < curve.x().size(); ++i) {
    const auto column = std::min(columns - 1, static_cast<std::size_t>((curve.x()[i] + 1000) / 2000 * columns));
    low[column] = std::min(low[column], curve.value()[i]);
    high[column] = std::max(high[column], curve.value()[i]);
  }
  for (std::size_t column = 0; column < columns; ++column) {
    INFO(column);
    const double middle = (static_cast<double>(column) + 0.5) / columns * 2 - 1;
    CHECK(high[column] == Approx(middle + 2).margin(0.03));
    CHECK(low[column] == Approx(middle - 2).margin(0.03));
  }
}
