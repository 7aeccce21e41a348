#include "golden.hpp"
#include "json_lines.hpp"
#include "vectors.hpp"

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

using vectors::jacobian;
using vectors::value;
using vectors::vjp;

// softmax, log_softmax, softmin and logsumexp: all that is made of e^x over a sum of them.

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The sizes of the terms that cancel in a vector-Jacobian product: the README of the golden data says which.
std::vector<double> terms_of(std::string_view id, const std::vector<double>& y, const std::vector<double>& g,
                             const std::vector<double>& shares) {
  if (id == "logsumexp") return shares;
  std::vector<double> terms;
  double total = 0;
  for (std::size_t j = 0; j < y.size(); ++j) total += std::fabs(g[j]) * (id == "log_softmax" ? 1 : y[j]);
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double size = std::fabs(g[i]);
    terms.push_back(id == "log_softmax" ? size + shares[i] * total : y[i] * (size + total));
  }
  return terms;
}

/// The worst errors: of y in ulps, of J^T g in ulps of its terms.
struct Worst {
  double value = 0;
  double product = 0;
};

template <class Number>
void check_record(std::string_view record, std::string_view id, Worst& worst) {
  const auto narrow = [](const std::vector<double>& numbers) {
    return std::vector<Number>(numbers.begin(), numbers.end());
  };
  const std::string_view expected = golden::object_at(record, id);
  if (expected.empty()) return;
  const std::vector<Number> x = narrow(golden::numbers_at(record, "x"));
  const bool scalar = id == "logsumexp";
  const std::vector<double> g = scalar ? std::vector<double>{1} : golden::numbers_at(record, "g");
  std::vector<double> y = golden::numbers_at(expected, "y");
  std::vector<double> remainder = golden::numbers_at(expected, "ey");
  REQUIRE(y.size() == (scalar ? 1 : x.size()));
  remainder.resize(y.size());
  const std::vector<Number> computed = value(id, x);
  for (std::size_t i = 0; i < y.size(); ++i) {
    CAPTURE(i, y[i], computed[i]);
    const double error = golden::error(computed[i], y[i], remainder[i]);
    worst.value = std::max(worst.value, error);
    REQUIRE(error <= 0.8);
  }

  const std::vector<double> product = golden::numbers_at(expected, "vjp");
  if (product.empty()) return;
  REQUIRE(product.size() == x.size());
  const std::vector<double> shares = golden::numbers_at(golden::object_at(record, "softmax"), "y");
  const std::vector<double> terms = terms_of(id, y, g, shares);
  const std::vector<Number> computed_product = vjp(id, x, narrow(g));
  for (std::size_t i = 0; i < x.size(); ++i) {
    CAPTURE(i, product[i], computed_product[i], terms[i]);
    // Less than the result's own half ulp cannot be asked.
    using Limits = std::numeric_limits<Number>;
    const double ulp = terms[i] * static_cast<double>(Limits::epsilon());
    const double error = std::fabs(static_cast<double>(computed_product[i]) - product[i]);
    worst.product = std::max(worst.product, ulp == 0 ? 0 : error / ulp);
    REQUIRE(error <= std::max(ulp, static_cast<double>(Limits::denorm_min())));
    if (!scalar) continue;  // the softmax itself, in which nothing cancels
    REQUIRE(golden::error(computed_product[i], product[i], golden::numbers_at(expected, "evjp")[i]) <= 0.8);
  }
}

}  // namespace

TEST_CASE("softmax and its family agree with the golden data") {
  for (const std::string_view id : {"softmax", "log_softmax", "softmin", "logsumexp"}) {
    DYNAMIC_SECTION(id) {
      std::ifstream file(golden::path("softmax_family.jsonl"));
      std::string line;
      int records = 0;
      Worst doubles;
      Worst floats;
      while (std::getline(file, line)) {
        ++records;
        INFO(records << " " << golden::string_at(line, "tag") << " " << golden::string_at(line, "gmode"));
        if (golden::string_at(line, "fmt") == "d") {
          check_record<double>(line, id, doubles);
        } else {
          check_record<float>(line, id, floats);
        }
      }
      CHECK(records == 100);
    }
  }
}

