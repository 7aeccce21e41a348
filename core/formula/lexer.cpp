#include "lexing.hpp"

#include "../math/doubles.hpp"
#include "joined.hpp"
#include "letters.hpp"
#include "signs.hpp"
#include "text/parse_double.hpp"

namespace activation::formula {
namespace {

std::size_t units(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t bytes = 0;
    count += character_at(text.substr(at), bytes) > 0xFFFF ? 2 : 1;
    at += bytes;
  }
  return count;
}

}  // namespace

bool Lexer::run() {
  while (true) {
    skip_space();
    if (at_ == text_.size()) break;
    if (!next()) return false;
  }
  push(Kind::end, 0);
  return true;
}

void Lexer::skip_space() {
  spaced_ = false;
  while (at_ < text_.size()) {
    std::size_t bytes = 0;
    const char32_t c = character_at(rest(), bytes);
    const bool space = c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200D) ||
                       c == 0x202F || c == 0x2061 || c == 0x3000 || c == 0xFEFF;
    if (!space) return;
    at_ += bytes;
    ++position_;
    spaced_ = true;
  }
}

Token& Lexer::push(Kind kind, std::size_t bytes) {
  Token token;
  token.kind = kind;
  token.position = position_;
  token.text = text_.substr(at_, bytes);
  token.length = units(token.text);
  token.after_space = spaced_;
  at_ += bytes;
  position_ += token.length;
  tokens_.push_back(std::move(token));
  return tokens_.back();
}

bool Lexer::fail(FormulaFault fault, std::size_t bytes, std::string message, std::string_view suggestion) {
  problem_ = {.fault = fault,
              .position = position_,
              .length = units(text_.substr(at_, bytes)),
              .message = std::move(message),
              .suggestion = std::string(suggestion)};
  return false;
}

bool Lexer::next() {
  const char32_t c = ahead(0);
  if (is_digit(c) || (c == '.' && is_digit(ahead(1)))) return number();
  if (is_latin(c)) return latin();
  if (c == '\\') return latex();
  if (c == '{' || c == '}') return brace();
  if (c == '"' || (c == '\'' && !tokens_.empty() && tokens_.back().kind == Kind::assign)) return quoted();
  if (entry_at(raised, rest()) != nullptr) return superscript();
  if (const Letter* letter = letter_at(rest())) {
    std::size_t bytes = letter->letter.size();
    std::string name(letter->name);
    lower(name, bytes);
    push(Kind::name, bytes).name = std::move(name);
    return true;
  }
  if (const Fraction* one = entry_at(fractions, rest())) {
    push(Kind::number, one->text.size()).number = one->value;
    return true;
  }
  if (const Sign* sign = entry_at(signs, rest())) {
    push(sign->kind, sign->text.size());
    return true;
  }
  return unknown();
}

bool Lexer::unknown() {
  if (const Advice* one = entry_at(advice, rest())) {
    return fail(FormulaFault::unexpected, one->text.size(), std::string(one->message), one->suggestion);
  }
  std::size_t bytes = 0;
  character_at(rest(), bytes);
  if (rest()[0] == '.' && is_latin(ahead(1)) && !tokens_.empty()) return method();
  if (rest()[0] == '.') return fail(FormulaFault::unexpected, 1, "A point stands here without a number.");
  return fail(FormulaFault::unexpected, bytes,
              joined({"The character `", rest().substr(0, bytes), "` has no meaning in a formula: remove it."}));
}

bool Lexer::method() {
  std::size_t bytes = 1;
  while (is_latin(ahead(bytes)) || is_digit(ahead(bytes))) ++bytes;
  return fail(FormulaFault::unexpected, bytes,
              joined({"Functions stand in front: write `", rest().substr(1, bytes - 1), "(…)` around it."}));
}

bool Lexer::number() {
  std::string digits;
  std::size_t bytes = 0;
  bool point = false;
  for (;; ++bytes) {
    const char32_t c = ahead(bytes);
    if (c == '.' && !point) {
      point = true;
    } else if (c == '_' && is_digit(ahead(bytes + 1)) && bytes > 0) {
      continue;  // 1_000
    } else if (!is_digit(c)) {
      break;
    }
    digits += static_cast<char>(c);
  }
  if (ahead(bytes) == 'e' || ahead(bytes) == 'E') {
    const std::size_t sign = ahead(bytes + 1) == '+' || ahead(bytes + 1) == '-' ? 1 : 0;
    if (is_digit(ahead(bytes + 1 + sign))) {
      for (std::size_t end = bytes + 1 + sign; bytes < end || is_digit(ahead(bytes)); ++bytes) {
        digits += static_cast<char>(ahead(bytes));
      }
      point = true;
    }
  }
  double value = 0;
  if (!text::parse_double(digits, value)) return fail(FormulaFault::unexpected, bytes, "This is no number.");
  if (!math::is_finite(value)) {
    return fail(FormulaFault::number_out_of_range, bytes, "This number is too large: the largest is about 1.8e308.");
  }
  if (ahead(bytes) == '.' && is_digit(ahead(bytes + 1))) {
    at_ += bytes;
    position_ += bytes;
    return fail(FormulaFault::unexpected, 1, "A number has one decimal point.");
  }
  // C's 0.5f
  if (point && (ahead(bytes) == 'f' || ahead(bytes) == 'F') && !is_latin(ahead(bytes + 1)) &&
      !is_digit(ahead(bytes + 1)) && ahead(bytes + 1) != '(' && ahead(bytes + 1) != '.') {
    ++bytes;
  }
  push(Kind::number, bytes).number = value;
  return true;
}

bool Lexer::superscript() {
  std::size_t bytes = 0;
  std::string digits;
  while (const Sign* sign = at_ + bytes < text_.size() ? entry_at(raised, text_.substr(at_ + bytes)) : nullptr) {
    digits += static_cast<char>(sign->kind);
    bytes += sign->text.size();
  }
  double value = 0;
  if (text_.substr(at_ + bytes).starts_with("ˣ")) {
    return fail(FormulaFault::unexpected, bytes + std::string_view("ˣ").size(),
                joined({"Write this power as `^", digits, "x`."}), joined({"^", digits, "x"}));
  }
  if (!text::parse_double(digits, value)) {
    return fail(FormulaFault::missing, bytes, "The raised sign has no number: write `^(…)` for other exponents.");
  }
  if (!math::is_finite(value)) {
    return fail(FormulaFault::number_out_of_range, bytes, "This exponent is too large.");
  }
  push(Kind::superscript, bytes).number = value;
  return true;
}

bool lex(std::string_view text, std::vector<Token>& tokens, FormulaProblem& problem) {
  const std::size_t length = units(text);
  if (length > Formula::most_characters) {
    problem = {.fault = FormulaFault::too_long,
               .position = Formula::most_characters,
               .length = length - Formula::most_characters,
               .message = joined(
                   {"The formula is too long: at most 10,000 characters, and this has ", std::to_string(length), "."}),
               .suggestion = {}};
    return false;
  }
  tokens.clear();
  return Lexer(text, tokens, problem).run();
}

}  // namespace activation::formula
