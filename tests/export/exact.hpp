#pragma once

#include "formula/ast.hpp"

#include <span>

namespace activation::formula {

/// f(x) and f'(x) from the definitions, in 113 bits: what both the core and the programs have to agree with.
struct Exact {
  double value = 0;
  double gradient = 0;
  double curvature = 0;  ///< to two digits, next to a kink that of one side: by it errors of x in f' are judged
};

/// Activations are what their formula in the catalog says. Where that has cancelled all but the last of its bits, `core` is
/// taken, which golden data judge, if it is as near as those bits can tell.
Exact exact(const Ast& ast, Id root, double x, std::span<const double> parameters, const Exact& core);

}  // namespace activation::formula
