#include <activation/analysis.hpp>

#include "../catch.hpp"

#include <string>

using activation::Analysis;
using activation::Status;

namespace {

std::string json(const char* id) {
  Analysis analysis;
  REQUIRE(analyse(activation::find(id), {}, analysis) == Status::ok);
  return analysis_json(analysis);
}

bool holds(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("An analysis is written as JSON") {
  const std::string relu = json("relu");
  CHECK(holds(
      relu,
      "\"range\":{\"parts\":[{\"from\":0,\"to\":\"inf\",\"fromClosed\":true,\"toClosed\":false}],\"endless\":false,"
      "\"proved\":true,\"tolerance\":0}"));
  CHECK(holds(relu,
              "\"stretches\":[{\"from\":\"-inf\",\"to\":0,\"direction\":\"constant\"},{\"from\":0,\"to\":\"inf\","
              "\"direction\":\"rising\"}]"));
  CHECK(holds(relu, "\"jumps\":[{\"x\":0,\"of\":\"gradient\",\"before\":0,\"after\":1}]"));
  CHECK(holds(relu, "\"repetition\":null"));
  CHECK(holds(relu, "\"left\":{\"growth\":\"constant\",\"limit\":{\"number\":0,\"proved\":true,\"tolerance\":0}"));
  CHECK(holds(json("gelu"), "\"smoothness\":{\"kind\":\"infinite\",\"proved\":true,\"tolerance\":0}"));
  CHECK(holds(json("exponential"), "\"lipschitz\":null"));
  for (const char* id : {"relu", "sin", "gcu", "step"}) {
    const std::string text = json(id);
    CHECK_FALSE(holds(text, "nan"));
    CHECK_FALSE(holds(text, ":inf"));
  }
}

TEST_CASE("An analysis says what it cannot analyse") {
  Analysis analysis;
  CHECK(analyse(activation::find("softmax"), {}, analysis) == Status::bad_parameter);
  CHECK(analyse(activation::find("elu"), {}, analysis) == Status::bad_parameter);
  CHECK(analyse(activation::catalog().size(), {}, analysis) == Status::unknown_function);
  const double temperature = 1;
  CHECK(analyse(activation::find("softmax"), {&temperature, 1}, analysis) == Status::unsupported);
}
