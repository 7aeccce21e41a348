#include "derivative.hpp"
#include "print.hpp"
#include "program.hpp"

namespace activation {

std::string Formula::code(CodeFormat format, const CodeOptions& options) const {
  formula::Ast ast = parts_->parsed.ast;
  const formula::Id slope = formula::derivative(ast, parts_->parsed.root);
  return formula::printed_code(ast, parts_->parsed.root, slope, format, options);
}

}  // namespace activation
