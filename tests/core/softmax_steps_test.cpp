#include <activation/softmax_steps.hpp>

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <vector>

using activation::Precision;
using activation::Status;
using activation::Subtraction;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Steps {
  std::vector<double> exponents;
  std::vector<double> exponentials;
  double sum = -1;
  std::vector<double> probabilities;
};

Steps steps_of(const std::vector<double>& logits, Subtraction subtraction, Precision precision = Precision::float64,
               double temperature = 1) {
  const std::size_t n = logits.size();
  Steps steps{std::vector<double>(n), std::vector<double>(n), -1, std::vector<double>(n)};
  REQUIRE(softmax_steps(logits, temperature, subtraction, precision,
                        {steps.exponents, steps.exponentials, steps.sum, steps.probabilities}) == Status::ok);
  return steps;
}

bool all_nan(const std::vector<double>& numbers) {
  for (const double x : numbers) {
    if (!std::isnan(x)) return false;
  }
  return true;
}

void close(const std::vector<double>& got, const std::vector<double>& expected, double relative) {
  REQUIRE(got.size() == expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    CAPTURE(i, got[i], expected[i]);
    CHECK(std::fabs(got[i] - expected[i]) <= relative * expected[i]);
  }
}

// Exact, rounded once: mpmath with 200 bits.
const std::vector<double> of_tutorial{0x1.516898e7157f3p-1, 0x1.f080b28530e40p-3, 0x1.93b9d3bcf23e7p-4};
const std::vector<double> of_thousands{0x1.70c3e5f682bdap-4, 0x1.f534335ca4bcfp-3, 0x1.549a766a06791p-1};

}  // namespace

TEST_CASE("at the tutorial's logits both formulas are right to a few ulps") {
  const std::vector<double> logits{2.0, 1.0, 0.1};
  const Steps naive = steps_of(logits, Subtraction::none);
  CHECK(naive.exponents == logits);
  CHECK(naive.exponentials[0] == 0x1.d8e64b8d4ddaep+2);
  close(naive.probabilities, of_tutorial, 4e-16);
  const Steps stable = steps_of(logits, Subtraction::largest);
  CHECK(stable.exponents == std::vector<double>{0, -1, 0.1 - 2.0});
  CHECK(stable.exponentials[0] == 1);
  close(stable.probabilities, of_tutorial, 4e-16);
}

TEST_CASE("at logits of a thousand the naive formula is infinity over infinity") {
  const Steps naive = steps_of({1000, 1001, 1002}, Subtraction::none);
  CHECK(naive.exponentials == std::vector<double>{infinity, infinity, infinity});
  CHECK(naive.sum == infinity);
  CHECK(all_nan(naive.probabilities));
  const Steps stable = steps_of({1000, 1001, 1002}, Subtraction::largest);
  CHECK(stable.exponents == std::vector<double>{-2, -1, 0});
  close(stable.probabilities, of_thousands, 4e-16);
}

TEST_CASE("one large logit is enough, and spoils only what is infinite itself") {
  const Steps naive = steps_of({1e4, 1}, Subtraction::none);
  CHECK(std::isnan(naive.probabilities[0]));
  CHECK(naive.probabilities[1] == 0);
  CHECK(steps_of({1e4, 1}, Subtraction::largest).probabilities == std::vector<double>{1, 0});
}

TEST_CASE("very negative logits are zero over zero") {
  const Steps naive = steps_of({-1000, -1001}, Subtraction::none);
  CHECK(naive.sum == 0);
  CHECK(all_nan(naive.probabilities));
  CHECK(steps_of({-1000, -1001}, Subtraction::largest).probabilities[0] > 0.73);
}

TEST_CASE("float64 overflows above 709.78, float32 above 88.72") {
  CHECK(std::isfinite(steps_of({709.78}, Subtraction::none).exponentials[0]));
  CHECK(steps_of({709.79}, Subtraction::none).exponentials[0] == infinity);
  CHECK(std::isfinite(steps_of({88.72}, Subtraction::none, Precision::float32).exponentials[0]));
  CHECK(steps_of({88.73}, Subtraction::none, Precision::float32).exponentials[0] == infinity);
  CHECK(all_nan(steps_of({89, 90}, Subtraction::none, Precision::float32).probabilities));
  CHECK(steps_of({89, 90}, Subtraction::none).probabilities[1] > 0.73);
}

TEST_CASE("every step in float32 is a float") {
  const Steps steps = steps_of({2.0, 1.0, 0.1}, Subtraction::largest, Precision::float32, 0.7);
  for (const auto* numbers : {&steps.exponents, &steps.exponentials, &steps.probabilities}) {
    for (const double x : *numbers) CHECK(static_cast<double>(static_cast<float>(x)) == x);
  }
  CHECK(steps.exponents[2] == static_cast<double>((0.1f - 2.0f) / 0.7f));
}

TEST_CASE("the temperature divides the exponents, and a small one makes the naive formula fail early") {
  CHECK(steps_of({2, 1}, Subtraction::none, Precision::float64, 0.5).exponents == std::vector<double>{4, 2});
  CHECK(all_nan(steps_of({2, 1}, Subtraction::none, Precision::float64, 1e-3).probabilities));
  CHECK(steps_of({2, 1}, Subtraction::largest, Precision::float64, 1e-3).probabilities == std::vector<double>{1, 0});
}

TEST_CASE("steps of nothing, of other sizes or at no temperature are refused") {
  std::vector<double> two(2);
  std::vector<double> one(1);
  double sum = 0;
  const auto status = [&](const std::vector<double>& logits, double temperature, std::vector<double>& e,
                          std::vector<double>& f, std::vector<double>& p) {
    return softmax_steps(logits, temperature, Subtraction::none, Precision::float64, {e, f, sum, p});
  };
  std::vector<double> none;
  CHECK(status(none, 1, none, none, none) == Status::bad_argument);
  CHECK(status(two, 1, one, two, two) == Status::bad_argument);
  CHECK(status(two, 1, two, one, two) == Status::bad_argument);
  CHECK(status(two, 1, two, two, one) == Status::bad_argument);
  CHECK(status(two, 0, two, two, two) == Status::bad_argument);
  CHECK(status(two, -1, two, two, two) == Status::bad_argument);
  CHECK(status(two, std::numeric_limits<double>::quiet_NaN(), two, two, two) == Status::bad_argument);
  CHECK(status(two, 1, two, two, two) == Status::ok);
}
