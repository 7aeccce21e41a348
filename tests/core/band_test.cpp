#include <activation/curve.hpp>

#include "catch.hpp"
#include "golden.hpp"
#include "registry.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

using activation::Curve;
using activation::Info;
using activation::Quantity;
using activation::Status;

namespace {

constexpr double most = std::numeric_limits<double>::max();

struct Extent {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void include(double y) {
    low = std::min(low, y);
    high = std::max(high, y);
  }
};

std::span<const double> column(const Curve& curve, Quantity quantity) {
  if (quantity == Quantity::value) return curve.value();
  return quantity == Quantity::gradient ? curve.gradient() : curve.curvature();
}

/// What a chart of so many pixel columns shows in each: by the samples alone, without the lines between them.
std::vector<Extent> pixels(const Curve& curve, Quantity quantity, std::size_t count) {
  std::vector<Extent> extents(count);
  const auto x = curve.x();
  const double width = x.back() / static_cast<double>(count) - x.front() / static_cast<double>(count);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto place = static_cast<std::size_t>(x[i] / width - x.front() / width);
    extents[std::min(place, count - 1)].include(column(curve, quantity)[i]);
  }
  return extents;
}

bool strictly_increasing(std::span<const double> x) {
  return std::adjacent_find(x.begin(), x.end(), [](double a, double b) { return !(a < b); }) == x.end();
}

template <class Check>
void for_each_periodic(const Check& check) {
  for (const Info& info : activation::catalog()) {
    if (info.period.length > 0) {
      DYNAMIC_SECTION(info.id) { check(activation::find(info.id), info); }
    }
  }
}

constexpr Quantity quantities[] = {Quantity::value, Quantity::gradient, Quantity::curvature};

}  // namespace

TEST_CASE("a sine that no samples can follow fills every pixel from -1 to 1") {
  Curve curve;
  const std::size_t sine = activation::find("sin");
  for (const double width : {1e6, 1e9, 1e12}) {
    REQUIRE(curve.sample(sine, -width, width, 200, {}) == Status::ok);
    CHECK(strictly_increasing(curve.x()));
    for (const Quantity quantity : quantities) {
      for (const Extent& extent : pixels(curve, quantity, 200)) {
        CAPTURE(width, static_cast<int>(quantity));
        CHECK(extent.high > 0.995);
        CHECK(extent.low < -0.995);
      }
    }
  }
}

TEST_CASE("the band reaches what a periodic function reaches between two even samples") {
  Curve curve;
  for_each_periodic([&](std::size_t function, const Info& info) {
    std::vector<double> parameters = golden::standard_parameters(info);
    for (const double factor : {0.1, 1.0, 10.0}) {
      if (info.period.parameter >= 0) {
        parameters[static_cast<std::size_t>(info.period.parameter)] = factor;
      } else if (factor != 1) {
        continue;
      }
      const double period = info.period.at(parameters);
      for (const double periods : {0.51, 0.9, 1.0, 1.7, 40.0, 1e5}) {
        const double from = 1 + 17 * period;
        const double to = from + 99 * periods * period;
        REQUIRE(curve.sample(function, from, to, 100, parameters) == Status::ok);
        for (const Quantity quantity : quantities) {
          const auto loop = activation::registry()[function].loops[static_cast<std::size_t>(quantity)];
          const auto at = [&](double x) {
            double y = 0;
            loop(&x, &y, 1, parameters.data());
            return y;
          };
          const auto x = curve.x();
          const auto y = column(curve, quantity);
          const double height = *std::max_element(y.begin(), y.end()) - *std::min_element(y.begin(), y.end());
          double worst = 0;
          for (int i = 0; i < 99; ++i) {
            const double left = from + i * (to - from) / 99;
            const double right = from + (i + 1) * (to - from) / 99;
            Extent drawn;
            for (auto k = std::lower_bound(x.begin(), x.end(), left * (1 - 1e-14)) - x.begin();
                 k < static_cast<long>(x.size()) && x[static_cast<std::size_t>(k)] <= right * (1 + 1e-14); ++k) {
              drawn.include(y[static_cast<std::size_t>(k)]);
            }
            Extent truth;
            const double span = std::min(right - left, period);
            for (int k = 0; k <= 500; ++k) truth.include(at(left + span * (k / 500.0)));
            worst = std::max({worst, truth.high - drawn.high, drawn.low - truth.low});
          }
          CAPTURE(factor, periods, static_cast<int>(quantity));
          CHECK(worst <= height / 300);
        }
      }
    }
  });
}

