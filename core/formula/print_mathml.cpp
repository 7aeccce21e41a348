#include "print.hpp"
#include "print_math.hpp"

#include <algorithm>
#include <vector>

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

/// Brackets grow with what is between them; around what is no higher than a letter and its index or power they are to stay
/// small, which fonts do not see to.
std::string with_small_brackets(const std::string& math) {
  constexpr std::string_view start = "<mo>";
  struct Open {
    std::size_t at;
    bool tall;
  };
  std::vector<Open> open;
  std::vector<std::size_t> small;
  for (std::size_t at = math.find('<'); at != std::string::npos; at = math.find('<', at + 1)) {
    const std::string_view rest = std::string_view(math).substr(at);
    if (rest.starts_with("<mfrac") || rest.starts_with("<mtable")) {
      for (Open& one : open) one.tall = true;
    } else if (rest.starts_with("<mo>(<") || rest.starts_with("<mo>[<")) {
      open.push_back({at, false});
    } else if ((rest.starts_with("<mo>)<") || rest.starts_with("<mo>]<")) && !open.empty()) {
      if (!open.back().tall) small.insert(small.end(), {open.back().at, at});
      open.pop_back();
    }
  }
  std::sort(small.begin(), small.end());
  std::string result;
  std::size_t done = 0;
  for (const std::size_t at : small) {
    result.append(math, done, at - done).append("<mo stretchy=\"false\">");
    done = at + start.size();
  }
  return result.append(math, done);
}

/// A thin space between a factor and the name of a function: "b sin(x)".
std::string with_spaces(std::string math) {
  constexpr std::string_view times = "<mo>&#x2062;</mo><mi>";
  constexpr std::string_view space = "<mspace width=\"0.17em\"/>";
  for (std::size_t at = math.find(times); at != std::string::npos; at = math.find(times, at + 1)) {
    const std::size_t name = at + times.size();
    const bool letters = name + 1 < math.size() && math[name] >= 'a' && math[name + 1] >= 'a';
    if (letters) math.insert(name - std::string_view("<mi>").size(), space);
  }
  return math;
}

}  // namespace

std::string printed_mathml(const Ast& ast, Id root) {
  return with_spaces(with_small_brackets(printed_math(ast, root, style)));
}

}  // namespace activation::formula
