#include <activation/textbook.hpp>

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <string>

using namespace activation;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

TextbookPoint point(std::string_view id, Quantity quantity, double x) {
  for (std::size_t i = 0; i < textbook_size(); ++i) {
    const TextbookPoint one = textbook_point(i);
    if (one.id == id && one.quantity == quantity && one.x == x) return one;
  }
  FAIL("there is no point " << id << " at " << x);
  return {};
}

}  // namespace

TEST_CASE("at every hard point the core is within one ulp, and each has a formula") {
  REQUIRE(textbook_size() >= 14);
  for (std::size_t i = 0; i < textbook_size(); ++i) {
    const TextbookPoint one = textbook_point(i);
    INFO(std::string(one.id) << " at " << one.x << ": " << one.ours << ", " << one.ours_error << " ulp");
    REQUIRE(find(one.id) < catalog().size());
    CHECK_FALSE(one.formula.empty());
    CHECK(one.ours_error <= 1);
    CHECK(one.textbook_error >= one.ours_error);
  }
}

TEST_CASE("the textbook's GELU has lost every digit at -10, and the second one is wrong at -8.3") {
  CHECK(point("gelu", Quantity::value, -10).textbook == 0);
  CHECK(point("gelu", Quantity::value, -10).textbook_error > 0x1p52);
  CHECK(point("gelu", Quantity::value, -37).textbook == 0);
  // erf(-8.3 / sqrt(2)) is the double next to -1: what is left of 1 + erf is 2^-53.
  CHECK(point("gelu", Quantity::value, -8.3).textbook == -8.3 / 2 * 0x1p-53);
}

TEST_CASE("the formulas are computed as a program with a good library computes them") {
  CHECK(point("softplus", Quantity::value, 710).textbook == infinity);
  CHECK(point("softplus", Quantity::value, 710).textbook_error == infinity);
  CHECK(point("softplus", Quantity::value, -40).textbook == 0);
  CHECK(point("tanh", Quantity::gradient, 19).textbook == 0x1p-52);
  CHECK(point("tanh", Quantity::gradient, 20).textbook == 0);
  CHECK(point("sigmoid", Quantity::gradient, 38).textbook == 0);
  // On this side nothing cancels.
  CHECK(point("sigmoid", Quantity::gradient, -40).textbook_error < 3);
  CHECK(point("logsigmoid", Quantity::value, 40).textbook == 0);
  CHECK(point("log_softmax", Quantity::value, 40).textbook == 0);
  CHECK(point("elu", Quantity::value, -1e-10).textbook == std::exp(-1e-10) - 1);
  CHECK(point("mish", Quantity::value, -30).textbook == -30 * std::tanh(std::log(1 + std::exp(-30.0))));
  for (const auto& [id, x] : {std::pair{"gelu", -0x1.80ead197f00b4p-1}, {"silu", -0x1.474973c84120bp+0}}) {
    CHECK(point(id, Quantity::gradient, x).textbook_error > 1e13);
  }
}
