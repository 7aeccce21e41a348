#include "lower.hpp"

#include <activation/catalog.hpp>

#include "../parser.hpp"
#include "../primitive.hpp"
#include "../recognise.hpp"
#include "dialect.hpp"

#include <string_view>

namespace activation::formula::code {
namespace {

struct Form {
  std::string_view id;
  std::string_view text;
};

/// Where the formula of the catalog, which is for reading, loses digits or overflows.
constexpr Form forms[] = {
    {"elu", "x > 0 ? x : alpha * expm1(x)"},
    {"celu", "x > 0 ? x : alpha * expm1(x / alpha)"},
    {"selu", "x > 0 ? 1.0507009873554804934 * x : 1.7580993408473768600 * expm1(x)"},
    // 1 + erf(-10) is 0, the truth 1.5e-23.
    {"gelu", "x * Phi(x)"},
    // (1 + tanh(u)) / 2 = sigmoid(2u), for the same reason.
    {"gelu_tanh", "x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x^3))"},
    {"quick_gelu", "x * sigmoid(1.702 * x)"},
    {"silu", "x * sigmoid(x)"},
    {"swish", "x * sigmoid(beta * x)"},
    {"mish", "x * tanh(softplus(x))"},
    {"serf", "x * erf(softplus(x))"},
    {"logish", "x * log1p(sigmoid(x))"},
    // The sum of x and the root cancels for negative x, their difference for positive.
    {"squareplus", "x >= 0 ? (x + sqrt(x^2 + b)) / 2 : b / 2 / (sqrt(x^2 + b) - x)"},
    {"bent_identity", "x^2 / (2 * (sqrt(x^2 + 1) + 1)) + x"},
};

std::string_view form_of(std::size_t function) {
  for (const Form& form : forms) {
    if (form.id == catalog()[function].id) return form.text;
  }
  return notes()[function].formula;
}

/// Those that stay, if their parameters are the standard ones.
bool stays(const Ast& ast, const Node& node, Stable& name) {
  const std::string_view id = catalog()[node.index].id;
  if (id == "relu") name = Stable::relu;
  else if (id == "sigmoid") name = Stable::sigmoid;
  else if (id == "logsigmoid") name = Stable::log_sigmoid;
  else if (id == "softplus") name = Stable::softplus;
  else return false;
  if (name != Stable::softplus) return true;
  const Node& beta = ast[node.arguments[1]];
  return beta.op == Op::number && beta.number == 1;
}

/// The tree of a text with x and the parameters replaced by the arguments of the activation.
Id expanded(Ast& ast, const Node& node) {
  const Info& info = catalog()[node.index];
  Parsed parsed;
  FormulaProblem problem;
  if (!parse(form_of(node.index), parsed, problem)) return node.arguments[0];
  std::unordered_map<Id, Id> now;
  for (const Id id : reachable(parsed.ast, parsed.root)) {
    Node copy = parsed.ast[id];
    if (copy.op == Op::variable) {
      now[id] = node.arguments[0];
      continue;
    }
    if (copy.op == Op::parameter) {
      const std::string& name = parsed.ast.parameters()[copy.index];
      for (std::size_t i = 0; i < info.parameters.size(); ++i) {
        if (info.parameters[i].name == name) now[id] = node.arguments[1 + i];
      }
      continue;
    }
    for (std::size_t i = 0; i < copy.count; ++i) copy.arguments[i] = now.at(copy.arguments[i]);
    now[id] = ast.add(copy);
  }
  return now.at(parsed.root);
}

/// What recognised() puts into trees, as libraries have it.
Id written_out(Ast& ast, Primitive function, Id u) {
  const auto one = [&] { return ast.number(1); };
  const auto square = [&] { return ast.make(Op::power, u, ast.number(2)); };
  const auto root = [&] { return ast.call(Elementary::sqrt, ast.make(Op::add, one(), square())); };
  switch (function) {
    case Primitive::square: return square();
    case Primitive::cube: return ast.make(Op::power, u, ast.number(3));
    case Primitive::inverse_square: {
      // cosh overflows at 710, and the gradient there is 0 * inf.
      const Node inner = ast[u];
      if (!is_call(inner, Elementary::cosh)) return ast.make(Op::divide, one(), square());
      const Id twice = ast.make(Op::multiply, ast.number(2), inner.arguments[0]);
      const Id up = stable(ast, index_of(Stable::sigmoid), twice);
      const Id down = stable(ast, index_of(Stable::sigmoid), ast.make(Op::negate, twice));
      return ast.make(Op::multiply, ast.make(Op::multiply, ast.number(4), up), down);
    }
    case Primitive::length: return root();
    case Primitive::length_less_one: return ast.make(Op::divide, square(), ast.make(Op::add, root(), one()));
    case Primitive::sigmoid: return stable(ast, index_of(Stable::sigmoid), u);
    case Primitive::softplus: return stable(ast, index_of(Stable::softplus), u);
    case Primitive::logsigmoid: return stable(ast, index_of(Stable::log_sigmoid), u);
    case Primitive::silu: return ast.make(Op::multiply, u, stable(ast, index_of(Stable::sigmoid), u));
    case Primitive::gelu: return ast.make(Op::multiply, u, ast.call(Elementary::normal_cdf, u));
    case Primitive::gaussian: return ast.call(Elementary::exp, ast.make(Op::negate, square()));
  }
  return u;
}

}  // namespace

Id stable(Ast& ast, std::uint16_t index, Id argument) {
  return ast.add({.op = Op::activation, .count = 1, .index = index, .arguments = {argument}});
}

Id lowered(Ast& ast, Id root) {
  return rebuilt(ast, root, [](Ast& tree, Id id) -> Id {
    const Node node = tree[id];
    if (node.op == Op::power && tree[node.arguments[0]].op == Op::e) {
      return tree.call(Elementary::exp, node.arguments[1]);
    }
    if (node.op == Op::call && node.index >= elementary_count) {
      return written_out(tree, static_cast<Primitive>(node.index), node.arguments[0]);
    }
    if (node.op != Op::activation || is_stable(node)) return id;
    Stable name{};
    if (stays(tree, node, name)) return stable(tree, index_of(name), node.arguments[0]);
    if (catalog()[node.index].id == "softplus") {
      // Of beta * x, over beta.
      const Id inner = tree.make(Op::multiply, node.arguments[1], node.arguments[0]);
      return tree.make(Op::divide, stable(tree, index_of(Stable::softplus), inner), node.arguments[1]);
    }
    return lowered(tree, recognised(tree, expanded(tree, node), false));
  });
}

}  // namespace activation::formula::code
