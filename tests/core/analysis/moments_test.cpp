#include <activation/analysis.hpp>

#include "../catch.hpp"
#include "../golden.hpp"

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using activation::Analysis;
using activation::FixedPoint;
using activation::Status;

namespace {

Analysis analysed(const char* id, const std::vector<double>& parameters = {}) {
  Analysis analysis;
  REQUIRE(analyse(activation::find(id), parameters, analysis) == Status::ok);
  return analysis;
}

std::vector<double> numbers(const std::string& text) {
  std::istringstream stream(text);
  std::vector<double> values;
  for (std::string word; stream >> word;) values.push_back(std::strtod(word.c_str(), nullptr));
  return values;
}

bool close(double found, double wanted, double relative) {
  return std::abs(found - wanted) <= relative * std::max(std::abs(wanted), 1e-3);
}

}  // namespace

TEST_CASE("Moments and fixed points of every function are those of the golden table") {
  std::ifstream file(golden::path("moments.csv"));
  std::string line;
  std::getline(file, line);
  std::size_t rows = 0;
  for (; std::getline(file, line); ++rows) {
    std::istringstream stream(line);
    std::vector<std::string> fields(6);
    for (std::string& field : fields) std::getline(stream, field, ',');
    const std::vector<double> parameters = numbers(fields[1]);
    DYNAMIC_SECTION(fields[0] << " " << fields[1]) {
      const Analysis analysis = analysed(fields[0].c_str(), parameters);
      const activation::Moments& moments = analysis.moments;
      const double mean = numbers(fields[2])[0];
      const double second = numbers(fields[3])[0];
      CHECK(close(moments.mean.number, mean, 1e-12));
      CHECK(close(moments.second.number, second, 1e-12));
      CHECK(close(moments.gradient_second.number, numbers(fields[4])[0], 1e-12));
      CHECK(close(moments.variance.number, second - mean * mean, 1e-12 * (1 + second)));
      CHECK(close(moments.gain.number, 1 / std::sqrt(second), 1e-12));
      std::vector<double> found;
      for (const FixedPoint& one : analysis.plain.fixed) {
        if (one.q > 0 && one.q < 1e6) found.push_back(one.q);
      }
      const std::vector<double> wanted = numbers(fields[5]);
      REQUIRE(found.size() == wanted.size());
      for (std::size_t i = 0; i < wanted.size(); ++i) CHECK(close(found[i], wanted[i], 1e-11));
    }
  }
  CHECK(rows >= 47);
}

TEST_CASE("ReLU has the gain of He's initialisation, for which every length stays") {
  const Analysis relu = analysed("relu");
  CHECK(close(relu.moments.mean.number, 1 / std::sqrt(2 * std::acos(-1.0)), 1e-14));
  CHECK(close(relu.moments.second.number, 0.5, 1e-14));
  CHECK(close(relu.moments.gain.number, std::sqrt(2.0), 1e-14));
  CHECK(relu.gained.every);
  CHECK_FALSE(relu.plain.every);
  REQUIRE(relu.plain.fixed.size() == 1);
  CHECK(relu.plain.fixed[0].q == 0);
  CHECK(close(relu.plain.fixed[0].slope, 0.5, 1e-12));
}

TEST_CASE("SELU keeps mean 0 and variance 1, and comes back to them") {
  const Analysis selu = analysed("selu");
  CHECK(std::abs(selu.moments.mean.number) < 1e-14);
  CHECK(close(selu.moments.variance.number, 1, 1e-14));
  REQUIRE(selu.gained.fixed.size() == 2);
  CHECK(selu.gained.fixed[1].q == 1);
  CHECK(selu.gained.fixed[1].slope < 1);
}

TEST_CASE("The gain makes 1 a fixed point") {
  for (const char* id : {"tanh", "gelu", "sigmoid", "sin", "gaussian", "exponential"}) {
    bool found = false;
    for (const FixedPoint& one : analysed(id).gained.fixed) found = found || one.q == 1;
    CHECK(found);
  }
}

TEST_CASE("Signals through tanh fade where weights have variance 1: 0 is on the edge of chaos") {
  const Analysis tanh = analysed("tanh");
  REQUIRE(tanh.plain.fixed.size() == 1);
  CHECK(tanh.plain.fixed[0].q == 0);
  CHECK(close(tanh.plain.fixed[0].slope, 1, 1e-12));
  CHECK(close(tanh.plain.fixed[0].chi, 1, 1e-12));
  CHECK(tanh.moments.mean.number == 0);
  CHECK(tanh.moments.mean.sure.proved);
}

TEST_CASE("A slope of the variance map is its derivative, jumps or not") {
  // E[step(sqrt(q) z)^2] is 1/2 for every q, and V(q) = q / 2 + b / 4 for squareplus.
  const Analysis step = analysed("step");
  REQUIRE(step.plain.fixed.size() == 2);
  CHECK(close(step.plain.fixed[1].q, 0.5, 1e-12));
  CHECK(std::abs(step.plain.fixed[1].slope) < 1e-12);
  const Analysis squareplus = analysed("squareplus", {4});
  REQUIRE(squareplus.plain.fixed.size() == 1);
  CHECK(close(squareplus.plain.fixed[0].q, 2, 1e-12));
  CHECK(close(squareplus.plain.fixed[0].slope, 0.5, 1e-12));
}
