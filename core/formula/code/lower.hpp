#pragma once

#include "tree.hpp"

namespace activation::formula::code {

/// The formula without activations but Stable ones, each in a form that keeps its digits and does not overflow.
Id lowered(Ast& ast, Id root);

Id stable(Ast& ast, std::uint16_t index, Id argument);

}  // namespace activation::formula::code
