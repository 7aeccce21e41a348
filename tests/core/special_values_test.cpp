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
      double slope = 1;  // no function of the catalog grows faster than its largest parameter times |x|
      for (const double parameter : parameters) slope = std::max(slope, std::fabs(parameter));
      for (int exponent = -1074; exponent <= 1023; ++exponent) {
        for (const double significand : {1.0, 1.2345, 1.9999999999999998}) {
          for (const double sign : {1.0, -1.0}) {
            const double x = sign * std::ldexp(significand, exponent);
            for (const Quantity quantity : quantities) {
              const double y = golden::evaluate(function, quantity, x, parameters);
              const bool fine = std::isfinite(y) || (std::isinf(y) && std::isinf(x * slope));
              if (!fine) FAIL(info.id << " at " << x << " gives " << y);
            }
          }
        }
      }
    }
  });
}

TEST_CASE("no finite float32 x gives NaN") {
  for_each_elementwise([](const Info& info, std::size_t function) {
    const std::vector<double> parameters = golden::standard_parameters(info);
    for (int exponent = -149; exponent <= 127; ++exponent) {
      for (const float sign : {1.0F, -1.0F}) {
        const float x = sign * std::ldexp(1.2345F, exponent);
        for (const Quantity quantity : quantities) {
          REQUIRE(std::isfinite(golden::evaluate(function, quantity, x, parameters)));
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
      {"gelu", {}, {0, 0, 0}, {infinity, 1, 0}},
      {"sigmoid", {}, {0, 0, 0}, {1, 0, 0}},
      {"tanh", {}, {-1, 0, 0}, {1, 0, 0}},
      {"arctan", {}, {-quarter_turn, 0, 0}, {quarter_turn, 0, 0}},
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
  CHECK(std::signbit(at("gelu", Quantity::value, -infinity)));
}

TEST_CASE("waves have no limit at infinity") {
  for (const double x : {infinity, -infinity}) {
    for (const Quantity quantity : quantities) {
      CHECK(std::isnan(at("sin", quantity, x)));
    }
  }
}

TEST_CASE("at 0 the functions have the slopes that PyTorch gives them") {
  for (const double zero : {0.0, -0.0}) {
    CHECK(at("relu", Quantity::gradient, zero) == 0);
    CHECK(at("leaky_relu", Quantity::gradient, zero, {0.2}) == 0.2);
    CHECK(at("elu", Quantity::gradient, zero, {1.5}) == 1.5);
    CHECK(at("elu", Quantity::curvature, zero, {1.5}) == 0);
    CHECK(at("gelu", Quantity::gradient, zero) == 0.5);
    CHECK(at("sigmoid", Quantity::value, zero) == 0.5);
    CHECK(at("sigmoid", Quantity::gradient, zero) == 0.25);
    CHECK(at("tanh", Quantity::gradient, zero) == 1);
    CHECK(at("tanh", Quantity::curvature, zero) == 0);
  }
}

TEST_CASE("odd-like functions keep the sign of zero") {
  for (const std::string_view id : {"linear", "tanh", "arctan", "sin", "gelu"}) {
    DYNAMIC_SECTION(id) {
      CHECK(std::signbit(at(id, Quantity::value, -0.0)));
      CHECK_FALSE(std::signbit(at(id, Quantity::value, 0.0)));
    }
  }
  CHECK_FALSE(std::signbit(at("relu", Quantity::value, -0.0)));  // max(0, -0): not odd-like, and the same everywhere
  for (const double slope : {0.01, 0.0}) {
    CHECK(std::signbit(at("leaky_relu", Quantity::value, -0.0, {slope})));
    CHECK_FALSE(std::signbit(at("leaky_relu", Quantity::value, 0.0, {slope})));
  }
}

TEST_CASE("subnormal x are not lost") {
  for (const double x : {0x1p-1074, 0x1p-1060, 0x1.8p-1030, -0x1p-1074, -0x1.8p-1030}) {
    CHECK(at("tanh", Quantity::value, x) == x);
    CHECK(at("tanh", Quantity::curvature, x) == -2 * x);
    CHECK(at("arctan", Quantity::value, x) == x);
    CHECK(at("sin", Quantity::value, x) == x);
    CHECK(at("sin", Quantity::curvature, x) == -x);
    CHECK(at("arctan", Quantity::curvature, x) == -2 * x);
    CHECK(at("gelu", Quantity::value, x) == 0.5 * x);
    CHECK(at("sigmoid", Quantity::curvature, x) == -0.125 * x);
    CHECK(at("elu", Quantity::value, x, {1}) == x);
    CHECK(at("leaky_relu", Quantity::value, x, {0.5}) == (x > 0 ? x : 0.5 * x));
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
  CHECK(at("gelu", Quantity::value, -38.5) < 0);
  CHECK(at("gelu", Quantity::gradient, -38.5) < 0);
}

TEST_CASE("GELU has its minimum where the literature has it") {
  const double x = -0.7517915246935645;
  CHECK(std::fabs(at("gelu", Quantity::value, x) + 0.169971) < 5e-7);
  CHECK(at("gelu", Quantity::gradient, x - 1e-12) < 0);
  CHECK(at("gelu", Quantity::gradient, x + 1e-12) > 0);
}
