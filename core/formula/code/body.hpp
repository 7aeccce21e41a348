#pragma once

#include <activation/formula.hpp>

#include "dialect.hpp"
#include "names.hpp"
#include "tree.hpp"

#include <initializer_list>
#include <string>
#include <vector>

namespace activation::formula::code {

/// What a function does: statements that name its parts, and its result.
struct Body {
  std::vector<std::string> lines;
  std::string result;
  Rank rank = Rank::literal;  ///< of the result
  bool has_arrays = false;    ///< whether parameters are arrays of the library
  std::vector<std::string_view> helpers;
  bool uses_x = false;
  std::vector<bool> uses;  ///< for each parameter
};

/// What a program gets its parameters as.
enum class Given : std::uint8_t { numbers, numbers_or_arrays, arrays };

/// `owner` goes before names of parameters ("self.").
Body body(const Ast& ast, Id root, const Dialect& dialect, const Names& names, std::string_view owner = "",
          Given given = Given::numbers);

/// The helpers that the bodies call, and what those need, in the dialect's order.
std::string helpers_of(const Dialect& dialect, std::initializer_list<const Body*> bodies);

/// A number that reads back as the same double; with a point or an exponent if asked for.
std::string number_text(double value, bool point);

}  // namespace activation::formula::code
