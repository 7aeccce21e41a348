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
constexpr double least = std::numeric_limits<double>::denorm_min();

std::vector<double> parameters_of(std::string_view id) {
  return golden::standard_parameters(activation::catalog()[activation::find(id)]);
}

void sample(Curve& curve, std::string_view id, double from, double to, std::size_t points,
            const std::vector<double>& parameters) {
  REQUIRE(curve.sample(activation::find(id), from, to, points, parameters) == Status::ok);
}

void sample(Curve& curve, std::string_view id, double from, double to, std::size_t points) {
  sample(curve, id, from, to, points, parameters_of(id));
}

std::span<const double> column(const Curve& curve, Quantity quantity) {
  if (quantity == Quantity::value) return curve.value();
  return quantity == Quantity::gradient ? curve.gradient() : curve.curvature();
}

bool strictly_increasing(std::span<const double> x) {
  return std::adjacent_find(x.begin(), x.end(), [](double a, double b) { return !(a < b); }) == x.end();
}

std::size_t index_of(const Curve& curve, double x) {
  const auto place = std::find(curve.x().begin(), curve.x().end(), x);
  REQUIRE(place != curve.x().end());
  return static_cast<std::size_t>(place - curve.x().begin());
}

/// The value that a chart shows at x: on the straight line between the samples around it.
double drawn(const Curve& curve, Quantity quantity, double x) {
  const auto xs = curve.x();
  const auto ys = column(curve, quantity);
  const auto right = static_cast<std::size_t>(std::lower_bound(xs.begin() + 1, xs.end() - 1, x) - xs.begin());
  const double share = (x - xs[right - 1]) / (xs[right] - xs[right - 1]);
  return ys[right - 1] + share * (ys[right] - ys[right - 1]);
}

/// No curve has more: the even samples, 0, three at every kink, and for a budget of bends; a periodic function has one
/// more before the end, then up to six between each, and a larger budget.
std::size_t most_samples(const Info& info, std::size_t points) {
  const std::size_t fixed = points + 1 + 3 * info.kinks.size();
  return info.period.length > 0 ? 7 * (fixed + 1) + std::max<std::size_t>(8 * points, 64)
                                : fixed + std::max<std::size_t>(3 * points, 64);
}

