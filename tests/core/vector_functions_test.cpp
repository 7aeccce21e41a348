#include <activation/vector_functions.hpp>

#include "catch.hpp"

#include <span>

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
