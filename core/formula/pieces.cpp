#include "pieces.hpp"

#include <activation/catalog.hpp>

#include <algorithm>

namespace activation::formula {
namespace {

bool is_comparison(const Node& node) { return node.op >= Op::less && node.op <= Op::unequal; }

}  // namespace

Chain chain_of(const Ast& ast, Id id) {
  Chain chain;
  while (ast[id].op == Op::conjunction) {
    const Node& right = ast[ast[id].arguments[1]];
    if (!is_comparison(right) || (!chain.sides.empty() && chain.sides.back() != right.arguments[1])) return {};
    if (chain.sides.empty()) chain.sides.push_back(right.arguments[1]);
    chain.sides.push_back(right.arguments[0]);
    chain.operators.push_back(right.op);
    id = ast[id].arguments[0];
  }
  const Node& first = ast[id];
  if (chain.sides.empty() || !is_comparison(first) || chain.sides.back() != first.arguments[1]) return {};
  chain.sides.push_back(first.arguments[0]);
  chain.operators.push_back(first.op);
  std::reverse(chain.sides.begin(), chain.sides.end());
  std::reverse(chain.operators.begin(), chain.operators.end());
  return chain;
}

std::size_t written_arguments(const Ast& ast, const Node& node) {
  const auto parameters = catalog()[node.index].parameters;
  std::size_t count = node.count;
  while (count > 1 && is_number(ast, node.arguments[count - 1], parameters[count - 2].standard)) --count;
  return count;
}

bool is_number(const Ast& ast, Id id, double value) {
  const Node& node = ast[id];
  const bool negative = __builtin_signbit(value) != 0;
  if (node.op == Op::negate && negative) {
    return ast[node.arguments[0]].op == Op::number && ast[node.arguments[0]].number == -value;
  }
  return node.op == Op::number && !negative && node.number == value;
}

}  // namespace activation::formula
