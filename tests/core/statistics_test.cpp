#include <activation/statistics.hpp>

#include "catch.hpp"
#include "golden.hpp"
#include "json_lines.hpp"

#include <cmath>
#include <fstream>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

using activation::Bins;
using activation::Description;
using activation::Status;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();

Description describe(const std::vector<double>& values) {
  Description description;
  REQUIRE(activation::describe(values, description) == Status::ok);
  return description;
}

bool near(double value, double expected, double ulps) {
  if (std::isnan(expected)) return std::isnan(value);
  const double ulp = std::nextafter(std::abs(expected), infinity) - std::abs(expected);
  return std::abs(value - expected) <= ulps * ulp;
}

Bins bins_of(double from, double to, std::size_t count) {
  Bins bins;
  REQUIRE(activation::choose_bins(from, to, count, bins) == Status::ok);
  return bins;
}

std::vector<std::uint32_t> counts_of(const std::vector<double>& values, const Bins& bins) {
  std::vector<std::uint32_t> counts(bins.count);
  activation::count_in_bins(values, bins, counts);
  return counts;
}

using Counts = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("Statistics agree with exact ones", "[statistics]") {
  std::ifstream file(golden::path("statistics.jsonl"));
  std::string line;
  int rows = 0;
  while (std::getline(file, line)) {
    const std::string name = golden::string_at(line, "name");
    const std::vector<double> x = golden::numbers_at(line, "x");
    const auto expected = [&](std::string_view key) { return golden::numbers_at(line, key).at(0); };
    const Description found = describe(x);
    INFO(name);
    CHECK(found.count == static_cast<double>(x.size()));
    CHECK(near(found.mean, expected("mean"), 1));
    CHECK(near(found.deviation, expected("deviation"), 3));
    CHECK(found.minimum == expected("minimum"));
    CHECK(found.maximum == expected("maximum"));
    CHECK(near(found.median, expected("median"), 0));
    CHECK(near(found.root_mean_square, expected("rms"), 3));
    CHECK(found.zeros == expected("zeros"));
    CHECK(found.small == expected("small"));
    ++rows;
  }
  CHECK(rows == 12);
}

TEST_CASE("NaN and infinities are left out, and of nothing there is no mean", "[statistics]") {
  const Description some = describe({nothing, 1, infinity, 3, -infinity});
  CHECK(some.count == 2);
  CHECK(some.mean == 2);
  CHECK(some.maximum == 3);
  const Description none = describe({nothing, nothing});
  CHECK(none.count == 0);
  CHECK(none.zeros == 0);
  for (const double each :
       {none.mean, none.deviation, none.minimum, none.maximum, none.median, none.root_mean_square}) {
    CHECK(std::isnan(each));
  }
  CHECK(describe({}).count == 0);
}

TEST_CASE("Bins have round edges, cover the range, and are about as many as asked for", "[statistics]") {
  const Bins tenths = bins_of(-0.31, 0.52, 10);
  CHECK(tenths.count == 10);
  CHECK(tenths.edge(0) == -0.4);
  CHECK(tenths.edge(7) == 0.3);
  CHECK(tenths.edge(10) == 0.6);
  for (const auto& [from, to] : std::vector<std::pair<double, double>>{{-1, 1},
                                                                       {0, 1e-9},
                                                                       {-largest, largest},
                                                                       {0, 5e-324},
                                                                       {1e15, 1e15 + 1},
                                                                       {-3e200, 7},
                                                                       {1, 1},
                                                                       {0, 0},
                                                                       {-4e-7, -4e-7},
                                                                       {largest, largest}}) {
    for (const std::size_t count : {1U, 2U, 17U, 40U, 1000U}) {
      const Bins bins = bins_of(from, to, count);
      INFO(from << " to " << to << " in " << count);
      CHECK(bins.count >= 1);
      CHECK(bins.count <= count + 3);
      CHECK(bins.edge(0) <= from);
      CHECK(bins.edge(bins.count) >= to);
      for (std::size_t i = 0; i < bins.count; ++i) REQUIRE(bins.edge(i) < bins.edge(i + 1));
    }
  }
}

TEST_CASE("A range that is none has no bins", "[statistics]") {
  Bins bins;
  CHECK(activation::choose_bins(1, 0, 10, bins) == Status::bad_argument);
  CHECK(activation::choose_bins(nothing, 0, 10, bins) == Status::bad_argument);
  CHECK(activation::choose_bins(0, infinity, 10, bins) == Status::bad_argument);
  CHECK(activation::choose_bins(0, 1, 0, bins) == Status::bad_argument);
  CHECK(activation::choose_bins(0, 1, 1001, bins) == Status::bad_argument);
}

TEST_CASE("A value on an edge belongs to the bin above it, the last edge to the last bin", "[statistics]") {
  const Bins bins = bins_of(0, 1, 10);
  REQUIRE(bins.count == 10);
  std::vector<double> edges;
  for (std::size_t i = 0; i <= 10; ++i) edges.push_back(bins.edge(i));
  CHECK(counts_of(edges, bins) == Counts{1, 1, 1, 1, 1, 1, 1, 1, 1, 2});
  std::vector<double> below;
  for (const double edge : edges) below.push_back(std::nextafter(edge, -1));
  CHECK(counts_of(below, bins) == Counts(10, 1));
}

TEST_CASE("Values outside the bins and NaN are in none; all others are counted once", "[statistics]") {
  const Bins bins = bins_of(-1, 1, 7);
  CHECK(counts_of({nothing, infinity, -infinity, 50, -50}, bins) == Counts(bins.count, 0));
  std::vector<double> many;
  for (int i = 0; i < 5000; ++i) many.push_back(std::sin(i * 0.37));
  const Counts counts = counts_of(many, bins);
  CHECK(std::accumulate(counts.begin(), counts.end(), 0u) == 5000);
  const Bins huge = bins_of(-largest, largest, 4);
  const Counts ends = counts_of({-largest, largest, 0}, huge);
  CHECK(std::accumulate(ends.begin(), ends.end(), 0u) == 3);
}
