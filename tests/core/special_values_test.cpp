#include "golden.hpp"

#include "catch.hpp"

#include <activation/catalog.hpp>

#include <cmath>
#include <initializer_list>
#include <limits>
#include <string_view>
#include <vector>

using activation::Info;
using activation::Quantity;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double quarter_turn = 1.5707963267948966;
constexpr Quantity quantities[] = {Quantity::value, Quantity::gradient, Quantity::curvature};

double at(std::string_view id, Quantity quantity, double x, const std::vector<double>& parameters = {}) {
  return golden::evaluate(activation::find(id), quantity, x, parameters);
}

/// The standard parameters, and every corner of the accepted box of them.
std::vector<std::vector<double>> parameter_choices(const Info& info) {
  std::vector<std::vector<double>> choices{golden::standard_parameters(info)};
  std::vector<std::vector<double>> corners{{}};
  for (const activation::Parameter& parameter : info.parameters) {
    std::vector<std::vector<double>> longer;
    for (const auto& corner : corners) {
      for (const double limit : {parameter.minimum, parameter.maximum}) {
        longer.push_back(corner);
        longer.back().push_back(limit);
      }
    }
    corners = longer;
  }
  choices.insert(choices.end(), corners.begin(), corners.end());
  return choices;
}

/// Whether f, f' or f'' may overflow at x: few functions grow faster than |x| times their largest parameter.
bool may_overflow(std::string_view id, double x, const std::vector<double>& parameters) {
  if (id == "exponential") return x > 709.782712893384;
  if (id == "squared_relu") return x > 0x1p511;
  double slope = id == "bent_identity" ? 1.5 : id == "selu" ? 1.76 : 1;
  for (const double parameter : parameters) slope = std::max(slope, std::fabs(parameter));
  return std::isinf(x * slope);
}

template <class Run>
void for_each_elementwise(Run run) {
  for (const Info& info : activation::catalog()) {
    const std::size_t function = activation::find(info.id);
    if (activation::is_vector_function(function)) continue;
    DYNAMIC_SECTION(info.id) { run(info, function); }
  }
}

}  // namespace

TEST_CASE("NaN comes through every function, in both formats and whatever the parameters") {
  for_each_elementwise([](const Info& info, std::size_t function) {
    for (const auto& parameters : parameter_choices(info)) {
      for (const Quantity quantity : quantities) {
        CHECK(std::isnan(golden::evaluate(function, quantity, not_a_number, parameters)));
        CHECK(std::isnan(golden::evaluate(function, quantity, static_cast<float>(not_a_number), parameters)));
      }
    }
  });
}

TEST_CASE("no finite x gives NaN or a false overflow") {
  for_each_elementwise([](const Info& info, std::size_t function) {
    for (const auto& parameters : parameter_choices(info)) {
      for (int exponent = -1074; exponent <= 1023; ++exponent) {
        for (const double significand : {1.0, 1.2345, 1.9999999999999998}) {
          for (const double sign : {1.0, -1.0}) {
            const double x = sign * std::ldexp(significand, exponent);
            for (const Quantity quantity : quantities) {
              const double y = golden::evaluate(function, quantity, x, parameters);
              const bool fine = std::isfinite(y) || (std::isinf(y) && may_overflow(info.id, x, parameters));
              if (!fine) FAIL(info.id << " at " << x << " gives " << y);
            }
          }
        }
      }
    }
  });
}

TEST_CASE("no finite float32 x gives NaN or a false overflow") {
  for_each_elementwise([](const Info& info, std::size_t function) {
    const std::vector<double> parameters = golden::standard_parameters(info);
    for (int exponent = -149; exponent <= 127; ++exponent) {
      for (const float sign : {1.0F, -1.0F}) {
        const float x = sign * std::ldexp(1.2345F, exponent);
        for (const Quantity quantity : quantities) {
          const float y = golden::evaluate(function, quantity, x, parameters);
          const double wide = golden::evaluate(function, quantity, static_cast<double>(x), parameters);
          const bool fine = std::isfinite(y) || (std::isinf(y) && std::fabs(wide) >= 0x1.ffffffp127);
          if (!fine) FAIL(info.id << " at " << x << " gives " << y);
        }
      }
    }
  });
}

