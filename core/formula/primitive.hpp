#pragma once

#include "ast.hpp"

#include <cstdint>

namespace activation::formula {

/// Functions that nobody types: what recognised() puts in place of forms that lose digits or overflow. In a tree they are
/// calls, numbered on from Elementary; they have no name and are never printed.
enum class Primitive : std::uint8_t {
  square = static_cast<std::uint8_t>(Elementary::clip) + 1,
  cube,
  inverse_square,   ///< u^-2
  length,           ///< sqrt(1 + u^2)
  length_less_one,  ///< sqrt(1 + u^2) - 1
  sigmoid,
  softplus,  ///< ln(1 + e^u)
  logsigmoid,
  silu,
  gelu,
  gaussian,  ///< e^(-u^2)
};

inline constexpr std::size_t primitive_count = static_cast<std::size_t>(Primitive::gaussian) + 1;

inline Id call(Ast& ast, Primitive function, Id a) { return ast.call(static_cast<Elementary>(function), a); }

inline bool is_call(const Node& node, Elementary function) {
  return node.op == Op::call && node.index == static_cast<std::uint16_t>(function);
}
inline bool is_call(const Node& node, Primitive function) {
  return node.op == Op::call && node.index == static_cast<std::uint16_t>(function);
}

}  // namespace activation::formula
