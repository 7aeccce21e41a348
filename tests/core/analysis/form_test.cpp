#include "analysis/form.hpp"

#include "../catch.hpp"
#include "formula/parser.hpp"

#include <limits>
#include <string>
#include <vector>

using activation::analysis::Form;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Form form(const std::string& text, const std::vector<double>& parameters = {}) {
  activation::formula::Parsed parsed;
  activation::FormulaProblem problem;
  INFO(text << ": " << problem.message);
  REQUIRE(activation::formula::parse(text, parsed, problem));
  return activation::analysis::form_of(parsed.ast, parsed.root, parameters);
}

}  // namespace

TEST_CASE("Symmetry follows from the parts") {
  for (const char* text :
       {"x^2", "cos(x)", "x * tanh(x)", "exp(-x^2)", "abs(x)^3", "x * x", "1 / (1 + x^2)", "gaussian(x)"}) {
    INFO(text);
    CHECK(form(text).even);
    CHECK_FALSE(form(text).odd);
  }
  for (const char* text : {"x", "x^3", "x / (1 + abs(x))", "sin(x) * cos(x)", "-tanh(x)", "clip(x, -1, 1)",
                           "min(max(x, -2), 2)", "tanh(sinh(x))", "abs(x) > 1 ? x : 0"}) {
    INFO(text);
    CHECK(form(text).odd);
    CHECK_FALSE(form(text).even);
  }
  for (const char* text : {"x + 1", "exp(x)", "x * sigmoid(x)", "clip(x, -1, 2)", "x > 0 ? x : 0", "floor(x)"}) {
    INFO(text);
    CHECK_FALSE(form(text).odd);
    CHECK_FALSE(form(text).even);
  }
}

TEST_CASE("Monotonic parts make monotonic wholes, and nothing else does") {
  for (const char* text : {"x^3 + x", "exp(x)", "log(1 + exp(x))", "1 / (1 + exp(-x))", "tanh(2x + 1)", "max(0, x)",
                           "2^x", "0.5^-x", "sqrt(1 + exp(x))", "-exp(-x)", "max(0, x)^2", "sigmoid(3x)", "floor(x)"}) {
    INFO(text);
    CHECK(form(text).rising);
    CHECK_FALSE(form(text).falling);
  }
  for (const char* text : {"x^2", "x * sigmoid(x)", "sin(x)", "x - tanh(x)", "x / 2 * (1 + erf(x / sqrt(2)))",
                           "x > 0 ? x : 1 - x", "x - x", "abs(x)", "1 / x", "gelu(x)"}) {
    INFO(text);
    CHECK_FALSE(form(text).rising);
    CHECK_FALSE(form(text).falling);
  }
  CHECK(form("a * x", {2}).rising);
  CHECK(form("a * x", {-2}).falling);
  CHECK(form("a * x", {0}).constant());
  CHECK(form("x > 0 ? x : 0.1x").rising_apart);
  CHECK_FALSE(form("x > 0 ? x : -x").rising_apart);
}

TEST_CASE("Bounds hold, and whether they are reached") {
  const Form logistic = form("1 / (1 + exp(-x))");
  CHECK(logistic.low == 0);
  CHECK(logistic.high == 1);
  CHECK(logistic.above_low);
  CHECK(logistic.below_high);
  CHECK(form("x^2").low == 0);
  CHECK_FALSE(form("x^2").above_low);
  CHECK(form("x^2 + 1").low == 1);
  CHECK(form("log(1 + exp(x))").low == 0);
  CHECK(form("log(1 + exp(x))").above_low);
  CHECK(form("exp(-x^2)").high == 1);
  CHECK_FALSE(form("exp(-x^2)").below_high);
  CHECK(form("min(max(0, x), 6)").high == 6);
  CHECK(form("x > 0 ? 1 : 0").high == 1);
}

TEST_CASE("Limits follow where they do, and are left open where infinities meet") {
  CHECK(form("log(1 + exp(x))").left == 0);
  CHECK(form("log(1 + exp(x))").right == infinity);
  CHECK(form("exp(-x^2)").left == 0);
  CHECK(form("1 / (1 + exp(-x))").right == 1);
  CHECK(form("x > 0 ? x : exp(x) - 1").left == -1);
  CHECK(form("x^3").left == -infinity);
  CHECK(form("x^2").left == infinity);
  for (const char* text : {"x * exp(-x)", "x - tanh(x) - x", "sin(x)", "x / (1 + abs(x))"}) {
    INFO(text);
    CHECK(form(text).right != form(text).right);
  }
}

TEST_CASE("What is smooth everywhere is known to be") {
  for (const char* text :
       {"x * sigmoid(x)", "sqrt(1 + x^2)", "x / (1 + x^2)", "log(1 + exp(x))", "x^3", "2^x", "mish(x)"}) {
    INFO(text);
    CHECK(form(text).smooth);
    CHECK(form(text).defined);
  }
  for (const char* text : {"abs(x)", "sqrt(x)", "1 / x", "log(x)", "max(0, x)", "x > 0 ? x : 0", "x^0.5", "tan(x)",
                           "sqrt(x^2)", "cbrt(x)", "floor(x)", "elu(x)"}) {
    INFO(text);
    CHECK_FALSE(form(text).smooth);
  }
  CHECK(form("abs(x^2 + 1)").smooth);
  CHECK_FALSE(form("log(x)").defined);
  CHECK_FALSE(form("1 / x").defined);
}
