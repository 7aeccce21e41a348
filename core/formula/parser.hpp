#pragma once

#include <activation/formula.hpp>

#include "ast.hpp"

#include <string_view>

namespace activation::formula {

/// A formula as it was written: nothing is simplified.
struct Parsed {
  Ast ast;
  Id root = 0;
};

/// False, and `problem` filled, when the text (UTF-8) is no formula.
bool parse(std::string_view text, Parsed& parsed, FormulaProblem& problem);

}  // namespace activation::formula
