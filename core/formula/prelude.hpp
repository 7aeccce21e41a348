#pragma once

#include "lexer.hpp"

#include <string>
#include <vector>

namespace activation::formula {

/// The first token of the formula itself, after what people copy along: `f(x) =`, `y =`, `lambda x:`, `x =>`, `return`.
/// `variable` becomes the name that stands for x there. The end of a body in braces is taken off.
std::size_t skip_prelude(std::vector<Token>& tokens, std::string& variable);

}  // namespace activation::formula
