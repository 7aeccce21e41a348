#include "../catch.hpp"

#include "formula/parser.hpp"
#include "formula/print.hpp"

#include <activation/catalog.hpp>

#include <string>
#include <string_view>

using namespace activation;
using namespace activation::formula;

namespace {

std::string canonical(std::string_view text) {
  Parsed parsed;
  FormulaProblem problem;
  if (!parse(text, parsed, problem)) return "problem: " + problem.message;
  return printed_text(parsed.ast, parsed.root);
}

struct Row {
  std::string_view typed;
  std::string_view printed;
};

constexpr Row accepted[] = {
    // What people type
    {"x * sigmoid(beta * x)", "x * sigmoid(beta * x)"},
    {"x > 0 ? x : 0.1x", "x > 0 ? x : 0.1 * x"},
    {"where(x > 0, x, alpha*(exp(x) - 1))", "x > 0 ? x : alpha * (exp(x) - 1)"},
    {"max(0, x)", "max(0, x)"},
    {"0.5x(1 + erf(x/√2))", "0.5 * x * (1 + erf(x / sqrt(2)))"},
    {"ln(1 + e^x)", "log(1 + e^x)"},
    {"|x|", "abs(x)"},
    {"x²", "x^2"},
    {"x**2", "x^2"},
    {"2sin(3x)", "2 * sin(3 * x)"},
    {"σ(x)", "sigmoid(x)"},
    {"np.tanh(x)", "tanh(x)"},
    {"torch.nn.functional.gelu(x)", "gelu(x)"},
    {"-x^2", "-x^2"},
    // Precedence
    {"1/2x", "1 / 2 * x"},
    {"2^-x", "2^-x"},
    {"a^b^c", "a^b^c"},
    {"(a^b)^c", "(a^b)^c"},
    {"(-x)^2", "(-x)^2"},
    {"a-(b-c)", "a - (b - c)"},
    {"a/(b*c)", "a / (b * c)"},
    {"a/b/c", "a / b / c"},
    {"a - -x", "a - -x"},
    {"2^-x*3", "2^-x * 3"},
    {"-(x*2)", "-(x * 2)"},
    {"--x", "--x"},
    {"+x", "x"},
    {"x > 0 or x < -1 and x != -2 ? 1 : 0", "x > 0 or x < -1 and x != -2 ? 1 : 0"},
    {"(x > 0 or x < -1) and x != -2 ? 1 : 0", "(x > 0 or x < -1) and x != -2 ? 1 : 0"},
    {"not x > 0 and x < 1 ? 1 : 0", "not x > 0 and x < 1 ? 1 : 0"},
    {"!(x > 0) && x < 1 || x == 5 ? 1 : 0", "not x > 0 and x < 1 or x == 5 ? 1 : 0"},
    {"x < 0 ? 0 : x < 1 ? x : 1", "x < 0 ? 0 : x < 1 ? x : 1"},
    {"x < 0 ? x < -1 ? 2 : 3 : 1", "x < 0 ? (x < -1 ? 2 : 3) : 1"},
    {"x if x > 0 else -x if x < -1 else 1", "x > 0 ? x : x < -1 ? -x : 1"},
    // Multiplication without a sign
    {"x(1+x)", "x * (1 + x)"},
    {"2(x)", "2 * x"},
    {"(a)(b)", "a * b"},
    {"|x||x|", "abs(x) * abs(x)"},
    {"2πx", "2 * pi * x"},
    {"βx + α", "beta * x + alpha"},
    {"3√x", "3 * sqrt(x)"},
    {"e x", "e * x"},
    {"2e", "2 * e"},
    {"Φ(x)x", "normal_cdf(x) * x"},
    // Numbers
    {"2e3", "2000"},
    {"2e3x", "2000 * x"},
    {".5 + 5.", "0.5 + 5"},
    {"1_000", "1000"},
    {"0.5f", "0.5"},
    {"1e-7", "1e-7"},
    {"1e20 + 1e21", "100000000000000000000 + 1e21"},
    {"½x", "0.5 * x"},
    {"0.1", "0.1"},
    {"5e-324", "5e-324"},
    {"1.7976931348623157e308", "1.7976931348623157e308"},
    // Signs
    {"x − 1 × 2 · 3 ÷ 4", "x - 1 * 2 * 3 / 4"},
    {"x ≤ 1 ? x ≥ 0 ? 1 : 2 : x ≠ 3 ? 4 : 5", "x <= 1 ? (x >= 0 ? 1 : 2) : x != 3 ? 4 : 5"},
    {"x⁻¹ + x¹⁰", "x^-1 + x^10"},
    {"-x²", "-x^2"},
    {"2^x²", "2^x^2"},
    {"√x²", "sqrt(x)^2"},
    {"√(x² + 1)", "sqrt(x^2 + 1)"},
    {"∛x", "cbrt(x)"},
    {"[x + {1}]", "x + 1"},
    {"β₁ + β1 + λ + θ_max", "beta_1 + beta1 + lambd + theta_max"},
    {"x_{max} + β_{1}x + log_{10}(x)", "x_max + beta_1 * x + log10(x)"},
    {"γ²(x) + a²(x)", "gamma^2 * x + a^2 * x"},
    // Bars
    {"||x| - 1|", "abs(abs(x) - 1)"},
    {"|x|·|x - 1|", "abs(x) * abs(x - 1)"},
    {"|x| - 1 > 0 || x > 1 ? 1 : 0", "abs(x) - 1 > 0 or x > 1 ? 1 : 0"},
    {"|-x|²", "abs(-x)^2"},
    {"max(|x|, 1)", "max(abs(x), 1)"},
    // Conditions
    {"0 < x < 1 ? x : 0", "0 < x < 1 ? x : 0"},
    {"0 < x and x < 1 ? x : 0", "0 < x < 1 ? x : 0"},
    {"0 < x <= 1 < a ? x : 0", "0 < x <= 1 < a ? x : 0"},
    {"(0 < x) < 1 ? x : 0", "(0 < x) < 1 ? x : 0"},
    {"(x > 0) * x", "(x > 0) * x"},
    {"-(not x > 0) + x * !(x > 1)", "-(not x > 0) + x * (not x > 1)"},
    {"x > 0 and not not x > 1 ? 1 : 0", "x > 0 and not not x > 1 ? 1 : 0"},
    {"if(x > 0, x, 0)", "x > 0 ? x : 0"},
    // LaTeX
    {"\\frac{1}{1+e^{-x}}", "1 / (1 + e^-x)"},
    {"2^\\frac{1}{2}x / \\dfrac{x}{\\frac{3}{x}}", "2^(1 / 2) * x / (x / (3 / x))"},
    {"x \\cdot \\sigma\\left(\\beta x\\right)", "x * sigmoid(beta * x)"},
    {"\\max\\{0, x\\} \\times \\sqrt{2\\pi}", "max(0, x) * sqrt(2 * pi)"},
    {"\\sqrt[3]{x} + \\operatorname{relu}(x) + \\log_{2}(x)", "cbrt(x) + relu(x) + log2(x)"},
    {"\\left|x\\right|\\,\\lambda_{\\max} + a_{\\mathrm{min}}", "abs(x) * lambd_max + a_min"},
    {"\\lvert x \\rvert \\lambda_1 + \\varepsilon", "abs(x) * lambd_1 + epsilon"},
    {"x \\ge 0 \\land x \\neq 1 ? 1 : 2", "x >= 0 and x != 1 ? 1 : 2"},
    // Functions and other names of them
    {"arcsin(x) + arctanh(x) + sgn(x) + fabs(x)", "asin(x) + atanh(x) + sign(x) + abs(x)"},
    {"fmax(x, 0) + np.minimum(x, 1) + max(1, 2, x)", "max(x, 0) + min(x, 1) + max(max(1, 2), x)"},
    {"clamp(x, 0, 1) + np.clip(x, -1, 1)", "clip(x, 0, 1) + clip(x, -1, 1)"},
    {"torch.clamp(x, min=0, max=6) + clip(x, a_max=1, a_min=0)", "clip(x, 0, 6) + clip(x, 0, 1)"},
    {"torch.clamp(x, min=0) + torch.clamp(x, max=6) + clamp(x, 0, max=1)", "max(x, 0) + min(x, 6) + clip(x, 0, 1)"},
    {"pow(x, 3) + square(x) + log(x, 2)", "x^3 + x^2 + log(x) / log(2)"},
    {"expit(x) + logistic(x)", "sigmoid(x) + sigmoid(x)"},
    {"heaviside(x, 0.5)", "x == 0 ? 0.5 : step(x)"},
    {"sin²(x) + cos^2(x)", "sin(x)^2 + cos(x)^2"},
    {"sech²(x) + x / csch(x) + coth(x)", "(1 / cosh(x))^2 + x / (1 / sinh(x)) + 1 / tanh(x)"},
    {"Phi(x) + normal_cdf(x)", "normal_cdf(x) + normal_cdf(x)"},
    {"math.pi + np.e + Math.PI", "pi + e + pi"},
    {"std::exp(-x)", "exp(-x)"},
    {"ReLU(x) + GELU(x) + hard_tanh(x)", "relu(x) + gelu(x) + hardtanh(x)"},
    // Activations and their parameters
    {"elu(x)", "elu(x)"},
    {"elu(x, 1)", "elu(x)"},
    {"elu(x, alpha=0.5)", "elu(x, 0.5)"},
    {"hardtanh(x, max_val=2)", "hardtanh(x, -1, 2)"},
    {"hardtanh(x, min_val=-2)", "hardtanh(x, -2)"},
    {"softplus(x, beta)", "softplus(x, beta)"},
    {"tf.nn.leaky_relu(x)", "leaky_relu(x, 0.2)"},
    {"F.leaky_relu(x)", "leaky_relu(x)"},
    {"keras.layers.LeakyReLU(x)", "leaky_relu(x, 0.3)"},
    {"keras.activations.leaky_relu(x, negative_slope=0.1)", "leaky_relu(x, 0.1)"},
    {"jax.nn.gelu(x)", "gelu_tanh(x)"},
    {"jax.nn.gelu(x, approximate=False)", "gelu(x)"},
    {"F.gelu(x, approximate='tanh')", "gelu_tanh(x)"},
    {"jax.nn.swish(x) + tf.nn.silu(x)", "silu(x) + silu(x)"},
    {"nn.ELU(0.5)(x)", "elu(x, 0.5)"},
    {"torch.nn.ReLU()(x)", "relu(x)"},
    {"nn.Hardtanh(max_val=3)(x)", "hardtanh(x, -1, 3)"},
    {"ELU(0.5)(x)", "elu(x, 0.5)"},
    {"ReLU()(x)(x + 1)", "relu(x) * (x + 1)"},
    {"Φ(x)(1 + x)", "normal_cdf(x) * (1 + x)"},
    {"ReLU(x)(x + 1)", "relu(x) * (x + 1)"},
    {"ELU(x)(x + 1)", "elu(x) * (x + 1)"},
    {"Φ(2)(x)", "normal_cdf(2) * x"},
    {"f(t) = ELU(t)(t + 1)", "elu(x) * (x + 1)"},
    {"x > threshold ? x : value", "x > threshold ? x : value"},
    {"S_in * x + T_an + Hard_Tanh(x)", "S_in * x + T_an + hardtanh(x)"},
    {"torch.nn.Tanh()(x) + arctan(x)", "tanh(x) + atan(x)"},
    // What stands around a formula
    {"f(x) = x + 1", "x + 1"},
    {"f(x; a) = a x", "a * x"},
    {"y = sin(x)", "sin(x)"},
    {"x = sin(x)", "sin(x)"},
    {"lambda x: max(0, x)", "max(0, x)"},
    {"lambda t: t**2", "x^2"},
    {"f(z) = z + 1", "x + 1"},
    {"return max(0.0, x);", "max(0, x)"},
    {"const f = (x, a) => Math.exp(-a*x)", "exp(-a * x)"},
    {"x ↦ x²", "x^2"},
    {"function f(t, a) { return a * t; }", "a * x"},
    {"function (x) { return x*x }", "x * x"},
    {"double f(double x) { return x * x; }", "x * x"},
    {"(x) => { return Math.max(0, x); }", "max(0, x)"},
    {"def relu(x):\n    return np.maximum(0, x)", "max(0, x)"},
    {" \t\n x\u00a0", "x"},
};

}  // namespace

