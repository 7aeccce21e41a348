#include "../golden.hpp"
#include "typed.hpp"
#include "written_forms.hpp"

#include <activation/catalog.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

using activation::catalog;
using activation::Quantity;

namespace {

/// In ulps, at numbers where nothing is said to stand in the way.
constexpr double agreement = 8;

/// The exceptions, each with the most that was seen where it holds.
class Allowances {
 public:
  double at(std::string_view id, int quantity, double x, double seen) {
    double ulps = agreement;
    for (std::size_t i = 0; i < std::size(written::exceptions); ++i) {
      const written::Exception& one = written::exceptions[i];
      if (one.id != id || one.quantity != quantity || x < one.low || x > one.high) continue;
      ulps = std::max(ulps, one.ulps);
      most_[i] = std::max(most_[i], seen);
    }
    return ulps;
  }

  double most(std::size_t i) const { return most_[i]; }

 private:
  double most_[std::size(written::exceptions)] = {};
};

}  // namespace

TEST_CASE("every formula of the catalog agrees with its kernels, but where it is written in a way that cannot") {
  Allowances allowances;
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
          const double off = golden::ulp_error(results[q], expected, 0);
          CAPTURE(x, q, results[q], expected);
          REQUIRE(off <= allowances.at(info.id, q, x, off));
        }
      }
      // None allows much more than is needed.
      for (std::size_t i = 0; i < std::size(written::exceptions); ++i) {
        const written::Exception& one = written::exceptions[i];
        if (one.id != info.id || one.ulps == written::any) continue;
        CAPTURE(one.quantity, one.low, one.high, one.ulps);
        CHECK(allowances.most(i) > agreement);
        CHECK(allowances.most(i) > 0.85 * one.ulps - 1);
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