TEST_CASE("at infinity the functions have their limits") {
  struct Limit {
    std::string_view id;
    std::vector<double> parameters;
    double left[3];
    double right[3];
  };
  const std::vector<Limit> limits = {
      {"relu", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"leaky_relu", {0.01}, {-infinity, 0.01, 0}, {infinity, 1, 0}},
      {"leaky_relu", {-0.5}, {infinity, -0.5, 0}, {infinity, 1, 0}},
      {"leaky_relu", {0}, {0, 0, 0}, {infinity, 1, 0}},
      {"elu", {1}, {-1, 0, 0}, {infinity, 1, 0}},
      {"elu", {2}, {-2, 0, 0}, {infinity, 1, 0}},
      {"prelu", {0.25}, {-infinity, 0.25, 0}, {infinity, 1, 0}},
      {"rrelu", {0.125, 0.375}, {-infinity, 0.25, 0}, {infinity, 1, 0}},
      {"rrelu", {-0.5, 0.5}, {0, 0, 0}, {infinity, 1, 0}},
      {"relu6", {}, {0, 0, 0}, {6, 0, 0}},
      {"threshold", {0.1, 20}, {20, 0, 0}, {infinity, 1, 0}},
      {"thresholded_relu", {1}, {0, 0, 0}, {infinity, 1, 0}},
      {"squared_relu", {}, {0, 0, 0}, {infinity, infinity, 2}},
      {"celu", {2}, {-2, 0, 0}, {infinity, 1, 0}},
      {"selu", {}, {-1.7580993408473768, 0, 0}, {infinity, 1.0507009873554805, 0}},
      {"gelu", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"squareplus", {4}, {0, 0, 0}, {infinity, 1, 0}},
      {"squareplus", {0}, {0, 0, 0}, {infinity, 1, 0}},
      {"sparse_plus", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"smelu", {1}, {0, 0, 0}, {infinity, 1, 0}},
      {"bent_identity", {}, {-infinity, 0.5, 0}, {infinity, 1.5, 0}},
      {"gelu_tanh", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"serf", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"sigmoid", {}, {0, 0, 0}, {1, 0, 0}},
      {"tanh", {}, {-1, 0, 0}, {1, 0, 0}},
      {"arctan", {}, {-quarter_turn, 0, 0}, {quarter_turn, 0, 0}},
      {"softsign", {}, {-1, 0, 0}, {1, 0, 0}},
      {"isru", {4}, {-0.5, 0, 0}, {0.5, 0, 0}},
      {"step", {}, {0, 0, 0}, {1, 0, 0}},
      {"hardtanh", {-1, 1}, {-1, 0, 0}, {1, 0, 0}},
      {"hardtanh", {2, -3}, {-3, 0, 0}, {-3, 0, 0}},
      {"hardsigmoid", {}, {0, 0, 0}, {1, 0, 0}},
      {"hardswish", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"sparse_sigmoid", {}, {0, 0, 0}, {1, 0, 0}},
      {"softshrink", {0.5}, {-infinity, 1, 0}, {infinity, 1, 0}},
      {"hardshrink", {0.5}, {-infinity, 1, 0}, {infinity, 1, 0}},
      {"gaussian", {}, {0, 0, 0}, {0, 0, 0}},
      {"exponential", {}, {0, 0, 0}, {infinity, infinity, infinity}},
      {"silu", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"quick_gelu", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"swish", {1}, {0, 0, 0}, {infinity, 1, 0}},
      {"swish", {-2}, {-infinity, 1, 0}, {0, 0, 0}},
      {"swish", {0}, {-infinity, 0.5, 0}, {infinity, 0.5, 0}},
      {"mish", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"softplus", {1}, {0, 0, 0}, {infinity, 1, 0}},
      {"softplus", {1e6}, {0, 0, 0}, {infinity, 1, 0}},
      {"softplus", {1e-6}, {0, 0, 0}, {infinity, 1, 0}},
      {"logish", {}, {0, 0, 0}, {infinity, 0.6931471805599453, 0}},
      {"tanhexp", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"lisht", {}, {infinity, -1, 0}, {infinity, 1, 0}},
      {"logsigmoid", {}, {-infinity, 1, 0}, {0, 0, 0}},
      {"lecun_tanh", {}, {-1.7159, 0, 0}, {1.7159, 0, 0}},
      {"tanhshrink", {}, {-infinity, 1, 0}, {infinity, 1, 0}},
      {"linear", {}, {-infinity, 1, 0}, {infinity, 1, 0}},
  };
  for (const Limit& limit : limits) {
    DYNAMIC_SECTION(limit.id << (limit.parameters.empty() ? 0 : limit.parameters[0])) {
      for (const Quantity quantity : quantities) {
        const auto q = static_cast<std::size_t>(quantity);
        CHECK(at(limit.id, quantity, -infinity, limit.parameters) == limit.left[q]);
        CHECK(at(limit.id, quantity, infinity, limit.parameters) == limit.right[q]);
      }
    }
  }
  for (const std::string_view id : {"gelu", "gelu_tanh", "silu", "quick_gelu", "mish", "serf", "logish", "tanhexp"}) {
    CHECK(std::signbit(at(id, Quantity::value, -infinity)));
  }
  CHECK(std::signbit(at("swish", Quantity::value, -infinity, {1})));
}