/// How many gaps a column has that are not at a kink where it jumps.
long gaps_elsewhere(const Curve& curve, Quantity quantity, const Info& info) {
  const std::vector<double> parameters = golden::standard_parameters(info);
  const auto loop = activation::registry()[activation::find(info.id)].loops[static_cast<std::size_t>(quantity)];
  const auto jumps = [&](double x) {
    const double sides[] = {std::nextafter(x, -most), std::nextafter(x, most)};
    double y[2];
    loop(sides, y, 2, parameters.data());
    return y[0] != y[1];
  };
  long count = 0;
  for (std::size_t i = 0; i < curve.x().size(); ++i) {
    const double x = curve.x()[i];
    const bool kink = std::any_of(info.kinks.begin(), info.kinks.end(),
                                  [&](const activation::Kink& one) { return one.at(parameters) == x; });
    if (std::isnan(column(curve, quantity)[i]) && !(kink && jumps(x))) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("the even samples are those of linspace") {
  Curve curve;
  sample(curve, "linear", 1, 5, 200);
  REQUIRE(curve.x().size() == 200);
  const double step = 4.0 / 199;
  for (std::size_t i = 0; i < 199; ++i) REQUIRE(curve.x()[i] == static_cast<double>(i) * step + 1);
  CHECK(curve.x()[199] == 5);

  sample(curve, "gelu", -7.3, 2.9, 50);
  for (std::size_t i = 0; i < 50; ++i) {
    const double x = i == 49 ? 2.9 : static_cast<double>(i) * ((2.9 - -7.3) / 49) + -7.3;
    CHECK(std::binary_search(curve.x().begin(), curve.x().end(), x));
  }
}

TEST_CASE("every sample of every curve is what evaluate() gives, or a gap at a kink") {
  for (const Info& info : activation::catalog()) {
    const std::size_t function = activation::find(info.id);
    if (activation::is_vector_function(function)) continue;
    DYNAMIC_SECTION(info.id) {
      const std::vector<double> parameters = golden::standard_parameters(info);
      Curve curve;
      sample(curve, info.id, -6.5, 7, 77, parameters);
      for (const Quantity quantity : {Quantity::value, Quantity::gradient, Quantity::curvature}) {
        for (std::size_t i = 0; i < curve.x().size(); ++i) {
          const double x = curve.x()[i];
          const double y = column(curve, quantity)[i];
          if (std::isnan(y)) {
            CHECK(std::any_of(info.kinks.begin(), info.kinks.end(),
                              [&](const activation::Kink& kink) { return kink.at(parameters) == x; }));
          } else {
            CHECK(y == golden::evaluate(function, quantity, x, parameters));
          }
        }
      }
    }
  }
}

TEST_CASE("0 is a sample wherever it is inside, and once") {
  Curve curve;
  for (const std::size_t points : {2U, 100U, 101U}) {
    sample(curve, "linear", -5, 5, points);
    CHECK(index_of(curve, 0) == points / 2);
    CHECK(curve.x().size() == points + (points + 1) % 2);
  }
  sample(curve, "linear", 0, 5, 100);
  CHECK(curve.x().size() == 100);
  sample(curve, "linear", least, 5, 100);
  CHECK(curve.x()[0] == least);
  CHECK(curve.x().size() == 100);
}

TEST_CASE("a bump at 0 is found in a range of any width") {
  Curve curve;
  for (const double width : {1e3, 1e6, 1e12, 1e100, 1.7e308}) {
    for (const std::size_t points : {2U, 200U, 1000U}) {
      CAPTURE(width, points);
      sample(curve, "gaussian", -width, width / 2, points);
      CHECK(curve.value()[index_of(curve, 0)] == 1);
      CHECK(curve.curvature()[index_of(curve, 0)] == -2);
    }
  }
  sample(curve, "gaussian", -1e6, 1e6, 200);
  CHECK(std::count_if(curve.value().begin(), curve.value().end(), [](double y) { return y > 0.01; }) > 20);
}

TEST_CASE("a kink is three samples, and only what jumps there has a gap") {
  Curve curve;
  for (const std::size_t points : {200U, 201U}) {  // with an even sample at 0 and without
    sample(curve, "relu", -5, 5, points);
    const std::size_t i = index_of(curve, 0);
    CHECK(curve.x()[i - 1] == -least);
    CHECK(curve.x()[i + 1] == least);
    CHECK(curve.value()[i] == 0);
    CHECK(std::isnan(curve.gradient()[i]));
    CHECK(curve.gradient()[i - 1] == 0);
    CHECK(curve.gradient()[i + 1] == 1);
    CHECK(curve.curvature()[i] == 0);
    CHECK(curve.x().size() == (points == 201 ? 203U : 203U));
  }
}

TEST_CASE("the gaps of ELU depend on alpha, those of Leaky ReLU on the slope") {
  Curve curve;
  const auto gaps = [&](std::string_view id, double parameter) {
    sample(curve, id, -3, 3, 100, {parameter});
    const std::size_t i = index_of(curve, 0);
    return std::vector<bool>{std::isnan(curve.value()[i]), std::isnan(curve.gradient()[i]),
                             std::isnan(curve.curvature()[i])};
  };
  CHECK(gaps("elu", 1) == std::vector<bool>{false, false, true});
  CHECK(gaps("elu", 2) == std::vector<bool>{false, true, true});
  CHECK(gaps("elu", 0) == std::vector<bool>{false, true, false});
  CHECK(gaps("leaky_relu", 0.01) == std::vector<bool>{false, true, false});
  CHECK(gaps("leaky_relu", -1) == std::vector<bool>{false, true, false});
  CHECK(gaps("leaky_relu", 1) == std::vector<bool>{false, false, false});
  CHECK(gaps("leaky_relu", 1e6) == std::vector<bool>{false, true, false});
}

TEST_CASE("a kink at an end of the range stays inside it") {
  Curve curve;
  sample(curve, "relu", 0, 5, 10);
  CHECK(curve.x()[0] == 0);
  CHECK(curve.x()[1] == least);
  CHECK(std::isnan(curve.gradient()[0]));
  CHECK(curve.gradient()[1] == 1);
  sample(curve, "relu", -5, 0, 10);
  CHECK(curve.x().back() == 0);
  CHECK(std::isnan(curve.gradient().back()));
  CHECK(curve.x()[curve.x().size() - 2] == -least);
  sample(curve, "relu", 0.5, 5, 10);
  CHECK(curve.x().size() == 10);
}

TEST_CASE("extreme ranges are sampled like any other") {
  struct Range {
    double from;
    double to;
  };
  for (const Info& info : activation::catalog()) {
    DYNAMIC_SECTION(info.id) {
      for (const Range range : {Range{-most, most},
                                {-1.7e308, 1.7e308},
                                {1, 1 + 0x1p-52},
                                {1, 1 + 0x1p-49},
                                {0, least},
                                {-least, least},
                                {-1e-310, 1e-310},
                                {0, 1e-320},
                                {-1e-300, 1e300},
                                {1e15, 1e15 + 10},
                                {most * (1 - 0x1p-50), most},
                                {40, 41},
                                {-1000, 1000},
                                {-1e9, 1e9}}) {
        for (const std::size_t points : {2U, 3U, 200U}) {
          CAPTURE(range.from, range.to, points);
          Curve curve;
          sample(curve, info.id, range.from, range.to, points);
          CHECK(curve.x().front() == range.from);
          CHECK(curve.x().back() == range.to);
          CHECK(strictly_increasing(curve.x()));
          CHECK(curve.x().size() <= most_samples(info, points));
          for (const Quantity quantity : {Quantity::value, Quantity::gradient, Quantity::curvature}) {
            CAPTURE(static_cast<int>(quantity));
            CHECK(column(curve, quantity).size() == curve.x().size());
            CHECK(gaps_elsewhere(curve, quantity, info) == 0);
          }
        }
      }
    }
  }
}

TEST_CASE("a range that is too wide for a double is still sampled evenly") {
  Curve curve;
  sample(curve, "linear", -most, most, 100);
  REQUIRE(curve.x().size() == 101);
  CHECK(curve.x()[50] == 0);
  for (std::size_t i = 0; i < 100; ++i) {
    if (i == 49 || i == 50) continue;  // halves, beside 0
    CHECK(std::fabs((curve.x()[i + 1] - curve.x()[i]) / (most / 49.5) - 1) < 1e-12);
  }
}

TEST_CASE("a range of subnormal numbers whose step is less than the least is sampled") {
  Curve curve;
  sample(curve, "linear", 0, 50 * least, 201);
  CHECK(curve.x().size() == 51);
}

TEST_CASE("a range with few doubles has each of them once") {
  Curve curve;
  sample(curve, "tanh", 1, 1 + 0x1p-50, 200);
  CHECK(std::vector<double>(curve.x().begin(), curve.x().end()) ==
        std::vector<double>{1, 1 + 0x1p-52, 1 + 0x1p-51, 1 + 0x1.8p-51, 1 + 0x1p-50});
}

TEST_CASE("a straight line needs no more samples than were asked for") {
  Curve curve;
  for (const double width : {1e-3, 5.0, 1e6, 1e300}) {
    sample(curve, "linear", -width, width, 100);
    CHECK(curve.x().size() == 101);
  }
  sample(curve, "sigmoid", -5, 5, 401);
  CHECK(curve.x().size() == 401);
  sample(curve, "sigmoid", 40, 41, 100);  // 1 up to the last bits
  CHECK(curve.x().size() == 100);
}

TEST_CASE("curves are followed to 1/300 of their height however wide the range") {
  Curve curve;
  for (const Info& info : activation::catalog()) {
    const std::size_t function = activation::find(info.id);
    DYNAMIC_SECTION(info.id) {
      const std::vector<double> parameters = golden::standard_parameters(info);
      const double period = info.period.at(parameters);
      // Samples a quarter of a period apart are the fewest with which refinement gets there; band_test.cpp goes on.
      const double widest = period > 0 ? 199 / 2.01 * (period / 4) : most;
      for (const double wanted : {3.0, 10.0, 50.0, 1000.0, 1e6}) {
        const double width = std::min(wanted, widest);
        sample(curve, info.id, -width, width * 1.01, 200, parameters);
        for (const Quantity quantity : {Quantity::value, Quantity::gradient, Quantity::curvature}) {
          const auto loop = activation::registry()[function].loops[static_cast<std::size_t>(quantity)];
          const auto ys = column(curve, quantity);
          double low = std::numeric_limits<double>::infinity();
          double high = -low;
          for (const double y : ys) {
            if (y < low) low = y;
            if (y > high) high = y;
          }
          double worst = 0;
          double where = 0;
          for (int i = -4000; i <= 4000; ++i) {
            const double near = 0.0025 * i + 0.0003;  // +-10, where things happen
            if (std::fabs(near) > width) continue;
            double y = 0;
            loop(&near, &y, 1, parameters.data());
            const double error = std::fabs(drawn(curve, quantity, near) - y);
            if (error > worst) {
              worst = error;
              where = near;
            }
          }
          CAPTURE(width, static_cast<int>(quantity), where);
          CHECK(worst <= (high - low) / 300);
        }
      }
    }
  }
}

TEST_CASE("without refinement the sigmoid over [-1000, 1000] would be missed by far") {
  // Guards the test above: at 200 even samples the chord over the middle is off by a third of the height.
  const double right = 1000.0 / 199;
  const double chord = 0.5 + (golden::evaluate(activation::find("sigmoid"), Quantity::value, right, {}) - 0.5) * 0.2;
  CHECK(std::fabs(chord - golden::evaluate(activation::find("sigmoid"), Quantity::value, 0.2 * right, {})) > 0.1);
}

TEST_CASE("the slice of softmax is its first output against its first logit") {
  Curve curve;
  const std::size_t softmax = activation::find("softmax");
  for (const double temperature : {0.5, 1.0, 3.0}) {
    sample(curve, "softmax", -4, 4, 33, {temperature});
    const double total = std::exp(1 / temperature) + std::exp(0.1 / temperature);
    for (std::size_t i = 0; i < curve.x().size(); ++i) {
      const double own = std::exp(curve.x()[i] / temperature);
      const double y = own / (own + total);
      CHECK(std::fabs(curve.value()[i] - y) < 1e-15);
      CHECK(std::fabs(curve.gradient()[i] - y * (1 - y) / temperature) < 1e-15 / temperature);
      CHECK(std::fabs(curve.curvature()[i] - y * (1 - y) * (1 - 2 * y) / temperature / temperature) <
            2e-15 / temperature / temperature);
    }
  }
  CHECK(activation::is_vector_function(softmax));
}

TEST_CASE("a curve is reused from call to call and emptied by an error") {
  Curve curve;
  sample(curve, "gelu", -5, 5, 1000);
  const double* storage = curve.x().data();
  sample(curve, "tanh", -5, 5, 501);
  CHECK(curve.x().data() == storage);
  CHECK(curve.x().size() == 501);
  const std::size_t tanh = activation::find("tanh");
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  const double alpha[] = {1};
  CHECK(curve.sample(99, -1, 1, 10, {}) == Status::unknown_function);
  CHECK(curve.x().empty());
  CHECK(curve.curvature().empty());
  CHECK(curve.sample(tanh, 1, 1, 10, {}) == Status::bad_argument);
  CHECK(curve.sample(tanh, 2, 1, 10, {}) == Status::bad_argument);
  CHECK(curve.sample(tanh, nan, 1, 10, {}) == Status::bad_argument);
  CHECK(curve.sample(tanh, 0, nan, 10, {}) == Status::bad_argument);
  CHECK(curve.sample(tanh, 0, infinity, 10, {}) == Status::bad_argument);
  CHECK(curve.sample(tanh, -infinity, 0, 10, {}) == Status::bad_argument);
  CHECK(curve.sample(tanh, 0, 1, 1, {}) == Status::bad_argument);
  CHECK(curve.sample(tanh, 0, 1, 0, {}) == Status::bad_argument);
  CHECK(curve.sample(tanh, 0, 1, Curve::most_points + 1, {}) == Status::too_large);
  CHECK(curve.sample(tanh, 0, 1, 10, alpha) == Status::bad_parameter);
  CHECK(curve.sample(tanh, 0, 1, 10, {}) == Status::ok);
  CHECK(curve.x().size() >= 10);
}

TEST_CASE("the largest number of points is sampled") {
  Curve curve;
  sample(curve, "relu", -1, 1, Curve::most_points);
  CHECK(curve.x().size() >= Curve::most_points);
  CHECK(strictly_increasing(curve.x()));
}
