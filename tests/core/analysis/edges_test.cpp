#include <activation/analysis.hpp>

#include "../catch.hpp"
#include "analysed.hpp"

#include <limits>
#include <string>

// Poles, and the edges of where a formula is a number: at 0 doubles are so close that what is next to it has overflowed.

using activation::Analysis;
using activation::Direction;
using activation::Monotonicity;
using activation::Quantity;
using activation::Smoothness;
using typed::analysed;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Pole {
  const char* text;
  double at;
  double before;
  double after;
};

}  // namespace

TEST_CASE("A pole is where it is, from both sides, once") {
  const Pole poles[] = {
      {"1/x", 0, -infinity, infinity},         {"1/x^2", 0, infinity, infinity},
      {"1/x^3", 0, -infinity, infinity},       {"-1/x^4", 0, -infinity, -infinity},
      {"1/x^100", 0, infinity, infinity},      {"1/sinh(x)", 0, -infinity, infinity},
      {"1/(e^x - 1)", 0, -infinity, infinity}, {"1/(x - 3)", 3, -infinity, infinity},
      {"1/(x - 3)^2", 3, infinity, infinity},  {"x^-1", 0, -infinity, infinity},
      {"1/|x|", 0, infinity, infinity},        {"1/tanh(x)", 0, -infinity, infinity},
      {"ln(x^2)", 0, -infinity, -infinity},    {"1/(x^2 * (1 + x^2))", 0, infinity, infinity},
      {"exp(1/x^2)", 0, infinity, infinity},
  };
  for (const Pole& pole : poles) {
    INFO(pole.text);
    const Analysis a = analysed(pole.text);
    REQUIRE(a.jumps.size() == 1);
    CHECK(a.jumps[0].x == pole.at);
    CHECK(a.jumps[0].quantity == Quantity::value);
    CHECK(a.jumps[0].before == pole.before);
    CHECK(a.jumps[0].after == pole.after);
    CHECK(a.smoothness == Smoothness::discontinuous);
    CHECK(a.monotonicity == Monotonicity::none);
    CHECK(a.extrema.empty());
    CHECK(a.undefined.empty());
    REQUIRE(a.stretches.size() == 2);
    CHECK(a.stretches[0].from == -infinity);
    CHECK(a.stretches[0].to == pole.at);
    CHECK(a.stretches[1].from == pole.at);
    CHECK(a.stretches[1].to == infinity);
    const bool same = pole.before == pole.after;
    CHECK((a.stretches[0].direction == a.stretches[1].direction) == !same);
  }
}

TEST_CASE("The range next to a pole has no end, and is open") {
  for (const char* text : {"1/x", "1/x^3", "1/sinh(x)"}) {
    INFO(text);
    const Analysis a = analysed(text);
    REQUIRE(a.range.size() == 2);
    CHECK(a.range[0].from == -infinity);
    CHECK(a.range[0].to == 0);
    CHECK_FALSE(a.range[0].to_closed);
    CHECK(a.range[1].from == 0);
    CHECK(a.range[1].to == infinity);
    CHECK_FALSE(a.range[1].from_closed);
    CHECK(a.left.limit.number == 0);
    CHECK(a.right.limit.number == 0);
  }
  const Analysis square = analysed("1/x^2");
  REQUIRE(square.range.size() == 1);
  CHECK(square.range[0].from == 0);
  CHECK_FALSE(square.range[0].from_closed);
  CHECK(square.range[0].to == infinity);
  const Analysis bose = analysed("1/(e^x - 1)");
  REQUIRE(bose.range.size() == 2);
  CHECK(bose.range[0].to == -1);
  CHECK(bose.left.limit.number == -1);
}

TEST_CASE("What overflows on its way is no pole") {
  const Analysis a = analysed("exp(800 - x^2)");
  CHECK(a.jumps.empty());
  CHECK(a.right.limit.number == 0);
  REQUIRE(a.range.size() == 1);
  CHECK(a.range[0].to == infinity);
}

