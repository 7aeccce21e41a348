#include "print.hpp"
#include "program.hpp"

namespace activation {

std::string Formula::code(CodeFormat format, const CodeOptions& options) const {
  return formula::printed_code(parts_->parsed.ast, parts_->parsed.root, format, options);
}

}  // namespace activation
