#pragma once

#include <activation/analysis.hpp>

#include "../catch.hpp"

#include <memory>
#include <string>
#include <vector>

// Analyses of formulas as they are typed.

namespace typed {

inline activation::Analysis analysed(const std::string& text, const std::vector<double>& parameters = {}) {
  activation::FormulaProblem problem;
  const std::unique_ptr<activation::Formula> formula = activation::Formula::parse(text, problem);
  INFO(text << ": " << problem.message);
  REQUIRE(formula != nullptr);
  activation::Analysis analysis;
  REQUIRE(analyse(*formula, parameters, analysis) == activation::Status::ok);
  return analysis;
}

}  // namespace typed
