#include <activation/analysis.hpp>

#include "../formula/parser.hpp"
#include "../math/number.hpp"
#include "parts.hpp"

#include <algorithm>

namespace activation {
namespace {

using analysis::Subject;

/// Any x of a function of the catalog, a number at a time: the arrays' kernels need not be there.
class BuiltIn final : public Subject {
 public:
  BuiltIn(std::size_t function, std::span<const double> parameters) : function_(function), parameters_(parameters) {
    form = analysis::form_of(function, parameters);
    exact = true;
  }

  void evaluate(std::span<const double> x, std::span<double> value, std::span<double> gradient,
                std::span<double> curvature) const override {
    const std::span<double> columns[] = {value, gradient, curvature};
    for (std::size_t q = 0; q < 3; ++q) {
      if (!columns[q].empty()) {
        (void)evaluate_each(function_, static_cast<Quantity>(q), x, columns[q], parameters_);
      }
    }
  }

  std::vector<double> kinks(double from, double to) const override {
    std::vector<double> found;
    for (const Kink& kink : catalog()[function_].kinks) {
      const double x = kink.at(parameters_);
      if (x >= from && x <= to) found.push_back(x);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  std::size_t function_;
  std::span<const double> parameters_;
};

class Typed final : public Subject {
 public:
  Typed(const Formula& formula, std::span<const double> parameters) : formula_(formula), parameters_(parameters) {
    formula::Parsed parsed;
    FormulaProblem problem;
    if (formula::parse(formula.text(), parsed, problem)) form = analysis::form_of(parsed.ast, parsed.root, parameters);
  }

  void evaluate(std::span<const double> x, std::span<double> value, std::span<double> gradient,
                std::span<double> curvature) const override {
    if (gradient.empty()) {
      (void)formula_.evaluate(Quantity::value, x, value, parameters_);
    } else {
      (void)formula_.evaluate(x, value, gradient, curvature, parameters_);
    }
  }

  std::vector<double> kinks(double from, double to) const override { return formula_.kinks(from, to, parameters_); }

 private:
  const Formula& formula_;
  std::span<const double> parameters_;
};

void fill(const Subject& subject, Analysis& result) {
  result = {};
  const analysis::Survey survey = analysis::surveyed(subject);
  result.undefined = survey.gaps;
  analysis::find_jumps(subject, survey, result);
  analysis::find_turns(subject, survey, result);
  analysis::find_ends(subject, survey, result);
  analysis::find_range(subject, survey, result);
  analysis::find_slopes(subject, survey, result);
  analysis::find_symmetry(subject, survey, result);
  analysis::find_repetition(subject, survey, result);
  analysis::find_moments(subject, survey, result);
}

}  // namespace

Status analyse(std::size_t function, std::span<const double> parameters, Analysis& result) {
  if (const Status status = check_parameters(function, parameters); status != Status::ok) return status;
  if (is_vector_function(function)) return Status::unsupported;
  fill(BuiltIn(function, parameters), result);
  return Status::ok;
}

Status analyse(const Formula& formula, std::span<const double> parameters, Analysis& result) {
  if (parameters.size() != formula.parameters().size()) return Status::bad_parameter;
  for (const double parameter : parameters) {
    if (!analysis::is_finite(parameter)) return Status::bad_parameter;
  }
  fill(Typed(formula, parameters), result);
  return Status::ok;
}

}  // namespace activation
