#include <activation/analysis.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

using activation::Analysis;
using activation::Status;

/// As text, like the catalog: one call, whatever there is to say. Empty when the core refused.
std::string as_json(Status status, const Analysis& analysis) {
  return status == Status::ok ? activation::analysis_json(analysis) : "";
}

std::string of_function(std::size_t function, Address parameters) {
  if (function >= activation::catalog().size()) return "";
  const std::size_t count = activation::catalog()[function].parameters.size();
  Analysis analysis;
  return as_json(activation::analyse(function, span_at<const double>(parameters, count), analysis), analysis);
}

std::string of_formula(Address address, Address parameters) {
  const auto& formula = *reinterpret_cast<const activation::Formula*>(address);
  Analysis analysis;
  return as_json(activation::analyse(formula, span_at<const double>(parameters, formula.parameters().size()), analysis),
                 analysis);
}

}  // namespace

EMSCRIPTEN_BINDINGS(analysis) {
  emscripten::function("analyse", &of_function);
  emscripten::function("formulaAnalyse", &of_formula);
}
