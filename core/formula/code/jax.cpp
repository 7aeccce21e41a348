#include "programs.hpp"
#include "python.hpp"

namespace activation::formula::code {
namespace {

constexpr Vocabulary jnp{
    .functions = {{{"jnp.exp(%0)"},
                   {"jnp.exp2(%0)"},
                   {"jnp.expm1(%0)"},
                   {"jnp.log(%0)"},
                   {"jnp.log2(%0)"},
                   {"jnp.log10(%0)"},
                   {"jnp.log1p(%0)"},
                   {"jnp.sqrt(%0)"},
                   {"jnp.cbrt(%0)"},
                   {"jnp.sin(%0)"},
                   {"jnp.cos(%0)"},
                   {"jnp.tan(%0)"},
                   {"jnp.arcsin(%0)"},
                   {"jnp.arccos(%0)"},
                   {"jnp.arctan(%0)"},
                   {"jnp.sinh(%0)"},
                   {"jnp.cosh(%0)"},
                   {"jnp.tanh(%0)"},
                   {"jnp.arcsinh(%0)"},
                   {"jnp.arccosh(%0)"},
                   {"jnp.arctanh(%0)"},
                   {"jax.scipy.special.erf(%0)"},
                   {"jax.scipy.special.erfc(%0)"},
                   {"0.5 * jax.scipy.special.erfc(-#0 * math.sqrt(0.5))", Strength::product},
                   {"jnp.abs(%0)"},
                   {"jnp.sign(%0)"},
                   {"jnp.floor(%0)"},
                   {"jnp.ceil(%0)"},
                   {"jnp.minimum(%0, %1)"},
                   {"jnp.maximum(%0, %1)"},
                   {"jnp.clip(%0, %1, %2)"},
                   {"jax.nn.relu(%0)"},
                   {"jax.nn.sigmoid(%0)"},
                   {"jax.nn.softplus(%0)"},
                   {"jax.nn.log_sigmoid(%0)"}}},
    .pi = "math.pi",
    .e = "math.e",
    .power = {"#0 ** #1", Strength::power},
    .choose = {"jnp.where(%0, %1, %2)"},
    .conjunction = {"jnp.logical_and(%0, %1)"},
    .disjunction = {"jnp.logical_or(%0, %1)"},
    .negation = {"jnp.logical_not(%0)"},
    .as_number = {"jnp.where(%0, 1.0, 0.0)"},
};

constexpr std::string_view reserved[] = {"jax", "jnp", "math"};

constexpr auto all_reserved = joined(python_words, reserved);

constexpr Dialect dialect{.arrays = jnp,
                          .numbers = &python_math,
                          .as_array = "%0 = jnp.asarray(%1)",
                          .infinity = "math.inf",
                          .not_a_number = "math.nan",
                          .reserved = all_reserved};

}  // namespace

std::string jax_program(const Ast& ast, Id root, const CodeOptions& options) {
  const Names names(ast, options, dialect);
  // Under jax.grad and jax.jit parameters are arrays too.
  const Body value = body(ast, root, dialect, names, "", Given::numbers_or_arrays);
  std::string text = indented(value.lines, "    ");
  text += value.rank == Rank::array ? "    return " + value.result + "\n"
                                    : "    return jnp.full_like(x, " + value.result + ")\n";
  const bool math = text.find("math.") != std::string::npos;
  std::string head = math ? "import math\n\n" : "";
  head += "import jax\nimport jax.numpy as jnp\n\n\ndef " + names.function + "(" + names.signature("x", "=") + "):\n";
  std::string list;
  for (const std::string& name : names.parameters) list += ", " + name;
  return head + text + "\n\ndef " + names.gradient("_gradient") + "(" + names.signature("x", "=") +
         "):\n    return jax.grad(lambda x: jnp.sum(" + names.function + "(x" + list + ")))(x)\n";
}

}  // namespace activation::formula::code
