#pragma once

#include <activation/formula.hpp>

#include "ast.hpp"
#include "names.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace activation::formula {

/// An argument of a call: what it is, where it stands, and the name that it was given ("alpha" in `alpha=0.5`).
struct Argument {
  Id id = 0;
  std::size_t position = 0;  ///< in UTF-16 units
  std::size_t length = 0;
  std::string keyword{};
  std::string_view text{};
};

/// A call as written.
struct Call {
  Meaning meaning;
  std::string_view name;  ///< as written
  std::size_t position = 0;
  std::size_t length = 0;
  std::string_view text{};  ///< all of it, brackets included
  std::vector<Argument> arguments;
};

/// The tree of a call. False, and `problem` filled, where the arguments do not fit.
bool make_call(Ast& ast, const Call& call, Id& result, FormulaProblem& problem);

}  // namespace activation::formula
