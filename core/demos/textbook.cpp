#include <activation/textbook.hpp>

#include <activation/ulp.hpp>
#include <activation/vector_functions.hpp>

#include "hard_points.hpp"
#include "math/doubles.hpp"
#include "math/log.hpp"
#include "math/logistic.hpp"
#include "math/mills.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace activation {
namespace {

using math::exp;
using math::sqrt;
using math::Two;

// The elementary functions as a good library has them, for the arguments that the formulas meet at the points.

using math::pi;

double tanh(double x) { return math::logistic_tanh(2 * x); }

/// For 0 and from 2^-1022 on. Next to 1 the logarithm is formed of what y differs from 1.
double log(double y) {
  if (y == 0) return -std::numeric_limits<double>::infinity();
  if (y - y != 0) return y;
  if (y >= 0.5 && y < 1) return -rounded(math::log1p(math::over(math::wide(1 - y), math::wide(y))));
  const double exponent = math::exponent(y);
  const Two<double> rest = math::log1p(math::wide(y * math::pow2(-exponent) - 1));
  return rounded(math::plus(math::times(math::ln2_wide, exponent), rest));
}

/// 1 - 2 Phi(-t) for t = |z| sqrt(2), of which Phi's argument has the high half and its slope the low one.
/// For |z| > 0.25: smaller ones cancel.
double erf(double z) {
  constexpr Two<double> sqrt_of_2{0x1.6a09e667f3bcdp+0, -0x1.bdd3413b26456p-54};
  const Two<double> t = math::times(sqrt_of_2, math::abs(z));
  const double inside = math::clamped(t.hi);
  const Two<double> tail = math::beside_one(math::normal_tail(inside));
  const Two<double> slope = math::times(math::beside_one(math::bell(inside)), math::density_at_0);
  const Two<double> both = math::plus(tail, math::times(slope, t.hi > inside ? 0 : -t.lo));
  return math::copysign(rounded(math::plus(math::times(both, -2.0), 1.0)), z);
}

double logistic(double x) { return 1 / (1 + exp(-x)); }

struct Formula {
  std::string_view id;
  Quantity quantity;
  std::string_view text;
  double (*compute)(double x);
};

constexpr Formula formulas[] = {
    {"gelu", Quantity::value, "x / 2 * (1 + erf(x / sqrt(2)))",
     [](double x) { return x / 2 * (1 + erf(x / sqrt(2))); }},
    {"gelu", Quantity::gradient, "(1 + erf(x / sqrt(2))) / 2 + x * exp(-x * x / 2) / sqrt(2 * pi)",
     [](double x) { return (1 + erf(x / sqrt(2))) / 2 + x * exp(-x * x / 2) / sqrt(2 * pi); }},
    {"tanh", Quantity::gradient, "1 - tanh(x) * tanh(x)", [](double x) { return 1 - tanh(x) * tanh(x); }},
    {"sigmoid", Quantity::gradient, "s * (1 - s) with s = 1 / (1 + exp(-x))",
     [](double x) { return logistic(x) * (1 - logistic(x)); }},
    {"elu", Quantity::value, "exp(x) - 1", [](double x) { return exp(x) - 1; }},
    {"softplus", Quantity::value, "log(1 + exp(x))", [](double x) { return log(1 + exp(x)); }},
    {"silu", Quantity::gradient, "s * (1 + x * (1 - s)) with s = 1 / (1 + exp(-x))",
     [](double x) { return logistic(x) * (1 + x * (1 - logistic(x))); }},
    {"mish", Quantity::value, "x * tanh(log(1 + exp(x)))", [](double x) { return x * tanh(log(1 + exp(x))); }},
    {"logsigmoid", Quantity::value, "log(1 / (1 + exp(-x)))", [](double x) { return log(logistic(x)); }},
    {"log_softmax", Quantity::value, "log(exp(x) / (exp(x) + exp(1) + exp(0.1)))",
     [](double x) { return log(exp(x) / (exp(x) + exp(1.0) + exp(0.1))); }},
};

double computed(const HardPoint& point) {
  const std::size_t function = find(point.id);
  std::array<double, 4> parameters{};
  const std::span<const Parameter> expected = catalog()[function].parameters;
  std::transform(expected.begin(), expected.end(), parameters.begin(), [](const Parameter& p) { return p.standard; });
  const auto standard = std::span<const double>(parameters).first(expected.size());
  if (!is_vector_function(function)) {
    double y = 0;
    evaluate_each(function, point.quantity, std::span(&point.x, 1), std::span(&y, 1), standard);
    return y;
  }
  std::array<double, 4> x{point.x};
  std::array<double, 4> y{};
  const std::span<const double> slice = catalog()[function].slice;
  std::copy(slice.begin(), slice.end(), x.begin() + 1);
  const std::size_t n = slice.size() + 1;
  vector_value(function, std::span<const double>(x).first(n), std::span(y).first(n), standard);
  return y[0];
}

}  // namespace

std::size_t textbook_size() { return std::size(hard_points); }

TextbookPoint textbook_point(std::size_t which) {
  const HardPoint& point = hard_points[which];
  const Formula* formula = std::find_if(std::begin(formulas), std::end(formulas) - 1, [&point](const Formula& one) {
    return one.id == point.id && one.quantity == point.quantity;
  });
  const double ours = computed(point);
  const double textbook = formula->compute(point.x);
  return {.id = point.id,
          .quantity = point.quantity,
          .x = point.x,
          .formula = formula->text,
          .exact = point.exact,
          .ours = ours,
          .ours_error = ulp_error(ours, point.exact, point.remainder),
          .textbook = textbook,
          .textbook_error = ulp_error(textbook, point.exact, point.remainder)};
}

}  // namespace activation
