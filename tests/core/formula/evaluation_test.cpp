#include "typed.hpp"

#include <activation/curve.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

using activation::Curve;
using activation::Status;
using typed::at;
using typed::Formula;
using typed::Quantity;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan_number = std::numeric_limits<double>::quiet_NaN();

/// f, f' and f'' in long double.
struct Long {
  long double v, g, h;
};
Long operator+(Long a, Long b) { return {a.v + b.v, a.g + b.g, a.h + b.h}; }
Long operator-(Long a, Long b) { return {a.v - b.v, a.g - b.g, a.h - b.h}; }
Long operator*(Long a, Long b) { return {a.v * b.v, a.g * b.v + a.v * b.g, a.h * b.v + 2 * a.g * b.g + a.v * b.h}; }
Long chained(Long u, long double f, long double f1, long double f2) { return {f, f1 * u.g, f2 * u.g * u.g + f1 * u.h}; }
Long inverse(Long u) { return chained(u, 1 / u.v, -1 / (u.v * u.v), 2 / (u.v * u.v * u.v)); }
Long exp(Long u) { return chained(u, std::exp(u.v), std::exp(u.v), std::exp(u.v)); }
Long log(Long u) { return chained(u, std::log(u.v), 1 / u.v, -1 / (u.v * u.v)); }
Long sin(Long u) { return chained(u, std::sin(u.v), std::cos(u.v), -std::sin(u.v)); }
Long cos(Long u) { return chained(u, std::cos(u.v), -std::sin(u.v), -std::cos(u.v)); }
Long sqrt(Long u) {
  const long double y = std::sqrt(u.v);
  return chained(u, y, 0.5L / y, -0.25L / (y * u.v));
}
Long tanh(Long u) {
  const long double y = std::tanh(u.v);
  return chained(u, y, 1 - y * y, -2 * y * (1 - y * y));
}
Long erf(Long u) {
  const long double slope = 2 / std::sqrt(std::acos(-1.0L)) * std::exp(-u.v * u.v);
  return chained(u, std::erf(u.v), slope, -2 * u.v * slope);
}
Long asinh(Long u) {
  const long double root = std::sqrt(1 + u.v * u.v);
  return chained(u, std::asinh(u.v), 1 / root, -u.v / (root * root * root));
}
Long number(long double c) { return {c, 0, 0}; }

struct Case {
  const char* text;
  Long (*exact)(Long x);
};

const Case cases[] = {
    {"x^3 - 2x^2 + 5", [](Long x) { return x * x * x - number(2) * x * x + number(5); }},
    {"x * tanh(ln(1+exp(x)))", [](Long x) { return x * tanh(log(number(1) + exp(x))); }},
    {"sin(x)^2 / (1 + x^4)", [](Long x) { return sin(x) * sin(x) * inverse(number(1) + x * x * x * x); }},
    {"exp(-x^2/2) * cos(5x)", [](Long x) { return exp(number(-0.5L) * x * x) * cos(number(5) * x); }},
    {"sqrt(1 + x^2) - 1", [](Long x) { return sqrt(number(1) + x * x) - number(1); }},
    {"asinh(3x) + erf(x)", [](Long x) { return asinh(number(3) * x) + erf(x); }},
    {"(2 + sin(x))^x", [](Long x) { return exp(x * log(number(2) + sin(x))); }},
    {"(x^2 + 1)^2.5", [](Long x) { return exp(number(2.5L) * log(x * x + number(1))); }},
    {"3^(x/2)", [](Long x) { return exp(x * number(0.5L) * log(number(3))); }},
    {"2^x", [](Long x) { return exp(x * log(number(2))); }},
    {"log2(x^2+2)", [](Long x) { return log(x * x + number(2)) * inverse(log(number(2))); }},
    {"log10(x^2+2)", [](Long x) { return log(x * x + number(2)) * inverse(log(number(10))); }},
    {"tan(x/4)", [](Long x) { return sin(x * number(0.25L)) * inverse(cos(x * number(0.25L))); }},
    {"sinh(x) - x cosh(x)",
     [](Long x) {
       const Long up = exp(x), down = exp(number(0) - x);
       return number(0.5L) * (up - down) - x * number(0.5L) * (up + down);
     }},
    {"1 - tanh(x)^2", [](Long x) { return number(1) - tanh(x) * tanh(x); }},
    {"x^-2 + 1/(x^2+1)", [](Long x) { return inverse(x * x) + inverse(x * x + number(1)); }},
    {"cbrt(x^2+1)", [](Long x) { return exp(log(x * x + number(1)) * inverse(number(3))); }},
};

