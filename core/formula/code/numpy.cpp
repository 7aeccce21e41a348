#include "programs.hpp"
#include "python.hpp"

namespace activation::formula::code {
namespace {

constexpr Vocabulary np{
    .functions = {{{"np.exp(%0)"},
                   {"np.exp2(%0)"},
                   {"np.expm1(%0)"},
                   {"np.log(%0)"},
                   {"np.log2(%0)"},
                   {"np.log10(%0)"},
                   {"np.log1p(%0)"},
                   {"np.sqrt(%0)"},
                   {"np.cbrt(%0)"},
                   {"np.sin(%0)"},
                   {"np.cos(%0)"},
                   {"np.tan(%0)"},
                   {"np.arcsin(%0)"},
                   {"np.arccos(%0)"},
                   {"np.arctan(%0)"},
                   {"np.sinh(%0)"},
                   {"np.cosh(%0)"},
                   {"np.tanh(%0)"},
                   {"np.arcsinh(%0)"},
                   {"np.arccosh(%0)"},
                   {"np.arctanh(%0)"},
                   {"erf(%0)", Strength::atom, "erf"},
                   {"erfc(%0)", Strength::atom, "erfc"},
                   {"0.5 * erfc(-#0 * np.sqrt(0.5))", Strength::product, "erfc"},
                   {"np.abs(%0)"},
                   {"np.sign(%0)"},
                   {"np.floor(%0)"},
                   {"np.ceil(%0)"},
                   {"np.minimum(%0, %1)"},
                   {"np.maximum(%0, %1)"},
                   {"np.clip(%0, %1, %2)"},
                   {"np.maximum(%0, 0)"},
                   {"np.exp(-np.logaddexp(0, -#0))"},
                   {"np.logaddexp(0, %0)"},
                   {"-np.logaddexp(0, -#0)", Strength::sign}}},
    .pi = "np.pi",
    .e = "np.e",
    .power = {"#0 ** #1", Strength::power},
    .choose = {"np.where(%0, %1, %2)"},
    .conjunction = {"np.logical_and(%0, %1)"},
    .disjunction = {"np.logical_or(%0, %1)"},
    .negation = {"np.logical_not(%0)"},
    .as_number = {"np.where(%0, 1.0, 0.0)"},
};

/// NumPy has no erf.
constexpr Helper helpers[] = {
    {"erf", "erf = np.vectorize(math.erf, otypes=[float])\n"},
    {"erfc", "erfc = np.vectorize(math.erfc, otypes=[float])\n"},
};

constexpr std::string_view reserved[] = {"np", "math", "erf", "erfc"};

constexpr auto all_reserved = joined(python_words, reserved);

constexpr Dialect dialect{.arrays = np,
                          .helpers = helpers,
                          .at_most = {"np.minimum(%2, %1)"},
                          .at_least = {"np.maximum(%2, %1)"},
                          .as_array = "%0 = np.float64(%1)",
                          .infinity = "np.inf",
                          .not_a_number = "np.nan",
                          .reserved = all_reserved};

}  // namespace

std::string numpy_program(const Ast& ast, Id root, Id derivative, const CodeOptions& options) {
  const Names names(ast, options, dialect);
  const Body value = body(ast, root, dialect, names);
  const Body slope = body(ast, derivative, dialect, names);
  const std::string helped = helpers_of(dialect, {&value, &slope});

  std::string text = helped.empty() ? "import numpy as np\n" : "import math\n\nimport numpy as np\n\n" + helped;
  const auto define = [&](std::string_view name, const Body& what) {
    text += "\n\ndef ";
    text += name;
    text += "(" + names.signature("x", "=") + "):\n    x = np.asarray(x, dtype=float)\n";
    text += indented(what.lines, "    ");
    // A constant has the shape of x too; 0-dimensional arrays, which functions of NumPy make numbers, stay what they are.
    text += what.rank == Rank::array ? "    return " + what.result + "\n"
                                     : "    return np.full_like(x, " + what.result + ")\n";
  };
  define(names.function, value);
  define(names.gradient("_gradient"), slope);
  return text;
}

}  // namespace activation::formula::code
