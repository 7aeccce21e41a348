#pragma once

#include "formula/ast.hpp"

#include <span>

namespace activation::formula {

/// f(x) and f'(x) from the definitions alone, in 113 bits: what both the core and the programs have to agree with.
struct Exact {
  double value = 0;
  double gradient = 0;
  double curvature = 0;  ///< to two digits, next to a kink that of one side: by it errors of x in f' are judged
};

/// The formula in the form from which code is printed.
Id without_cancellation(Ast& ast, Id root);

/// Activations are what their formula in the catalog says. Next to 0, where that has cancelled down to the last of its bits,
/// `stable` says the rest: it has to be the same everywhere to 1e-25.
Exact exact(const Ast& ast, Id root, Id stable, double x, std::span<const double> parameters);

}  // namespace activation::formula
