#include "../catch.hpp"
#include "../golden.hpp"
#include "math/arctan.hpp"
#include "math/error_function.hpp"
#include "math/hyperbolic.hpp"
#include "math/inverse_trig.hpp"
#include "math/packs.hpp"

#include <cmath>
#include <cstdlib>
#include <functional>
#include <limits>
#include <map>
#include <string>

namespace math = activation::math;
using math::Double2;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A function of one number, or of two, alone and beside other numbers in a pair, and the error in ulps that its comment
/// promises. Vectors stay inside: Emscripten's exceptions pass arguments through JavaScript, which has none.
struct Tested {
  std::function<double(double, double)> alone;
  std::function<double(double, double)> paired;
  double bound;
};

/// f of the pair (other, x): its second number.
template <class F>
double in_pair(F f, double other, double x) {
  const double from[2] = {other, x};
  double to[2];
  math::store(to, f(math::pair(from)));
  return to[1];
}

template <class F>
Tested tested(F f, double bound) {
  return {[f](double x, double) { return f(x); }, [f](double x, double other) { return in_pair(f, other, x); }, bound};
}

const std::map<std::string, Tested> functions = {
    {"exp2", tested([](auto x) { return math::exp2(x); }, 0.8)},
    {"expm1", tested([](auto x) { return math::expm1(x); }, 0.55)},
    {"log", tested([](auto x) { return math::log(x); }, 0.52)},
    {"log2", tested([](auto x) { return math::log2(x); }, 0.52)},
    {"log10", tested([](auto x) { return math::log10(x); }, 0.52)},
    {"log1p", tested([](auto x) { return math::log1p(x); }, 0.52)},
    {"cbrt", tested([](auto x) { return math::cbrt(x); }, 0.54)},
    {"tan", tested([](auto x) { return math::tan(x); }, 0.53)},
    {"asin", tested([](auto x) { return math::asin(x); }, 0.53)},
    {"acos", tested([](auto x) { return math::acos(x); }, 0.53)},
    {"sinh", tested([](auto x) { return math::sinh(x); }, 0.56)},
    {"cosh", tested([](auto x) { return math::cosh(x); }, 0.55)},
    {"asinh", tested([](auto x) { return math::asinh(x); }, 0.56)},
    {"acosh", tested([](auto x) { return math::acosh(x); }, 0.56)},
    {"atanh", tested([](auto x) { return math::atanh(x); }, 0.56)},
    {"erf", tested([](auto x) { return math::erf(x); }, 0.75)},
    {"erfc", tested([](auto x) { return math::erfc(x); }, 0.8)},
    {"normal_cdf", tested([](auto x) { return math::normal_cdf(x); }, 0.8)},
    {"pow",
     {[](double x, double y) { return math::pow(x, y); },
      [](double x, double y) {
        const double exponents[2] = {x, y};
        return in_pair([&exponents](Double2 base) { return math::pow(base, math::pair(exponents)); }, y, x);
      },
      0.8}},
};

bool same(double a, double b) { return (std::isnan(a) && std::isnan(b)) || math::bits(a) == math::bits(b); }

}  // namespace

TEST_CASE("elementary functions agree with the golden data, alone and in pairs") {
  std::ifstream file(golden::path("elementary.csv"));
  std::string line;
  std::getline(file, line);
  std::size_t rows = 0;
  while (std::getline(file, line)) {
    INFO(line);
    std::istringstream stream(line);
    std::string name, field;
    std::getline(stream, name, ',');
    double numbers[4];
    for (double& number : numbers) {
      std::getline(stream, field, ',');
      number = std::strtod(field.c_str(), nullptr);
    }
    ++rows;
    const auto entry = functions.find(name);
    if (entry == functions.end()) continue;  // atan is the catalog's
    const auto& [alone, paired, bound] = entry->second;
    const double y = alone(numbers[0], numbers[1]);
    REQUIRE(golden::ulp_error(y, numbers[2], numbers[3]) <= bound);
    REQUIRE(same(paired(numbers[0], numbers[1]), y));
  }
  REQUIRE(rows > 1400);
}

TEST_CASE("powers hold to IEEE 754 at 0, infinity and whole exponents, and NaN comes through") {
  const double numbers[] = {
      0.0,    -0.0,       1,          -1,         infinity,   -infinity,          2,     -2,    0.5, -0.5, 3, -3,
      0x1p53, 0x1p53 - 1, 0x1p51 + 1, 0x1p52 + 3, 0x1p50 + 1, 2251799813685249.5, 1e300, -1e300};
  for (const double x : numbers) {
    for (const double y : numbers) {
      if (x == -1 && std::isinf(y)) continue;              // NaN there too
      if (x == -infinity && y != std::floor(y)) continue;  // NaN, as for all numbers below 0
      CAPTURE(x, y);
      const double expected = std::pow(x, y);
      const double power = math::pow(x, y);
      const bool special = std::isnan(expected) || expected == 0 || std::isinf(expected);
      CHECK((special ? same(power, expected) || (std::isnan(power) && std::isnan(expected))
                     : golden::ulp_error(power, expected, 0) <= 1));
    }
  }
  CHECK(std::isnan(math::pow(std::nan(""), 0.0)));
  CHECK(std::isnan(math::pow(1.0, std::nan(""))));
}

TEST_CASE("elementary functions keep the sign of 0, NaN, and the ends of their domains") {
  for (const char* name : {"expm1", "log1p", "cbrt", "tan", "asin", "sinh", "asinh", "atanh", "erf"}) {
    INFO(name);
    const auto& f = functions.at(name).alone;
    CHECK((f(0.0, 0) == 0 && !std::signbit(f(0.0, 0))));
    CHECK((f(-0.0, 0) == 0 && std::signbit(f(-0.0, 0))));
  }
  for (const auto& [name, function] : functions) {
    INFO(name);
    CHECK(std::isnan(function.alone(std::nan(""), 1)));
  }
  CHECK(math::log(0.0) == -infinity);
  CHECK(math::log(infinity) == infinity);
  CHECK(std::isnan(math::log(-1.0)));
  CHECK(math::log1p(-1.0) == -infinity);
  CHECK(math::log1p(infinity) == infinity);
  CHECK(math::atanh(1.0) == infinity);
  CHECK(std::isnan(math::asin(1.5)));
  CHECK(math::acosh(1.0) == 0);
  CHECK(std::isnan(math::acosh(0.5)));
  CHECK(math::erfc(-infinity) == 2);
  CHECK(math::erfc(infinity) == 0);
  CHECK(math::expm1(-infinity) == -1);
  CHECK(math::cosh(-infinity) == infinity);
  CHECK(math::sinh(-infinity) == -infinity);
}
