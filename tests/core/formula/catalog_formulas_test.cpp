#include "../golden.hpp"
#include "typed.hpp"

#include <activation/catalog.hpp>

#include <map>
#include <string_view>

using activation::catalog;
using activation::Quantity;

namespace {

/// Where a formula as it is written cannot be as exact as the kernel: in [low, high] it may be off by so many ulps.
struct Exception {
  std::string_view id;
  int quantity;
  double low, high;
  double ulps;
};

constexpr double any = std::numeric_limits<double>::infinity();
constexpr double end = 1000;

const Exception exceptions[] = {
    // The second derivative at the kink is that of the branch taken; the catalog says 0.
    {"elu", 2, 0, 0, any},
    {"celu", 2, 0, 0, any},
    {"selu", 2, 0, 0, any},
    // The argument of an exponential is rounded: its size in ulps is the relative error. 1.702 and 0.044715 are decimal.
    {"gelu_tanh", 0, -22, -2.7, 1000},
    {"gelu_tanh", 1, -22, -2.7, 2000},
    {"gelu_tanh", 2, -22, -2.7, 2e5},
    {"gelu_tanh", 2, 2.7, 22, 2e5},
    {"quick_gelu", 0, -end, -5, 1000},
    {"quick_gelu", 1, -end, -2, 1000},
    {"quick_gelu", 2, -end, -2, 1000},
    {"quick_gelu", 2, 2, end, 1000},
    {"lecun_tanh", 1, -end, end, 400},
    {"lecun_tanh", 2, -end, end, 400},
    // Next to a zero of the derivative its terms cancel.
    {"gelu_tanh", 1, -0.9, -0.6, 1000},
    {"gelu_tanh", 2, -2.7, 2.7, 1e4},
    {"quick_gelu", 1, -0.9, -0.6, 1000},
    {"quick_gelu", 2, -2, 2, 1e4},
    {"swish", 1, -1.6, -1.1, 1000},
    {"swish", 2, -2.8, 2.8, 2e4},
    {"mish", 1, -1.6, -1, 5000},
    {"mish", 2, -2.8, 400, 2e5},  // on the right it is a difference of what is nearly 1
    {"serf", 1, -1.6, -1, 2000},
    {"serf", 2, -2.8, 28, 1e4},
    {"logish", 1, -1.7, -1.1, 2000},
    {"logish", 2, -2.9, 2.9, 2e4},
    {"tanhexp", 1, -1.4, -0.8, 1000},
    {"tanhexp", 2, -2.4, 6, any},  // e^x is rounded before its tanh bends, and at 5.93 that is subnormal
    {"lisht", 2, -400, 400, 2e4},
    {"gcu", 1, -end, end, 1e4},
    {"gcu", 2, -end, end, 1e4},
    {"snake", 1, -end, end, 1e9},
    {"snake", 2, -end, end, 1e5},
    {"hardsigmoid", 0, -3, -2.9, 200},
    {"hardswish", 0, -3, -2.9, 200},
    {"hardswish", 1, -1.6, -1.4, 200},
    // x + sqrt(x^2 + b) cancels on the left, and the rule of quotients loses what the square root gains.
    {"squareplus", 0, -end, -7, 1e6},
    {"squareplus", 1, -end, -3, 1e6},
    {"squareplus", 2, -end, end, 1e6},
    {"isru", 1, -end, end, 2e6},
    {"isru", 2, -end, end, 2e6},
    // x - tanh x: cancels next to 0.
    {"tanhshrink", 0, -0.4, 0.4, 1e8},
    {"tanhshrink", 1, -0.2, 0.2, 1e8},
    // A part of both of its terms is the same, and is rounded in one.
    {"bent_identity", 1, -end, -1, 1e6},
};

double allowed(std::string_view id, int quantity, double x) {
  double ulps = 8;
  for (const Exception& e : exceptions) {
    if (e.id == id && e.quantity == quantity && x >= e.low && x <= e.high) ulps = std::max(ulps, e.ulps);
  }
  return ulps;
}

}  // namespace

TEST_CASE("every formula of the catalog agrees with its kernels, but where it is written in a way that cannot") {
  for (std::size_t function = 0; function < catalog().size(); ++function) {
    const activation::Info& info = catalog()[function];
    DYNAMIC_SECTION(info.id) {
      const auto f = typed::formula(activation::notes()[function].formula);
      if (activation::is_vector_function(function)) continue;
      const std::vector<double> standard = golden::standard_parameters(info);
      std::vector<double> own;
      for (const std::string& name : f->parameters()) {
        std::size_t i = 0;
        while (i < info.parameters.size() && info.parameters[i].name != name) ++i;
        REQUIRE(i < info.parameters.size());
        own.push_back(standard[i]);
      }
      for (int k = -6000; k <= 6000; ++k) {
        const double x = k % 3 == 0 ? k * 0x1p-10 : k % 3 == 1 ? k * 0x1p-7 + 0x1p-12 : k * 0x1p-4;
        const typed::Result y = typed::at(*f, x, own);
        const double results[] = {y.value, y.gradient, y.curvature};
        for (int q = 0; q < 3; ++q) {
          const double expected = golden::evaluate(function, static_cast<Quantity>(q), x, standard);
          CAPTURE(x, q, results[q], expected);
          REQUIRE(golden::ulp_error(results[q], expected, 0) <= allowed(info.id, q, x));
        }
      }
    }
  }
}

TEST_CASE("forms that overflow as they are written are as exact as the kernels, everywhere") {
  const std::map<std::string_view, std::string_view> forms = {
      {"1/(1+exp(-x))", "sigmoid"},
      {"exp(x)/(1+exp(x))", "sigmoid"},
      {"1 - 1/(exp(x) + 1)", "sigmoid"},
      {"ln(1+e^x)", "softplus"},
      {"log1p(exp(x))", "softplus"},
      {"-log(1+exp(-x))", "logsigmoid"},
      {"ln(1/(1+exp(-x)))", "logsigmoid"},
      {"x/(1+exp(-x))", "silu"},
      {"x * sigmoid(x)", "silu"},
      {"(exp(x)-exp(-x))/(exp(x)+exp(-x))", "tanh"},
      {"(exp(2x)-1)/(exp(2x)+1)", "tanh"},
      {"2/(1+exp(-2x))-1", "tanh"},
      {"sinh(x)/cosh(x)", "tanh"},
      {"0.5x(1+erf(x/√2))", "gelu"},
      {"x*normal_cdf(x)", "gelu"},
      {"exp(-x^2)", "gaussian"},
      {"e^(-x*x)", "gaussian"},
      {"x/(1+|x|)", "softsign"},
  };
  for (const auto& [text, id] : forms) {
    DYNAMIC_SECTION(text) {
      const auto f = typed::formula(text);
      const std::size_t function = activation::find(id);
      const std::vector<double> standard = golden::standard_parameters(catalog()[function]);
      for (const golden::Row& row : golden::read(id, standard.size())) {
        if (!row.is_double || row.parameters != standard) continue;
        INFO(row.text);
        const typed::Result y = typed::at(*f, row.x);
        REQUIRE(golden::ulp_error(y.value, row.expected[0], row.remainder[0]) <= 1);
        REQUIRE(golden::ulp_error(y.gradient, row.expected[1], row.remainder[1]) <= 1);
        REQUIRE(golden::ulp_error(y.curvature, row.expected[2], row.remainder[2]) <= 1);
      }
    }
  }
}
