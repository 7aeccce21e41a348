#include "print.hpp"
#include "joined.hpp"
#include "print_math.hpp"

#include <algorithm>
#include <array>

namespace activation::formula {
namespace {

std::string escaped(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (c == '_') result += '\\';
    result += c;
  }
  return result;
}

/// One letter or a command as it is, more letters upright.
std::string identifier(std::string_view name) {
  if (name.starts_with('\\')) return std::string(name) + ' ';
  if (name.size() == 1) return escaped(name);
  return joined({"\\mathrm{", escaped(name), "}"});
}

constexpr std::array<std::string_view, 14> commands = {"sin", "cos", "tan", "sinh",   "cosh",   "tanh",   "ln",
                                                       "log", "min", "max", "arcsin", "arccos", "arctan", "exp"};

std::string function(std::string_view name) {
  const bool known = std::find(commands.begin(), commands.end(), name) != commands.end();
  return known ? joined({"\\", name}) : joined({"\\operatorname{", escaped(name), "}"});
}

constexpr Style style{
    .identifier = identifier,
    .function = function,
    .number = [](std::string_view digits) { return std::string(digits); },
    .fraction = {"\\frac{", "}{", "}"},
    .power = {"", "^{", "}"},
    .index = {"", "_{", "}"},
    .root = {"\\sqrt{", "}"},
    .cube_root = {"\\sqrt[3]{", "}"},
    .brackets = {"\\left(", "\\right)"},
    .square_brackets = {"\\left[", "\\right]"},
    .bars = {"\\left|", "\\right|"},
    .floor = {"\\left\\lfloor ", "\\right\\rfloor "},
    .ceil = {"\\left\\lceil ", "\\right\\rceil "},
    .apply = "",
    .comma = ", ",
    .plus = " + ",
    .minus = " - ",
    .negative = "-",
    .times = " \\cdot ",
    .juxtaposed = " ",
    .comparisons = {" < ", " \\le ", " > ", " \\ge ", " = ", " \\ne "},
    .both = " \\text{ and } ",
    .either = " \\text{ or } ",
    .no = "\\text{not } ",
    .pi = "\\pi ",
    .e = "e",
    .cases = {"\\begin{cases}", "\\end{cases}"},
    .row = {"", " & \\text{if } ", " \\\\ "},
    .otherwise = {"", " & \\text{otherwise}"},
    .too_long = "\\text{too long to show}",
    .latex = true,
};

}  // namespace

std::string printed_latex(const Ast& ast, Id root) { return printed_math(ast, root, style); }

}  // namespace activation::formula
