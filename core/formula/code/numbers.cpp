#include "body.hpp"

#include "../shortest.hpp"

namespace activation::formula::code {

std::string number_text(double value, bool point) {
  std::string text = shortest(value);
  if (point && text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

}  // namespace activation::formula::code
