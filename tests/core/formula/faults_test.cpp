#include "../catch.hpp"

#include "formula/parser.hpp"

#include <string>
#include <string_view>

using namespace activation;
using namespace activation::formula;

namespace {

struct Row {
  std::string_view typed;
  FormulaFault fault;
  std::size_t position;
  std::size_t length;
  std::string_view suggestion;
  std::string_view says;  ///< part of the message
};

using F = FormulaFault;

constexpr Row faults[] = {
    {"", F::empty, 0, 0, "max(0, x)", "no formula yet"},
    {"  ", F::empty, 2, 0, "max(0, x)", "no formula yet"},
    {"f(x) =", F::empty, 6, 0, "max(0, x)", "no formula yet"},
    {"function f(x) { return (x + 1; }", F::unclosed, 29, 0, ")", "at character 24"},
    {"function f(x) { return (x + 1 }", F::unclosed, 30, 0, ")", "at character 24"},
    {"function f(x) { return }", F::empty, 23, 0, "max(0, x)", "no formula yet"},
    {"function f(x) { let y = 1; return y; }", F::unexpected, 22, 1, "==", "assigns nothing"},
    {"float(x)(x + 1)", F::unknown_function, 0, 5, "floor", ""},
    // Names
    {"x * sigmod(x)", F::unknown_function, 4, 6, "sigmoid", "did you mean `sigmoid`?"},
    {"𝑎 + 1", F::unexpected, 0, 2, "", "no meaning"},
    {"√(x) + geul(x)", F::unknown_function, 7, 4, "gelu", "did you mean `gelu`?"},
    {"tahn(x)", F::unknown_function, 0, 4, "tanh", ""},
    {"leaky_rleu(x)", F::unknown_function, 0, 10, "leaky_relu", ""},
    {"np.tahn(x)", F::unknown_function, 0, 7, "tanh", ""},
    {"foo.tanh(x)", F::unknown_function, 0, 8, "tanh", ""},
    {"foo(x)", F::unknown_function, 0, 3, "foo *", "to multiply"},
    {"α(x + 1)", F::unknown_function, 0, 1, "α *", "to multiply"},
    {"logb(x, 2)", F::unknown_function, 0, 4, "log", "log(x, base)"},
    {"round(x)", F::unknown_function, 0, 5, "", "floor(x + 0.5)"},
    {"x.foo + 1", F::unknown_function, 0, 5, "", "not known"},
    {"sin x", F::missing, 0, 5, "sin(x)", "needs brackets"},
    {"1 + tanh 2x", F::missing, 4, 7, "tanh(2x)", "needs brackets"},
    {"x * relu", F::missing, 4, 4, "relu(x)", "is a function"},
    {"sin^2 x", F::missing, 0, 7, "sin^2(x)", "needs brackets"},
    {"1 + sin² 2x", F::missing, 4, 7, "sin²(2x)", "needs brackets"},
    {"2sin⁻¹(x)", F::unexpected, 1, 5, "asin", "`1 / sin(x)`"},
    {"tanh^-1(x)", F::unexpected, 0, 7, "atanh", "`atanh(x)`"},
    {"exp^-1(x)", F::unexpected, 0, 6, "", "`exp(x)^-1`"},
    {"sin^-2(x)", F::unexpected, 0, 6, "", "`sin(x)^-2`"},
    {"xsin(x)", F::unknown_function, 0, 4, "x * sin", "did you mean `x * sin`?"},
    {"tg²(x)", F::unknown_function, 0, 2, "tan", "`tan`"},
    {"atan2(x, 1)", F::unknown_function, 0, 5, "", "atan(y / x)"},
    {"normcdf(x)", F::unknown_function, 0, 7, "Phi", "Phi"},
    {"torch.zeros_like(x)", F::unknown_function, 0, 16, "", "write 0"},
    {"x.sigmoid()", F::unknown_function, 0, 10, "sigmoid(x", "`sigmoid(x)`"},
    {"x.clamp(min=0)", F::unknown_function, 0, 8, "clamp(x, ", "`clamp(x, …)`"},
    {"relu(x).tanh()", F::unexpected, 7, 5, "", "`tanh(…)`"},
    {"x mod 2", F::unexpected, 2, 3, "", "remainder"},
    {"1 + return x", F::unexpected, 4, 6, "", "remove it"},
    {"d/dx x^2", F::unexpected, 0, 4, "", "Derivatives"},
    {"x_{i+1}", F::unexpected, 0, 3, "", "index"},
    {"β_{i+1}", F::unexpected, 1, 2, "", "index"},
    {"_{x}", F::unexpected, 0, 2, "", "condition"},
    {"1_{x>0}", F::unexpected, 1, 2, "", "`(x > 0)`"},
    {"nn.Hardtanh(-2)(x, max_val=3)", F::wrong_arguments, 0, 29, "", "the second x alone"},
    {"nn.ELU(0.5)()", F::wrong_arguments, 0, 13, "", "the second x alone"},
    // Brackets and bars
    {"max(0, x", F::unclosed, 8, 0, ")", "at character 4"},
    {"sin(cos(x", F::unclosed, 9, 0, "))", "at character 8"},
    {"|x", F::unclosed, 2, 0, "|", "at character 1"},
    {"(|x", F::unclosed, 3, 0, "|)", "`|`"},
    {"(x + 1))", F::unclosed, 7, 1, "", "closes none"},
    {")", F::unclosed, 0, 1, "", "closes none"},
    {"(x]", F::unclosed, 2, 1, ")", "is closed by `)`"},
    {"(|x)", F::unclosed, 3, 1, "|)", "still open"},
    {"()", F::missing, 0, 2, "", "nothing between"},
    {"((", F::missing, 2, 0, "", "nothing in these brackets yet"},
    {"2max(", F::missing, 5, 0, "", "nothing in these brackets yet"},
    // Operands
    {"x +", F::missing, 2, 1, "", "after `+`"},
    {"(x *)", F::missing, 3, 1, "", "after `*`"},
    {"* x", F::missing, 0, 1, "", "in front of `*`"},
    {"x * / 2", F::unexpected, 4, 1, "", "cannot follow"},
    {"x // 2", F::unexpected, 2, 2, "", "floor(a / b)"},
    {"⌊x⌋", F::unexpected, 0, 1, "floor(", "`floor(x)`"},
    {"eˣ", F::unexpected, 1, 1, "^x", "`^x`"},
    {"e⁻ˣ", F::unexpected, 1, 2, "^-x", "`^-x`"},
    {"𝟙(x > 0)", F::unexpected, 0, 2, "", "`(x > 0)`"},
    {"‖x‖", F::unexpected, 0, 1, "|", "`|x|`"},
    {"max(, x)", F::missing, 4, 1, "", "in front of this comma"},
    {"max(x,)", F::missing, 5, 1, "", "after `,`"},
    {"²", F::missing, 0, 1, "", "in front of this power"},
    {"3 2", F::unexpected, 2, 1, "* 2", "write `*`"},
    {"x & y", F::unexpected, 2, 1, "and", "`and`"},
    {"x % 2", F::unexpected, 2, 1, "", "remainder"},
    {"x!", F::unexpected, 1, 1, "", "Factorials"},
    {"x ≤ ∞ ? 1 : 0", F::unexpected, 4, 1, "", "Infinity"},
    {"\\begin{cases}", F::unexpected, 0, 6, "", "LaTeX"},
    {"\\", F::unexpected, 0, 1, "", "LaTeX"},
    {"\\.(x)", F::unexpected, 0, 2, "", "LaTeX"},
    {"\\frac12", F::missing, 0, 5, "", "`\\frac{a}{b}`"},
    {"\\frac{1} x", F::missing, 9, 0, "{2}", "denominator"},
    {"\\frac{1}{x", F::unclosed, 10, 0, "}", "`}`"},
    {"\\frac{1}{x)", F::unclosed, 10, 1, "}", "is closed by `}`"},
    {"\\frac{(x}{2}", F::unclosed, 8, 1, ")", "is closed by `)`"},
    {"\\frac{}{2}", F::missing, 5, 2, "", "nothing between"},
    {"x}", F::unclosed, 1, 1, "", "closes none"},
    {"\\tanh x", F::missing, 0, 7, "\\tanh(x)", "needs brackets"},
    {"1.2.3", F::unexpected, 3, 1, "", "one decimal point"},
    {"1,5x", F::unexpected, 1, 1, ".", "with a point"},
    {"x, 1", F::unexpected, 1, 1, "", "between the arguments"},
    {"max(0; x)", F::unexpected, 5, 1, ",", "commas"},
    // Choices and conditions
    {"x > 0 ? 1 : 2 = 3", F::unexpected, 14, 1, "==", "`==`"},
    {"x > 0 and x = 1 ? 1 : 2", F::unexpected, 12, 1, "==", "`==`"},
    {"x > 0 ? 1", F::missing, 9, 0, " : 0", "second branch"},
    {"(x > 0 ? 1)", F::missing, 10, 0, " : 0", "second branch"},
    {"1 if x > 0", F::missing, 10, 0, " else 0", "another branch"},
    {"x : 1", F::unexpected, 2, 1, "", "after a `?`"},
    {"x else 1", F::unexpected, 2, 4, "", "after an `if`"},
    {"x ? 1 : 2", F::not_a_condition, 0, 1, "x > 0", "condition"},
    {"x + 1 ? 1 : 2", F::not_a_condition, 0, 5, "x + 1 > 0", "condition"},
    {"1 if x else 2", F::not_a_condition, 5, 1, "x > 0", "condition"},
    {"where(x, 1, 2)", F::not_a_condition, 6, 1, "x > 0", "condition"},
    {"x > 0 and x ? 1 : 2", F::not_a_condition, 10, 1, "x > 0", "condition"},
    {"not x ? 1 : 2", F::not_a_condition, 4, 1, "x > 0", "condition"},
    {"3 + not x > 0", F::unexpected, 4, 3, "", "`(not …)`"},
    {"-not x > 0", F::unexpected, 1, 3, "", "in brackets"},
    {"2^-not x > 0", F::unexpected, 3, 3, "", "in brackets"},
    {"x == not x > 0 ? 1 : 2", F::unexpected, 5, 3, "", "in brackets"},
    {"x * ¬(x > 0)", F::unexpected, 4, 1, "", "`(¬ …)`"},
    // Arguments
    {"sin()", F::wrong_arguments, 0, 5, "sin(x)", "takes one argument"},
    {"sin(x, 2)", F::wrong_arguments, 7, 1, "", "one argument"},
    {"max(x)", F::wrong_arguments, 0, 6, "max(0, x)", "at least two arguments"},
    {"clip(x, 0)", F::wrong_arguments, 0, 10, "", "three arguments"},
    {"clip(x, 0, None)", F::unexpected, 11, 4, "", "leave"},
    {"clip(x, 0, 1, min=2)", F::wrong_arguments, 18, 1, "", "one more"},
    {"clip(x, 0, min=2)", F::wrong_arguments, 15, 1, "", "twice"},
    {"clip(min=2)", F::wrong_arguments, 0, 11, "", "needs"},
    {"clip(x, least=2)", F::wrong_arguments, 14, 1, "", "`least`"},
    {"elu(x, 1, 2)", F::wrong_arguments, 10, 1, "", "at most two arguments"},
    {"elu(x, beta=1)", F::wrong_arguments, 12, 1, "", "no argument called `beta`, but `alpha`"},
    {"elu(x, 1, alpha=1)", F::wrong_arguments, 16, 1, "", ""},
    {"sin(x, a=1)", F::wrong_arguments, 9, 1, "", ""},
    {"softmax(x)", F::wrong_arguments, 0, 10, "", "whole vector"},
    // Limits
    {"1e999", F::number_out_of_range, 0, 5, "", "too large"},
    {"np.inf", F::number_out_of_range, 0, 6, "", "no number that a formula can hold"},
    {"a+b+c+d+f+g+h+i+j", F::too_many_parameters, 16, 1, "", "at most 8"},
};

}  // namespace

