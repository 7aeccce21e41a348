#pragma once

#include <activation/catalog.hpp>
#include <activation/ulp.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// Reading tests/golden/*.csv and measuring against it. The format is in tests/golden/README.md.

namespace golden {

struct Row {
  bool is_double;
  std::vector<double> parameters;
  double x;
  double expected[3];   ///< f, f', f'', rounded to the row's format
  double remainder[3];  ///< (exact - expected) / ulp
  std::string text;
};

inline std::string path(std::string_view name) { return std::string(ACTIVATION_GOLDEN_DIR) + "/" + std::string(name); }

inline std::vector<Row> read(std::string_view id, std::size_t parameters) {
  std::ifstream file(path(std::string(id) + ".csv"));
  std::vector<Row> rows;
  std::string line;
  std::getline(file, line);  // the header
  while (std::getline(file, line)) {
    std::istringstream stream(line);
    std::vector<double> numbers;
    std::string field;
    std::getline(stream, field, ',');
    Row row{.is_double = field == "d", .parameters = {}, .x = 0, .expected = {}, .remainder = {}, .text = line};
    while (std::getline(stream, field, ',')) numbers.push_back(std::strtod(field.c_str(), nullptr));
    if (numbers.size() != parameters + 7) return {};
    const auto rest = numbers.begin() + static_cast<std::ptrdiff_t>(parameters);
    row.parameters.assign(numbers.begin(), rest);
    row.x = rest[0];
    std::copy(rest + 1, rest + 4, row.expected);
    std::copy(rest + 4, rest + 7, row.remainder);
    rows.push_back(row);
  }
  return rows;
}

using activation::ulp_error;

inline double evaluate(std::size_t function, activation::Quantity quantity, double x,
                       const std::vector<double>& parameters) {
  double y = 0;
  const auto status =
      activation::evaluate(function, quantity, std::span<const double>(&x, 1), std::span<double>(&y, 1), parameters);
  return status == activation::Status::ok ? y : std::numeric_limits<double>::quiet_NaN();
}

inline float evaluate(std::size_t function, activation::Quantity quantity, float x,
                      const std::vector<double>& parameters) {
  float y = 0;
  const auto status =
      activation::evaluate(function, quantity, std::span<const float>(&x, 1), std::span<float>(&y, 1), parameters);
  return status == activation::Status::ok ? y : std::numeric_limits<float>::quiet_NaN();
}

inline std::vector<double> standard_parameters(const activation::Info& info) {
  std::vector<double> values;
  for (const activation::Parameter& parameter : info.parameters) values.push_back(parameter.standard);
  return values;
}

}  // namespace golden
