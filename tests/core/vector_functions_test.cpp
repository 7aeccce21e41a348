#include <activation/vector_functions.hpp>

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <span>
#include <vector>

using activation::Status;

TEST_CASE("vector functions say what is wrong") {
  const std::size_t softmax = activation::find("softmax");
  const std::size_t tanh = activation::find("tanh");
  const double x[] = {1, 2, 3};
  double y[10] = {};
  const double temperature[] = {1};
  const std::span<const double> in(x);
  const std::span<double> out(y);
  using namespace activation;
  CHECK(vector_value(99, in, out.first(3), temperature) == Status::unknown_function);
  CHECK(vector_value(tanh, in, out.first(3), {}) == Status::unsupported);
  CHECK(vector_value(softmax, in, out.first(2), temperature) == Status::bad_argument);
  CHECK(vector_value(softmax, in.first(0), out.first(0), temperature) == Status::bad_argument);
  CHECK(vector_value(softmax, in, out.first(3), {}) == Status::bad_parameter);
  CHECK(vector_value(softmax, in, out.first(3), temperature) == Status::ok);
  CHECK(vector_vjp(tanh, in, in, out.first(3), {}) == Status::unsupported);
  CHECK(vector_vjp(softmax, in, in.first(2), out.first(3), temperature) == Status::bad_argument);
  CHECK(vector_vjp(softmax, in, in, out.first(4), temperature) == Status::bad_argument);
  CHECK(vector_vjp(softmax, in, in, out.first(3), temperature) == Status::ok);
  CHECK(vector_jacobian(tanh, in, out.first(9), {}) == Status::unsupported);
  CHECK(vector_jacobian(softmax, in, out.first(3), temperature) == Status::bad_argument);
  CHECK(vector_jacobian(softmax, in, out.first(10), temperature) == Status::bad_argument);
  CHECK(vector_jacobian(softmax, in, out.first(9), temperature) == Status::ok);
}

TEST_CASE("rows say what is wrong") {
  const std::size_t softmax = activation::find("softmax");
  const double x[] = {1, 2, 3, 4, 5, 6};
  double y[7] = {};
  const double temperature[] = {1};
  const std::span<const double> in(x);
  const std::span<double> out(y);
  using namespace activation;
  CHECK(vector_rows(99, in, 3, out.first(6), temperature) == Status::unknown_function);
  CHECK(vector_rows(find("tanh"), in, 3, out.first(6), {}) == Status::unsupported);
  CHECK(vector_rows(softmax, in, 3, out.first(6), {}) == Status::bad_parameter);
  CHECK(vector_rows(softmax, in, 0, out.first(6), temperature) == Status::bad_argument);
  CHECK(vector_rows(softmax, in, 4, out.first(6), temperature) == Status::bad_argument);
  CHECK(vector_rows(softmax, in, 3, out.first(5), temperature) == Status::bad_argument);
  CHECK(vector_rows(softmax, in, 3, out.first(7), temperature) == Status::bad_argument);
  CHECK(vector_rows(softmax, in, 3, out.first(6), temperature) == Status::ok);
  CHECK(vector_rows(softmax, in.first(0), 3, out.first(0), temperature) == Status::ok);
}

TEMPLATE_TEST_CASE("a row gets the bits that it gets alone, in place too", "", float, double) {
  using Number = TestType;
  const std::size_t softmax = activation::find("softmax");
  const double temperature[] = {0.75};
  for (const std::size_t width : {1U, 2U, 3U, 4U, 5U, 7U, 10U, 1000U, 2049U, 5003U}) {
    CAPTURE(width);
    std::vector<Number> x(3 * width);
    // Rows that need the largest logit subtracted, and rows that do not.
    for (std::size_t i = 0; i < x.size(); ++i) {
      x[i] = static_cast<Number>(std::fmod(static_cast<double>(i) * 7.31, 11.0) + (i < width ? 1e4 : 0.0));
    }
    std::vector<Number> y(x.size());
    REQUIRE(activation::vector_rows(softmax, std::span<const Number>(x), width, std::span<Number>(y), temperature) ==
            Status::ok);
    for (std::size_t row = 0; row < 3; ++row) {
      std::vector<Number> one(width);
      const std::span<const Number> part = std::span<const Number>(x).subspan(row * width, width);
      REQUIRE(activation::vector_value(softmax, part, std::span<Number>(one), temperature) == Status::ok);
      CHECK(std::vector<Number>(y.begin() + static_cast<std::ptrdiff_t>(row * width),
                                y.begin() + static_cast<std::ptrdiff_t>((row + 1) * width)) == one);
    }
    REQUIRE(activation::vector_rows(softmax, std::span<const Number>(x), width, std::span<Number>(x), temperature) ==
            Status::ok);
    CHECK(x == y);
  }
}

TEST_CASE("float32 results are the float64 ones, rounded once") {
  const std::size_t softmax = activation::find("softmax");
  const float x[] = {0.1F, -3.5F, 2.25F};
  const double wide[] = {0.1F, -3.5F, 2.25F};
  const double temperature[] = {0.5};
  float y[3];
  double expected[3];
  REQUIRE(activation::vector_value(softmax, std::span<const float>(x), std::span<float>(y), temperature) == Status::ok);
  REQUIRE(activation::vector_value(softmax, std::span<const double>(wide), std::span<double>(expected), temperature) ==
          Status::ok);
  for (int i = 0; i < 3; ++i) CHECK(y[i] == static_cast<float>(expected[i]));
}
