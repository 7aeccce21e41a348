#include "ast.hpp"

#include <algorithm>

namespace activation::formula {

std::size_t Ast::Hash::operator()(const Node& node) const {
  // FNV-1a over what makes two nodes the same.
  std::uint64_t hash = 0xCBF29CE484222325;
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * 0x100000001B3;
    hash ^= hash >> 32;
  };
  mix(static_cast<std::uint64_t>(node.op) << 32 | node.index);
  mix(__builtin_bit_cast(std::uint64_t, node.number));
  for (std::size_t i = 0; i < node.count; ++i) mix(node.arguments[i]);
  return static_cast<std::size_t>(hash);
}

Id Ast::add(const Node& node) {
  const auto [place, is_new] = ids_.try_emplace(node, static_cast<Id>(nodes_.size()));
  if (is_new) nodes_.push_back(node);
  return place->second;
}

Id Ast::number(double value) {
  if (__builtin_bit_cast(std::uint64_t, value) >> 63 != 0) return make(Op::negate, number(-value));
  return add({.op = Op::number, .number = value});
}

Id Ast::variable() { return add({.op = Op::variable}); }

Id Ast::parameter(std::string_view name) {
  const auto place = std::find(parameters_.begin(), parameters_.end(), name);
  const auto index = static_cast<std::uint16_t>(place - parameters_.begin());
  if (place == parameters_.end()) parameters_.emplace_back(name);
  return add({.op = Op::parameter, .index = index});
}

Id Ast::constant(Op pi_or_e) { return add({.op = pi_or_e}); }

Id Ast::make(Op op, Id a) { return add({.op = op, .count = 1, .arguments = {a}}); }
Id Ast::make(Op op, Id a, Id b) { return add({.op = op, .count = 2, .arguments = {a, b}}); }
Id Ast::make(Op op, Id a, Id b, Id c) { return add({.op = op, .count = 3, .arguments = {a, b, c}}); }

Id Ast::call(Elementary function, Id a) {
  return add({.op = Op::call, .count = 1, .index = static_cast<std::uint16_t>(function), .arguments = {a}});
}
Id Ast::call(Elementary function, Id a, Id b) {
  return add({.op = Op::call, .count = 2, .index = static_cast<std::uint16_t>(function), .arguments = {a, b}});
}
Id Ast::call(Elementary function, Id a, Id b, Id c) {
  return add({.op = Op::call, .count = 3, .index = static_cast<std::uint16_t>(function), .arguments = {a, b, c}});
}

Id Ast::activation(std::size_t function, const std::vector<Id>& arguments) {
  Node node{.op = Op::activation,
            .count = static_cast<std::uint8_t>(arguments.size()),
            .index = static_cast<std::uint16_t>(function)};
  std::copy(arguments.begin(), arguments.end(), node.arguments.begin());
  return add(node);
}

bool is_condition(const Node& node) {
  switch (node.op) {
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::equal:
    case Op::unequal:
    case Op::conjunction:
    case Op::disjunction:
    case Op::negation: return true;
    default: return false;
  }
}

std::size_t size_of(const Ast& ast, Id root, std::size_t most) {
  std::size_t size = 0;
  std::vector<Id> open{root};
  while (!open.empty() && size <= most) {
    const Node& node = ast[open.back()];
    open.pop_back();
    ++size;
    for (std::size_t i = 0; i < node.count; ++i) open.push_back(node.arguments[i]);
  }
  return size;
}

}  // namespace activation::formula
