#include "print.hpp"
#include "print_math.hpp"

namespace activation::formula {
namespace {

std::string element(std::string_view tag, std::string_view text) {
  std::string result = "<";
  result.append(tag).append(">").append(text).append("</").append(tag.substr(0, tag.find(' '))).append(">");
  return result;
}

// Names are letters, digits and _: nothing in them needs escaping.
constexpr Style style{
    .identifier = [](std::string_view name) { return element("mi", name); },
    .function = [](std::string_view name) { return element("mi", name); },
    .number = [](std::string_view digits) { return element("mn", digits); },
    .fraction = {"<mfrac><mrow>", "</mrow><mrow>", "</mrow></mfrac>"},
    .power = {"<msup><mrow>", "</mrow><mrow>", "</mrow></msup>"},
    .index = {"<msub>", "", "</msub>"},
    .root = {"<msqrt>", "</msqrt>"},
    .cube_root = {"<mroot><mrow>", "</mrow><mn>3</mn></mroot>"},
    .brackets = {"<mrow><mo>(</mo>", "<mo>)</mo></mrow>"},
    .square_brackets = {"<mrow><mo>[</mo>", "<mo>]</mo></mrow>"},
    .bars = {"<mrow><mo fence=\"true\" form=\"prefix\">|</mo>", "<mo fence=\"true\" form=\"postfix\">|</mo></mrow>"},
    .floor = {"<mrow><mo>⌊</mo>", "<mo>⌋</mo></mrow>"},
    .ceil = {"<mrow><mo>⌈</mo>", "<mo>⌉</mo></mrow>"},
    .apply = "<mo>&#x2061;</mo>",
    .comma = "<mo>,</mo>",
    .plus = "<mo>+</mo>",
    .minus = "<mo>−</mo>",
    .negative = "<mo form=\"prefix\">−</mo>",
    .times = "<mo>·</mo>",
    .juxtaposed = "<mo>&#x2062;</mo>",
    .comparisons = {"<mo>&lt;</mo>", "<mo>≤</mo>", "<mo>&gt;</mo>", "<mo>≥</mo>", "<mo>=</mo>", "<mo>≠</mo>"},
    .both = "<mtext>&#xa0;and&#xa0;</mtext>",
    .either = "<mtext>&#xa0;or&#xa0;</mtext>",
    .no = "<mtext>not&#xa0;</mtext>",
    .pi = "<mi>π</mi>",
    .e = "<mi>e</mi>",
    .cases = {"<mrow><mo>{</mo><mtable>", "</mtable></mrow>"},
    .row = {"<mtr><mtd><mrow>", "</mrow></mtd><mtd><mrow><mtext>if&#xa0;</mtext>", "</mrow></mtd></mtr>"},
    .otherwise = {"<mtr><mtd><mrow>", "</mrow></mtd><mtd><mtext>otherwise</mtext></mtd></mtr>"},
    .too_long = "<mtext>too long to show</mtext>",
    .latex = false,
};

}  // namespace

std::string printed_mathml(const Ast& ast, Id root) { return printed_math(ast, root, style); }

}  // namespace activation::formula
