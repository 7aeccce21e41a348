#include "golden.hpp"

#include "catch.hpp"

#include <activation/catalog.hpp>

#include <map>
#include <set>
#include <string_view>

using activation::Info;
using activation::Quantity;

namespace {

/// The largest error in ulps that is allowed: of value, gradient and curvature in float64, then in float32.
struct Bounds {
  double of_double[3];
  double of_float[3];
};

// Correct rounding has 0.5. Beyond it: what hi + lo arithmetic leaves, and that a subnormal is rounded to 53 bits first.
// A function without an entry is held to the project's promise of 1 ulp.
const std::map<std::string_view, Bounds> bounds = {
    {"relu", {{0, 0, 0}, {0, 0, 0}}},
    {"leaky_relu", {{0.501, 0, 0}, {0.501, 0, 0}}},
    {"elu", {{0.55, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"prelu", {{0.501, 0, 0}, {0.501, 0, 0}}},
    {"rrelu", {{0.8, 0.501, 0}, {0.501, 0.501, 0}}},
    {"relu6", {{0, 0, 0}, {0, 0, 0}}},
    {"threshold", {{0, 0, 0}, {0, 0, 0}}},
    {"thresholded_relu", {{0, 0, 0}, {0, 0, 0}}},
    {"squared_relu", {{0.501, 0, 0}, {0.501, 0, 0}}},
    {"celu", {{0.55, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"selu", {{0.56, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"gelu", {{0.8, 0.8, 0.8}, {0.505, 0.501, 0.501}}},
    {"squareplus", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"sparse_plus", {{0.501, 0.501, 0}, {0.501, 0.501, 0}}},
    {"smelu", {{0.501, 0.501, 0.501}, {0.501, 0.501, 0.501}}},
    {"bent_identity", {{0.51, 0.501, 0.8}, {0.501, 0.501, 0.501}}},
    {"gelu_tanh", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"serf", {{0.8, 0.8, 0.8}, {0.505, 0.505, 0.505}}},
    {"sigmoid", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"tanh", {{0.55, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"silu", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"swish", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"quick_gelu", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"mish", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"softplus", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"logish", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"tanhexp", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"lisht", {{0.55, 0.55, 0.8}, {0.501, 0.502, 0.501}}},
    {"logsigmoid", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"lecun_tanh", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"tanhshrink", {{0.6, 0.55, 0.8}, {0.501, 0.501, 0.501}}},
    {"arctan", {{0.51, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"sin", {{0.51, 0.51, 0.51}, {0.501, 0.501, 0.501}}},
    {"softsign", {{0.501, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"isru", {{0.501, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"step", {{0, 0, 0}, {0, 0, 0}}},
    {"hardtanh", {{0, 0, 0}, {0, 0, 0}}},
    {"hardsigmoid", {{0.501, 0.334, 0}, {0.501, 0.334, 0}}},
    {"hardswish", {{0.501, 0.501, 0.334}, {0.501, 0.501, 0.334}}},
    {"sparse_sigmoid", {{0.501, 0, 0}, {0.501, 0, 0}}},
    {"softshrink", {{0.501, 0, 0}, {0.501, 0, 0}}},
    {"hardshrink", {{0, 0, 0}, {0, 0, 0}}},
    {"gaussian", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"exponential", {{0.8, 0.8, 0.8}, {0.501, 0.501, 0.501}}},
    {"snake", {{0.51, 0.51, 0.51}, {0.501, 0.501, 0.501}}},
    {"gcu", {{0.55, 0.7, 0.55}, {0.501, 0.501, 0.501}}},
    {"linear", {{0, 0, 0}, {0, 0, 0}}},
};

/// f(-0) = -0.
const std::set<std::string_view> odd_like = {"linear",    "leaky_relu", "prelu", "tanh",  "softsign",
                                             "arctan",    "sin",        "silu",  "swish", "gelu",
                                             "gelu_tanh", "quick_gelu", "mish",  "rrelu", "isru"};

/// These are 0 at places other than 0, where nothing underflows.
const std::set<std::string_view> flat = {"relu",        "relu6",      "hardtanh",  "hardsigmoid",      "hardswish",
                                         "softshrink",  "hardshrink", "threshold", "thresholded_relu", "squared_relu",
                                         "sparse_plus", "smelu",      "step",      "sparse_sigmoid"};

}  // namespace

TEST_CASE("every elementwise function agrees with the golden data") {
  for (const Info& info : activation::catalog()) {
    const std::size_t function = activation::find(info.id);
    if (activation::is_vector_function(function)) continue;
    DYNAMIC_SECTION(info.id) {
      const std::vector<golden::Row> rows = golden::read(info.id, info.parameters.size());
      REQUIRE(rows.size() >= 800);
      const auto entry = bounds.find(info.id);
      const Bounds bound = entry == bounds.end() ? Bounds{{1, 1, 1}, {1, 1, 1}} : entry->second;
      for (const golden::Row& row : rows) {
        INFO(row.text);
        for (const Quantity quantity : {Quantity::value, Quantity::gradient, Quantity::curvature}) {
          const auto q = static_cast<std::size_t>(quantity);
          CAPTURE(q);
          if (row.is_double) {
            const double y = golden::evaluate(function, quantity, row.x, row.parameters);
            REQUIRE(golden::ulp_error(y, row.expected[q], row.remainder[q]) <= bound.of_double[q]);
          } else {
            const float y = golden::evaluate(function, quantity, static_cast<float>(row.x), row.parameters);
            REQUIRE(golden::ulp_error(y, row.expected[q], row.remainder[q]) <= bound.of_float[q]);
          }
        }
        // The sign of a zero is binding for f where the exact value is not zero, and at the zero of odd-like functions.
        const bool binding = row.x == 0 ? odd_like.contains(info.id) : !flat.contains(info.id);
        if (row.expected[0] == 0 && binding) {
          const double y = row.is_double
                               ? golden::evaluate(function, Quantity::value, row.x, row.parameters)
                               : golden::evaluate(function, Quantity::value, static_cast<float>(row.x), row.parameters);
          REQUIRE(std::signbit(y) == std::signbit(row.expected[0]));
        }
      }
    }
  }
}
