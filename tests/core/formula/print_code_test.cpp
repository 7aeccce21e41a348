#include "formula/parser.hpp"
#include "formula/print.hpp"

#include "../catch.hpp"

#include <algorithm>
#include <string>
#include <string_view>

// That the programs compute the right numbers is shown by running them: tests/export/.

using namespace activation;
using namespace activation::formula;

namespace {

std::string code(std::string_view text, CodeFormat format, CodeOptions options = {.name = "f"}) {
  Parsed parsed;
  FormulaProblem problem;
  REQUIRE(parse(text, parsed, problem));
  return printed_code(parsed.ast, parsed.root, format, options);
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr CodeFormat every_format[] = {CodeFormat::numpy, CodeFormat::pytorch, CodeFormat::jax,
                                       CodeFormat::keras, CodeFormat::cpp,     CodeFormat::javascript};

}  // namespace

TEST_CASE("a PyTorch module is what a person would write") {
  CHECK(code("where(x > 0, x, alpha*(exp(x) - 1))", CodeFormat::pytorch, {.name = "my_elu"}) ==
        "import torch\n"
        "from torch import nn\n"
        "\n"
        "\n"
        "class MyElu(nn.Module):\n"
        "    def __init__(self, alpha=1.0):\n"
        "        super().__init__()\n"
        "        self.alpha = alpha\n"
        "\n"
        "    def forward(self, x):\n"
        "        return torch.where(x > 0, x, self.alpha * torch.expm1(torch.clamp(x, max=0.0)))\n");
}

TEST_CASE("parameters of a PyTorch module are trained if that is asked for") {
  const double values[] = {0.25};
  const std::string text = code("a * x", CodeFormat::pytorch, {.name = "f", .parameters = values, .learnable = true});
  CHECK(has(text, "def __init__(self, a=0.25):"));
  CHECK(has(text, "self.a = nn.Parameter(torch.tensor(float(a)))"));
}

TEST_CASE("the branch that is not taken gets an argument at which it is finite") {
  CHECK(has(code("x > 0 ? log(x) : x", CodeFormat::pytorch), "torch.log(torch.where(x > 0, x, 1.0))"));
  CHECK(has(code("x > 0 ? sqrt(x) : 0", CodeFormat::numpy), "np.sqrt(np.where(x > 0, x, 1.0))"));
  CHECK(has(code("|x| < 1 ? exp(-1/(1 - x^2)) : 0", CodeFormat::jax), "jnp.where(t1, x, 0.5)"));
  // C++ and JavaScript compute one branch only.
  CHECK(has(code("x > 0 ? log(x) : x", CodeFormat::cpp), "return x > 0.0 ? std::log(x) : x;"));
}

TEST_CASE("the gradient of max(0, x) and of clip is 0 at the corner, which torch.maximum and torch.clamp do not give") {
  CHECK(has(code("max(x, 0)", CodeFormat::pytorch), "torch.relu(x)"));
  CHECK(has(code("clip(x, -1, 1)", CodeFormat::pytorch), "F.hardtanh(x, -1, 1)"));
  CHECK(has(code("min(x, 3)", CodeFormat::pytorch), "torch.where(x >= 3, 3.0, x)"));
}

TEST_CASE("naive forms are written with the functions that keep their digits") {
  CHECK(has(code("ln(1 + e^x)", CodeFormat::numpy), "return np.logaddexp(0, x)\n"));
  CHECK(has(code("ln(1 + e^x)", CodeFormat::pytorch), "F.softplus(x, threshold=40)"));
  CHECK(has(code("exp(x) - 1", CodeFormat::javascript), "return Math.expm1(x);"));
  CHECK(has(code("0.5x(1 + erf(x/√2))", CodeFormat::cpp), "std::erfc(-x * 0.7071067811865476)"));
}

TEST_CASE("no program divides whole numbers in C++, where 1 / 2 is 0") {
  CHECK(has(code("1/2x", CodeFormat::cpp), "return 1.0 / 2.0 * x;"));
}

TEST_CASE("a negated power is in brackets in JavaScript, which rejects -x ** 2") {
  CHECK(has(code("-x^2", CodeFormat::javascript), "return -(x ** 2);"));
  CHECK(has(code("-x^2", CodeFormat::numpy), "return -x ** 2\n"));
}

TEST_CASE("a parameter that is a word of the language gets another name") {
  CHECK(has(code("class * x", CodeFormat::numpy), "def f(x, class_=1.0):"));
  CHECK(has(code("double * x", CodeFormat::cpp), "double double_ = 1.0"));
  CHECK(has(code("training * x", CodeFormat::pytorch), "self.training_ = training_"));
  CHECK(has(code("np * x", CodeFormat::numpy), "np_ * x"));
  CHECK(has(code("f * x", CodeFormat::javascript), "function f(x, f_ = 1)"));
}

TEST_CASE("a parameter is no attribute that its class has, and none that Python would rename") {
  for (const CodeFormat format : {CodeFormat::pytorch, CodeFormat::keras}) {
    for (const std::string_view name : {"super", "setattr", "forward", "self", "training", "state_dict", "float"}) {
      CHECK(has(code(std::string(name) + " * x", format, {.name = "own", .learnable = true}),
                "self." + std::string(name) + "_ * x"));
    }
    CHECK(has(code("__a * x", format, {.name = "own", .learnable = true}), "self.a__ * x"));
    CHECK(has(code("__class__ * x", format, {.name = "own", .learnable = true}), "self.class____ * x"));
  }
  for (const std::string_view name : {"start", "name", "dtype", "kwargs", "call", "weights"}) {
    CHECK(has(code(std::string(name) + " * x", CodeFormat::keras, {.name = "own", .learnable = true}),
              "self." + std::string(name) + "_ * x"));
  }
  CHECK(has(code("linux * M_PI * x", CodeFormat::cpp), "double linux_ = 1.0, double M_PI_ = 1.0"));
}

TEST_CASE("a function is not called as what it calls, nor as a word of the language") {
  const auto named = [](std::string_view name, CodeFormat format) {
    return code("x * erf(x) + tanh(x)", format, {.name = name});
  };
  CHECK(has(named("tanh", CodeFormat::cpp), "double tanh_(double x)"));
  CHECK(has(named("erf", CodeFormat::cpp), "double erf_(double x)"));
  CHECK(has(named("main", CodeFormat::cpp), "double main_(double x)"));
  CHECK(has(named("std", CodeFormat::cpp), "double std_(double x)"));
  CHECK(has(named("erf", CodeFormat::cpp), "double erf_gradient(double x)"));
  CHECK(has(named("erf", CodeFormat::javascript), "function erf_(x)"));
  CHECK(has(named("Math", CodeFormat::javascript), "function Math_(x)"));
  CHECK(has(named("tanh", CodeFormat::javascript), "function tanh(x)"));
  CHECK(has(named("erf", CodeFormat::numpy), "def erf_(x)"));
  CHECK(has(named("np", CodeFormat::numpy), "def np_(x)"));
  CHECK(has(named("jax", CodeFormat::jax), "def jax_(x)"));
  CHECK(has(named("ops", CodeFormat::keras), "def ops_(x)"));
  CHECK(has(named("none", CodeFormat::pytorch), "class NoneModule(nn.Module)"));
  CHECK(has(named("_2", CodeFormat::pytorch), "class Activation2(nn.Module)"));
  for (const CodeFormat format : {CodeFormat::numpy, CodeFormat::jax, CodeFormat::keras}) {
    CHECK(has(named("class", format), "def class_(x)"));
    CHECK(has(named("x", format), "def x_(x)"));
  }
}

TEST_CASE("parameters follow the rules of floating point in Python, where plain numbers have no 1 / 0") {
  CHECK(has(code("x * 1/a", CodeFormat::numpy), "    a = np.float64(a)\n"));
  CHECK(has(code("x + a^0.5", CodeFormat::pytorch),
            "        a = x.new_tensor(self.a)\n        return x + torch.sqrt(a)"));
  CHECK(has(code("x + ln(a)", CodeFormat::keras), "    a = ops.convert_to_tensor(a, x.dtype)\n"));
  CHECK(has(code("x + 1/a", CodeFormat::jax), "    a = jnp.asarray(a)\n"));
  // Trained ones are arrays already, and what meets x becomes one.
  CHECK_FALSE(has(code("x + 1/a", CodeFormat::pytorch, {.name = "own", .learnable = true}), "new_tensor"));
  CHECK_FALSE(has(code("a * x^2 + x / a + a^2", CodeFormat::pytorch), "new_tensor"));
}

TEST_CASE("infinities, NaN and large whole numbers are not left to Python") {
  CHECK(has(code("x + (-8)^(1/3)", CodeFormat::numpy), "x + np.nan"));
  CHECK(has(code("max(x, -1/0)", CodeFormat::numpy), "-np.inf"));
  CHECK(has(code("x + sqrt(-1)", CodeFormat::pytorch), "import math\n"));
  CHECK(has(code("x + sqrt(-1)", CodeFormat::pytorch), "x + math.nan"));
  CHECK(has(code("x + sqrt(2)", CodeFormat::pytorch), "x + math.sqrt(2)"));
  CHECK(has(code("3^40 * x", CodeFormat::numpy), "12157665459056929000.0 * x"));
  CHECK(has(code("x * 100000000000000000000", CodeFormat::pytorch), "x * 100000000000000000000.0"));
}

TEST_CASE("an exponent beyond all integers is a whole number") {
  CHECK(has(code("x > 0 ? x^1e300 : 0", CodeFormat::numpy), "np.where(x > 0, x ** 1e300, 0.0)"));
}

TEST_CASE("a class called F does not hide the module of that name") {
  CHECK(has(code("ln(1 + e^x)", CodeFormat::pytorch, {.name = "f"}), "class FModule(nn.Module):"));
}

TEST_CASE("a constant has the shape of x") {
  CHECK(has(code("2", CodeFormat::numpy), "return np.full_like(x, 2)"));
  CHECK(has(code("2", CodeFormat::pytorch), "return torch.full_like(x, 2)"));
}

TEST_CASE("JavaScript gets an erf only where it is used") {
  CHECK(has(code("erf(x)", CodeFormat::javascript), "function erf(x)"));
  CHECK_FALSE(has(code("tanh(x)", CodeFormat::javascript), "erf"));
}

TEST_CASE("long formulas are broken into parts, so that no line nests deeper than parsers go") {
  std::string text = "x";
  for (int i = 0; i < 190; ++i) text = "tanh(" + text + ")";
  for (const CodeFormat format : every_format) {
    int depth = 0;
    int deepest = 0;
    for (const char c : code(text, format)) {
      if (c == '(') deepest = std::max(deepest, ++depth);
      if (c == ')') --depth;
    }
    CHECK(deepest < 60);
  }
}

TEST_CASE("choices within choices stay of a size that can be printed") {
  std::string text = "x > 0 ? exp(x) : log(x)";
  for (int i = 1; i < 60; ++i)
    text = "x > " + std::to_string(i) + " ? exp(x - " + std::to_string(i) + ") : (" + text + ")";
  for (const CodeFormat format : every_format) CHECK(code(text, format).size() < 4'000'000);
}

TEST_CASE("Exponents of no integer's size are simplified and printed as any") {
  for (const char* text :
       {"2 |x - 4|^-8.5e14", "(x + 1)^1e300 + 2", "(x + 1)^-1e300 / (x + 1)", "3 (a x)^(-2^40) + x"}) {
    INFO(text);
    for (const CodeFormat format : every_format) CHECK(has(code(text, format), "x"));
  }
}
