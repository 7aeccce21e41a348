#include <activation/analysis.hpp>

#include "../formula/parser.hpp"
#include "parts.hpp"

namespace activation {
namespace {

using analysis::Subject;

class Typed final : public Subject {
 public:
  Typed(const Formula& formula, std::span<const double> parameters) : formula_(formula), parameters_(parameters) {
    steps = formula.steps();
    formula::Parsed parsed;
    FormulaProblem problem;
    if (!formula::parse(formula.text(), parsed, problem)) return;
    const std::span<const std::string> names = formula.parameters();
    // Printed, a condition may come before what it chooses from, and so its parameters before others.
    form = analysis::form_of(parsed.ast, parsed.root, analysis::in_order_of(parsed.ast, names, parameters));
  }

  std::vector<double> kinks(double from, double to, std::size_t most, bool& all) const override {
    return formula_.kinks(from, to, parameters_, most, &all);
  }

 private:
  void compute(std::span<const double> x, std::span<double> value, std::span<double> gradient,
               std::span<double> curvature) const override {
    if (gradient.empty()) {
      (void)formula_.evaluate(Quantity::value, x, value, parameters_);
    } else {
      (void)formula_.evaluate(x, value, gradient, curvature, parameters_);
    }
  }

  const Formula& formula_;
  std::span<const double> parameters_;
};

}  // namespace

Status analyse(const Formula& formula, std::span<const double> parameters, Analysis& result) {
  if (parameters.size() != formula.parameters().size()) return Status::bad_parameter;
  for (const double parameter : parameters) {
    if (!math::is_finite(parameter)) return Status::bad_parameter;
  }
  analysis::fill(Typed(formula, parameters), result);
  return Status::ok;
}

}  // namespace activation