bool is_close(double y, long double exact, long double scale) {
  return std::fabs(static_cast<long double>(y) - exact) <= 1e-13L * (std::fabs(exact) + scale);
}

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0 || (std::isnan(a) && std::isnan(b)); }

}  // namespace

TEST_CASE("values, gradients and curvatures are those of jets in long double") {
  for (const Case& one : cases) {
    const auto f = typed::formula(one.text);
    for (int k = -50; k <= 50; ++k) {
      const double x = k * 0.0803 + 0.013;
      CAPTURE(one.text, x);
      const Long exact = one.exact({x, 1, 0});
      const typed::Result y = at(*f, x);
      const long double scale = std::fabs(exact.v) + std::fabs(exact.g) + std::fabs(exact.h);
      CHECK(is_close(y.value, exact.v, scale * 0.01L));
      CHECK(is_close(y.gradient, exact.g, scale));
      CHECK(is_close(y.curvature, exact.h, scale));
    }
  }
}

TEST_CASE("a block of any length gives the bits of single numbers, in place too") {
  for (const char* text : {"x*tanh(ln(1+exp(x)))", "x > 0 ? x : a*(exp(x) - 1)", "max(0, x)^2 - |x - 1|/x",
                           "tanh(exp(x)) + x^x", "elu(x, alpha=a) + floor(x)", "1/exp(1000x) + sqrt(x)"}) {
    const auto f = typed::formula(text);
    const std::vector<double> parameters(f->parameters().size(), 0.75);
    std::vector<double> numbers(300);
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = std::sinh((static_cast<double>(i) - 150) / 20);
    numbers[7] = nan_number;
    numbers[11] = infinity;
    numbers[12] = 0;
    for (std::size_t n = 1; n <= numbers.size(); ++n) {
      std::vector<double> v(n), g(n), h(n);
      const std::span<const double> x(numbers.data(), n);
      REQUIRE(f->evaluate(x, v, g, h, parameters) == Status::ok);
      std::vector<double> place(x.begin(), x.end());
      REQUIRE(f->evaluate(Quantity::value, std::span<const double>(place), std::span<double>(place), parameters) ==
              Status::ok);
      const std::size_t i = (n * 7) % n == 0 ? n - 1 : (n * 7) % n;
      CAPTURE(text, n, x[i]);
      const typed::Result alone = at(*f, x[i], parameters);
      REQUIRE(same_bits(v[i], alone.value));
      REQUIRE(same_bits(g[i], alone.gradient));
      REQUIRE(same_bits(h[i], alone.curvature));
      REQUIRE(same_bits(place[i], v[i]));
    }
  }
}

TEST_CASE("derivatives are finite where the truth is, whatever overflows inside or in the other branch") {
  CHECK(at("tanh(exp(x))", 800).gradient == 0);
  CHECK(at("tanh(exp(x))", 800).curvature == 0);
  CHECK(at("1/exp(x)", 800).gradient == 0);
  CHECK(at("x > 0 ? x : exp(1/x)", 2).gradient == 1);
  CHECK(at("where(x > 0, sqrt(x), 0)", -1).gradient == 0);
  CHECK(at("where(x > 0, sqrt(x), x)", 0).gradient == 1);
  CHECK(at("sqrt(1+x^2)-1", 1e200).value == 1e200);
  CHECK(at("sqrt(1+x^2)-1", 1e-8).value == Approx(5e-17).epsilon(1e-14));
  CHECK(at("exp(x)-1", 1e-20).value == 1e-20);
  CHECK(at("ln(1+x)", 1e-20).value == 1e-20);
  CHECK(at("1-erf(x)", 20).value > 0);
  CHECK(at("1-tanh(x)^2", 100).value == Approx(4 * std::exp(-200.0)));
}

