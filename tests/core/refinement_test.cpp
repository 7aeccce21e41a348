#include "refinement.hpp"

#include "catch.hpp"
#include "registry.hpp"

#include <activation/catalog.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using activation::Columns;

namespace {

/// A parameterless function.
struct Plain final : activation::Subject {
  const activation::Kernels& kernels;

  explicit Plain(std::string_view id) : kernels(activation::registry()[activation::find(id)]) {}

  void evaluate(const double* x, double* const (&of)[3], std::size_t n) const override {
    for (std::size_t q = 0; q < 3; ++q) kernels.loops[q](x, of[q], n, nullptr);
  }
};

/// Columns over storage of their own, with even samples of a parameterless function.
struct Fixture {
  std::vector<double> storage;
  Columns columns{};
  Plain subject;

  Fixture(std::string_view id, double from, double to, std::size_t points, std::size_t budget)
      : storage(4 * (points + 2 * budget)), subject(id) {
    const std::size_t capacity = points + 2 * budget;
    double* x = storage.data();
    columns = {.x = x, .of = {x + capacity, x + 2 * capacity, x + 3 * capacity}, .size = points, .capacity = capacity};
    for (std::size_t i = 0; i < points; ++i) {
      x[i] = from + (to - from) * static_cast<double>(i) / static_cast<double>(points - 1);
    }
    columns.evaluate(subject, 0, points);
    activation::refine(columns, subject, budget);
  }

  std::vector<double> x() const { return {columns.x, columns.x + columns.size}; }
};

}  // namespace

TEST_CASE("refinement keeps every sample and adds between them, in order and with their own values") {
  const Fixture fixture("tanh", -100, 100, 21, 500);
  const std::vector<double> x = fixture.x();
  CHECK(x.size() > 60);
  CHECK(std::is_sorted(x.begin(), x.end()));
  for (int i = 0; i <= 20; ++i) CHECK(std::binary_search(x.begin(), x.end(), -100 + 10.0 * i));
  for (std::size_t i = 0; i < x.size(); ++i) {
    double y = 0;
    for (std::size_t q = 0; q < 3; ++q) {
      fixture.subject.kernels.loops[q](&x[i], &y, 1, nullptr);
      REQUIRE(fixture.columns.of[q][i] == y);
    }
  }
}

TEST_CASE("a small budget is kept, and spent where the curve bends most") {
  for (const std::size_t budget : {0U, 1U, 2U, 10U, 30U}) {
    const Fixture fixture("tanh", -100, 100, 21, budget);
    CHECK(fixture.columns.size <= 21 + budget);
    for (const double x : fixture.x()) {
      const bool added = std::fabs(x / 10 - std::round(x / 10)) > 1e-9;
      if (added) CHECK(std::fabs(x) < 30);
    }
  }
  CHECK(Fixture("tanh", -100, 100, 21, 30).columns.size > 25);
}

TEST_CASE("a step between two flat ends is found") {
  const Fixture fixture("sigmoid", -1e6, 1e6 + 1, 2, 300);
  CHECK(fixture.columns.size > 40);
}

TEST_CASE("a straight line is left alone") { CHECK(Fixture("linear", -3, 7, 5, 100).columns.size == 5); }
