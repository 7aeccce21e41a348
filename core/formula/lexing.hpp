#pragma once

#include "lexer.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What the files of the lexer share: lexer.cpp has numbers and signs, lex_name.cpp names, lex_latex.cpp commands.

namespace activation::formula {

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// The first of a table that a text begins with, or null.
template <class Table>
const typename Table::value_type* entry_at(const Table& table, std::string_view text) {
  for (const auto& one : table) {
    if (text.starts_with(one.text)) return &one;
  }
  return nullptr;
}

class Lexer {
 public:
  Lexer(std::string_view text, std::vector<Token>& tokens, FormulaProblem& problem)
      : text_(text), tokens_(tokens), problem_(problem) {}

  bool run();

 private:
  std::string_view rest() const { return text_.substr(at_); }
  char32_t ahead(std::size_t i) const {
    return at_ + i < text_.size() ? static_cast<char32_t>(static_cast<unsigned char>(text_[at_ + i])) : 0;
  }

  void skip_space();
  Token& push(Kind kind, std::size_t bytes);
  bool fail(FormulaFault fault, std::size_t bytes, std::string message, std::string_view suggestion = {});

  bool next();
  bool number();
  bool superscript();
  bool unknown();

  /// relu(x).tanh()
  bool method();

  // Names

  bool latin();

  /// Lowered digits, and after a Greek letter digits or _ and what follows, belong to the name: β₁ is beta_1.
  void lower(std::string& name, std::size_t& bytes);

  /// The index of x_{max} and x_{\mathrm{max}}, which are x_max.
  bool in_braces(std::string& name, std::size_t& bytes);
  bool quoted();

  // LaTeX

  bool latex();

  /// \frac{a}{b} is {{a}/{b}} to the parser: brackets that nobody wrote have no text.
  bool fraction(std::size_t bytes);
  bool brace();

  enum class Brace : std::uint8_t { group, numerator, denominator };

  std::string_view text_;
  std::vector<Token>& tokens_;
  FormulaProblem& problem_;
  std::size_t at_ = 0;
  std::size_t position_ = 0;
  bool spaced_ = false;
  std::vector<Brace> braces_;  ///< that are open
};

}  // namespace activation::formula