TEST_CASE("waves have no limit at infinity") {
  for (const double x : {infinity, -infinity}) {
    for (const Quantity quantity : quantities) {
      CHECK(std::isnan(at("sin", quantity, x)));
      CHECK(std::isnan(at("gcu", quantity, x)));
    }
    CHECK(at("snake", Quantity::value, x, {2}) == x);  // a wave on a line that has one
    CHECK(std::isnan(at("snake", Quantity::gradient, x, {2})));
    CHECK(std::isnan(at("snake", Quantity::curvature, x, {2})));
  }
}

TEST_CASE("at 0 the functions have the slopes that PyTorch gives them") {
  for (const double zero : {0.0, -0.0}) {
    CHECK(at("relu", Quantity::gradient, zero) == 0);
    CHECK(at("leaky_relu", Quantity::gradient, zero, {0.2}) == 0.2);
    CHECK(at("elu", Quantity::gradient, zero, {1.5}) == 1.5);
    CHECK(at("elu", Quantity::curvature, zero, {1.5}) == 0);
    CHECK(at("gelu", Quantity::gradient, zero) == 0.5);
    CHECK(at("gelu_tanh", Quantity::gradient, zero) == 0.5);
    CHECK(at("sigmoid", Quantity::value, zero) == 0.5);
    CHECK(at("sigmoid", Quantity::gradient, zero) == 0.25);
    CHECK(at("tanh", Quantity::gradient, zero) == 1);
    CHECK(at("tanh", Quantity::curvature, zero) == 0);
  }
}

TEST_CASE("at its kinks a function has the slope that PyTorch gives it") {
  struct Slope {
    std::string_view id;
    std::vector<double> parameters;
    double x;
    double gradient;
  };
  const std::vector<Slope> slopes = {
      {"prelu", {0.25}, 0, 0.25},
      {"rrelu", {0.125, 0.375}, 0, 0.25},
      {"relu6", {}, 0, 0},
      {"relu6", {}, 6, 0},
      {"threshold", {0.1, 20}, 0.1, 0},
      {"thresholded_relu", {1}, 1, 0},
      {"squared_relu", {}, 0, 0},
      {"celu", {3}, 0, 1},
      {"selu", {}, 0, 1.7580993408473768},
      {"squareplus", {0}, 0, 0},
      {"sparse_plus", {}, -1, 0},
      {"sparse_plus", {}, 1, 1},
      {"smelu", {2}, -2, 0},
      {"smelu", {2}, 2, 1},
      {"softsign", {}, 0, 1},
      {"step", {}, 0, 0},
      {"hardtanh", {-2, 3}, -2, 0},
      {"hardtanh", {-2, 3}, 3, 0},
      {"hardsigmoid", {}, -3, 0},
      {"hardsigmoid", {}, 3, 0},
      {"hardswish", {}, -3, 0},
      {"hardswish", {}, 3, 1},
      {"sparse_sigmoid", {}, -1, 0},
      {"sparse_sigmoid", {}, 1, 0},
      {"softshrink", {0.5}, 0.5, 0},
      {"softshrink", {0.5}, -0.5, 0},
      {"hardshrink", {0.5}, 0.5, 0},
      {"hardshrink", {0.5}, -0.5, 0},
  };
  for (const Slope& slope : slopes) {
    CAPTURE(slope.id, slope.x);
    CHECK(at(slope.id, Quantity::gradient, slope.x, slope.parameters) == slope.gradient);
    const double curvature =
        slope.id == "squared_relu" ? 0 : at(slope.id, Quantity::curvature, slope.x, slope.parameters);
    CHECK(curvature == 0);
  }
  CHECK(at("hardtanh", Quantity::gradient, 0, {2, -3}) == 0);  // the limits crossed: nothing but max_val
}

