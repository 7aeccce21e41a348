#include "joined.hpp"
#include "lexing.hpp"
#include "signs.hpp"

// Names, their indices, and words in quotes.

namespace activation::formula {

bool Lexer::latin() {
  if (rest().starts_with("std::") && is_latin(ahead(5))) {
    at_ += 5;
    position_ += 5;
  }
  std::size_t bytes = 0;
  while (is_latin(ahead(bytes)) || is_digit(ahead(bytes))) ++bytes;
  while (ahead(bytes) == '.' && is_latin(ahead(bytes + 1))) {
    ++bytes;
    while (is_latin(ahead(bytes)) || is_digit(ahead(bytes))) ++bytes;
  }
  std::string name(rest().substr(0, bytes));
  for (const Sign& word : keywords) {
    if (name == word.text) {
      push(word.kind, bytes);
      return true;
    }
  }
  if (name == "lambda" || name == "lamda") name = "lambd";
  lower(name, bytes);
  if (name.ends_with('_') && ahead(bytes) == '{') {
    return fail(FormulaFault::unexpected, bytes + 1,
                name == "_" && (tokens_.empty() || tokens_.back().kind != Kind::name)
                    ? "A condition is 1 or 0 where a number belongs: write `(x > 0)`."
                    : "An index is a name or a number, as in `x_1` or `x_{max}`.");
  }
  push(Kind::name, bytes).name = std::move(name);
  return true;
}

void Lexer::lower(std::string& name, std::size_t& bytes) {
  const std::size_t before = bytes;
  while (const Sign* digit = at_ + bytes < text_.size() ? entry_at(lowered, text_.substr(at_ + bytes)) : nullptr) {
    if (bytes == before) name += '_';
    name += static_cast<char>(digit->kind);
    bytes += digit->text.size();
  }
  if (bytes > before || in_braces(name, bytes)) return;
  const bool underscore = ahead(bytes) == '_' && (is_digit(ahead(bytes + 1)) || is_latin(ahead(bytes + 1)));
  if (underscore || (is_digit(ahead(bytes)) && name != "pi")) {
    do {
      name += static_cast<char>(ahead(bytes++));
    } while (is_digit(ahead(bytes)) || is_latin(ahead(bytes)));
  }
}

bool Lexer::quoted() {
  const char quote = text_[at_];
  const std::size_t end = text_.find(quote, at_ + 1);
  if (end == std::string_view::npos) return fail(FormulaFault::unclosed, 1, "This quotation has no end.");
  const std::size_t bytes = end + 1 - at_;
  const std::string_view inner = text_.substr(at_ + 1, bytes - 2);
  push(Kind::words, bytes).name = inner;
  return true;
}

}  // namespace activation::formula
