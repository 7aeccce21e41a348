#include "golden.hpp"
#include "json_lines.hpp"

#include "catch.hpp"

#include <activation/vector_functions.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

using activation::Status;

// softmax, log_softmax, softmin and logsumexp: all that is made of e^x over a sum of them.

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

template <class Number>
std::vector<Number> value(std::string_view id, const std::vector<Number>& x) {
  const std::size_t function = activation::find(id);
  const std::vector<double> parameters = golden::standard_parameters(activation::catalog()[function]);
  std::vector<Number> y(activation::vector_outputs(function, x.size(), parameters));
  REQUIRE(activation::vector_value(function, std::span<const Number>(x), std::span<Number>(y), parameters) ==
          Status::ok);
  return y;
}

template <class Number>
std::vector<Number> vjp(std::string_view id, const std::vector<Number>& x, const std::vector<Number>& g) {
  const std::size_t function = activation::find(id);
  const std::vector<double> parameters = golden::standard_parameters(activation::catalog()[function]);
  std::vector<Number> out(x.size());
  REQUIRE(activation::vector_vjp(function, std::span<const Number>(x), std::span<const Number>(g),
                                 std::span<Number>(out), parameters) == Status::ok);
  return out;
}

template <class Number>
std::vector<Number> jacobian(std::string_view id, const std::vector<Number>& x) {
  const std::size_t function = activation::find(id);
  const std::vector<double> parameters = golden::standard_parameters(activation::catalog()[function]);
  std::vector<Number> out(x.size() * activation::vector_outputs(function, x.size(), parameters));
  REQUIRE(activation::vector_jacobian(function, std::span<const Number>(x), std::span<Number>(out), parameters) ==
          Status::ok);
  return out;
}

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

              << floats.product);
    }
  }
}
