#pragma once

#include "ast.hpp"

#include <array>
#include <string>
#include <string_view>

namespace activation::formula {

/// How a markup writes what formulas are made of. Pairs and triples are what stands before, between and after the parts.
struct Style {
  using Name = std::string (*)(std::string_view letters);

  Name identifier;  ///< x, β
  Name function;    ///< sin, upright
  Name number;      ///< digits
  std::array<std::string_view, 3> fraction;
  std::array<std::string_view, 3> power;
  std::array<std::string_view, 3> index;
  std::array<std::string_view, 2> root;
  std::array<std::string_view, 2> cube_root;
  std::array<std::string_view, 2> brackets;
  std::array<std::string_view, 2> square_brackets;
  std::array<std::string_view, 2> bars;
  std::array<std::string_view, 2> floor;
  std::array<std::string_view, 2> ceil;
  std::string_view apply;  ///< between a function and its brackets
  std::string_view comma;
  std::string_view plus;
  std::string_view minus;     ///< between two
  std::string_view negative;  ///< in front of one
  std::string_view times;     ///< seen
  std::string_view juxtaposed;
  std::array<std::string_view, 6> comparisons;  ///< less to unequal
  std::string_view both;
  std::string_view either;
  std::string_view no;
  std::string_view pi;
  std::string_view e;
  std::array<std::string_view, 2> cases;
  std::array<std::string_view, 3> row;        ///< value, condition
  std::array<std::string_view, 2> otherwise;  ///< the last row
  std::string_view too_long;
  bool latex;  ///< whether Letter::latex names Greek letters
};

/// A formula as mathematics is printed: fractions, roots, raised exponents, a brace for cases.
std::string printed_math(const Ast& ast, Id root, const Style& style);

}  // namespace activation::formula
