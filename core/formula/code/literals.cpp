#include "literals.hpp"

#include <activation/catalog.hpp>

#include "../tape.hpp"
#include "dialect.hpp"

namespace activation::formula::code {
namespace {

/// The function of the catalog that a Stable is.
Id of_catalog(Ast& ast, const Node& node) {
  const Id u = node.arguments[0];
  if (node.index == index_of(Stable::relu)) return ast.activation(find("relu"), {u});
  if (node.index == index_of(Stable::sigmoid)) return ast.activation(find("sigmoid"), {u});
  if (node.index == index_of(Stable::log_sigmoid)) return ast.activation(find("logsigmoid"), {u});
  return ast.activation(find("softplus"), {u, ast.number(1)});
}

}  // namespace

std::unordered_map<Id, double> literal_values(const Ast& ast, Id root) {
  const std::vector<Rank> rank = ranks(ast, root);
  Ast own = ast;
  std::vector<Id> ids;
  std::vector<Id> roots;
  copied(ast, root, [&](Id id, const Node& node) {
    const Id place = is_stable(node) ? of_catalog(own, node) : own.add(node);
    if (rank[id] == Rank::literal && node.count > 0 && !is_condition(node)) {
      ids.push_back(id);
      roots.push_back(place);
    }
    return place;
  });
  std::unordered_map<Id, double> values;
  Tape tape;
  if (ids.empty() || !compile(own, roots, tape)) return values;
  Machine machine(tape, {}, false, 1);
  const double x = 0;
  machine.run(&x, 1);
  for (std::size_t i = 0; i < ids.size(); ++i) values[ids[i]] = machine.root(i).value[0];
  return values;
}

}  // namespace activation::formula::code
