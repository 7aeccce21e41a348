#pragma once

#include "lexer.hpp"

#include <array>
#include <string_view>

// The signs and words that are tokens, and what to say of others. Included by the files of the lexer alone.

namespace activation::formula {

struct Sign {
  std::string_view text;
  Kind kind;
};

/// The longer before the shorter that begins it.
constexpr auto signs = std::to_array<Sign>({
    {"**", Kind::power},     {"<=", Kind::less_equal},   {">=", Kind::greater_equal},
    {"=>", Kind::arrow},     {"->", Kind::arrow},        {"===", Kind::equal},
    {"==", Kind::equal},     {"!==", Kind::unequal},     {"!=", Kind::unequal},
    {"<>", Kind::unequal},   {"&&", Kind::both},         {"+", Kind::plus},
    {"-", Kind::minus},      {"*", Kind::times},         {"/", Kind::over},
    {"^", Kind::power},      {"<", Kind::less},          {">", Kind::greater},
    {"=", Kind::assign},     {"!", Kind::no_sign},       {"?", Kind::question},
    {":", Kind::colon},      {",", Kind::comma},         {";", Kind::semicolon},
    {"(", Kind::open},       {"[", Kind::open},          {")", Kind::close},
    {"]", Kind::close},      {"|", Kind::bar},           {"−", Kind::minus},
    {"–", Kind::minus},      {"—", Kind::minus},         {"﹣", Kind::minus},
    {"－", Kind::minus},     {"＋", Kind::plus},         {"×", Kind::times},
    {"·", Kind::times},      {"⋅", Kind::times},         {"∙", Kind::times},
    {"•", Kind::times},      {"∗", Kind::times},         {"⁢", Kind::times},
    {"÷", Kind::over},       {"∕", Kind::over},          {"⁄", Kind::over},
    {"√", Kind::root},       {"∛", Kind::cube_root},     {"≤", Kind::less_equal},
    {"⩽", Kind::less_equal}, {"≥", Kind::greater_equal}, {"⩾", Kind::greater_equal},
    {"≠", Kind::unequal},    {"∧", Kind::both},          {"∨", Kind::either},
    {"¬", Kind::no},         {"↦", Kind::arrow},         {"→", Kind::arrow},
    {"（", Kind::open},      {"）", Kind::close},        {"∣", Kind::bar},
});

constexpr auto keywords = std::to_array<Sign>({
    {"and", Kind::both},
    {"or", Kind::either},
    {"not", Kind::no},
    {"if", Kind::when},
    {"else", Kind::otherwise},
    {"AND", Kind::both},
    {"OR", Kind::either},
    {"NOT", Kind::no},
});

/// Raised digits and signs, each with the character it stands for.
constexpr auto raised = std::to_array<Sign>({
    {"⁰", Kind{'0'}},
    {"¹", Kind{'1'}},
    {"²", Kind{'2'}},
    {"³", Kind{'3'}},
    {"⁴", Kind{'4'}},
    {"⁵", Kind{'5'}},
    {"⁶", Kind{'6'}},
    {"⁷", Kind{'7'}},
    {"⁸", Kind{'8'}},
    {"⁹", Kind{'9'}},
    {"⁻", Kind{'-'}},
    {"⁺", Kind{'+'}},
});

constexpr auto lowered = std::to_array<Sign>({
    {"₀", Kind{'0'}},
    {"₁", Kind{'1'}},
    {"₂", Kind{'2'}},
    {"₃", Kind{'3'}},
    {"₄", Kind{'4'}},
    {"₅", Kind{'5'}},
    {"₆", Kind{'6'}},
    {"₇", Kind{'7'}},
    {"₈", Kind{'8'}},
    {"₉", Kind{'9'}},
});

struct Fraction {
  std::string_view text;
  double value;
};
constexpr auto fractions = std::to_array<Fraction>({{"½", 0.5}, {"¼", 0.25}, {"¾", 0.75}, {"⅛", 0.125}, {"⅕", 0.2}});

/// What to say of characters that people try.
struct Advice {
  std::string_view text;
  std::string_view message;
  std::string_view suggestion;
};
constexpr auto advice = std::to_array<Advice>({
    {"&", "Write `and` between two conditions.", "and"},
    {"%", "There is no `%` here: write `/ 100` for percent, or `x - a * floor(x / a)` for a remainder.", ""},
    {"∞", "Infinity is no number here: write the branch or the limit that you mean.", ""},
    {"ˣ", "Write this power as `^x`.", "^x"},
    {"⌊", "Rounding down is written `floor(x)`.", "floor("},
    {"⌋", "Rounding down is written `floor(x)`.", ")"},
    {"⌈", "Rounding up is written `ceil(x)`.", "ceil("},
    {"⌉", "Rounding up is written `ceil(x)`.", ")"},
    {"‖", "The norm of a number is written `|x|`.", "|"},
    {"𝟙", "A condition is 1 or 0 where a number belongs: write `(x > 0)`.", ""},
    {"∑", "Sums over an index are not part of the language: write the terms out.", ""},
    {"∫", "Integrals are not part of the language.", ""},
    {"~", "Write `not` in front of a condition.", "not"},
    {"'", "Derivatives are worked out for you: write the function itself.", ""},
    {"′", "Derivatives are worked out for you: write the function itself.", ""},
    {"$", "The formula goes without dollar signs.", ""},
});

}  // namespace activation::formula
