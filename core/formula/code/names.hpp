#pragma once

#include <activation/formula.hpp>

#include "dialect.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace activation::formula::code {

/// What things are called in one program.
struct Names {
  Names(const Ast& ast, const CodeOptions& options, const Dialect& dialect);

  std::string function;                 ///< leaky_relu; class_ where the name means something else
  std::vector<std::string> parameters;  ///< for each of the tree's, an identifier of the language
  std::vector<std::string> defaults;    ///< their values as numbers

  /// "x, alpha=1.0": the names with what goes before each and between it and its value.
  std::string signature(std::string_view first, std::string_view equals, std::string_view before = "") const;
  /// Whether a local variable may be called so.
  bool is_free(std::string_view name) const;
  /// leaky_relu_gradient, class_gradient.
  std::string gradient(std::string_view ending) const;
  /// LeakyRelu.
  std::string type() const;

 private:
  std::string given_;
  const Dialect& dialect_;
};

}  // namespace activation::formula::code
