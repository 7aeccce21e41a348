#include "../catch.hpp"

#include "formula/derivative.hpp"
#include "formula/parser.hpp"
#include "formula/print.hpp"

#include <string>
#include <string_view>

using namespace activation;
using namespace activation::formula;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

FormulaProblem problem_of(const std::string& text) {
  Parsed parsed;
  FormulaProblem problem;
  REQUIRE_FALSE(parse(text, parsed, problem));
  return problem;
}

}  // namespace

TEST_CASE("10,000 characters are a formula, one more is too long") {
  Parsed parsed;
  FormulaProblem problem;
  CHECK(parse("x" + std::string(9'999, ' '), parsed, problem));
  CHECK(parse(repeated("x+", 4'999) + "xx", parsed, problem));
  problem = problem_of("x" + std::string(10'000, ' '));
  CHECK(problem.fault == FormulaFault::too_long);
  CHECK(problem.position == 10'000);
  CHECK(problem.length == 1);
  // UTF-16 units count, not bytes
  CHECK(parse(repeated("β", 1) + std::string(9'999, ' '), parsed, problem));
}

TEST_CASE("200 levels are a formula, one more is too deep") {
  struct Nest {
    std::string_view open;
    std::string_view close;
    std::size_t position;  ///< of the one too many
  };
  for (const auto& [open, close, position] : {Nest{"(", ")", 200}, Nest{"sin(", ")", 800}, Nest{"-", "", 200},
                                              Nest{"x^", "", 401}, Nest{"√", "", 200}, Nest{"x>0?1:", "", 1203}}) {
    INFO(open);
    Parsed parsed;
    FormulaProblem problem;
    constexpr int most = Formula::most_nesting;
    CHECK(parse(repeated(open, most) + "x" + repeated(close, most), parsed, problem));
    problem = problem_of(repeated(open, most + 1) + "x" + repeated(close, most + 1));
    CHECK(problem.fault == FormulaFault::too_deep);
    CHECK(problem.position == position);
  }
}

TEST_CASE("8 parameters are a formula, one more is too many") {
  Parsed parsed;
  FormulaProblem problem;
  CHECK(parse("a+b+c+d+f+g+h+i+a", parsed, problem));
  CHECK(problem_of("a+b+c+d+f+g+h+i+j").fault == FormulaFault::too_many_parameters);
}

TEST_CASE("texts made to exhaust the stack are answered") {
  CHECK(problem_of(std::string(10'000, '(')).fault == FormulaFault::too_deep);
  CHECK(problem_of(std::string(10'000, '-')).fault == FormulaFault::too_deep);
  CHECK(problem_of(std::string(10'000, '|')).fault == FormulaFault::too_deep);
  CHECK(problem_of(std::string(10'000, '+')).fault == FormulaFault::missing);
  CHECK(problem_of(std::string(10'000, ')')).fault == FormulaFault::unclosed);
  CHECK(problem_of(repeated("x^", 5'000)).fault == FormulaFault::too_deep);
  CHECK(problem_of(repeated("sin ", 2'500)).fault == FormulaFault::missing);
}

TEST_CASE("the largest formulas are printed and differentiated in bounded space") {
  const std::string rows[] = {
      repeated("x+", 4'999) + "x",
      repeated("x*", 4'999) + "x",
      repeated("x/", 4'999) + "x",
      repeated("0<", 4'999) + "x",
      repeated("exp(", 199) + "x" + repeated(")", 199),
      repeated("sin(x*", 190) + "x" + repeated(")", 190),
      repeated("mish(", 199) + "x" + repeated(")", 199),
      repeated("x^", 199) + "x",
      repeated("sin(2x)/(1+x^a)+", 600) + "x",
      repeated("logit(", 199) + "x" + repeated(")", 199),
      repeated("1/(1+", 199) + "x" + repeated(")", 199),
  };
  for (const std::string& text : rows) {
    INFO(text.substr(0, 20));
    Parsed parsed;
    FormulaProblem problem;
    if (!parse(text, parsed, problem)) {
      CHECK(problem.fault == FormulaFault::too_long);  // logit of logit of …
      continue;
    }
    CHECK(printed_text(parsed.ast, parsed.root).size() < 100'100);
    const Id first = derivative(parsed.ast, parsed.root);
    const Id second = derivative(parsed.ast, first);
    CHECK(parsed.ast.size() < 1'000'000);
    CHECK(printed_text(parsed.ast, second).size() < 100'100);
    CHECK(printed_mathml(parsed.ast, second).size() < 1'000'100);
    CHECK(printed_latex(parsed.ast, second).size() < 1'000'100);
  }
}
