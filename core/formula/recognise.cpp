#include "recognise.hpp"

#include "known.hpp"
#include "parser.hpp"
#include "rules.hpp"

#include <algorithm>

namespace activation::formula {
namespace {

/// The tree once more, from below, each node by the rules.
class Recogniser {
 public:
  Recogniser(Ast& ast, bool write_out) : rules_(ast), write_out_(write_out) {}

  Id run(const Ast& from, Id root, Id variable, std::span<const Id> parameters) {
    std::vector<bool> used(root + 1, false);
    used[root] = true;
    for (Id id = root + 1; id-- > 0;) {
      if (!used[id]) continue;
      for (std::size_t i = 0; i < from[id].count; ++i) used[from[id].arguments[i]] = true;
    }
    std::vector<Id> made(root + 1, 0);
    for (Id id = 0; id <= root; ++id) {
      if (!used[id]) continue;
      Node node = from[id];  // a copy: the tree may be the one that grows
      for (std::size_t i = 0; i < node.count; ++i) node.arguments[i] = made[node.arguments[i]];
      if (node.op == Op::variable) {
        made[id] = variable;
      } else if (node.op == Op::parameter) {
        made[id] = parameters[node.index];
      } else if (node.op == Op::activation) {
        made[id] = activation(node);
      } else {
        made[id] = rules_.apply(node);
      }
    }
    return made[root];
  }

 private:
  Id activation(const Node& node) {
    bool depends = false;
    for (std::size_t i = 1; i < node.count; ++i) depends = depends || rules_.known().depends_on_x(node.arguments[i]);
    if (!depends && !(write_out_ && node.count > 1)) return rules_.activation(node);
    return written_out(node);
  }

  /// The catalog's formula, with the arguments in the places of x and the parameters.
  Id written_out(const Node& node) {
    Parsed parsed;
    FormulaProblem problem;
    const std::span<const Parameter> expected = catalog()[node.index].parameters;
    if (!parse(formula_text(node.index), parsed, problem)) return node.arguments[0];
    std::vector<Id> values;
    for (const std::string& name : parsed.ast.parameters()) {
      const auto place =
          std::find_if(expected.begin(), expected.end(), [&](const Parameter& p) { return p.name == name; });
      const auto index = static_cast<std::size_t>(place - expected.begin());
      values.push_back(index < expected.size() ? node.arguments[1 + index] : node.arguments[0]);
    }
    return run(parsed.ast, parsed.root, node.arguments[0], values);
  }

  Rules rules_;
  bool write_out_;
};

}  // namespace

Id recognised(Ast& ast, Id root, bool write_out) {
  std::vector<Id> parameters;
  for (std::size_t i = 0; i < ast.parameters().size(); ++i) parameters.push_back(ast.parameter(ast.parameters()[i]));
  Recogniser recogniser(ast, write_out);
  return recogniser.run(ast, root, ast.variable(), parameters);
}

}  // namespace activation::formula
