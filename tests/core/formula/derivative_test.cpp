#include "../catch.hpp"

#include "formula/derivative.hpp"
#include "formula/parser.hpp"
#include "formula/print.hpp"
#include "random_trees.hpp"
#include "reference.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

using namespace activation;
using namespace activation::formula;

namespace {

struct Row {
  std::string_view formula;
  std::string_view derivative;
};

constexpr Row derivatives[] = {
    {"3", "0"},
    {"x", "1"},
    {"x^3 - 2x^2 + x - 7", "3 * x^2 - 4 * x + 1"},
    {"1/x", "-1 / x^2"},
    {"(1-x)/(1+x)", "-2 / (1 + x)^2"},
    {"x^a", "a * x^(a - 1)"},
    {"a^x", "log(a) * a^x"},
    {"x^x", "x^x * (log(x) + 1)"},
    {"exp(-x^2)", "-2 * x * exp(-x^2)"},
    {"exp(exp(x))", "exp(exp(x) + x)"},
    {"e^(2x)", "2 * exp(2 * x)"},
    {"x*exp(-x)", "exp(-x) * (1 - x)"},
    {"ln(x)^2", "2 * log(x) / x"},
    {"log(1 + x^2)", "2 * x / (1 + x^2)"},
    {"sqrt(1 - x^2)", "-x / sqrt(1 - x^2)"},
    {"x / sqrt(1 + x^2)", "1 / (sqrt(1 + x^2) * (1 + x^2))"},
    {"sin²(x) + cos²(x)", "0"},
    {"tan(x)", "1 + tan(x)^2"},
    {"x - tanh(x)", "tanh(x)^2"},
    {"|x|", "sign(x)"},
    {"|x|^2", "2 * x"},
    {"x / (1 + |x|)", "1 / (1 + abs(x))^2"},
    {"1 / (1 + exp(-x))", "exp(-x) / (1 + exp(-x))^2"},
    {"sigmoid(x)", "sigmoid(x) * (1 - sigmoid(x))"},
    {"x * sigmoid(beta * x)", "sigmoid(beta * x) * (1 + beta * x * (1 - sigmoid(beta * x)))"},
    {"silu(x)", "sigmoid(x) * (1 + x * (1 - sigmoid(x)))"},
    {"tanh(x)", "1 - tanh(x)^2"},
    {"gelu(x)", "normal_cdf(x) + x * exp(-x^2 / 2) / sqrt(2 * pi)"},
    {"softplus(x, beta)", "sigmoid(beta * x)"},
    {"mish(x)", "tanh(softplus(x)) + x * sigmoid(x) * (1 - tanh(softplus(x))^2)"},
    {"relu(2x - 1)", "2 * x - 1 > 0 ? 2 : 0"},
    {"max(0, x)", "x > 0 ? 1 : 0"},
    {"max(0, x)^2", "x > 0 ? 2 * max(0, x) : 0"},
    {"min(max(x, -1), 1)", "-1 < x < 1 ? 1 : 0"},
    {"clip(x, 0, 6)", "0 < x < 6 ? 1 : 0"},
    {"min(x, -x)", "x <= -x ? 1 : -1"},
    {"x > 0 ? x : 0.1x", "x > 0 ? 1 : 0.1"},
    {"x > 0 ? x : alpha * (exp(x) - 1)", "x > 0 ? 1 : alpha * exp(x)"},
    {"elu(x, alpha)", "x > 0 ? 1 : alpha * exp(x)"},
    {"(x > 0) * x", "x > 0 ? 1 : 0"},
    {"floor(x) + ceil(x) + sign(x) + step(x)", "0"},
};

constexpr Row simple[] = {
    {"0 + x * 1", "x"},
    {"x * x", "x^2"},
    {"x - -x", "2 * x"},
    {"-(x - 1)", "1 - x"},
    {"x / 2 * (1 + erf(x))", "x * (1 + erf(x)) / 2"},
    {"exp(x) / exp(x)", "1"},
    {"2(x + 1) - 2(x + 1)", "0"},
    {"0.1 * 3 * x", "0.3 * x"},
    {"6x / 4", "3 * x / 2"},
    {"sqrt(x)^2", "x"},
    {"x / sqrt(x)", "sqrt(x)"},
    {"sqrt(9) + |-2|", "5"},
    {"ln(exp(x))", "x"},
    {"x > 0 ? x : x", "x"},
    {"not x > 0 ? 1 : x", "x > 0 ? x : 1"},
    {"1 > 0 ? x : 2", "x"},
    {"1/3", "1 / 3"},
    {"1e300 * 1e300 * x", "1e300 * 1e300 * x"},
};

/// Whether two agree as far as the formula's own rounding leaves digits.
bool near(long double a, long double b, long double scale) {
  return std::fabs(a - b) <= 1e-9L * (scale + std::fabs(a) + std::fabs(b));
}

}  // namespace

