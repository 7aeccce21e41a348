// Reads formulas, one a line, and writes what is to be compared as JSON: for each formula, and for each function of the
// catalog by its id and by its formula, the programs, the points, and what f and f' are there.

#include "exact.hpp"
#include "formula/parser.hpp"
#include "formula/print.hpp"

#include <activation/catalog.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace activation;
using namespace activation::formula;

/// 200 from -40 to 40, then where functions break: around 0, on kinks, where exp overflows.
std::vector<double> points() {
  std::vector<double> x;
  for (int i = 0; i < 200; ++i) x.push_back(-40 + 80.0 * i / 199);
  for (const double size : {0.0, 1e-20, 1e-8, 1e-3, 0.5, 1.0, 2.0, 3.0, 6.0, 100.0, 750.0}) {
    x.push_back(size);
    x.push_back(-size);
  }
  return x;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + "\"";
}

/// NaN and infinities are no JSON.
std::string number(double value) {
  if (value != value) return "\"nan\"";
  if (value - value != 0) return value > 0 ? "\"inf\"" : "\"-inf\"";
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

template <class Range, class Write>
std::string list(const Range& range, Write write) {
  std::string out = "[";
  for (const auto& one : range) out += (out.size() > 1 ? "," : "") + write(one);
  return out + "]";
}

struct Case {
  std::string text;
  std::vector<double> parameters{};
  std::string_view name = "own";  ///< of the function
};

/// What the core says.
struct Core {
  std::vector<double> value;
  std::vector<double> gradient;
};

Core computed(const Case& one) {
  FormulaProblem problem;
  const auto formula = Formula::parse(one.text, problem);
  const std::vector<double> x = points();
  Core core{std::vector<double>(x.size()), std::vector<double>(x.size())};
  const bool good = formula->evaluate(Quantity::value, x, core.value, one.parameters) == Status::ok &&
                    formula->evaluate(Quantity::gradient, x, core.gradient, one.parameters) == Status::ok;
  return good ? core : Core{};
}

void write(const Case& one, const Parsed& parsed, bool first) {
  std::cout << (first ? "" : ",\n") << "{\"formula\":" << quoted(one.text) << ",\"name\":" << quoted(one.name)
            << ",\"parameters\":" << list(one.parameters, number) << ",\"programs\":{";
  const auto program = [&](std::string_view name, CodeFormat format, bool learnable, bool last = false) {
    const CodeOptions options{.name = one.name, .parameters = one.parameters, .learnable = learnable};
    std::cout << quoted(name) << ':' << quoted(printed_code(parsed.ast, parsed.root, format, options))
              << (last ? "}" : ",");
  };
  program("numpy", CodeFormat::numpy, false);
  program("pytorch", CodeFormat::pytorch, false);
  program("pytorch, learnable", CodeFormat::pytorch, true);
  program("jax", CodeFormat::jax, false);
  program("keras", CodeFormat::keras, false);
  program("keras, learnable", CodeFormat::keras, true);
  program("cpp", CodeFormat::cpp, false);
  program("javascript", CodeFormat::javascript, false, true);
  // The core is one more language.
  const Core core = computed(one);
  std::vector<Exact> results;
  for (std::size_t i = 0; i < core.value.size(); ++i) {
    const Exact said{core.value[i], core.gradient[i]};
    results.push_back(exact(parsed.ast, parsed.root, points()[i], one.parameters, said));
  }
  std::cout << ",\"core\":{\"value\":" << list(core.value, number) << ",\"gradient\":" << list(core.gradient, number)
            << '}';
  std::cout << ",\"value\":" << list(results, [](const Exact& result) { return number(result.value); })
            << ",\"gradient\":" << list(results, [](const Exact& result) { return number(result.gradient); })
            << ",\"curvature\":" << list(results, [](const Exact& result) { return number(result.curvature); }) << '}';
}

/// A case with parameters is also one at negative ones, and at 0.
bool write_all(Case one, bool first) {
  Parsed parsed;
  FormulaProblem problem;
  if (!parse(one.text, parsed, problem)) {
    std::cerr << one.text << ": " << problem.message << '\n';
    return false;
  }
  // Not 1, which would hide a parameter that is left out.
  constexpr double others[] = {0.75, 1.25, 0.5, 2.25, 0.375, 1.5, 0.25, 3};
  while (one.parameters.size() < parsed.ast.parameters().size())
    one.parameters.push_back(others[one.parameters.size()]);
  write(one, parsed, first);
  for (const double factor : {-1.0, 0.0}) {
    Case other = one;
    for (double& parameter : other.parameters) parameter = factor == 0 ? 0 : factor * parameter;
    if (!other.parameters.empty()) write(other, parsed, false);
  }
  return true;
}

/// Names that mean something in one of the languages, or in the programs themselves.
constexpr std::string_view names[] = {"class", "np",   "torch", "math", "std",  "keras", "ops",  "jax",
                                      "jnp",   "Math", "nn",    "f",    "none", "x",     "erfc", "exp",
                                      "abs",   "main", "super", "eval", "t1",   "_2",    "a",    "larger"};

/// The parameters of a text in its order, at the values that the catalog says.
std::vector<double> standard(const Info& info, std::string_view text) {
  Parsed parsed;
  FormulaProblem problem;
  std::vector<double> values;
  if (!parse(text, parsed, problem)) return values;
  for (const std::string& name : parsed.ast.parameters()) {
    for (const Parameter& parameter : info.parameters) {
      if (parameter.name == name) values.push_back(parameter.standard);
    }
  }
  return values;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 1;
  std::vector<Case> cases;
  for (std::size_t i = 0; i < catalog().size(); ++i) {
    const Info& info = catalog()[i];
    const std::string formula(notes()[i].formula);
    cases.push_back({formula, standard(info, formula)});
    if (!is_vector_function(i)) cases.push_back({std::string(info.id) + "(x)", {}, info.id});
  }
  for (const std::string_view name : names) cases.push_back({"max(x * erf(a * x), exp(x)) + Phi(x)", {}, name});
  std::ifstream file(words[1]);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') cases.push_back({line});
  }
  std::cout << "{\"x\":" << list(points(), number) << ",\n\"formulas\":[\n";
  bool first = true;
  bool good = true;
  for (const Case& one : cases) {
    good = write_all(one, first) && good;
    first = false;
  }
  std::cout << "]}\n";
  return good ? 0 : 1;
}
