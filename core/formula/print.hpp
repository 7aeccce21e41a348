#pragma once

#include <activation/formula.hpp>

#include "ast.hpp"

#include <string>

namespace activation::formula {

/// Plain text that parses to the same tree again, with no more brackets than it needs.
std::string printed_text(const Ast& ast, Id root);

/// The children of a <math> element.
std::string printed_mathml(const Ast& ast, Id root);

std::string printed_latex(const Ast& ast, Id root);

/// A program with the function and, where the library does not find it by itself, its derivative.
std::string printed_code(const Ast& ast, Id root, CodeFormat format, const CodeOptions& options);

}  // namespace activation::formula
