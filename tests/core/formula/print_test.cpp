#include "../catch.hpp"

#include "formula/parser.hpp"
#include "formula/print.hpp"
#include "formula/shortest.hpp"
#include "random_trees.hpp"
#include "text/parse_double.hpp"

#include <cctype>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace activation;
using namespace activation::formula;

namespace {

/// Whether two trees are the same, each in its own Ast.
bool same(const Ast& a, Id i, const Ast& b, Id j) {
  const Node& p = a[i];
  const Node& q = b[j];
  if (p.op != q.op || p.count != q.count) return false;
  if (p.op == Op::parameter) return a.parameters()[p.index] == b.parameters()[q.index];
  if (p.index != q.index || p.number != q.number) return false;
  for (std::size_t k = 0; k < p.count; ++k) {
    if (!same(a, p.arguments[k], b, q.arguments[k])) return false;
  }
  return true;
}

/// Whether elements are closed in the order in which they were opened, and every & begins an entity.
bool well_formed(std::string_view markup) {
  std::vector<std::string_view> open;
  for (std::size_t at = 0; at < markup.size(); ++at) {
    if (markup[at] == '&' && markup.find(';', at) > at + 8) return false;
    if (markup[at] == '>') return false;
    if (markup[at] != '<') continue;
    const std::size_t end = markup.find('>', at);
    std::string_view tag = markup.substr(at + 1, end - at - 1);
    at = end;
    if (tag[0] == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(tag.substr(0, tag.find(' ')));
    }
  }
  return open.empty();
}

std::string mathml(std::string_view text) {
  Parsed parsed;
  FormulaProblem problem;
  REQUIRE(parse(text, parsed, problem));
  return printed_mathml(parsed.ast, parsed.root);
}

std::string latex(std::string_view text) {
  Parsed parsed;
  FormulaProblem problem;
  REQUIRE(parse(text, parsed, problem));
  return printed_latex(parsed.ast, parsed.root);
}

}  // namespace

TEST_CASE("what is printed is read as the same tree, for any tree") {
  RandomTrees trees(3);
  for (int round = 0; round < 10'000; ++round) {
    Ast ast;
    const Id root = trees.number(ast, 1 + round % 6);
    const std::string text = printed_text(ast, root);
    INFO(text);
    Parsed parsed;
    FormulaProblem problem;
    const bool read = parse(text, parsed, problem);
    INFO(problem.message << " at " << problem.position);
    REQUIRE((read || text.size() > Formula::most_characters));
    if (read) REQUIRE(same(ast, root, parsed.ast, parsed.root));
  }
}

TEST_CASE("brackets stand in printed text where the tree needs them, and only there") {
  RandomTrees trees(4);
  for (int round = 0; round < 300; ++round) {
    Ast ast;
    const Id root = trees.number(ast, 1 + round % 4);
    const std::string text = printed_text(ast, root);
    // Without a pair of brackets that is not a function's, the text is another formula or none.
    for (std::size_t at = text.find('('); at != std::string::npos; at = text.find('(', at + 1)) {
      if (at > 0 && (std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 || text[at - 1] == '_')) continue;
      int depth = 1;
      std::size_t end = at + 1;
      for (; depth > 0; ++end) depth += (text[end] == '(' ? 1 : 0) - (text[end] == ')' ? 1 : 0);
      std::string without = text;
      without.erase(end - 1, 1);
      without.erase(at, 1);
      INFO(text << " and " << without);
      Parsed parsed;
      FormulaProblem problem;
      // A choice within a choice keeps its brackets for the reader.
      const bool for_the_reader = text.substr(at, end - at).find('?') != std::string::npos;
      CHECK((for_the_reader || !parse(without, parsed, problem) || !same(ast, root, parsed.ast, parsed.root)));
    }
  }
}

TEST_CASE("numbers are printed in the fewest digits that read back the same") {
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(0.1 + 0.2) == "0.30000000000000004");
  CHECK(shortest(1.0 / 3) == "0.3333333333333333");
  CHECK(shortest(100) == "100");
  CHECK(shortest(123456789012345680000.0) == "123456789012345680000");
  CHECK(shortest(1e20) == "100000000000000000000");
  CHECK(shortest(1e22) == "1e22");
  CHECK(shortest(1e-6) == "0.000001");
  CHECK(shortest(1.5e-7) == "1.5e-7");
  CHECK(shortest(-2.5) == "-2.5");
  CHECK(shortest(0x1p-44) == "5.684341886080802e-14");  // the nearest of 16 digits does not read back
  CHECK(shortest(9007199254740993.0) == "9007199254740992");
  CHECK(shortest(std::numeric_limits<double>::denorm_min()) == "5e-324");
  CHECK(shortest(std::numeric_limits<double>::min()) == "2.2250738585072014e-308");
  CHECK(shortest(std::numeric_limits<double>::max()) == "1.7976931348623157e308");
  std::uint64_t state = 7;
  for (int i = 0; i < 3'000; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    const auto value = __builtin_bit_cast(double, (state ^ state >> 29U) & 0x7FFFFFFFFFFFFFFF);
    if (!(value - value == 0)) continue;
    double read = 0;
    REQUIRE(text::parse_double(shortest(value), read));
    CHECK(read == value);
    CHECK(shortest(value).size() <= 24);
  }
}

