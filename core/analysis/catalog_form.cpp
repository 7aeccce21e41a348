#include "form.hpp"

#include "../formula/parser.hpp"

#include <activation/catalog.hpp>

#include <algorithm>

namespace activation::analysis {

Form form_of(std::size_t function, std::span<const double> parameters) {
  formula::Parsed parsed;
  FormulaProblem problem;
  if (function >= catalog().size() || !formula::parse(formula_text(function), parsed, problem)) return {};
  // The formula names the parameters in the order in which it uses them, the catalog in its own.
  std::vector<double> ordered;
  const std::span<const Parameter> known = catalog()[function].parameters;
  for (const std::string& name : parsed.ast.parameters()) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const Parameter& one) { return one.name == name; });
    if (found == known.end()) return {};
    ordered.push_back(parameters[static_cast<std::size_t>(found - known.begin())]);
  }
  return form_of(parsed.ast, parsed.root, ordered);
}

}  // namespace activation::analysis
