#include <activation/catalog.hpp>
#include <activation/formula.hpp>

#include <emscripten/bind.h>

#include <string>

#include "curves/shared_curve.hpp"
#include "pointers.hpp"

namespace {

using activation::Formula;
using activation::FormulaProblem;
using activation::Quantity;

/// What was wrong with the text that was parsed last: the engine reads it before it parses another.
FormulaProblem& last_problem() {
  static auto* problem = new FormulaProblem;
  return *problem;
}

const Formula& formula_at(Address address) { return *reinterpret_cast<const Formula*>(address); }

std::span<const double> parameters_at(Address formula, Address parameters) {
  return span_at<const double>(parameters, formula_at(formula).parameters().size());
}

/// 0 when the text is no formula.
Address parse(const std::string& text) {
  return reinterpret_cast<Address>(Formula::parse(text, last_problem()).release());
}

void release(Address formula) { delete &formula_at(formula); }

/// 0 is where the problem starts, 1 how long it is.
std::size_t problem_number(int which) {
  const FormulaProblem& problem = last_problem();
  return which == 0 ? problem.position : problem.length;
}

std::string problem_message() { return last_problem().message; }
std::string problem_suggestion() { return last_problem().suggestion; }

/// Separated by commas.
std::string parameters(Address formula) {
  std::string names;
  for (const std::string& name : formula_at(formula).parameters()) names += (names.empty() ? "" : ",") + name;
  return names;
}

/// That of a function of the catalog: a module with formulas need not have the notes.
std::string of_catalog(std::size_t function) {
  return function < activation::catalog().size() ? std::string(activation::formula_text(function)) : std::string();
}

std::string written(Address formula) { return formula_at(formula).text(); }

std::string text(Address formula, int quantity) { return formula_at(formula).text(static_cast<Quantity>(quantity)); }
std::string mathml(Address formula, int quantity) {
  return formula_at(formula).mathml(static_cast<Quantity>(quantity));
}
std::string latex(Address formula, int quantity) { return formula_at(formula).latex(static_cast<Quantity>(quantity)); }

std::string code(Address formula, int format, const std::string& name, Address values, bool learnable) {
  return formula_at(formula).code(static_cast<activation::CodeFormat>(format),
                                  {.name = name, .parameters = parameters_at(formula, values), .learnable = learnable});
}

template <class T>
int evaluate(Address formula, int quantity, Address x, Address out, std::size_t length, Address values) {
  return static_cast<int>(formula_at(formula).evaluate(static_cast<Quantity>(quantity), span_at<const T>(x, length),
                                                       span_at<T>(out, length), parameters_at(formula, values)));
}

int derivatives(Address formula, Address x, Address value, Address gradient, Address curvature, std::size_t length,
                Address values) {
  return static_cast<int>(formula_at(formula).evaluate(
      span_at<const double>(x, length), span_at<double>(value, length), span_at<double>(gradient, length),
      span_at<double>(curvature, length), parameters_at(formula, values)));
}

int sample(Address formula, double from, double to, std::size_t points, Address values) {
  return static_cast<int>(shared_curve().sample(formula_at(formula), from, to, points, parameters_at(formula, values)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(formula) {
  emscripten::function("formulaParse", &parse);
  emscripten::function("formulaRelease", &release);
  emscripten::function("formulaProblemNumber", &problem_number);
  emscripten::function("formulaProblemMessage", &problem_message);
  emscripten::function("formulaProblemSuggestion", &problem_suggestion);
  emscripten::function("formulaParameters", &parameters);
  emscripten::function("formulaOfCatalog", &of_catalog);
  emscripten::function("formulaWritten", &written);
  emscripten::function("formulaText", &text);
  emscripten::function("formulaMathml", &mathml);
  emscripten::function("formulaLatex", &latex);
  emscripten::function("formulaCode", &code);
  emscripten::function("formulaEvaluate32", &evaluate<float>);
  emscripten::function("formulaEvaluate64", &evaluate<double>);
  emscripten::function("formulaDerivatives", &derivatives);
  emscripten::function("formulaSample", &sample);
}
