#include "programs.hpp"

namespace activation::formula::code {
namespace {

constexpr Vocabulary words{
    .functions = {{{"std::exp(%0)"},
                   {"std::exp2(%0)"},
                   {"std::expm1(%0)"},
                   {"std::log(%0)"},
                   {"std::log2(%0)"},
                   {"std::log10(%0)"},
                   {"std::log1p(%0)"},
                   {"std::sqrt(%0)"},
                   {"std::cbrt(%0)"},
                   {"std::sin(%0)"},
                   {"std::cos(%0)"},
                   {"std::tan(%0)"},
                   {"std::asin(%0)"},
                   {"std::acos(%0)"},
                   {"std::atan(%0)"},
                   {"std::sinh(%0)"},
                   {"std::cosh(%0)"},
                   {"std::tanh(%0)"},
                   {"std::asinh(%0)"},
                   {"std::acosh(%0)"},
                   {"std::atanh(%0)"},
                   {"std::erf(%0)"},
                   {"std::erfc(%0)"},
                   {"0.5 * std::erfc(-#0 * 0.7071067811865476)", Strength::product},
                   {"std::abs(%0)"},
                   {"sign_of(%0)", Strength::atom, "sign_of"},
                   {"std::floor(%0)"},
                   {"std::ceil(%0)"},
                   {"smaller(%0, %1)", Strength::atom, "smaller"},
                   {"larger(%0, %1)", Strength::atom, "larger"},
                   {"clipped(%0, %1, %2)", Strength::atom, "clipped"},
                   {"larger(%0, 0.0)", Strength::atom, "larger"},
                   {"1.0 / (1.0 + std::exp(-#0))", Strength::product},
                   {"std::fmax(%0, 0.0) + std::log1p(std::exp(-std::abs(%0)))", Strength::sum},
                   {"std::fmin(%0, 0.0) - std::log1p(std::exp(-std::abs(%0)))", Strength::sum}}},
    .pi = "3.141592653589793",
    .e = "2.718281828459045",
    .power = {"std::pow(%0, %1)"},
    .choose = {"%0 ? %1 : %2", Strength::choice},
    .conjunction = {"@0 && @1", Strength::both},
    .disjunction = {"@0 || @1", Strength::either},
    .negation = {"!#0", Strength::sign},
    .as_number = {"%0 ? 1.0 : 0.0", Strength::choice},
};

/// std::min and std::max pass NaN on or not, by its place.
constexpr Helper helpers[] = {
    {"smaller", "inline double smaller(double a, double b) { return a < b || a != a ? a : b; }\n\n"},
    {"larger", "inline double larger(double a, double b) { return a > b || a != a ? a : b; }\n\n"},
    {"clipped",
     "inline double clipped(double a, double low, double high) {\n  const double b = a < low ? low : a;\n"
     "  return b > high ? high : b;\n}\n\n"},
    {"sign_of", "inline double sign_of(double a) { return a > 0.0 ? 1.0 : a < 0.0 ? -1.0 : a; }\n\n"},
};

constexpr std::string_view reserved[] = {
    "std", "smaller", "larger", "clipped", "sign_of", "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand",
    "bitor", "bool", "break", "case", "catch", "char", "class", "compl", "concept", "const", "consteval", "constexpr",
    "constinit", "continue", "decltype", "default", "delete", "do", "double", "else", "enum", "explicit", "export",
    "extern", "false", "float", "for", "friend", "goto", "if", "inline", "int", "long", "mutable", "namespace", "new",
    "noexcept", "not", "not_eq", "nullptr", "operator", "or", "or_eq", "private", "protected", "public", "register",
    "requires", "return", "short", "signed", "sizeof", "static", "struct", "switch", "template", "this", "throw",
    "true", "try", "typedef", "typeid", "typename", "union", "unsigned", "using", "virtual", "void", "volatile",
    "while", "xor", "xor_eq", "char8_t", "char16_t", "char32_t", "wchar_t", "co_await", "co_return", "co_yield",
    "reinterpret_cast", "static_cast", "dynamic_cast", "const_cast", "static_assert", "thread_local",
    // Macros of <cmath>, and of compilers.
    "NULL", "HUGE_VAL", "HUGE_VALF", "HUGE_VALL", "MAXFLOAT", "M_E", "M_LOG2E", "M_LOG10E", "M_LN2", "M_LN10", "M_PI",
    "M_PI_2", "M_PI_4", "M_1_PI", "M_2_PI", "M_2_SQRTPI", "M_SQRT2", "M_SQRT1_2", "FP_NAN", "FP_INFINITE", "FP_ZERO",
    "FP_SUBNORMAL", "FP_NORMAL", "FP_ILOGB0", "FP_ILOGBNAN", "MATH_ERRNO", "MATH_ERREXCEPT", "math_errhandling",
    "DOMAIN", "SING", "OVERFLOW", "UNDERFLOW", "PLOSS", "TLOSS", "linux", "unix"};

/// What <cmath> puts beside std: std::tanh is tanh, so that a tanh of ours would call itself.
constexpr std::string_view reserved_functions[] = {"main",       "abs",       "acos",        "acosh",
                                                   "asin",       "asinh",     "atan",        "atan2",
                                                   "atanh",      "cbrt",      "ceil",        "copysign",
                                                   "cos",        "cosh",      "div",         "double_t",
                                                   "drem",       "erf",       "erfc",        "exp",
                                                   "exp10",      "exp2",      "expm1",       "fabs",
                                                   "fdim",       "finite",    "float_t",     "floor",
                                                   "fma",        "fmax",      "fmin",        "fmod",
                                                   "fpclassify", "frexp",     "gamma",       "hypot",
                                                   "ilogb",      "isfinite",  "isgreater",   "isgreaterequal",
                                                   "isinf",      "isless",    "islessequal", "islessgreater",
                                                   "isnan",      "isnormal",  "isunordered", "j0",
                                                   "j1",         "jn",        "labs",        "ldexp",
                                                   "lgamma",     "llabs",     "llrint",      "llround",
                                                   "log",        "log10",     "log1p",       "log2",
                                                   "logb",       "lrint",     "lround",      "modf",
                                                   "nan",        "nearbyint", "nextafter",   "nextdown",
                                                   "nexttoward", "nextup",    "pow",         "pow10",
                                                   "remainder",  "remquo",    "rint",        "round",
                                                   "roundeven",  "scalb",     "scalbln",     "scalbn",
                                                   "signbit",    "signgam",   "significand", "sin",
                                                   "sincos",     "sinh",      "sqrt",        "tan",
                                                   "tanh",       "tgamma",    "trunc",       "y0",
                                                   "y1",         "yn"};

constexpr Dialect dialect{.arrays = words,
                          .helpers = helpers,
                          .point = true,
                          .local = "const auto %0 = %1;",
                          .reserved = reserved,
                          .reserved_functions = reserved_functions};

}  // namespace

std::string cpp_program(const Ast& ast, Id root, Id derivative, const CodeOptions& options) {
  const Names names(ast, options, dialect);
  const Body value = body(ast, root, dialect, names);
  const Body slope = body(ast, derivative, dialect, names);
  std::string text = "#include <cmath>\n\n" + helpers_of(dialect, {&value, &slope});
  const auto define = [&](const std::string& name, const Body& what) {
    // Warnings tell of parameters that a slope does not need.
    const auto declared = [&](bool used) { return used ? "double " : "[[maybe_unused]] double "; };
    text += "inline double " + name + "(" + declared(what.uses_x) + "x";
    for (std::size_t i = 0; i < names.parameters.size(); ++i) {
      text += std::string(", ") + declared(what.uses[i]) + names.parameters[i] + " = " + names.defaults[i];
    }
    text += ") {\n";
    for (const std::string& line : what.lines) text += "  " + line + "\n";
    text += "  return " + what.result + ";\n}\n";
  };
  define(names.function, value);
  text += "\n";
  define(names.gradient("_gradient"), slope);
  return text;
}

}  // namespace activation::formula::code
