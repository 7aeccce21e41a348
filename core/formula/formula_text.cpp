#include "derivative.hpp"
#include "print.hpp"
#include "program.hpp"

namespace activation {
namespace {

/// f, f' or f'' simplified.
formula::Id root_of(formula::Ast& ast, formula::Id root, Quantity quantity) {
  if (quantity == Quantity::value) return formula::simplified(ast, root);
  const formula::Id first = formula::derivative(ast, root);
  return quantity == Quantity::gradient ? first : formula::derivative(ast, first);
}

/// The tree grows by derivatives: in a copy, since formulas do not change.
template <class Print>
std::string printed(const formula::Parsed& parsed, Quantity quantity, Print print) {
  formula::Ast ast = parsed.ast;
  const formula::Id root = root_of(ast, parsed.root, quantity);
  return print(ast, root);
}

}  // namespace

std::string Formula::text() const { return formula::printed_text(parts_->parsed.ast, parts_->parsed.root); }

std::string Formula::text(Quantity quantity) const { return printed(parts_->parsed, quantity, formula::printed_text); }

std::string Formula::mathml(Quantity quantity) const {
  return printed(parts_->parsed, quantity, formula::printed_mathml);
}

std::string Formula::latex(Quantity quantity) const {
  return printed(parts_->parsed, quantity, formula::printed_latex);
}

}  // namespace activation
