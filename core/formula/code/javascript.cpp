#include "programs.hpp"

namespace activation::formula::code {
namespace {

constexpr Vocabulary words{
    .functions = {{{"Math.exp(%0)"},
                   {"2 ** #0", Strength::power},
                   {"Math.expm1(%0)"},
                   {"Math.log(%0)"},
                   {"Math.log2(%0)"},
                   {"Math.log10(%0)"},
                   {"Math.log1p(%0)"},
                   {"Math.sqrt(%0)"},
                   {"Math.cbrt(%0)"},
                   {"Math.sin(%0)"},
                   {"Math.cos(%0)"},
                   {"Math.tan(%0)"},
                   {"Math.asin(%0)"},
                   {"Math.acos(%0)"},
                   {"Math.atan(%0)"},
                   {"Math.sinh(%0)"},
                   {"Math.cosh(%0)"},
                   {"Math.tanh(%0)"},
                   {"Math.asinh(%0)"},
                   {"Math.acosh(%0)"},
                   {"Math.atanh(%0)"},
                   {"erf(%0)", Strength::atom, "erf"},
                   {"erfc(%0)", Strength::atom, "erfc"},
                   {"0.5 * erfc(-#0 * Math.SQRT1_2)", Strength::product, "erfc"},
                   {"Math.abs(%0)"},
                   {"Math.sign(%0)"},
                   {"Math.floor(%0)"},
                   {"Math.ceil(%0)"},
                   {"Math.min(%0, %1)"},
                   {"Math.max(%0, %1)"},
                   {"Math.min(Math.max(%0, %1), %2)"},
                   {"Math.max(%0, 0)"},
                   {"1 / (1 + Math.exp(-#0))", Strength::product},
                   {"Math.max(%0, 0) + Math.log1p(Math.exp(-Math.abs(%0)))", Strength::sum},
                   {"Math.min(%0, 0) - Math.log1p(Math.exp(-Math.abs(%0)))", Strength::sum}}},
    .pi = "Math.PI",
    .e = "Math.E",
    .power = {"#0 ** #1", Strength::power},
    .choose = {"%0 ? %1 : %2", Strength::choice},
    .conjunction = {"@0 && @1", Strength::both},
    .disjunction = {"@0 || @1", Strength::either},
    .negation = {"!#0", Strength::sign},
    .as_number = {"%0 ? 1 : 0", Strength::choice},
};

/// JavaScript has no erf.
constexpr Helper helpers[] = {
    {"erfc",
     R"js(// W. J. Cody, Rational Chebyshev approximations for the error function, Math. Comp. 23 (1969): below 6e-16.
function ratio(top, bottom, y) {
  let above = top[0] * y;
  let below = y;
  for (let i = 1; i < bottom.length; i++) {
    above = (above + top[i]) * y;
    below = (below + bottom[i - 1]) * y;
  }
  return (above + top[bottom.length]) / (below + bottom[bottom.length - 1]);
}

function erfSmall(x) {
  return x * ratio(
    [1.85777706184603153e-1, 3.1611237438705656, 113.864154151050156, 377.485237685302021, 3209.37758913846947],
    [23.6012909523441209, 244.024637934444173, 1282.61652607737228, 2844.23683343917062],
    x * x,
  );
}

// erfc(y) for y > 0.46875. The square of y is taken in two parts, so that none of its digits is lost.
function erfcLarge(y) {
  const first = Math.trunc(y * 16) / 16;
  const decay = Math.exp(-first * first) * Math.exp(-(y - first) * (y + first));
  if (y <= 4) {
    return decay * ratio(
      [2.15311535474403846e-8, 0.564188496988670089, 8.88314979438837594, 66.1191906371416295, 298.635138197400131,
        881.95222124176909, 1712.04761263407058, 2051.07837782607147, 1230.33935479799725],
      [15.7449261107098347, 117.693950891312499, 537.181101862009858, 1621.38957456669019, 3290.79923573345963,
        4362.61909014324716, 3439.36767414372164, 1230.33935480374942],
      y,
    );
  }
  const z = 1 / (y * y);
  const tail = z * ratio(
    [1.63153871373020978e-2, 0.305326634961232344, 0.360344899949804439, 0.125781726111229246, 1.60837851487422766e-2,
      6.58749161529837803e-4],
    [2.56852019228982242, 1.87295284992346725, 0.527905102951428412, 6.05183413124413191e-2, 2.33520497626869185e-3],
    z,
  );
  return (decay * (0.5641895835477563 - tail)) / y;
}

function erfc(x) {
  const y = Math.abs(x);
  if (y <= 0.46875) return 1 - erfSmall(x);
  if (y > 27) return x > 0 ? 0 : 2;
  return x < 0 ? 2 - erfcLarge(y) : erfcLarge(y);
}

)js"},
    {"erf", R"js(function erf(x) {
  const y = Math.abs(x);
  if (y <= 0.46875) return erfSmall(x);
  return y > 6 ? Math.sign(x) : Math.sign(x) * (1 - erfcLarge(y));
}

)js",
     "erfc"},
};

constexpr std::string_view reserved[] = {
    "Math",    "erf",        "erfc",      "ratio",  "erfSmall",   "erfcLarge", "arguments", "await",  "break",
    "case",    "catch",      "class",     "const",  "continue",   "debugger",  "default",   "delete", "do",
    "else",    "enum",       "eval",      "export", "extends",    "false",     "finally",   "for",    "function",
    "if",      "implements", "import",    "in",     "instanceof", "interface", "let",       "new",    "null",
    "package", "private",    "protected", "public", "return",     "static",    "super",     "switch", "this",
    "throw",   "true",       "try",       "typeof", "undefined",  "var",       "void",      "while",  "with",
    "yield",   "NaN",        "Infinity"};

constexpr Dialect dialect{.arrays = words,
                          .helpers = helpers,
                          .point_in_defaults = false,
                          .bracket_power_of_negation = true,
                          .local = "const %0 = %1;",
                          .reserved = reserved};

}  // namespace

std::string javascript_program(const Ast& ast, Id root, Id derivative, const CodeOptions& options) {
  const Names names(ast, options, dialect);
  const Body value = body(ast, root, dialect, names);
  const Body slope = body(ast, derivative, dialect, names);
  std::string text = helpers_of(dialect, {&value, &slope});
  const auto define = [&](const std::string& name, const Body& what) {
    text += "export function " + name + "(" + names.signature("x", " = ") + ") {\n";
    for (const std::string& line : what.lines) text += "  " + line + "\n";
    text += "  return " + what.result + ";\n}\n";
  };
  define(names.function, value);
  text += "\n";
  define(names.gradient("Gradient"), slope);
  return text;
}

}  // namespace activation::formula::code
