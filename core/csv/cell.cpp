#include "cell.hpp"

#include "text/parse_double.hpp"
#include "tokenizer.hpp"

#include <cstddef>

namespace activation::csv {
namespace {

/// Longer ones are no numbers that anybody wrote; 1,100 digits are the exact value of the least double.
constexpr std::size_t longest = 1200;

bool stands_for_nothing(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  char lower[8];
  if (text.size() > sizeof lower) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    lower[i] = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + ('a' - 'A')) : text[i];
  }
  const std::string_view word(lower, text.size());
  for (const std::string_view nothing : {"", "nan", "inf", "infinity", "na", "n/a", "null", "none"}) {
    if (word == nothing) return true;
  }
  return false;
}

std::string_view without_brackets(std::string_view text) {
  while (text.starts_with('[')) text = trimmed(text.substr(1));
  while (text.ends_with(']')) text = trimmed(text.substr(0, text.size() - 1));
  return text;
}

}  // namespace

Cell read_cell(std::string_view text, char mark, double& value) {
  text = without_brackets(trimmed(text));
  if (text.size() > longest) return Cell::text;
  char ascii[longest];
  std::size_t size = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool dash = rest.starts_with("\xe2\x88\x92") || rest.starts_with("\xe2\x80\x93");
    ascii[size++] = dash ? '-' : text[i];
    if (dash) i += 2;
  }
  const std::string_view plain(ascii, size);
  double number = 0;
  if (text::parse_double(plain, number, mark)) {
    if (number - number != 0) return Cell::text;  // beyond the largest double
    value = number;
    return Cell::number;
  }
  return stands_for_nothing(plain) ? Cell::missing : Cell::text;
}

}  // namespace activation::csv