TEST_CASE("derivatives are as people would write them") {
  for (const Row& row : derivatives) {
    INFO(row.formula);
    Parsed parsed;
    FormulaProblem problem;
    REQUIRE(parse(row.formula, parsed, problem));
    CHECK(printed_text(parsed.ast, derivative(parsed.ast, parsed.root)) == row.derivative);
  }
}

TEST_CASE("what is simplified is as people would write it, and simplifying again changes nothing") {
  for (const Row& row : simple) {
    INFO(row.formula);
    Parsed parsed;
    FormulaProblem problem;
    REQUIRE(parse(row.formula, parsed, problem));
    const Id once = simplified(parsed.ast, parsed.root);
    CHECK(printed_text(parsed.ast, once) == row.derivative);
    CHECK(simplified(parsed.ast, once) == once);
  }
}

TEST_CASE("the symbolic derivative of any formula has the value of its jet") {
  RandomTrees trees(1);
  constexpr double parameters[] = {0.75, 1.5};
  int compared = 0;
  int singular = 0;
  for (int round = 0; round < 4'000; ++round) {
    Ast ast;
    ast.parameter("a");
    ast.parameter("beta");
    const Id root = trees.number(ast, 1 + round % 5);
    const Id first = derivative(ast, root);
    for (int i = 0; i < 4; ++i) {
      const double x = static_cast<double>(trees.below(1U << 20)) / (1U << 17) - 4 + 1e-7;
      const reference::Jet jet = reference::evaluate(ast, root, x, parameters);
      const reference::Jet own = reference::evaluate(ast, first, x, parameters);
      if (!jet.whole || std::fabs(jet.slope) > 1e8L) continue;
      ++compared;
      // 0 * inf, where a branch that is constant feeds a function whose derivative is infinite there.
      singular += std::isfinite(own.value) ? 0 : 1;
      if (!std::isfinite(own.value)) continue;
      INFO(printed_text(ast, root) << " at " << x << ": " << printed_text(ast, first));
      INFO(static_cast<double>(jet.slope) << " " << static_cast<double>(own.value));
      CHECK(near(jet.slope, own.value, 1));
    }
  }
  CHECK(compared > 5'000);
  CHECK(singular < compared / 500);
}

TEST_CASE("simplifying keeps every value") {
  RandomTrees trees(2);
  constexpr double parameters[] = {0.75, 1.5};
  int compared = 0;
  int uncertain = 0;
  for (int round = 0; round < 4'000; ++round) {
    Ast ast;
    ast.parameter("a");
    ast.parameter("beta");
    const Id root = trees.number(ast, 1 + round % 5);
    const Id simpler = simplified(ast, root);
    for (int i = 0; i < 4; ++i) {
      const double x = static_cast<double>(trees.below(1U << 20)) / (1U << 17) - 4 + 1e-7;
      const reference::Jet before = reference::evaluate(ast, root, x, parameters);
      const reference::Jet after = reference::evaluate(ast, simpler, x, parameters);
      if (!before.whole || std::fabs(before.value) > 1e12L) continue;
      ++compared;
      INFO(printed_text(ast, root) << " at " << x << ": " << printed_text(ast, simpler));
      INFO(static_cast<double>(before.value) << " " << static_cast<double>(after.value));
      // A constant that is folded is rounded elsewhere: tan((x / 0.001)^2) shows it in the ninth digit, x * 3 in none.
      const long double blur = before.blur + after.blur;
      const long double smallest = std::numeric_limits<double>::min();
      uncertain += std::isfinite(blur) ? 0 : 1;
      if (std::isfinite(blur)) {
        CHECK(std::fabs(before.value - after.value) <= reference::rounding * blur + smallest);
      } else {
        CHECK(near(before.value, after.value, 1));
      }
    }
  }
  CHECK(compared > 8'000);
  CHECK(uncertain < compared / 100);
}

TEST_CASE("the derivatives of the catalog's functions are those of their formulas") {
  for (std::size_t i = 0; i < catalog().size(); ++i) {
    if (is_vector_function(i)) continue;
    const Info& info = catalog()[i];
    INFO(info.id);
    Ast ast;
    std::vector<Id> arguments{ast.variable()};
    for (const Parameter& one : info.parameters) arguments.push_back(ast.number(one.standard));
    const Id root = ast.activation(i, arguments);
    const Id first = derivative(ast, root);
    const Id second = derivative(ast, first);
    for (double x = -7.93; x < 8; x += 0.37) {
      INFO(x << " " << printed_text(ast, first));
      const reference::Jet jet = reference::evaluate(ast, root, x, {});
      const reference::Jet own = reference::evaluate(ast, first, x, {});
      CHECK(near(jet.slope, own.value, 1e-3L));
      CHECK(near(own.slope, reference::evaluate(ast, second, x, {}).value, 1e-3L));
    }
  }
}