TEST_CASE("formulas are read as people mean them") {
  for (const Row& row : accepted) {
    INFO(row.typed);
    CHECK(canonical(row.typed) == row.printed);
    CHECK(canonical(row.printed) == row.printed);
  }
}

TEST_CASE("the formula of every function in the catalog can be read") {
  for (const Notes& one : notes()) {
    INFO(one.formula);
    Parsed parsed;
    FormulaProblem problem;
    CHECK(parse(one.formula, parsed, problem));
  }
}

TEST_CASE("every function of one number in the catalog can be called by its id") {
  for (std::size_t i = 0; i < catalog().size(); ++i) {
    const Info& info = catalog()[i];
    INFO(info.id);
    Parsed parsed;
    FormulaProblem problem;
    const std::string text = std::string(info.id) + "(x)";
    const bool read = parse(text, parsed, problem);
    CHECK(read == !is_vector_function(i));
    if (!read) {
      CHECK(problem.fault == FormulaFault::wrong_arguments);
      CHECK(problem.message.find("vector") != std::string::npos);
    } else if (info.id != "arctan") {  // is atan
      CHECK(printed_text(parsed.ast, parsed.root) == text);
    }
  }
}

TEST_CASE("names that are neither x nor known are parameters in the order of first use") {
  Parsed parsed;
  FormulaProblem problem;
  REQUIRE(parse("b*x + a*β + b + λ", parsed, problem));
  CHECK(parsed.ast.parameters() == std::vector<std::string>{"b", "a", "beta", "lambd"});
}
