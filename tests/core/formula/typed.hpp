#pragma once

#include "../catch.hpp"

#include <activation/formula.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What tests of formulas have in common.

namespace typed {

using activation::Formula;
using activation::Quantity;

inline std::unique_ptr<Formula> formula(std::string_view text) {
  activation::FormulaProblem problem;
  auto made = Formula::parse(text, problem);
  INFO(text << ": " << problem.message);
  REQUIRE(made != nullptr);
  return made;
}

struct Result {
  double value, gradient, curvature;
};

inline Result at(const Formula& f, double x, const std::vector<double>& parameters = {}) {
  Result y{};
  const auto one = [](double& number) { return std::span<double>(&number, 1); };
  REQUIRE(f.evaluate(std::span<const double>(&x, 1), one(y.value), one(y.gradient), one(y.curvature), parameters) ==
          activation::Status::ok);
  return y;
}

inline Result at(std::string_view text, double x, const std::vector<double>& parameters = {}) {
  return at(*formula(text), x, parameters);
}

}  // namespace typed