TEST_CASE("A logarithm is a number from 0 on, 0 left out, and takes all") {
  for (const char* text : {"ln(x)", "log2(x)", "log10(x)"}) {
    INFO(text);
    const Analysis a = analysed(text);
    REQUIRE(a.undefined.size() == 1);
    CHECK(a.undefined[0].from == -infinity);
    CHECK(a.undefined[0].to == 0);
    CHECK(a.undefined[0].to_closed);
    REQUIRE(a.range.size() == 1);
    CHECK(a.range[0].from == -infinity);
    CHECK(a.range[0].to == infinity);
    CHECK(a.range_bounds.from == -infinity);
    CHECK(a.jumps.empty());
    CHECK(a.smoothness == Smoothness::c2_or_more);
    REQUIRE(a.stretches.size() == 1);
    CHECK(a.stretches[0].from == 0);
    CHECK(a.monotonicity == Monotonicity::rising);
  }
}

TEST_CASE("A root is 0 at the edge of where it is a number") {
  const Analysis root = analysed("sqrt(x)");
  REQUIRE(root.undefined.size() == 1);
  CHECK(root.undefined[0].to == 0);
  CHECK_FALSE(root.undefined[0].to_closed);
  REQUIRE(root.zeros.size() == 1);
  CHECK(root.zeros[0].from == 0);
  REQUIRE(root.range.size() == 1);
  CHECK(root.range[0].from == 0);
  CHECK(root.range[0].from_closed);
  for (const char* text : {"sqrt(1 - x^2)", "sqrt(x^2 - 1)", "acos(x) * acos(-x)"}) {
    INFO(text);
    const Analysis a = analysed(text);
    REQUIRE(a.zeros.size() == 2);
    CHECK(a.zeros[0].from == -1);
    CHECK(a.zeros[1].to == 1);
  }
  CHECK(analysed("1 + sqrt(x)").zeros.empty());
  CHECK(analysed("1e-9 + sqrt(x)").zeros.size() <= 1);
}

TEST_CASE("x log x goes to 0 at 0 and turns once") {
  const Analysis a = analysed("x * ln(x)");
  REQUIRE(a.undefined.size() == 1);
  CHECK(a.undefined[0].to == 0);
  CHECK(a.undefined[0].to_closed);
  REQUIRE(a.extrema.size() == 1);
  CHECK(a.extrema[0].x == Approx(0.36787944117144233));
  CHECK(a.inflections.empty());
  CHECK(a.jumps.empty());
  REQUIRE(a.stretches.size() == 2);
  CHECK(a.stretches[0].from == 0);
  CHECK(a.stretches[0].direction == Direction::falling);
  REQUIRE(a.zeros.size() == 1);
  CHECK(a.zeros[0].from == 1);
  // The limit of -x ln x at 0 is the open end of its range over (0, 1).
  const Analysis entropy = analysed("-x * ln(x) - (1 - x) * ln(1 - x)");
  REQUIRE(entropy.undefined.size() == 2);
  CHECK(entropy.undefined[0].to == 0);
  CHECK(entropy.undefined[1].from == 1);
  REQUIRE(entropy.range.size() == 1);
  CHECK(entropy.range[0].from == Approx(0).margin(1e-12));
  CHECK_FALSE(entropy.range[0].from_closed);
}

TEST_CASE("Stairs without end take whole numbers without end") {
  for (const char* text : {"floor(x)", "ceil(x)", "floor(x / 3) + 0.5"}) {
    INFO(text);
    const Analysis a = analysed(text);
    CHECK(a.range_endless);
    CHECK(a.range_bounds.from == -infinity);
    CHECK(a.range_bounds.to == infinity);
    REQUIRE(a.range.size() == 16);
    for (std::size_t i = 0; i < 16; ++i) {
      CHECK(a.range[i].from == a.range[i].to);
      CHECK(a.range[i].from_closed);
      if (i > 0) CHECK(a.range[i].from - a.range[i - 1].from == 1);
    }
    CHECK(a.range[0].from <= -7.5);
    CHECK(a.range[15].to >= 7);
  }
  const Analysis saw = analysed("x - floor(x)");
  REQUIRE(saw.range.size() == 1);
  CHECK(saw.range_bounds.from == 0);
  CHECK(saw.range_bounds.to == 1);
}

TEST_CASE("Of many parts those next to 0 are listed from left to right") {
  // A number for x > 2 only where x is whole.
  const Analysis a = analysed("(2 - x)^x");
  CHECK(a.endless);
  REQUIRE(a.stretches.size() == 12);
  CHECK(a.stretches[0].from == -infinity);
  for (std::size_t i = 0; i + 1 < 12; ++i) CHECK(a.stretches[i].to <= a.stretches[i + 1].from);
}
