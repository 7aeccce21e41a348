#pragma once

#include "ast.hpp"

namespace activation::formula {

/// An equal formula in which forms that overflow or lose digits have given way to functions that do not (primitive.hpp):
/// 1 / (1 + exp(-u)) is a sigmoid, log(1 + exp(u)) a softplus. New nodes are added to the tree, the old ones stay.
/// Activations whose parameters depend on x are written out as the catalog's formula; with `write_out`, all with parameters
/// are: their kernels hold for parameters within their limits.
/// Where such a form is zero it has the sign of the exact function at that x: 1 - exp(x) is -0 at 0, as it is -1e-300 at 1e-300,
/// where both would be 0 term by term, and 1 / (1 - exp(x)) is -inf. x^0.5 is sqrt(x), -0 at -0. All else has the zeros of IEEE 754.
Id recognised(Ast& ast, Id root, bool write_out);

}  // namespace activation::formula
