#include "text/parse_double.hpp"

#include "catch.hpp"
#include "golden.hpp"

#include <fstream>
#include <string>

using activation::text::parse_double;

TEST_CASE("Every decimal is the double nearest to it, bit for bit", "[text]") {
  std::ifstream file(golden::path("decimals.csv"));
  std::string line;
  std::getline(file, line);
  int rows = 0;
  while (std::getline(file, line)) {
    const std::size_t comma = line.find(',');
    const std::string text = line.substr(0, comma);
    const double expected = std::strtod(line.c_str() + comma + 1, nullptr);
    double value = 7;
    REQUIRE(parse_double(text, value));
    if (!(value == expected) || std::signbit(value) != std::signbit(expected)) FAIL(line << " gave " << value);
    ++rows;
  }
  CHECK(rows > 700);
}

TEST_CASE("What is no decimal is refused and leaves the value alone", "[text]") {
  for (const char* text : {"",   "+",   "-",   ".",    "e5",  "1e",  "1e+",  "1.2.3", "1,2", " 1",
                           "1 ", "--1", "+-1", "0x10", "nan", "inf", "1e5.", "1_000", "1f",  "\xd9\xa1"}) {
    double value = 7;
    INFO(text);
    CHECK_FALSE(parse_double(text, value));
    CHECK(value == 7);
  }
}

TEST_CASE("The decimal mark may be a comma, and then a point is none", "[text]") {
  double value = 0;
  CHECK(parse_double("-1,25e1", value, ','));
  CHECK(value == -12.5);
  CHECK_FALSE(parse_double("1.25", value, ','));
}
