#pragma once

#include "ast.hpp"

namespace activation::formula {

/// d root / dx as nodes of the same tree, simplified.
Id derivative(Ast& ast, Id root);

/// An equal formula that is shorter to read: constants folded, 0 + x, 1 * x, x * x = x^2 and the like; nothing that could
/// change a value where all parts of the original have finite ones, except by rounding or in the sign of a zero.
Id simplified(Ast& ast, Id root);

}  // namespace activation::formula
