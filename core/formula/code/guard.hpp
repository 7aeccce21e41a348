#pragma once

#include "tree.hpp"

#include <span>

namespace activation::formula::code {

/// Libraries compute both branches of a choice, and their gradients: 0 * inf of the branch not taken is NaN. Here the branch
/// not taken gets an argument at which it is finite. `parameters` are the values by which conditions are judged.
Id guarded(Ast& ast, Id root, std::span<const double> parameters);

/// The same for e^u within what is 1 or 0 long before e^u overflows, as in tanh(e^u), and for
/// 1 / cosh(u)^2, where cosh overflows.
Id without_overflow(Ast& ast, Id root);

/// The formula with min, max and clip by something that is no array as choices, whose gradient where both are equal is the
/// one agreed on, 0, and not half of it. max(0, u) is Stable::relu, clip by two numbers stays if
/// `keeps_clip`: PyTorch has one of which that is true.
Id with_settled_ties(Ast& ast, Id root, bool keeps_clip);

}  // namespace activation::formula::code
