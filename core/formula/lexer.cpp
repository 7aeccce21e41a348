#include "lexer.hpp"

#include "joined.hpp"
#include "letters.hpp"
#include "signs.hpp"
#include "text/parse_double.hpp"

#include <array>

namespace activation::formula {
namespace {

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

template <class Table>
const Sign* sign_at(const Table& table, std::string_view text) {
  for (const Sign& one : table) {
    if (text.starts_with(one.text)) return &one;
  }
  return nullptr;
}

std::size_t units(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t bytes = 0;
    count += character_at(text.substr(at), bytes) > 0xFFFF ? 2 : 1;
    at += bytes;
  }
  return count;
}

class Lexer {
 public:
  Lexer(std::string_view text, std::vector<Token>& tokens, FormulaProblem& problem)
      : text_(text), tokens_(tokens), problem_(problem) {}

  bool run() {
    while (true) {
      skip_space();
      if (at_ == text_.size()) break;
      if (!next()) return false;
    }
    push(Kind::end, 0);
    return true;
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }
  char32_t ahead(std::size_t i) const {
    return at_ + i < text_.size() ? static_cast<char32_t>(static_cast<unsigned char>(text_[at_ + i])) : 0;
  }

  void skip_space() {
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

  Token& push(Kind kind, std::size_t bytes) {
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

  bool fail(FormulaFault fault, std::size_t bytes, std::string message, std::string_view suggestion = {}) {
    problem_ = {.fault = fault,
                .position = position_,
                .length = units(text_.substr(at_, bytes)),
                .message = std::move(message),
                .suggestion = std::string(suggestion)};
    return false;
  }

  bool next() {
    const char32_t c = ahead(0);
    if (is_digit(c) || (c == '.' && is_digit(ahead(1)))) return number();
    if (is_latin(c)) return latin();
    if (c == '"' || (c == '\'' && !tokens_.empty() && tokens_.back().kind == Kind::assign)) return quoted();
    if (sign_at(raised, rest()) != nullptr) return superscript();
    if (const Letter* letter = letter_at(rest())) {
      std::size_t bytes = letter->letter.size();
      std::string name(letter->name);
      lower(name, bytes);
      push(Kind::name, bytes).name = std::move(name);
      return true;
    }
    for (const Fraction& one : fractions) {
      if (!rest().starts_with(one.text)) continue;
      push(Kind::number, one.text.size()).number = one.value;
      return true;
    }
    if (const Sign* sign = sign_at(signs, rest())) {
      push(sign->kind, sign->text.size());
      return true;
    }
    return unknown();
  }

  bool unknown() {
    for (const Advice& one : advice) {
      if (rest().starts_with(one.text)) {
        return fail(FormulaFault::unexpected, one.text.size(), std::string(one.message), one.suggestion);
      }
    }
    std::size_t bytes = 0;
    character_at(rest(), bytes);
    if (rest()[0] == '.' && is_latin(ahead(1)) && !tokens_.empty()) return method();
    if (rest()[0] == '.') return fail(FormulaFault::unexpected, 1, "A point stands here without a number.");
    return fail(FormulaFault::unexpected, bytes,
                joined({"The character `", rest().substr(0, bytes), "` has no meaning in a formula: remove it."}));
  }

  /// relu(x).tanh()
  bool method() {
    std::size_t bytes = 1;
    while (is_latin(ahead(bytes)) || is_digit(ahead(bytes))) ++bytes;
    return fail(FormulaFault::unexpected, bytes,
                joined({"Functions stand in front: write `", rest().substr(1, bytes - 1), "(…)` around it."}));
  }

  bool number() {
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
    if (!(value - value == 0)) {
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

  bool latin() {
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
                  name == "_" ? "A condition is 1 or 0 where a number belongs: write `(x > 0)`."
                              : "An index is a name or a number, as in `x_1` or `x_{max}`.");
    }
    push(Kind::name, bytes).name = std::move(name);
    return true;
  }

  /// Lowered digits, and after a Greek letter digits or _ and what follows, belong to the name: β₁ is beta_1.
  void lower(std::string& name, std::size_t& bytes) {
    const std::size_t before = bytes;
    while (const Sign* digit = at_ + bytes < text_.size() ? sign_at(lowered, text_.substr(at_ + bytes)) : nullptr) {
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

  /// The index of x_{max}, which is x_max.
  bool in_braces(std::string& name, std::size_t& bytes) {
    const bool line = ahead(bytes) == '_';
    const std::size_t open = bytes + (line ? 1 : 0);
    if (ahead(open) != '{' || name == "_" || !(line || name.ends_with('_'))) return false;
    std::size_t end = open + 1;
    while (is_latin(ahead(end)) || is_digit(ahead(end))) ++end;
    if (ahead(end) != '}' || end == open + 1) return false;
    if (line) name += '_';
    name += text_.substr(at_ + open + 1, end - open - 1);
    bytes = end + 1;
    return true;
  }

  bool quoted() {
    const char quote = text_[at_];
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) return fail(FormulaFault::unclosed, 1, "This quotation has no end.");
    const std::size_t bytes = end + 1 - at_;
    const std::string_view inner = text_.substr(at_ + 1, bytes - 2);
    push(Kind::words, bytes).name = inner;
    return true;
  }

  bool superscript() {
    std::size_t bytes = 0;
    std::string digits;
    while (const Sign* sign = at_ + bytes < text_.size() ? sign_at(raised, text_.substr(at_ + bytes)) : nullptr) {
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
    if (!(value - value == 0)) {
      return fail(FormulaFault::number_out_of_range, bytes, "This exponent is too large.");
    }
    push(Kind::superscript, bytes).number = value;
    return true;
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  FormulaProblem& problem_;
  std::size_t at_ = 0;
  std::size_t position_ = 0;
  bool spaced_ = false;
};

}  // namespace

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
