#include <activation/analysis.hpp>

#include "../catch.hpp"
#include "text/write_double.hpp"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>

using activation::Analysis;
using activation::Status;
using activation::write_double;

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
  CHECK(holds(relu, "\"range\":{\"parts\":[{\"from\":0,\"to\":\"inf\",\"fromClosed\":true,\"toClosed\":false}],\"endless\":false,"
                    "\"proved\":true,\"tolerance\":0}"));
  CHECK(holds(relu, "\"stretches\":[{\"from\":\"-inf\",\"to\":0,\"direction\":\"constant\"},{\"from\":0,\"to\":\"inf\","
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

TEST_CASE("Every double is written so that it is read again") {
  for (const double value : {0.1, 1.0 / 3, 6.02214076e23, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, 9.999999999999999e22,
                             1e23, 0.30000000000000004, -123456.789, 0.9999999999999999}) {
    INFO(write_double(value));
    CHECK(std::strtod(write_double(value).c_str(), nullptr) == value);
    CHECK(std::strtod(write_double(-value).c_str(), nullptr) == -value);
  }
  std::uint64_t state = 42;
  for (int i = 0; i < 2000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    double value = 0;
    std::memcpy(&value, &state, sizeof value);
    if (value - value != 0) continue;
    INFO(write_double(value));
    CHECK(std::strtod(write_double(value).c_str(), nullptr) == value);
  }
  CHECK(write_double(0.5) == "5e-1");
  CHECK(write_double(3) == "3");
}