TEST_CASE("what is wrong is marked, said, and put right where it can be") {
  for (const Row& row : faults) {
    INFO(row.typed);
    Parsed parsed;
    FormulaProblem problem;
    REQUIRE_FALSE(parse(row.typed, parsed, problem));
    INFO(problem.message);
    CHECK(static_cast<int>(problem.fault) == static_cast<int>(row.fault));
    CHECK(problem.position == row.position);
    CHECK(problem.length == row.length);
    CHECK(problem.suggestion == row.suggestion);
    CHECK(problem.message.find(row.says) != std::string::npos);
    CHECK(problem.message.size() > 10);
  }
}

TEST_CASE("a suggestion, put in its place, is taken or leads on") {
  for (const Row& row : faults) {
    // Positions in these are bytes too where nothing outside ASCII stands in front.
    if (row.suggestion.empty() ||
        row.typed.find_first_not_of(
            " ~}|{zyxwvutsrqponmlkjihgfedcba`_^]\\[ZYXWVUTSRQPONMLKJIHGFEDCBA@?>=<;:9876543210/.-,+*)('&%$#\"!") !=
            std::string_view::npos)
      continue;
    INFO(row.typed);
    std::string mended(row.typed);
    mended.replace(row.position, row.length, row.suggestion);
    Parsed parsed;
    FormulaProblem problem;
    const bool read = parse(mended, parsed, problem);
    INFO(mended << " " << problem.message);
    CHECK((read || problem.position != row.position || problem.fault != row.fault));
  }
}

TEST_CASE("any bytes are a formula or a problem within the text") {
  constexpr std::string_view pieces[] = {
      "x",      "(",      ")",   "|",    "?",      ":",     "+",    "-",   "*",
      "^",      "²",      "√",   ",",    "if",     "=",     "else", "and", "not",
      "<",      "max",    "elu", "\xff", "\xe2",   "1.",    "e5",   "sin", "[",
      "!",      "=>",     "β",   "\"",   "'",      "np.",   ";",    " ",   "𝑎",
      "lambda", "return", "{",   "}",    "\\frac", "\\max", "_{",   "\\",  "function f(x) {"};
  std::uint64_t state = 1;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int i = 0; i < 1 + round % 9; ++i) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      text += pieces[(state >> 33U) % std::size(pieces)];
    }
    Parsed parsed;
    FormulaProblem problem;
    if (parse(text, parsed, problem)) continue;
    INFO(text);
    REQUIRE(problem.position + problem.length <= text.size());
    REQUIRE_FALSE(problem.message.empty());
  }
}