TEST_CASE("zeros of functions and gradients are hit exactly, and neighbours have full accuracy") {
  CHECK(at("hardswish", Quantity::value, -3) == 0);
  CHECK(at("hardswish", Quantity::gradient, -1.5) == 0);
  CHECK(at("hardswish", Quantity::gradient, -1.5 + 0x1p-52) == 0x1.5555555555555p-54);
  CHECK(at("hardswish", Quantity::value, -1.5) == -0.375);
  CHECK(at("squareplus", Quantity::value, -1e300, {4}) == 1e-300);
  CHECK(at("squareplus", Quantity::value, 1e300, {4}) == 1e300);
  CHECK(at("squareplus", Quantity::value, 0, {0x1p-1074}) == 0x1p-538);
}

TEST_CASE("odd-like functions keep the sign of zero") {
  for (const std::string_view id :
       {"linear", "tanh", "arctan", "sin", "gcu", "gelu", "gelu_tanh", "softsign", "silu", "quick_gelu", "mish"}) {
    DYNAMIC_SECTION(id) {
      CHECK(std::signbit(at(id, Quantity::value, -0.0)));
      CHECK_FALSE(std::signbit(at(id, Quantity::value, 0.0)));
    }
  }
  CHECK(std::signbit(at("isru", Quantity::value, -0.0, {1})));
  CHECK_FALSE(std::signbit(at("relu", Quantity::value, -0.0)));  // max(0, -0): not odd-like, and the same everywhere
  for (const double slope : {0.01, 0.0}) {
    CHECK(std::signbit(at("leaky_relu", Quantity::value, -0.0, {slope})));
    CHECK_FALSE(std::signbit(at("leaky_relu", Quantity::value, 0.0, {slope})));
    CHECK(std::signbit(at("prelu", Quantity::value, -0.0, {slope})));
    CHECK(std::signbit(at("rrelu", Quantity::value, -0.0, {slope, slope})));
  }
}

TEST_CASE("subnormal x are not lost") {
  for (const double x : {0x1p-1074, 0x1p-1060, 0x1.8p-1030, -0x1p-1074, -0x1.8p-1030}) {
    CHECK(at("tanh", Quantity::value, x) == x);
    CHECK(at("tanh", Quantity::curvature, x) == -2 * x);
    CHECK(at("arctan", Quantity::value, x) == x);
    CHECK(at("sin", Quantity::value, x) == x);
    CHECK(at("gcu", Quantity::value, x) == x);
    CHECK(at("gcu", Quantity::curvature, x) == -3 * x);
    CHECK(at("sin", Quantity::curvature, x) == -x);
    CHECK(at("arctan", Quantity::curvature, x) == -2 * x);
    CHECK(at("gelu", Quantity::value, x) == 0.5 * x);
    CHECK(at("silu", Quantity::value, x) == 0.5 * x);
    CHECK(at("quick_gelu", Quantity::value, x) == 0.5 * x);
    CHECK(at("lisht", Quantity::gradient, x) == 2 * x);
    CHECK(at("tanhshrink", Quantity::curvature, x) == 2 * x);
    CHECK(at("gelu_tanh", Quantity::value, x) == 0.5 * x);
    CHECK(at("sigmoid", Quantity::curvature, x) == -0.125 * x);
    CHECK(at("elu", Quantity::value, x, {1}) == x);
    CHECK(at("snake", Quantity::value, x, {3}) == x);
    CHECK(at("leaky_relu", Quantity::value, x, {0.5}) == (x > 0 ? x : 0.5 * x));
    CHECK(at("rrelu", Quantity::value, x, {0.25, 0.75}) == (x > 0 ? x : 0.5 * x));
    CHECK(at("celu", Quantity::value, x, {3}) == x);
    CHECK(at("hardswish", Quantity::value, x) == 0.5 * x);
    CHECK(at("softsign", Quantity::value, x) == x);
    CHECK(at("isru", Quantity::value, x, {3}) == x);
    CHECK(at("isru", Quantity::curvature, x, {1}) == -3 * x);
    CHECK(at("bent_identity", Quantity::value, x) == x);
    CHECK(at("gaussian", Quantity::gradient, x) == -2 * x);
  }
}

