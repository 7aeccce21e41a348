#include "body.hpp"

#include <charconv>

namespace activation::formula::code {

std::string number_text(double value, bool point) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  std::string text(digits, end);
  if (point && text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

}  // namespace activation::formula::code
