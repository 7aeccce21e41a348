#include "derivative.hpp"
#include "simple.hpp"

#include "math/number.hpp"

#include <array>
#include <vector>

namespace activation::formula {
namespace {

bool is_call(const Node& node, Elementary function) {
  return node.op == Op::call && node.index == static_cast<std::uint16_t>(function);
}

}  // namespace

Id Simple::choose(Id condition, Id a, Id b) {
  if (a == b) return a;
  const Node node = ast_[condition];
  if (node.op == Op::negation) return choose(node.arguments[0], b, a);
  if (ast_[a].op == Op::choose && ast_[a].arguments[0] == condition) return choose(condition, ast_[a].arguments[1], b);
  if (ast_[b].op == Op::choose && ast_[b].arguments[0] == condition) return choose(condition, a, ast_[b].arguments[2]);
  double left = 0;
  double right = 0;
  if (node.count == 2 && constant(node.arguments[0], left) && constant(node.arguments[1], right)) {
    switch (node.op) {
      case Op::less: return left < right ? a : b;
      case Op::less_equal: return left <= right ? a : b;
      case Op::greater: return left > right ? a : b;
      case Op::greater_equal: return left >= right ? a : b;
      case Op::equal: return left == right ? a : b;
      case Op::unequal: return left != right ? a : b;
      default: break;
    }
  }
  return ast_.make(Op::choose, condition, a, b);
}

Id Simple::call(Elementary function, Id a) {
  const Node node = ast_[a];
  double value = 0;
  const bool is_constant = constant(a, value);
  switch (function) {
    case Elementary::exp:
      if (is(a, 0)) return number(1);
      if (is(a, 1)) return ast_.constant(Op::e);
      if (is_call(node, Elementary::log)) return node.arguments[0];
      break;
    case Elementary::log:
      if (is(a, 1)) return number(0);
      if (node.op == Op::e) return number(1);
      if (is_call(node, Elementary::exp)) return node.arguments[0];
      break;
    case Elementary::exp2:
    case Elementary::cos:
    case Elementary::cosh:
      if (is(a, 0)) return number(1);
      if (node.op == Op::negate && function != Elementary::exp2) return call(function, node.arguments[0]);
      break;
    case Elementary::log2:
    case Elementary::log10:
      if (is(a, 1)) return number(0);
      break;
    case Elementary::sqrt:
      if (is_constant && value >= 0 && value < 0x1p53) {
        const auto root = static_cast<double>(static_cast<std::int64_t>(math::sqrt(value) + 0.5));
        if (root * root == value) return number(root);
      }
      if (node.op == Op::power && is(node.arguments[1], 2)) return call(Elementary::abs, node.arguments[0]);
      break;
    case Elementary::abs:
      if (is_constant) return number(value < 0 ? -value : value);
      if (node.op == Op::negate) return call(function, node.arguments[0]);
      if (is_call(node, Elementary::abs) || is_call(node, Elementary::exp) || is_call(node, Elementary::sqrt)) return a;
      break;
    case Elementary::sign:
      if (is_constant) return number(value > 0 ? 1 : value < 0 ? -1 : 0);
      break;
    case Elementary::expm1:
    case Elementary::log1p:
    case Elementary::cbrt:
    case Elementary::sin:
    case Elementary::tan:
    case Elementary::asin:
    case Elementary::atan:
    case Elementary::sinh:
    case Elementary::tanh:
    case Elementary::asinh:
    case Elementary::atanh:
    case Elementary::erf:
    case Elementary::floor:
    case Elementary::ceil:
      if (is(a, 0)) return number(0);
      break;
    default: break;
  }
  return ast_.call(function, a);
}

Id Simple::call(Elementary function, Id a, Id b) {
  double left = 0;
  double right = 0;
  if (a == b) return a;
  if (constant(a, left) && constant(b, right)) {
    return function == Elementary::min ? number(left < right ? left : right) : number(left > right ? left : right);
  }
  return ast_.call(function, a, b);
}

Id Simple::rebuilt(Node node) {
  const auto& a = node.arguments;
  switch (node.op) {
    case Op::negate: return negate(a[0]);
    case Op::add: return add(a[0], a[1]);
    case Op::subtract: return subtract(a[0], a[1]);
    case Op::multiply: return multiply(a[0], a[1]);
    case Op::divide: return divide(a[0], a[1]);
    case Op::power: return power(a[0], a[1]);
    case Op::choose: return choose(a[0], a[1], a[2]);
    case Op::call: {
      const auto function = static_cast<Elementary>(node.index);
      if (node.count == 1) return call(function, a[0]);
      if (node.count == 2) return call(function, a[0], a[1]);
      break;
    }
    default: break;
  }
  return ast_.add(node);
}

Id as_number(Ast& ast, Id id) {
  if (!is_condition(ast[id])) return id;
  return ast.make(Op::choose, id, ast.number(1), ast.number(0));
}

Id simplified(Ast& ast, Id root) {
  // Arguments come before what takes them: one pass marks what is used, one rebuilds it.
  std::vector<bool> used(root + 1);
  used[root] = true;
  for (Id id = root + 1; id-- > 0;) {
    if (!used[id]) continue;
    const Node& node = ast[id];
    for (std::size_t i = 0; i < node.count; ++i) used[node.arguments[i]] = true;
  }
  Simple simple(ast);
  std::vector<Id> results(root + 1);
  for (Id id = 0; id <= root; ++id) {
    if (!used[id]) continue;
    Node node = ast[id];
    for (std::size_t i = 0; i < node.count; ++i) node.arguments[i] = results[node.arguments[i]];
    results[id] = simple.rebuilt(node);
  }
  return as_number(ast, results[root]);
}

}  // namespace activation::formula
