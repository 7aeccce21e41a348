#include "json_lines.hpp"
#include "vectors.hpp"

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

// tests/golden/vector_functions.jsonl: each line one vector function of one vector.

namespace {

/// What the terms of one element of J^T g may add up to before they cancel.
double size_of_terms(std::string_view id, const std::vector<double>& y, const std::vector<double>& g, std::size_t i,
                     double result, double temperature) {
  double total = 0;
  const bool log = id == "log_softmax";
  const bool cancels = id == "softmax" || log || id == "sparsemax";
  if (!cancels) return std::fabs(result);
  for (std::size_t j = 0; j < y.size(); ++j) total += std::fabs(g[j]) * (log ? 1 : y[j]);
  const double own = std::fabs(g[i]);
  if (id == "sparsemax") return own + *std::max_element(g.begin(), g.end()) - *std::min_element(g.begin(), g.end());
  return (log ? own + std::exp(y[i]) * total : y[i] * (own + total)) / temperature;
}

template <class Number>
void check_record(std::string_view record) {
  const auto narrow = [](const std::vector<double>& numbers) {
    return std::vector<Number>(numbers.begin(), numbers.end());
  };
  const std::string id = golden::string_at(record, "function");
  const std::vector<double> parameters = golden::numbers_at(record, "parameters");
  const std::vector<Number> x = narrow(golden::numbers_at(record, "x"));
  const std::vector<double> g = golden::numbers_at(record, "g");
  const std::vector<double> y = golden::numbers_at(record, "y");
  const std::vector<double> product = golden::numbers_at(record, "vjp");
  const std::vector<double> y_remainder = golden::numbers_at(record, "ey");
  const std::vector<double> product_remainder = golden::numbers_at(record, "evjp");
  REQUIRE(y_remainder.size() == y.size());
  REQUIRE(product_remainder.size() == x.size());

  const std::vector<Number> computed = vectors::value(id, x, parameters);
  REQUIRE(computed.size() == y.size());
  for (std::size_t i = 0; i < y.size(); ++i) {
    CAPTURE(i, y[i], computed[i]);
    REQUIRE(golden::error(computed[i], y[i], y_remainder[i]) <= 0.8);
  }
  const std::vector<Number> computed_product = vectors::vjp(id, x, narrow(g), parameters);
  for (std::size_t i = 0; i < x.size(); ++i) {
    CAPTURE(i, product[i], computed_product[i]);
    // Right to the last digit, or where terms cancel, within an ulp of them.
    const double terms = size_of_terms(id, y, g, i, product[i], parameters.empty() ? 1 : parameters[0]);
    const double away = std::fabs(static_cast<double>(computed_product[i]) - product[i]);
    const bool in_terms = away <= terms * static_cast<double>(std::numeric_limits<Number>::epsilon()) / 2;
    REQUIRE((in_terms || golden::error(computed_product[i], product[i], product_remainder[i]) <= 0.8));
  }
}

}  // namespace

TEST_CASE("vector functions agree with the golden data") {
  std::ifstream file(golden::path("vector_functions.jsonl"));
  std::string line;
  int records = 0;
  while (std::getline(file, line)) {
    ++records;
    INFO(records << " " << golden::string_at(line, "function") << " " << golden::string_at(line, "tag"));
    if (golden::string_at(line, "fmt") == "d") {
      check_record<double>(line);
    } else {
      check_record<float>(line);
    }
  }
  CHECK(records > 200);
}
