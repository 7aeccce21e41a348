#include "tree.hpp"

#include <algorithm>

namespace activation::formula::code {

std::vector<Id> reachable(const Ast& ast, Id root) {
  std::vector<bool> seen(std::size_t{root} + 1, false);
  seen[root] = true;
  std::vector<Id> found;
  for (Id id = root + 1; id-- > 0;) {
    if (!seen[id]) continue;
    found.push_back(id);
    for (std::size_t i = 0; i < ast[id].count; ++i) seen[ast[id].arguments[i]] = true;
  }
  std::reverse(found.begin(), found.end());
  return found;
}

Id substituted(Ast& ast, Id root, Id from, Id to) {
  return copied(ast, root, [&](Id id, const Node& node) { return id == from ? to : ast.add(node); });
}

std::vector<Rank> ranks(const Ast& ast, Id root) {
  std::vector<Rank> rank(std::size_t{root} + 1, Rank::literal);
  for (const Id id : reachable(ast, root)) {
    const Node& node = ast[id];
    if (node.op == Op::variable) rank[id] = Rank::array;
    if (node.op == Op::parameter) rank[id] = Rank::parameter;
    for (std::size_t i = 0; i < node.count; ++i) rank[id] = std::max(rank[id], rank[node.arguments[i]]);
  }
  return rank;
}

}  // namespace activation::formula::code