TEST_CASE("the tails underflow gradually instead of dropping to 0") {
  CHECK(at("sigmoid", Quantity::value, -745) == 0x1p-1074);
  CHECK(at("sigmoid", Quantity::gradient, 745) == 0x1p-1074);
  CHECK(at("sigmoid", Quantity::value, -746) == 0);
  CHECK(at("tanh", Quantity::gradient, 372) > 0);
  CHECK(at("arctan", Quantity::gradient, 0x1p537) == 0x1p-1074);
  CHECK(at("arctan", Quantity::gradient, 0x1p600) == 0);
  CHECK(at("arctan", Quantity::curvature, 0x1p358) == -0x1p-1073);
  CHECK(at("arctan", Quantity::curvature, -0x1p358) == 0x1p-1073);
  CHECK(at("elu", Quantity::gradient, -740, {1}) > 0);
  CHECK(at("silu", Quantity::value, -745.13) < 0);
  CHECK(at("silu", Quantity::curvature, 750) < 0);
  CHECK(at("mish", Quantity::curvature, 375) < 0);
  CHECK(at("softplus", Quantity::value, -745, {1}) == 0x1p-1074);
  CHECK(at("softplus", Quantity::value, -746, {1}) == 0);
  CHECK(at("logsigmoid", Quantity::value, 745) == -0x1p-1074);
  CHECK(at("tanhexp", Quantity::curvature, 5.92) < 0);
  CHECK(at("tanhexp", Quantity::curvature, 5.95) == 0);
  CHECK(at("gelu", Quantity::value, -38.5) < 0);
  CHECK(at("serf", Quantity::value, -750) < 0);
  CHECK(at("serf", Quantity::gradient, -750) < 0);
  CHECK(at("serf", Quantity::curvature, -750) < 0);
  CHECK(at("serf", Quantity::curvature, 27.3) < 0);
  CHECK(at("gelu_tanh", Quantity::value, -21.4) < 0);
  CHECK(at("gelu_tanh", Quantity::gradient, -21.4) < 0);
  CHECK(at("gelu", Quantity::gradient, -38.5) < 0);
}

TEST_CASE("snake is right where its slope is 0, and where a x overflows") {
  const double x = -0.78539816339744828;  // 2 sin^2(x + pi/4), the sum being 3.06e-17
  CHECK(std::fabs(at("snake", Quantity::gradient, x, {1}) / 1.8746997283273223e-33 - 1) < 1e-15);
  CHECK(at("snake", Quantity::value, 1e308, {1e6}) == 1e308);
  CHECK(at("snake", Quantity::gradient, 1e308, {1e6}) >= 0);
  CHECK(at("snake", Quantity::gradient, 1e308, {1e6}) <= 2);
}

TEST_CASE("GCU's slope is right to the last bits where a double nearly meets one of its zeros") {
  const double x = 0x1.2114f5512ab06p+6;  // 2^-60 from the 24th
  CHECK(std::fabs(at("gcu", Quantity::gradient, x) / -0x1.94cd3f04060d9p-54 - 1) <= 0x1p-52);
  CHECK(std::isfinite(at("gcu", Quantity::gradient, std::numeric_limits<double>::max())));
}

TEST_CASE("GELU and its kin have their minima where the literature has them") {
  struct Minimum {
    std::string_view id;
    double x, y;
  };
  for (const Minimum& m :
       {Minimum{"gelu", -0.7517915246935645, -0.169971},  //
        Minimum{"gelu_tanh", -0.7524614220710163, -0.170041}, Minimum{"serf", -1.193059968928188, -0.348437}}) {
    CHECK(std::fabs(at(m.id, Quantity::value, m.x) - m.y) < 5e-7);
    CHECK(at(m.id, Quantity::gradient, m.x - 1e-12) < 0);
    CHECK(at(m.id, Quantity::gradient, m.x + 1e-12) > 0);
  }
}
