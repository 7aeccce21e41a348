#pragma once

#include "../ast.hpp"

#include <unordered_map>
#include <vector>

namespace activation::formula::code {

/// The nodes of the formula, each once, increasing: arguments come before what takes them.
std::vector<Id> reachable(const Ast& ast, Id root);

/// The same node with other arguments, one for each.
Id with_arguments(Ast& ast, Id id, const std::vector<Id>& arguments);

/// The formula with each of its nodes put through `change`, arguments first: change(ast, id) gets the node with the
/// arguments that are changed already, and gives what stands in its place.
template <class Change>
Id rebuilt(Ast& ast, Id root, Change&& change) {
  std::unordered_map<Id, Id> now;
  for (const Id id : reachable(ast, root)) {
    std::vector<Id> arguments;
    for (std::size_t i = 0; i < ast[id].count; ++i) arguments.push_back(now.at(ast[id].arguments[i]));
    now[id] = change(ast, with_arguments(ast, id, arguments));
  }
  return now.at(root);
}

/// The formula with one node replaced by another wherever it stands.
Id substituted(Ast& ast, Id root, Id from, Id to);

/// What the value of a node rests on.
enum class Rank : std::uint8_t { literal, parameter, array };

/// For each node of the formula; others are literal.
std::vector<Rank> ranks(const Ast& ast, Id root);

}  // namespace activation::formula::code