TEST_CASE("MathML of any formula is well-formed") {
  RandomTrees trees(5);
  for (int round = 0; round < 1'000; ++round) {
    Ast ast;
    const Id root = trees.number(ast, 1 + round % 5);
    const std::string markup = printed_mathml(ast, root);
    INFO(markup);
    CHECK(well_formed(markup));
  }
}

TEST_CASE("MathML shows fractions, roots, powers, cases and letters") {
  CHECK(mathml("2x") == "<mn>2</mn><mo>&#x2062;</mo><mi>x</mi>");
  CHECK(mathml("x * 2") == "<mi>x</mi><mo>·</mo><mn>2</mn>");
  CHECK(mathml("x/2") == "<mfrac><mrow><mi>x</mi></mrow><mrow><mn>2</mn></mrow></mfrac>");
  CHECK(mathml("e^-x") == "<msup><mrow><mi>e</mi></mrow><mrow><mo form=\"prefix\">−</mo><mi>x</mi></mrow></msup>");
  CHECK(mathml("√x") == "<msqrt><mi>x</mi></msqrt>");
  CHECK(mathml("β₁") == "<msub><mi>β</mi><mn>1</mn></msub>");
  // Brackets around what is one line high do not grow.
  CHECK(mathml("Φ(x)") ==
        "<mi>Φ</mi><mo>&#x2061;</mo><mrow><mo stretchy=\"false\">(</mo><mi>x</mi>"
        "<mo stretchy=\"false\">)</mo></mrow>");
  CHECK(
      mathml("x < 1 ? 2 : 3") ==
      "<mrow><mo>{</mo><mtable><mtr><mtd><mrow><mn>2</mn></mrow></mtd><mtd><mrow><mtext>if&#xa0;</mtext><mi>x</mi>"
      "<mo>&lt;</mo><mn>1</mn></mrow></mtd></mtr><mtr><mtd><mrow><mn>3</mn></mrow></mtd><mtd><mtext>otherwise</mtext></mtd>"
      "</mtr></mtable></mrow>");
  CHECK(mathml("x > 0 ? x : negative_slope * x").find("<mi>s</mi>") != std::string::npos);
}

TEST_CASE("LaTeX is what people would write") {
  CHECK(latex("0.5x(1 + erf(x/√2))") ==
        "0.5 x \\left(1 + \\operatorname{erf}\\left(\\frac{x}{\\sqrt{2}}\\right)\\right)");
  CHECK(latex("ln(1 + e^(β x))") == "\\ln\\left(1 + e^{\\beta  x}\\right)");
  CHECK(latex("sin²(x) + (a_max x)²") == "\\sin^{2}\\left(x\\right) + \\left(a_{\\mathrm{max}} x\\right)^{2}");
  CHECK(
      latex("x > 0 and x ≤ 1 ? |x| : -x") ==
      "\\begin{cases}\\left|x\\right| & \\text{if } x > 0 \\text{ and } x \\le 1 \\\\ -x & \\text{otherwise}\\end{cases}");
  CHECK(latex("(x > 0) * x") == "\\left[x > 0\\right] x");
  CHECK(latex("1.5e-7x") == "1.5 \\cdot 10^{-7} x");
}

TEST_CASE("names are shown with Greek letters and indices") {
  struct Row {
    std::string_view name, latex, mathml;
  };
  constexpr Row rows[] = {
      {"lambda_max", "\\lambda _{\\mathrm{max}}", "<msub><mi>λ</mi><mi>max</mi></msub>"},
      {"lambda1", "\\lambda _{1}", "<msub><mi>λ</mi><mn>1</mn></msub>"},
      {"lambd", "\\lambda ", "<mi>λ</mi>"},
      {"lambda", "\\lambda ", "<mi>λ</mi>"},
      {"lambda_", "\\lambda ", "<mi>λ</mi>"},
      {"beta_2", "\\beta _{2}", "<msub><mi>β</mi><mn>2</mn></msub>"},
      {"alpha1", "\\alpha _{1}", "<msub><mi>α</mi><mn>1</mn></msub>"},
      {"x_0", "x_{0}", "<msub><mi>x</mi><mn>0</mn></msub>"},
      {"w12", "w_{12}", "<msub><mi>w</mi><mn>12</mn></msub>"},
      {"gamma_a_b", "\\gamma _{\\mathrm{a\\_b}}", "<msub><mi>γ</mi><mi>a_b</mi></msub>"},
      {"betax", "\\mathrm{betax}", "<mi>betax</mi>"},
      // Not the same as a and alpha.
      {"a_", "\\mathrm{a\\_}", "<mi>a_</mi>"},
      {"alpha_", "\\mathrm{alpha\\_}", "<mi>alpha_</mi>"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(latex(row.name) == row.latex);
    CHECK(mathml(row.name) == row.mathml);
  }
}

TEST_CASE("a dot stands between factors that would read as one number, name or mixed fraction") {
  CHECK(latex("x * 2") == "x \\cdot 2");
  CHECK(latex("x * (2x)^3") == "x \\left(2 x\\right)^{3}");
  CHECK(latex("x * 2^x") == "x \\cdot 2^{x}");
  CHECK(latex("2 * (x/3)") == "2 \\cdot \\frac{x}{3}");
  CHECK(latex("x * (1/3)") == "x \\frac{1}{3}");
  CHECK(latex("a * max_val") == "a \\cdot \\mathrm{max}_{\\mathrm{val}}");
  CHECK(latex("a * b") == "a b");
  CHECK(latex("x * (1 + x)") == "x \\left(1 + x\\right)");
}
