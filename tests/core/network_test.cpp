#include "catch.hpp"

#include <activation/catalog.hpp>
#include <activation/network.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace {

using activation::Dense;
using activation::Status;

const std::size_t sigmoid = activation::find("sigmoid");
const std::size_t relu = activation::find("relu");
const std::size_t elu = activation::find("elu");
const std::size_t softmax = activation::find("softmax");
const std::size_t linear = activation::find("linear");

struct Result {
  Status status;
  std::vector<double> z;
  std::vector<double> a;
};

Result run(std::size_t inputs, std::size_t outputs, const std::vector<double>& weights,
           const std::vector<double>& biases, std::size_t function, const std::vector<double>& x,
           const std::vector<double>& parameters = {}) {
  Result result{Status::ok, std::vector<double>(x.size() / inputs * outputs),
                std::vector<double>(x.size() / inputs * outputs)};
  const Dense layer{inputs, outputs, weights, biases, function, parameters};
  result.status = activation::dense(layer, x, result.z, result.a);
  return result;
}

}  // namespace

TEST_CASE("a dense layer is x W + b, with W of shape (inputs, outputs) row-major, then its function") {
  const Result result = run(2, 3, {1, 2, 3, 10, 20, 30}, {0.5, -100, 0}, relu, {1, 1, 2, 0.5});
  REQUIRE(result.status == Status::ok);
  CHECK(result.z == std::vector<double>{11.5, -78, 33, 7.5, -86, 21});
  CHECK(result.a == std::vector<double>{11.5, 0, 33, 7.5, 0, 21});
}

TEST_CASE("the sums of a layer are exact arithmetic, rounded once: large terms that cancel leave the small one") {
  const Result result = run(3, 1, {1e16, 1, -1e16}, {0}, linear, {1, 1, 1});
  CHECK(result.z == std::vector<double>{1});
  // 0.1 as a double is 0.1 + 5.55e-18; ten times that minus 1 is 5.55e-17, all of which plain arithmetic loses.
  const Result tenth = run(2, 1, {10, -1}, {0}, linear, {0.1, 1});
  CHECK(tenth.z == std::vector<double>{0x1p-54});
}

TEST_CASE("the parameters of a layer's function are used") {
  CHECK(run(1, 1, {1}, {0}, elu, {-3}, {0.5}).a[0] == Approx(-0.47510646581606805).epsilon(1e-15));
  CHECK(run(1, 1, {1}, {0}, elu, {-3}, {}).status == Status::bad_parameter);
}

TEST_CASE("a vector function takes each row of the batch as a whole") {
  const Result result = run(1, 2, {1, 1}, {0, 0}, softmax, {3, 700}, {1.0});
  REQUIRE(result.status == Status::ok);
  CHECK(result.a == std::vector<double>{0.5, 0.5, 0.5, 0.5});
}

TEST_CASE("infinities, NaN and overflow pass through a layer as plain arithmetic passes them on") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(run(2, 1, {1, 1}, {0}, sigmoid, {infinity, 1}).a[0] == 1);
  CHECK(run(2, 1, {1e200, 1}, {0}, relu, {1e200, 1}).z[0] == infinity);
  CHECK(run(2, 1, {-1e200, 1}, {0}, relu, {1e200, 1}).a[0] == 0);
  CHECK(std::isnan(run(2, 1, {1, 1}, {0}, relu, {infinity, -infinity}).a[0]));
  CHECK(run(1, 1, {1e307}, {0}, linear, {2}).z[0] == 2e307);
}

TEST_CASE("a layer refuses sizes that do not fit") {
  CHECK(run(2, 2, {1, 2, 3}, {0, 0}, relu, {1, 1}).status == Status::bad_argument);
  CHECK(run(2, 2, {1, 2, 3, 4}, {0}, relu, {1, 1}).status == Status::bad_argument);
  CHECK(run(2, 1, {1, 2}, {0}, relu, {1, 1, 1}).status == Status::bad_argument);
  CHECK(run(1, 1, {1}, {0}, 1000, {1}).status == Status::unknown_function);
}
