#pragma once

#include "tree.hpp"

#include <unordered_map>

namespace activation::formula::code {

/// The values of the parts of a formula that are made of numbers alone, apart from single numbers and conditions.
std::unordered_map<Id, double> literal_values(const Ast& ast, Id root);

}  // namespace activation::formula::code
