#include "../primitive.hpp"
#include "dialect.hpp"
#include "guard.hpp"
#include "lower.hpp"

#include <optional>

namespace activation::formula::code {
namespace {

/// The number that a node is, with its sign.
std::optional<double> literal(const Ast& ast, Id id) {
  const Node& node = ast[id];
  if (node.op == Op::number) return node.number;
  if (node.op == Op::negate && ast[node.arguments[0]].op == Op::number) return -ast[node.arguments[0]].number;
  return std::nullopt;
}

Rank rank_of(const Ast& ast, Id id) { return ranks(ast, id)[id]; }

/// u and c of what `bounded` made, if `when` is its comparison.
struct Bound {
  Id inner;
  Id limit;
};

std::optional<Bound> bound(Ast& ast, Id id, Op when) {
  const Node& node = ast[id];
  if (when == Op::less_equal && is_stable(node) && node.index == index_of(Stable::relu)) {
    return Bound{node.arguments[0], ast.number(0)};
  }
  if (node.op != Op::choose || ast[node.arguments[0]].op != when) return std::nullopt;
  const Node& condition = ast[node.arguments[0]];
  if (condition.arguments[0] != node.arguments[2] || condition.arguments[1] != node.arguments[1]) return std::nullopt;
  return Bound{node.arguments[2], node.arguments[1]};
}

/// NaN in u is in the result: it is not beyond the limit.
Id bounded(Ast& ast, Id u, Id limit, Op when) { return ast.make(Op::choose, ast.make(when, u, limit), limit, u); }

Id settled(Ast& ast, Id id, bool keeps_clip) {
  const Node node = ast[id];
  if (node.op != Op::call) return id;
  const auto name = static_cast<Elementary>(node.index);
  if (name == Elementary::clip) {
    const std::optional<double> low = literal(ast, node.arguments[1]);
    const std::optional<double> high = literal(ast, node.arguments[2]);
    if (keeps_clip && low && high && *low < *high) return id;
    const Id above = bounded(ast, node.arguments[0], node.arguments[1], Op::less_equal);
    return bounded(ast, above, node.arguments[2], Op::greater_equal);
  }
  if (name != Elementary::min && name != Elementary::max) return id;
  Id u = node.arguments[0];
  Id limit = node.arguments[1];
  if (rank_of(ast, u) < rank_of(ast, limit)) std::swap(u, limit);
  if (rank_of(ast, u) == rank_of(ast, limit)) return id;
  const std::optional<double> number = literal(ast, limit);
  const bool is_max = name == Elementary::max;
  if (const auto inner = bound(ast, u, is_max ? Op::greater_equal : Op::less_equal); inner && number && keeps_clip) {
    const std::optional<double> other = literal(ast, inner->limit);
    if (other && (is_max ? *number < *other : *other < *number)) {
      return is_max ? ast.call(Elementary::clip, inner->inner, limit, inner->limit)
                    : ast.call(Elementary::clip, inner->inner, inner->limit, limit);
    }
  }
  if (is_max && number && *number == 0) return stable(ast, index_of(Stable::relu), u);
  return bounded(ast, u, limit, is_max ? Op::less_equal : Op::greater_equal);
}

}  // namespace

namespace {

/// The u of 1 / cosh(u)^2, else `id`.
Id inverse_square_of_cosh(const Ast& ast, Id id) {
  const Node& node = ast[id];
  if (node.op != Op::divide || literal(ast, node.arguments[0]) != 1) return id;
  const Node& square = ast[node.arguments[1]];
  if (square.op != Op::power || literal(ast, square.arguments[1]) != 2) return id;
  const Node& base = ast[square.arguments[0]];
  return is_call(base, Elementary::cosh) ? base.arguments[0] : id;
}

}  // namespace

Id without_overflow(Ast& ast, Id root) {
  return rebuilt(ast, root, [](Ast& tree, Id id) {
    const auto is = [&tree](Id one, Elementary name) { return is_call(tree[one], name); };
    const Node node = tree[id];
    if (const Id u = inverse_square_of_cosh(tree, id); u != id) {
      const auto sigmoid = [&tree](Id v) { return stable(tree, index_of(Stable::sigmoid), v); };
      const Id twice = tree.make(Op::multiply, tree.number(2), u);
      const Id both = tree.make(Op::multiply, sigmoid(twice), sigmoid(tree.make(Op::negate, twice)));
      return tree.make(Op::multiply, tree.number(4), both);
    }
    if (node.op != Op::call) return id;
    Id inner = node.arguments[0];
    const bool falls = is(id, Elementary::exp) || is(id, Elementary::expm1);
    if (!falls && !is(id, Elementary::tanh) && !is(id, Elementary::erf)) return id;
    if (falls) {
      if (tree[inner].op != Op::negate) return id;
      inner = tree[inner].arguments[0];
    }
    if (!is(inner, Elementary::exp)) return id;
    // e^-(e^8) = 0 and tanh(e^8) = 1, in float64 too.
    const Id u = tree[inner].arguments[0];
    const Id exponential = tree.call(Elementary::exp, bounded(tree, u, tree.number(8), Op::greater));
    const Id argument = falls ? tree.make(Op::negate, exponential) : exponential;
    return tree.call(static_cast<Elementary>(node.index), argument);
  });
}

Id with_settled_ties(Ast& ast, Id root, bool keeps_clip) {
  return rebuilt(ast, root, [keeps_clip](Ast& tree, Id id) { return settled(tree, id, keeps_clip); });
}

}  // namespace activation::formula::code
