#include <activation/catalog.hpp>
#include <activation/catalog_json.hpp>

#include <cmath>
#include <cstdlib>
#include <string>

#include "catch.hpp"

using activation::catalog;
using activation::json_number;

namespace {

bool comes_back(double value) { return std::strtod(json_number(value).c_str(), nullptr) == value; }

}  // namespace

TEST_CASE("a number comes back from its JSON bit for bit") {
  for (const double value : {0.0, 1.0, -1.0, 0.01, 0.1, 0.25, 1.0 / 8, 1.0 / 3, 20.0, 1e6, -1e6, 1e-6}) {
    INFO(value);
    CHECK(comes_back(value));
  }
}

TEST_CASE("every number of the catalog has a JSON form") {
  for (const auto& info : catalog()) {
    INFO(info.id);
    for (const auto& parameter : info.parameters) {
      for (const double value : {parameter.standard, parameter.minimum, parameter.maximum, parameter.slider_minimum,
                                 parameter.slider_maximum, parameter.step}) {
        CHECK(comes_back(value));
      }
    }
    for (const auto& kink : info.kinks) {
      CHECK(comes_back(kink.offset));
      CHECK(comes_back(kink.scale));
    }
    for (const double logit : info.slice) CHECK(comes_back(logit));
  }
}

TEST_CASE("the catalog's JSON names every function in order and has no null") {
  const std::string json = activation::catalog_json();
  CHECK(json.front() == '[');
  CHECK(json.back() == ']');
  CHECK(json.find("null") == std::string::npos);
  std::size_t at = 0;
  for (const auto& info : catalog()) {
    at = json.find("{\"id\":\"" + std::string(info.id) + "\"", at);
    CHECK(at != std::string::npos);
  }
}

TEST_CASE("quotes in the catalog's texts are escaped") {
  // MathML has attributes: a quote that is not escaped would end the string.
  const std::string json = activation::notes_json();
  CHECK(json.find("stretchy=\\\"false\\\"") != std::string::npos);
  CHECK(json.find("stretchy=\"false\"") == std::string::npos);
}
