#pragma once

#include "ast.hpp"

namespace activation::formula {

/// An equal formula in which forms that overflow or lose digits have given way to functions that do not (primitive.hpp):
/// 1 / (1 + exp(-u)) is a sigmoid, log(1 + exp(u)) a softplus. New nodes are added to the tree, the old ones stay.
/// Activations whose parameters depend on x are written out as the catalog's formula; with `write_out`, all with parameters
/// are: their kernels hold for parameters within their limits.
Id recognised(Ast& ast, Id root, bool write_out);

}  // namespace activation::formula