TEST_CASE("log_softmax of a nearly certain class is not 0") {
  // -log1p(e^-50), where softmax is 1.
  CHECK(value<double>("log_softmax", {50, 0})[0] == -0x1.d257d547e083fp-73);
  CHECK(value<float>("log_softmax", {50, 0})[0] == -0x1.d257d6p-73F);
  // Subnormal: -e^-740.
  CHECK(value<double>("log_softmax", {740, 0})[0] == -std::exp(-740.0));
  CHECK(value<double>("log_softmax", {3, 3, 3, 3}, {2})[1] == -std::log(4.0));
}

TEST_CASE("logarithms of shares stay exact far below what a share can be") {
  CHECK(value<double>("log_softmax", {-1e5, 0, 0})[0] == -1e5 - std::log(2.0));
  const double most = std::numeric_limits<double>::max();
  CHECK(value<double>("log_softmax", {most, -most}, {1e6}) == std::vector<double>{0, -most / 1e6 * 2});
  CHECK(value<double>("log_softmax", {most, -most}) == std::vector<double>{0, -infinity});
  CHECK(value<double>("log_softmax", {-infinity, 1}) == std::vector<double>{-infinity, 0});
}

TEST_CASE("softmin is the softmax of the negated vector") {
  const std::vector<double> x{0.3, -7, 700, 1e-9, 2};
  const std::vector<double> minus{-0.3, 7, -700, -1e-9, -2};
  const std::vector<double> g{1, -2, 3, 4, -5};
  const std::vector<double> minus_g{-1, 2, -3, -4, 5};
  CHECK(value("softmin", x) == value("softmax", minus));
  CHECK(vjp("softmin", x, g) == vjp("softmax", minus, minus_g));
  CHECK(value<double>("softmin", {infinity, 1, 1}) == std::vector<double>{0, 0.5, 0.5});
  CHECK(std::isnan(value<double>("softmin", {-infinity, 1, 1})[1]));
}

TEST_CASE("logsumexp makes one number, and its Jacobian is softmax") {
  const std::vector<double> x{0.3, -7, 3, 1e-9, 2};
  CHECK(value("logsumexp", x).size() == 1);
  CHECK(jacobian("logsumexp", x) == value("softmax", x));
  CHECK(value<double>("logsumexp", {5}) == std::vector<double>{5});
  CHECK(value<double>("logsumexp", {1e308, 1e308}) == std::vector<double>{1e308});
  CHECK(value<double>("logsumexp", {-1000, -1000}) == std::vector<double>{-1000 + std::log(2.0)});
  CHECK(value<double>("logsumexp", {infinity, 1}) == std::vector<double>{infinity});
  CHECK(value<double>("logsumexp", {-infinity, -infinity}) == std::vector<double>{-infinity});
  CHECK(std::isnan(value<double>("logsumexp", {infinity, std::numeric_limits<double>::quiet_NaN()})[0]));
  for (const double p : vjp<double>("logsumexp", x, {1e308})) CHECK(std::isfinite(p));
}

TEMPLATE_TEST_CASE("a million numbers are added up as exactly as ten", "", float, double) {
  // 2^20 equal logits: each share is 2^-20, and the logarithms are those of 2^20, whatever the order of summation.
  for (const TestType offset : {TestType(0), TestType(-3.25), TestType(1000)}) {
    const std::vector<TestType> x(std::size_t{1} << 20, offset);
    const std::vector<TestType> y = value("softmax", x);
    CHECK(*std::min_element(y.begin(), y.end()) == TestType(0x1p-20));
    CHECK(*std::max_element(y.begin(), y.end()) == TestType(0x1p-20));
    const double log = 20 * std::log(2.0);
    CHECK(value("log_softmax", x)[12345] == static_cast<TestType>(-log));
    CHECK(value("logsumexp", x)[0] == static_cast<TestType>(static_cast<double>(offset) + log));
  }
}
