#include "print.hpp"

#include "code/guard.hpp"
#include "code/lower.hpp"
#include "code/programs.hpp"
#include "recognise.hpp"

namespace activation::formula {

std::string printed_code(const Ast& ast, Id root, Id derivative, CodeFormat format, const CodeOptions& options) {
  Ast own = ast;
  const auto prepared = [&own](Id id) { return code::lowered(own, recognised(own, id, false)); };
  root = prepared(root);
  const bool differentiates = format == CodeFormat::pytorch || format == CodeFormat::jax || format == CodeFormat::keras;
  const bool takes_arrays = differentiates || format == CodeFormat::numpy;
  // Only where it is printed.
  if (!differentiates) derivative = prepared(derivative);
  if (takes_arrays) {
    root = code::guarded(own, root, options.parameters);
    if (!differentiates) derivative = code::guarded(own, derivative, options.parameters);
  }
  if (differentiates) root = code::without_overflow(own, root);
  if (differentiates) root = code::with_settled_ties(own, root, format == CodeFormat::pytorch);
  switch (format) {
    case CodeFormat::numpy: return code::numpy_program(own, root, derivative, options);
    case CodeFormat::pytorch: return code::pytorch_program(own, root, options);
    case CodeFormat::jax: return code::jax_program(own, root, options);
    case CodeFormat::keras: return code::keras_program(own, root, options);
    case CodeFormat::cpp: return code::cpp_program(own, root, derivative, options);
    case CodeFormat::javascript: return code::javascript_program(own, root, derivative, options);
  }
  return {};
}

}  // namespace activation::formula