TEST_CASE("the conventions at corners hold") {
  CHECK(at("max(0, x)", 0).gradient == 0);
  CHECK(at("min(max(x, 0), 1)", 1).gradient == 0);
  CHECK(at("clip(x, -1, 1)", -1).gradient == 0);
  CHECK(at("max(2x, x)", 0).gradient == 1);
  CHECK(at("|x|", 0).gradient == 0);
  CHECK(at("sign(x)", 0).value == 0);
  CHECK(at("floor(x)", 2).gradient == 0);
  CHECK(at("x > 0 ? x : 0.1x", 0).gradient == 0.1);
  CHECK(at("(x > 0) * x", 2).gradient == 1);
  CHECK(at("not (x > 0 and x < 1)", 0.5).value == 0);
  CHECK(at("x > 0 || x < -1", -2).value == 1);
  CHECK(at("floor(x)", -0.5).value == -1);
  CHECK(at("ceil(x)", 0.5).value == 1);
  CHECK(at("floor(x)", 0x1p51 + 0.5).value == 0x1p51);
  CHECK(std::isnan(at("max(0, x)", nan_number).value));
  CHECK(std::isnan(at("floor(x)", nan_number).gradient));
  CHECK(std::isnan(at("sqrt(x)", -1).gradient));
  CHECK(at("x > 0 ? 1 : 2", nan_number).value == 2);
}

TEST_CASE("zeros have the sign of what is typed, or of the exact function where that is more exact") {
  struct Row {
    const char* text;
    double at_zero, at_minus_zero;
  };
  constexpr Row rows[] = {
      {"1 / -(x - x)", -infinity, -infinity},
      {"1 / -(x - 0)", -infinity, infinity},
      {"1 / (0 - x)", infinity, infinity},
      {"1 / (-0 * x)", -infinity, infinity},
      {"1 / (x * -x)", -infinity, -infinity},
      {"1 / (3x * -1)", -infinity, infinity},
      {"1 / --x", infinity, -infinity},
      {"1 / (x * (1 / -3))", -infinity, infinity},
      {"1 / (1 - exp(x))", -infinity, infinity},
      {"1 / log(1 - x)", -infinity, infinity},
      {"1 / (exp(-x) - exp(x))", -infinity, infinity},
      {"1 / log(1 - (x - x))", infinity, infinity},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(at(row.text, 0.0).value == row.at_zero);
    CHECK(at(row.text, -0.0).value == row.at_minus_zero);
  }
}

TEST_CASE("parameters of activations may be out of limits, or depend on x") {
  CHECK(at("elu(x, alpha=x)", -1).value == Approx(-std::expm1(-1.0)));
  CHECK(at("elu(x, alpha=x)", -1).gradient == Approx(std::expm1(-1.0) - std::exp(-1.0)));
  CHECK(at("elu(x, alpha=a)", -1, {-2}).value == Approx(-2 * std::expm1(-1.0)));
  CHECK(at("elu(x, alpha=a)", -1, {0.5}).value == Approx(0.5 * std::expm1(-1.0)));
}

TEST_CASE("wrong arguments are refused by their status") {
  const auto f = typed::formula("a x + b");
  std::vector<double> x(3), y(2);
  const std::span<const double> in(x);
  CHECK(f->evaluate(Quantity::value, in, std::span<double>(y), std::vector<double>{1, 2}) == Status::bad_argument);
  y.resize(3);
  CHECK(f->evaluate(Quantity::value, in, std::span<double>(y), std::vector<double>{1}) == Status::bad_parameter);
  CHECK(f->evaluate(Quantity::value, in, std::span<double>(y), std::vector<double>{1, infinity}) ==
        Status::bad_parameter);
  CHECK(f->evaluate(Quantity::value, in, std::span<double>(y), std::vector<double>{1, 2}) == Status::ok);
}

TEST_CASE("float32 results are float64 results rounded once, of rounded parameters") {
  const auto f = typed::formula("a tanh(x)");
  const std::vector<float> x{0.3f, -2.5f, 40.0f};
  std::vector<float> y(3);
  REQUIRE(f->evaluate(Quantity::value, std::span<const float>(x), std::span<float>(y), std::vector<double>{0.1}) ==
          Status::ok);
  for (std::size_t i = 0; i < x.size(); ++i) {
    CHECK(y[i] == static_cast<float>(at(*f, static_cast<double>(x[i]), {static_cast<double>(0.1f)}).value));
  }
}

