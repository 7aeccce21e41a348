#pragma once

#include "../ast.hpp"

#include <unordered_map>
#include <vector>

namespace activation::formula::code {

/// The nodes of the formula, each once, increasing: arguments come before what takes them.
std::vector<Id> reachable(const Ast& ast, Id root);

/// A formula put together again node by node, arguments first: change(id, node) gets each node of `from` with the arguments
/// that it has now, and gives what stands in its place.
template <class Change>
Id copied(const Ast& from, Id root, Change&& change) {
  std::unordered_map<Id, Id> now;
  for (const Id id : reachable(from, root)) {
    Node node = from[id];
    for (std::size_t i = 0; i < node.count; ++i) node.arguments[i] = now.at(node.arguments[i]);
    now[id] = change(id, node);
  }
  return now.at(root);
}

/// The formula with each of its nodes put through `change`: change(ast, id) gets the node with the arguments that are changed
/// already.
template <class Change>
Id rebuilt(Ast& ast, Id root, Change&& change) {
  return copied(ast, root, [&](Id, const Node& node) { return change(ast, ast.add(node)); });
}

/// The formula with one node replaced by another wherever it stands.
Id substituted(Ast& ast, Id root, Id from, Id to);

/// What the value of a node rests on.
enum class Rank : std::uint8_t { literal, parameter, array };

/// For each node of the formula; others are literal.
std::vector<Rank> ranks(const Ast& ast, Id root);

}  // namespace activation::formula::code
