#pragma once

#include <activation/formula.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace activation::formula {

/// What a token is. Ways to write one thing are one kind: `**` is a power, `×` is times.
enum class Kind : std::uint8_t {
  end,
  number,       ///< Token::number
  name,         ///< Token::name, dotted where it was: "np.tanh"
  words,        ///< in quotes, as Python's keyword arguments have them: Token::name
  superscript,  ///< Token::number, a whole one
  plus,
  minus,
  times,
  over,
  power,
  root,
  cube_root,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  unequal,
  assign,  ///< a single =
  arrow,   ///< => or ->, as functions have them
  both,
  either,
  no,       ///< the word: binds less than a comparison
  no_sign,  ///< C's !: binds as a sign does
  question,
  colon,
  when,       ///< Python's if
  otherwise,  ///< Python's else
  comma,
  semicolon,
  open,   ///< ( [ {
  close,  ///< ) ] }
  bar,
};

struct Token {
  Kind kind = Kind::end;
  std::size_t position = 0;  ///< in UTF-16 units
  std::size_t length = 0;
  bool after_space = false;  ///< something stands between it and the one before
  double number = 0;
  std::string name{};       ///< identifiers in Latin letters
  std::string_view text{};  ///< as written
};

/// The tokens of a text and an `end`. False, and `problem` filled, at what is no token.
bool lex(std::string_view text, std::vector<Token>& tokens, FormulaProblem& problem);

}  // namespace activation::formula
