#include "shapes.hpp"

#include "../catch.hpp"

#include <cmath>
#include <limits>

using activation::Analysis;
using activation::Growth;
using activation::Monotonicity;
using activation::Quantity;
using activation::Smoothness;
using Kind = activation::Symmetry::Kind;
using shapes::analysed;
using shapes::Shape;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const double pi = std::acos(-1.0);

bool near(double a, double b, double relative = 1e-12) {
  return a == b || std::abs(a - b) <= relative * std::max(1.0, std::abs(b));
}

}  // namespace

TEST_CASE("A logarithm has a gap on the left and grows without end, more slowly than a line") {
  const Analysis a = analysed({[](double x) { return std::log(x); }, [](double x) { return x < 0 ? NAN : 1 / x; },
                               [](double x) { return x < 0 ? NAN : -1 / (x * x); }});
  REQUIRE(a.undefined.size() == 1);
  CHECK(a.undefined[0].from == -infinity);
  CHECK(a.undefined[0].to == 0);
  REQUIRE(a.zeros.size() == 1);
  CHECK(a.zeros[0].from == 1);
  CHECK(a.right.growth == Growth::slower);
  CHECK(a.right.limit.number == infinity);
  CHECK_FALSE(a.left.limit.exists());
  CHECK_FALSE(a.lipschitz.exists());
  REQUIRE(a.range.size() == 1);
  CHECK(a.range[0].from == -infinity);
  CHECK(a.range[0].to == infinity);
  CHECK(a.monotonicity == Monotonicity::rising);
  CHECK_FALSE(a.moments.mean.exists());
}

TEST_CASE("The edges of a square root are found to the last bit") {
  const auto root = [](double x) { return std::sqrt(10 - x * x); };
  const Analysis a = analysed(
      {root, [=](double x) { return -x / root(x); }, [=](double x) { return -10 / (root(x) * root(x) * root(x)); }});
  REQUIRE(a.undefined.size() == 2);
  CHECK(near(a.undefined[0].to, -std::sqrt(10.0), 1e-15));
  CHECK(near(a.undefined[1].from, std::sqrt(10.0), 1e-15));
  REQUIRE(a.extrema.size() == 1);
  CHECK(a.extrema[0].x == 0);
  CHECK(a.extrema[0].maximum);
  CHECK(a.symmetry.kind == Kind::even);
  CHECK(a.left.growth == Growth::irregular);
}

TEST_CASE("A pole is a jump and no zero") {
  const Analysis a =
      analysed({[](double x) { return 1 / (x - 0.3); }, [](double x) { return -1 / ((x - 0.3) * (x - 0.3)); },
                [](double x) { return 2 / ((x - 0.3) * (x - 0.3) * (x - 0.3)); }});
  CHECK(a.zeros.empty());
  REQUIRE(a.jumps.size() == 1);
  CHECK(near(a.jumps[0].x, 0.3, 1e-15));
  CHECK(a.jumps[0].before == -infinity);
  CHECK(a.jumps[0].after == infinity);
  CHECK(a.smoothness == Smoothness::discontinuous);
  CHECK_FALSE(a.lipschitz.exists());
  CHECK(a.right.growth == Growth::constant);
  CHECK(a.right.limit.number == 0);
}

TEST_CASE("A pole at a sample is found as well") {
  const Analysis a = analysed({[](double x) { return 1 / x; }, [](double x) { return -1 / (x * x); },
                               [](double x) { return 2 / (x * x * x); }});
  REQUIRE(a.jumps.size() == 1);
  CHECK(a.jumps[0].x == 0);
  CHECK(a.jumps[0].before == -infinity);
  CHECK(a.jumps[0].after == infinity);
  CHECK(a.symmetry.kind == Kind::odd);
}

TEST_CASE("A corner that no one told of is found where the slope changes its sign") {
  const Analysis a = analysed({[](double x) { return std::abs(x - 0.7); },
                               [](double x) { return x > 0.7 ? 1.0 : -1.0; }, [](double) { return 0.0; }});
  CHECK(a.smoothness == Smoothness::c0);
  REQUIRE(a.extrema.size() == 1);
  CHECK(near(a.extrema[0].x, 0.7, 1e-15));
  REQUIRE(a.jumps.size() == 1);
  CHECK(a.jumps[0].quantity == Quantity::gradient);
  CHECK(a.symmetry.kind == Kind::mirror);
  CHECK(near(a.lipschitz.number, 1));
}

