#pragma once

#include "../print.hpp"
#include "body.hpp"

namespace activation::formula::code {

std::string numpy_program(const Ast& ast, Id root, Id derivative, const CodeOptions& options);
std::string pytorch_program(const Ast& ast, Id root, const CodeOptions& options);
std::string jax_program(const Ast& ast, Id root, const CodeOptions& options);
std::string keras_program(const Ast& ast, Id root, const CodeOptions& options);
std::string cpp_program(const Ast& ast, Id root, Id derivative, const CodeOptions& options);
std::string javascript_program(const Ast& ast, Id root, Id derivative, const CodeOptions& options);

}  // namespace activation::formula::code