TEST_CASE("kinks are the doubles at which something changes") {
  const auto kinks = [](const char* text, double from, double to, const std::vector<double>& parameters = {}) {
    return typed::formula(text)->kinks(from, to, parameters);
  };
  using Places = std::vector<double>;
  CHECK(kinks("x > 0 ? x : 0.1x", -10, 10) == Places{0});
  CHECK(kinks("x >= 1 ? 1 : 0", -10, 10) == Places{1});
  CHECK(kinks("|x - 0.1|", -10, 10) == Places{0.1});
  CHECK(kinks("min(x^2, 2)", 0, 10) == Places{0x1.6a09e667f3bcdp+0});
  CHECK(kinks("relu6(2x)", -10, 10) == Places{0, 3});
  CHECK(kinks("hardshrink(x, lambd=a)", -10, 10, {0.3}) == Places{-0.3, 0.3});
  CHECK(kinks("0 < x < 1 ? 1 : 0", -10, 10) == Places{0, 1});
  CHECK(kinks("x == 0.7 ? 1 : 0", -10, 10) == Places{0.7});
  CHECK(kinks("floor(x)", -2.5, 2.5) == Places{-2, -1, 0, 1, 2});
  CHECK(kinks("1/(x-3)", -10, 10) == Places{3});
  CHECK(kinks("|x^2 - 1e-12|", -10, 10).size() == 2);
  CHECK(kinks("|(x - 0.1234)^2 - 1e-16|", -10, 10).size() == 2);
  CHECK(kinks("1/(1+exp(-x)) + x^2", -10, 10).empty());
  CHECK(kinks("|x - 1e-300|", -10, 10) == Places{1e-300});
  CHECK(kinks("|x|", 1, 10).empty());
  CHECK(kinks("floor(1000x)", -1e6, 1e6).size() == 512);
  const Places many = typed::formula("sign(sin(x))")->kinks(-1e9, 1e9, {}, 100);
  CHECK(many.size() == 100);
  CHECK(std::is_sorted(many.begin(), many.end()));
}

TEST_CASE("the curve of a formula has gaps where it jumps, and samples at its corners") {
  Curve curve;
  REQUIRE(curve.sample(*typed::formula("x > 0.3 ? 1 : |x + 1|"), -3, 3, 61, {}) == Status::ok);
  const auto place = std::find(curve.x().begin(), curve.x().end(), 0.3) - curve.x().begin();
  REQUIRE(place < static_cast<std::ptrdiff_t>(curve.x().size()));
  const auto i = static_cast<std::size_t>(place);
  CHECK(std::isnan(curve.value()[i]));
  CHECK(curve.x()[i - 1] == std::nextafter(0.3, 0.0));
  CHECK(curve.x()[i + 1] == std::nextafter(0.3, 1.0));
  const auto corner = std::find(curve.x().begin(), curve.x().end(), -1.0) - curve.x().begin();
  CHECK(curve.value()[static_cast<std::size_t>(corner)] == 0);
  CHECK(std::isnan(curve.gradient()[static_cast<std::size_t>(corner)]));
  REQUIRE(curve.sample(*typed::formula("log(x)"), -1, 1, 21, {}) == Status::ok);
  CHECK(std::isnan(curve.value()[0]));
  CHECK(std::isnan(curve.gradient()[0]));
  CHECK(curve.sample(*typed::formula("a x"), -1, 1, 21, {}) == Status::bad_parameter);
  CHECK(curve.sample(*typed::formula("x"), 1, -1, 21, {}) == Status::bad_argument);
}

TEST_CASE("a formula of the utmost length is evaluated in bounded memory") {
  std::string text = "x";
  for (int i = 0; text.size() + 8 < Formula::most_characters; ++i) text += "+|x-" + std::to_string(i % 97) + "|";
  const auto f = typed::formula(text);
  CHECK(std::isfinite(at(*f, 0.5).value));
  CHECK(f->kinks(-100, 100, {}).size() == 97);
}