TEST_CASE("A cube has an inflection at 0 and no extremum, though it underflows around it") {
  const Analysis a = analysed(
      {[](double x) { return x * x * x; }, [](double x) { return 3 * x * x; }, [](double x) { return 6 * x; }});
  CHECK(a.extrema.empty());
  REQUIRE(a.inflections.size() == 1);
  CHECK(a.inflections[0].x == 0);
  REQUIRE(a.zeros.size() == 1);
  CHECK(a.zeros[0].from == 0);
  CHECK(a.zeros[0].to == 0);
  CHECK(a.right.growth == Growth::faster);
  CHECK(a.monotonicity == Monotonicity::rising);
  CHECK(near(a.moments.second.number, 15));
  CHECK(near(a.moments.gradient_second.number, 27));
}

TEST_CASE("A zero that is touched and not crossed counts") {
  const Analysis a = analysed({[](double x) { return (x * x - 2) * (x * x - 2); },
                               [](double x) { return 4 * x * (x * x - 2); }, [](double x) { return 12 * x * x - 8; }});
  REQUIRE(a.zeros.size() == 2);
  CHECK(near(a.zeros[0].from, -std::sqrt(2.0), 1e-15));
  CHECK(near(a.zeros[1].from, std::sqrt(2.0), 1e-15));
  REQUIRE(a.extrema.size() == 3);
  CHECK(a.extrema[1].maximum);
  CHECK(a.extrema[1].y == 4);
  CHECK(a.symmetry.kind == Kind::even);
}

TEST_CASE("A fading wave is followed as far as it can be told from 0") {
  const Analysis a =
      analysed({[](double x) { return x * std::exp(-x); }, [](double x) { return (1 - x) * std::exp(-x); },
                [](double x) { return (x - 2) * std::exp(-x); }});
  REQUIRE(a.extrema.size() == 1);
  CHECK(a.extrema[0].x == 1);
  CHECK(near(a.extrema[0].y, std::exp(-1.0)));
  REQUIRE(a.inflections.size() == 1);
  CHECK(a.inflections[0].x == 2);
  CHECK(a.left.growth == Growth::faster);
  CHECK(a.left.limit.number == -infinity);
  CHECK(a.right.limit.number == 0);
  REQUIRE(a.range.size() == 1);
  CHECK(a.range[0].from == -infinity);
  CHECK(a.range[0].to_closed);
}

TEST_CASE("Of waves the twelve next to 0 are listed, and that they come again") {
  const Analysis a =
      analysed({[](double x) { return std::sin(100 * x); }, [](double x) { return 100 * std::cos(100 * x); },
                [](double x) { return -10000 * std::sin(100 * x); }});
  CHECK(a.endless);
  REQUIRE(!a.extrema.empty());
  CHECK(a.extrema.size() <= 12);
  for (std::size_t i = 0; i + 1 < a.extrema.size(); ++i)
    CHECK(near(a.extrema[i + 1].x - a.extrema[i].x, pi / 100, 1e-12));
  CHECK(near(a.repetition.length.number, pi / 50));
  CHECK(near(a.lipschitz.number, 100));
  REQUIRE(a.range.size() == 1);
  CHECK(near(a.range[0].to, 1));
  CHECK(near(a.moments.second.number, 0.5, 1e-11));
}

TEST_CASE("Stairs have jumps without end") {
  std::vector<double> steps;
  for (int i = -300; i <= 300; ++i) steps.push_back(i);
  const Analysis a =
      analysed({[](double x) { return std::floor(x); }, [](double) { return 0.0; }, [](double) { return 0.0; }, steps});
  CHECK(a.endless);
  CHECK(a.range_endless);
  CHECK(a.monotonicity == Monotonicity::rising);
  CHECK(a.smoothness == Smoothness::discontinuous);
  CHECK(near(a.repetition.length.number, 1));
  CHECK(near(a.repetition.drift.number, 1));
}

TEST_CASE("A jump whose ends belong to neither side leaves the range open") {
  const Analysis a = analysed({[](double x) { return x < 1   ? x
                                                     : x > 1 ? -1.0
                                                             : 5.0; },
                               [](double x) { return x < 1 ? 1.0 : 0.0; },
                               [](double) { return 0.0; },
                               {1}});
  REQUIRE(a.range.size() == 2);
  CHECK(a.range[0].from == -infinity);
  CHECK(a.range[0].to == 1);
  CHECK_FALSE(a.range[0].to_closed);
  CHECK(a.range[1].from == 5);
  CHECK(a.range[1].to == 5);
  CHECK(a.monotonicity == Monotonicity::none);
}

