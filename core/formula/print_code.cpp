#include "print.hpp"

#include "code/guard.hpp"
#include "code/lower.hpp"
#include "code/programs.hpp"
#include "derivative.hpp"
#include "recognise.hpp"

namespace activation::formula {

std::string printed_code(const Ast& ast, Id root, CodeFormat format, const CodeOptions& options) {
  Ast own = ast;
  const bool differentiates = format == CodeFormat::pytorch || format == CodeFormat::jax || format == CodeFormat::keras;
  const bool takes_arrays = differentiates || format == CodeFormat::numpy;
  const auto prepared = [&](Id id) {
    id = code::lowered(own, recognised(own, id, false));
    return takes_arrays ? code::guarded(own, id, options.parameters) : id;
  };
  const Id slope = differentiates ? root : prepared(derivative(own, root));
  root = prepared(root);
  if (differentiates) {
    root = code::without_overflow(own, root);
    root = code::with_settled_ties(own, root, format == CodeFormat::pytorch);
  }
  switch (format) {
    case CodeFormat::numpy: return code::numpy_program(own, root, slope, options);
    case CodeFormat::pytorch: return code::pytorch_program(own, root, options);
    case CodeFormat::jax: return code::jax_program(own, root, options);
    case CodeFormat::keras: return code::keras_program(own, root, options);
    case CodeFormat::cpp: return code::cpp_program(own, root, slope, options);
    case CodeFormat::javascript: return code::javascript_program(own, root, slope, options);
  }
  return {};
}

}  // namespace activation::formula