TEST_CASE("bands of any width keep their samples in order, finite and true") {
  struct Range {
    double from;
    double to;
  };
  Curve curve;  // one for all, so that columns move
  for_each_periodic([&](std::size_t function, const Info& info) {
    for (const double a : {1e-6, 1.0, 1e6}) {
      std::vector<double> parameters = golden::standard_parameters(info);
      if (info.period.parameter >= 0) parameters[static_cast<std::size_t>(info.period.parameter)] = a;
      for (const Range range : {Range{-1e6, 1e6},
                                {-10, 10},
                                {-50, 1e9},
                                {0, 1e15},
                                {1e15, 1e15 + 10},
                                {1e15, 1e15 + 1000},
                                {-1e15, 1e15 + 1},
                                {1e17, 1e17 + 64},
                                {-1e17 - 4096, -1e17},
                                {-1e17, 1e18},
                                {0x1p60 - 0x1p20, 0x1p60 + 0x1p20},
                                {-1e300, 1e300},
                                {-most, most}}) {
        for (const std::size_t points : {2U, 3U, 64U, 1000U}) {
          CAPTURE(a, range.from, range.to, points);
          REQUIRE(curve.sample(function, range.from, range.to, points, parameters) == Status::ok);
          const auto x = curve.x();
          CHECK(x.front() == range.from);
          CHECK(x.back() == range.to);
          CHECK(strictly_increasing(x));
          CHECK(x.size() <= 7 * (points + 2) + std::max<std::size_t>(8 * points, 64));
          for (const Quantity quantity : quantities) {
            std::vector<double> y(x.size());
            activation::registry()[function].loops[static_cast<std::size_t>(quantity)](x.data(), y.data(), x.size(),
                                                                                       parameters.data());
            const auto samples = column(curve, quantity);
            CHECK(std::equal(y.begin(), y.end(), samples.begin(), samples.end()));  // no NaN either
          }
        }
      }
    }
  });
}

TEST_CASE("where doubles are coarser than its period, a sine is a band too") {
  // 31 sines of any numbers reach further than this nearly always.
  Curve curve;
  REQUIRE(curve.sample(activation::find("sin"), 1e20, 2e20, 200, {}) == Status::ok);
  for (const Extent& extent : pixels(curve, Quantity::value, 100)) CHECK((extent.high > 0.75 && extent.low < -0.75));
}

TEST_CASE("a few samples over a few periods are a wave, not a band of the first") {
  Curve curve;
  REQUIRE(curve.sample(activation::find("sin"), -10, 10, 2, {}) == Status::ok);
  for (double x = -10; x < 10; x += 0.01) {
    const auto xs = curve.x();
    const auto right = static_cast<std::size_t>(std::lower_bound(xs.begin() + 1, xs.end() - 1, x) - xs.begin());
    const double share = (x - xs[right - 1]) / (xs[right] - xs[right - 1]);
    const double drawn = curve.value()[right - 1] + share * (curve.value()[right] - curve.value()[right - 1]);
    CAPTURE(x);
    REQUIRE(std::fabs(drawn - std::sin(x)) < 0.05);
  }
}

TEST_CASE("waves go over into the band without a gap between them") {
  // Around half a period per even interval: what is drawn stays near the curve on both sides of the change.
  Curve curve;
  const std::size_t sine = activation::find("sin");
  for (const double share : {0.3, 0.4, 0.49, 0.499, 0.501, 0.51, 0.6, 0.8}) {
    const double to = 0.3 + 199 * share * 6.283185307179586;
    REQUIRE(curve.sample(sine, 0.3, to, 200, {}) == Status::ok);
    double worst = 0;
    for (int i = 0; i <= 20000; ++i) {
      const double x = 0.3 + (to - 0.3) * (i / 20000.0);
      const auto xs = curve.x();
      const auto right = static_cast<std::size_t>(std::lower_bound(xs.begin() + 1, xs.end() - 1, x) - xs.begin());
      const double part = (x - xs[right - 1]) / (xs[right] - xs[right - 1]);
      const double drawn = curve.value()[right - 1] + part * (curve.value()[right] - curve.value()[right - 1]);
      worst = std::max(worst, std::fabs(drawn - std::sin(x)));
    }
    CAPTURE(share, curve.x().size());
    CHECK(worst < 0.1);
  }
}