TEST_CASE("A line plus a logarithm has a slope in the end and no line that it approaches") {
  const auto f = [](double x) { return x + 0.5 * std::log(1 + x * x); };
  const Analysis a = analysed({f, [](double x) { return 1 + x / (1 + x * x); },
                               [](double x) { return (1 - x * x) / ((1 + x * x) * (1 + x * x)); }});
  CHECK(a.right.growth == Growth::linear);
  CHECK(near(a.right.slope.number, 1));
  CHECK_FALSE(a.right.offset.exists());
}

TEST_CASE("What outgrows the normal density has no moments") {
  const Analysis a =
      analysed({[](double x) { return std::exp(x * x); }, [](double x) { return 2 * x * std::exp(x * x); },
                [](double x) { return (2 + 4 * x * x) * std::exp(x * x); }});
  CHECK_FALSE(a.moments.mean.exists());
  CHECK_FALSE(a.moments.gain.exists());
  CHECK(a.plain.fixed.empty());
}

TEST_CASE("Rounding is not a turn: 1 - tanh^2 written out goes up and down by units in the last place") {
  const auto f = [](double x) { return 1 - std::tanh(x) * std::tanh(x); };
  const Analysis a = analysed({f, [=](double x) { return -2 * std::tanh(x) * f(x); },
                               [=](double x) { return f(x) * (6 * std::tanh(x) * std::tanh(x) - 2); }});
  CHECK(a.extrema.size() == 1);
  CHECK(a.inflections.size() == 2);
  CHECK_FALSE(a.endless);
}

TEST_CASE("A function that is nowhere a number has an analysis without figures") {
  const Analysis a = analysed({[](double) { return NAN; }, [](double) { return NAN; }, [](double) { return NAN; }});
  REQUIRE(a.undefined.size() == 1);
  CHECK(a.range.empty());
  CHECK(a.extrema.empty());
  CHECK_FALSE(a.left.limit.exists());
  CHECK_FALSE(a.lipschitz.exists());
  CHECK_FALSE(a.moments.mean.exists());
}

TEST_CASE("A constant is even, smooth and saturated") {
  const Analysis a =
      analysed({[](double x) { return x == x ? 3.0 : x; }, [](double) { return 0.0; }, [](double) { return 0.0; }});
  CHECK(a.monotonicity == Monotonicity::constant);
  CHECK(a.symmetry.kind == Kind::even);
  CHECK(a.lipschitz.number == 0);
  REQUIRE(a.range.size() == 1);
  CHECK(a.range[0].from == 3);
  CHECK(a.range[0].to == 3);
  CHECK(near(a.moments.variance.number, 0));
}

TEST_CASE("Where a number takes thousands of steps fewer numbers are looked at, and the figures say so") {
  // All of the shapes that took longest: waves, kinks, poles.
  const auto wave = [](double x) { return std::sin(37 * x); };
  const auto slope = [](double x) { return 37 * std::cos(37 * x); };
  const auto bend = [](double x) { return -37 * 37 * std::sin(37 * x); };
  std::vector<double> told;
  for (int i = -600; i <= 600; ++i) told.push_back(i / 16.0);
  const auto saw = [](double x) { return 16 * x - std::floor(16 * x); };
  const auto pole = [](double x) { return 1 / std::sin(9 * x); };
  const auto pole_slope = [](double x) { return -9 * std::cos(9 * x) / std::pow(std::sin(9 * x), 2); };
  const auto zero = [](double) { return 0.0; };
  Shape shapes[] = {{wave, slope, bend}, {saw, [](double) { return 16.0; }, zero, told}, {pole, pole_slope, pole}};
  for (Shape& shape : shapes) {
    shape.steps = 5000;
    (void)analysed(shape);
    CHECK(shape.work() < 2e8);
  }
  Shape short_wave(wave, slope, bend);
  short_wave.steps = 3;
  const Analysis a = analysed(short_wave);
  const Analysis b = analysed(shapes[0]);
  CHECK(a.moments.second.sure.tolerance < 1e-10);
  CHECK(a.plain.searched);
  CHECK_FALSE(b.plain.searched);
  CHECK(near(b.moments.second.number, 0.5, b.moments.second.sure.tolerance));
}
