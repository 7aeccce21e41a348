#include "lower.hpp"

#include <activation/catalog.hpp>

#include "../parser.hpp"
#include "../primitive.hpp"
#include "../recognise.hpp"
#include "dialect.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

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
    {"squareplus", "x >= 0 ? (x + sqrt(x^2 + b)) / 2 : b / (2 * (sqrt(x^2 + b) - x))"},
    {"bent_identity", "x^2 / (2 * (sqrt(x^2 + 1) + 1)) + x"},
};

std::string_view form_of(std::size_t function) {
  for (const Form& form : forms) {
    if (form.id == catalog()[function].id) return form.text;
  }
  return formula_text(function);
}

/// Those that stay, if their parameters are the standard ones.
bool stays(const Ast& ast, const Node& node, Stable& name) {
  const std::string_view id = catalog()[node.index].id;
  if (id == "relu")
    name = Stable::relu;
  else if (id == "sigmoid")
    name = Stable::sigmoid;
  else if (id == "logsigmoid")
    name = Stable::log_sigmoid;
  else if (id == "softplus")
    name = Stable::softplus;
  else
    return false;
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
  return copied(parsed.ast, parsed.root, [&](Id, const Node& copy) {
    if (copy.op == Op::variable) return node.arguments[0];
    if (copy.op != Op::parameter) return ast.add(copy);
    const std::string& name = parsed.ast.parameters()[copy.index];
    const auto known = std::find_if(info.parameters.begin(), info.parameters.end(),
                                    [&](const Parameter& parameter) { return parameter.name == name; });
    return node.arguments[1 + static_cast<std::size_t>(known - info.parameters.begin())];
  });
}

bool is_number(const Node& node, double value) { return node.op == Op::number && node.number == value; }

/// What recognised() puts into trees, as libraries have it.
Id written_out(Ast& ast, Primitive function, Id u) {
  const auto one = [&] { return ast.number(1); };
  const auto square = [&] { return ast.make(Op::power, u, ast.number(2)); };
  const auto root = [&] { return ast.call(Elementary::sqrt, ast.make(Op::add, one(), square())); };
  switch (function) {
    case Primitive::square: return square();
    case Primitive::cube: return ast.make(Op::power, u, ast.number(3));
    case Primitive::inverse_square: return ast.make(Op::divide, one(), square());
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

/// The factors of a product and its sign.
void take_factors(const Ast& ast, Id id, std::vector<Id>& factors, bool& minus) {
  const Node& node = ast[id];
  if (node.op == Op::multiply) {
    for (std::size_t i = 0; i < 2; ++i) take_factors(ast, node.arguments[i], factors, minus);
  } else if (node.op == Op::negate) {
    minus = !minus;
    take_factors(ast, node.arguments[0], factors, minus);
  } else {
    factors.push_back(id);
  }
}

Id product(Ast& ast, const std::vector<Id>& factors) {
  Id all = factors[0];
  for (std::size_t i = 1; i < factors.size(); ++i) all = ast.make(Op::multiply, all, factors[i]);
  return all;
}

/// The exponential t of (1 + t)^2.
bool is_square_beside_one(const Ast& ast, Id id, Id& exponential) {
  const Node& node = ast[id];
  if (node.op != Op::power || !is_number(ast[node.arguments[1]], 2)) return false;
  const Node& sum = ast[node.arguments[0]];
  if (sum.op != Op::add) return false;
  for (std::size_t i = 0; i < 2; ++i) {
    exponential = sum.arguments[1 - i];
    if (is_number(ast[sum.arguments[i]], 1) && is_call(ast[exponential], Elementary::exp)) return true;
  }
  return false;
}

/// e^u / (1 + e^u)^2, the slope of a sigmoid, is inf / inf for large u: sigmoid(u) sigmoid(-u).
Id without_bell(Ast& ast, Id id) {
  bool minus = false;
  std::vector<Id> above;
  std::vector<Id> below;
  take_factors(ast, ast[id].arguments[0], above, minus);
  take_factors(ast, ast[id].arguments[1], below, minus);
  for (std::size_t i = 0; i < below.size(); ++i) {
    Id exponential = 0;
    if (!is_square_beside_one(ast, below[i], exponential)) continue;
    const auto place = std::find(above.begin(), above.end(), exponential);
    if (place == above.end()) continue;
    const Id u = ast[exponential].arguments[0];
    const Id opposite = ast[u].op == Op::negate ? ast[u].arguments[0] : ast.make(Op::negate, u);
    *place = stable(ast, index_of(Stable::sigmoid), u);
    above.insert(place + 1, stable(ast, index_of(Stable::sigmoid), opposite));
    below.erase(below.begin() + static_cast<std::ptrdiff_t>(i));
    Id result = product(ast, above);
    if (!below.empty()) result = ast.make(Op::divide, result, product(ast, below));
    return minus ? ast.make(Op::negate, result) : result;
  }
  return id;
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
    if (node.op == Op::divide) return without_bell(tree, id);
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
    const Id written = expanded(tree, node);
    const Id known = recognised(tree, written, false);
    // x / (1 + |x|) is recognised as softsign, which is written so: it would go round for ever.
    const bool same = tree[known].op == Op::activation && tree[known].index == node.index;
    return lowered(tree, same ? written : known);
  });
}

}  // namespace activation::formula::code
