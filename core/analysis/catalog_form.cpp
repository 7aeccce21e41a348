#include "form.hpp"

#include "../formula/parser.hpp"

#include <activation/catalog.hpp>

#include <algorithm>

namespace activation::analysis {

std::vector<double> in_order_of(const formula::Ast& ast, std::span<const std::string> names,
                                std::span<const double> values) {
  std::vector<double> ordered;
  for (const std::string& name : ast.parameters()) {
    const auto found = std::find(names.begin(), names.end(), name);
    const bool known = found != names.end();
    ordered.push_back(known ? values[static_cast<std::size_t>(found - names.begin())]
                            : std::numeric_limits<double>::quiet_NaN());
  }
  return ordered;
}

Form form_of(std::size_t function, std::span<const double> parameters) {
  formula::Parsed parsed;
  FormulaProblem problem;
  if (function >= catalog().size() || !formula::parse(formula_text(function), parsed, problem)) return {};
  // The formula names the parameters in the order in which it uses them, the catalog in its own.
  std::vector<std::string> names;
  for (const Parameter& one : catalog()[function].parameters) names.emplace_back(one.name);
  return form_of(parsed.ast, parsed.root, in_order_of(parsed.ast, names, parameters));
}

}  // namespace activation::analysis
