#include "body.hpp"

#include "../shortest.hpp"

namespace activation::formula::code {

std::string number_text(double value, bool point) {
  std::string text = shortest(value);
  // Beyond 2^53 too: NumPy and PyTorch have no whole numbers of more than 64 bits.
  const bool large = !(value < 0x1p53 && value > -0x1p53);
  if ((point || large) && text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

}  // namespace activation::formula::code
