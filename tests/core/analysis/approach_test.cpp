#include <activation/analysis.hpp>

#include "../catch.hpp"
#include "analysed.hpp"

#include <limits>
#include <vector>

// What roots, powers, logarithms and crowded waves do at a place, which the two doubles next to it do not tell.

using activation::Analysis;
using activation::Quantity;
using activation::Smoothness;
using typed::analysed;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Place {
  const char* text;
  double x;
  Quantity quantity;
  double before;
  double after;
  Smoothness smoothness;
};

}  // namespace

TEST_CASE("A root bends without bounds, and does not jump") {
  const Quantity gradient = Quantity::gradient;
  const Place places[] = {
      {"sqrt(|x|)", 0, gradient, -infinity, infinity, Smoothness::c0},
      {"sqrt(|x - 1|)", 1, gradient, -infinity, infinity, Smoothness::c0},
      {"|x - 2|^0.3", 2, gradient, -infinity, infinity, Smoothness::c0},
      {"2 - |x + 3|^(2/3)", -3, gradient, infinity, -infinity, Smoothness::c0},
      {"max(0, x)^0.5", 0, gradient, 0, infinity, Smoothness::c0},
      {"sign(x) * sqrt(|x|)", 0, gradient, infinity, infinity, Smoothness::c0},
      {"sign(x - 1) * sqrt(|x - 1|)", 1, gradient, infinity, infinity, Smoothness::c0},
      {"cbrt(x)", 0, gradient, infinity, infinity, Smoothness::c0},
      {"cbrt(x - 2)", 2, gradient, infinity, infinity, Smoothness::c0},
      {"x * ln(|x|)", 0, gradient, -infinity, -infinity, Smoothness::c0},
      {"|x| * ln(|x|)", 0, gradient, infinity, -infinity, Smoothness::c0},
      {"(x - 1) * ln(|x - 1|)", 1, gradient, -infinity, -infinity, Smoothness::c0},
      {"|x|^1.5", 0, Quantity::curvature, infinity, infinity, Smoothness::c1},
      {"|x - 1|^1.5", 1, Quantity::curvature, infinity, infinity, Smoothness::c1},
      {"ln(|x - 1|)", 1, Quantity::value, -infinity, -infinity, Smoothness::discontinuous},
      {"step(x - 1) + sqrt(|x - 1|)", 1, Quantity::value, 0, 1, Smoothness::discontinuous},
      {"x > 1 ? sqrt(x) : x", 1, gradient, 1, 0.5, Smoothness::c0},
      {"x + 1e-6 step(x - 3)", 3, Quantity::value, 3, 3.000001, Smoothness::discontinuous},
      {"1e9 |x - 1|", 1, gradient, -1e9, 1e9, Smoothness::c0},
  };
  for (const Place& place : places) {
    INFO(place.text);
    const Analysis a = analysed(place.text);
    REQUIRE(a.jumps.size() == 1);
    CHECK(a.jumps[0].x == place.x);
    CHECK(a.jumps[0].quantity == place.quantity);
    CHECK(a.jumps[0].before == Approx(place.before).margin(1e-9));
    CHECK(a.jumps[0].after == Approx(place.after).margin(1e-9));
    CHECK(a.smoothness == place.smoothness);
    if (place.quantity == Quantity::gradient && place.after == infinity) CHECK_FALSE(a.lipschitz.exists());
  }
}

TEST_CASE("A half circle goes from 0 to 1 and is continuous, though not where it is a number alone") {
  const Analysis a = analysed("sqrt(max(0, 1 - x^2))");
  CHECK(a.smoothness == Smoothness::c0);
  REQUIRE(a.jumps.size() == 2);
  CHECK(a.jumps[0].x == -1);
  CHECK(a.jumps[0].before == 0);
  CHECK(a.jumps[0].after == infinity);
  CHECK(a.jumps[1].before == -infinity);
  REQUIRE(a.range.size() == 1);
  CHECK(a.range[0].from == 0);
  CHECK(a.range[0].from_closed);
  CHECK(a.range[0].to == 1);
  CHECK(analysed("sqrt(|x - 1|)").range.size() == 1);
}

TEST_CASE("A slope that grows without bounds at an edge has no Lipschitz constant") {
  for (const char* text : {"(x - 1)^(1/3)", "x^(1/3)", "sqrt(x)", "x * ln(x) * exp(-x)", "sqrt(1 - x^2)", "asin(x)"}) {
    INFO(text);
    CHECK_FALSE(analysed(text).lipschitz.exists());
  }
  CHECK(analysed("x > 1 ? ln(x) : 0").lipschitz.number == Approx(1));
}

TEST_CASE("Where the bend changes sides with an infinite slope there is an inflection") {
  for (const char* text : {"cbrt(x)", "sign(x) * sqrt(|x|)"}) {
    INFO(text);
    const Analysis a = analysed(text);
    REQUIRE(a.inflections.size() == 1);
    CHECK(a.inflections[0].x == 0);
  }
}

TEST_CASE("Waves that crowd are no jumps, and how far they go is found less exactly") {
  for (const char* text : {"sin(1/x)", "x * sin(1/x)", "cos(1/x^2)"}) {
    INFO(text);
    const Analysis a = analysed(text);
    CHECK(a.jumps.empty());
    CHECK(a.endless);
    REQUIRE(a.undefined.size() == 1);
    CHECK(a.undefined[0].from == 0);
    CHECK(a.undefined[0].to == 0);
    for (const activation::Extremum& extremum : a.extrema) CHECK(extremum.y == extremum.y);
    CHECK_FALSE(a.range_sure.proved);
    CHECK(a.range_sure.tolerance == 1e-3);
  }
  CHECK(analysed("sin(1/x)").range_bounds.to == Approx(1).epsilon(1e-3));
  // sin x + sin(sqrt(2) x) comes as near to 2 as one likes.
  CHECK(analysed("sin(x) + sin(sqrt(2) x)").range_sure.tolerance == 1e-3);
  CHECK(analysed("sin(x)").range_sure.proved);
}

TEST_CASE("The mean of f'^2 is none where it is infinite, and says how far slopes without bounds let it be summed") {
  for (const char* text : {"sqrt(|x|)", "sqrt(|x - 1|)", "cbrt(x)", "cbrt(x - 1)", "ln(|x|)", "|x|^0.4"}) {
    INFO(text);
    const Analysis a = analysed(text);
    CHECK(a.moments.second.exists());
    CHECK_FALSE(a.moments.gradient_second.exists());
    for (const activation::FixedPoint& one : a.gained.fixed) CHECK(one.chi == infinity);
  }
  // By mpmath, with z = c + t^10.
  const struct {
    const char* text;
    double gradient_second;
    double tolerance;
  } finite[] = {
      {"|x|^0.6", 1.4643882655017092, 1e-2},
      {"|x - 1|^0.6", 0.9958566185733451, 1e-2},
      {"|x - 1|^0.7", 0.7794464430383837, 1e-4},
      {"(x - 1) * ln(|x - 1|)", 1.7467646479642149, 1e-10},
  };
  for (const auto& row : finite) {
    INFO(row.text);
    const activation::Figure found = analysed(row.text).moments.gradient_second;
    CHECK(found.number == Approx(row.gradient_second).epsilon(found.sure.tolerance));
    CHECK(found.sure.tolerance < row.tolerance);
  }
  CHECK(analysed("sqrt(|x - 1|)").moments.mean.number == Approx(1.0047566065781740).epsilon(1e-13));
  CHECK(analysed("cbrt(x - 1)").moments.second.number == Approx(1.0431343899232616).epsilon(1e-13));
}
