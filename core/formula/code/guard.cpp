#include "guard.hpp"

#include "../../math/doubles.hpp"

#include <algorithm>

namespace activation::formula::code {
namespace {

/// A tree that is written in 10,000 characters has fewer nodes; guards in guards in guards would multiply them.
constexpr std::size_t most_nodes = 50'000;

constexpr double unknown = math::nothing;

/// What a branch may do where it is not taken.
enum class Danger : std::uint8_t { none, overflow, pole };

/// From 2^53 on all doubles are; not all of them are 64-bit integers.
bool is_whole(const Node& node) {
  if (node.op != Op::number) return false;
  return !(node.number < 0x1p53) || math::is_whole(node.number);
}

Danger own_danger(const Ast& ast, const Node& node, const std::vector<Rank>& rank) {
  const auto is_array = [&](std::size_t i) { return rank[node.arguments[i]] == Rank::array; };
  if (node.op == Op::divide) return is_array(1) ? Danger::pole : Danger::none;
  if (node.op == Op::power) {
    if (is_array(0)) return !is_array(1) && is_whole(ast[node.arguments[1]]) ? Danger::none : Danger::pole;
    return is_array(1) ? Danger::overflow : Danger::none;
  }
  if (node.op != Op::call || !is_array(0)) return Danger::none;
  switch (static_cast<Elementary>(node.index)) {
    case Elementary::exp:
    case Elementary::exp2:
    case Elementary::expm1:
    case Elementary::sinh:
    case Elementary::cosh: return Danger::overflow;
    case Elementary::log:
    case Elementary::log2:
    case Elementary::log10:
    case Elementary::log1p:
    case Elementary::sqrt:
    case Elementary::cbrt:
    case Elementary::tan:
    case Elementary::asin:
    case Elementary::acos:
    case Elementary::acosh:
    case Elementary::atanh: return Danger::pole;
    default: return Danger::none;
  }
}

Danger danger(const Ast& ast, Id root) {
  const std::vector<Rank> rank = ranks(ast, root);
  Danger worst = Danger::none;
  for (const Id id : reachable(ast, root)) worst = std::max(worst, own_danger(ast, ast[id], rank));
  return worst;
}

double arithmetic(const Node& node, double a, double b) {
  switch (node.op) {
    case Op::negate: return -a;
    case Op::add: return a + b;
    case Op::subtract: return a - b;
    case Op::multiply: return a * b;
    case Op::divide: return a / b;
    case Op::less: return a < b;
    case Op::less_equal: return a <= b;
    case Op::greater: return a > b;
    case Op::greater_equal: return a >= b;
    case Op::equal: return a == b;
    case Op::unequal: return a != b;
    case Op::conjunction: return a != 0 && b != 0;
    case Op::disjunction: return a != 0 || b != 0;
    case Op::negation: return a == 0;
    case Op::call:
      if (node.index == static_cast<std::uint16_t>(Elementary::abs)) return a < 0 ? -a : a;
      return unknown;
    case Op::power: return b == 2 ? a * a : unknown;
    case Op::pi: return math::pi;
    case Op::e: return math::euler;
    default: return unknown;
  }
}

/// A condition at one x, unknown (NaN) where it needs more than arithmetic.
double judged(const Ast& ast, Id condition, double x, std::span<const double> parameters) {
  std::unordered_map<Id, double> value;
  for (const Id id : reachable(ast, condition)) {
    const Node& node = ast[id];
    double result = unknown;
    bool known = true;
    for (std::size_t i = 0; i < node.count; ++i) known = known && !__builtin_isnan(value[node.arguments[i]]);
    if (node.op == Op::variable)
      result = x;
    else if (node.op == Op::number)
      result = node.number;
    else if (node.op == Op::parameter)
      result = node.index < parameters.size() ? parameters[node.index] : 1;
    else if (known)
      result = arithmetic(node, value[node.arguments[0]], value[node.arguments[1]]);
    value[id] = result;
  }
  return value[condition];
}

class Guard {
 public:
  Guard(Ast& ast, std::span<const double> parameters) : ast_(ast), parameters_(parameters), x_(ast.variable()) {}

  Id operator()(Id id) {
    const Node node = ast_[id];
    if (node.op != Op::choose || ast_.size() > most_nodes) return id;
    const auto [when, yes, no] = std::array{node.arguments[0], node.arguments[1], node.arguments[2]};
    if (ranks(ast_, when)[when] != Rank::array) return id;
    return ast_.make(Op::choose, when, branch(when, yes, true), branch(when, no, false));
  }

 private:
  Id branch(Id when, Id root, bool taken) {
    const Danger kind = danger(ast_, root);
    if (kind == Danger::none) return root;
    Id safe = x_;
    if (kind == Danger::overflow) safe = at_the_border(when, taken);
    if (safe == x_) safe = inside(when, taken);
    return safe == x_ ? root : substituted(ast_, root, x_, safe);
  }

  /// For x > c: the larger of x and c where the branch is taken, the smaller where it is not.
  Id at_the_border(Id when, bool taken) {
    const Node node = ast_[when];
    const bool left = node.arguments[0] == x_;
    if (left == (node.arguments[1] == x_)) return x_;
    const bool greater = node.op == Op::greater || node.op == Op::greater_equal;
    const bool less = node.op == Op::less || node.op == Op::less_equal;
    if (!greater && !less) return x_;
    const Id border = node.arguments[left ? 1 : 0];
    if (ranks(ast_, border)[border] == Rank::array) return x_;
    const bool above = (greater == left) == taken;
    const Id beyond = ast_.make(above ? Op::less : Op::greater, x_, border);
    return ast_.make(Op::choose, beyond, border, x_);
  }

  /// A number where the branch is taken, in place of each x where it is not.
  Id inside(Id when, bool taken) {
    std::vector<double> places;
    for (const Id id : reachable(ast_, when)) {
      if (ast_[id].op == Op::number) places.push_back(ast_[id].number);
    }
    std::vector<double> candidates{1, -1, 0.5, -0.5, 2, -2, 4, -4, 10, -10, 100, -100};
    for (const double place : places) {
      for (const double other : places) candidates.push_back((place + other) / 2);
      for (const double sign : {1.0, -1.0}) candidates.insert(candidates.end(), {sign * place + 1, sign * place - 1});
    }
    candidates.push_back(0);
    for (const double candidate : candidates) {
      const double truth = judged(ast_, when, candidate, parameters_);
      if (__builtin_isnan(truth) || (truth != 0) != taken) continue;
      const Id point = ast_.number(candidate);
      return taken ? ast_.make(Op::choose, when, x_, point) : ast_.make(Op::choose, when, point, x_);
    }
    return x_;
  }

  Ast& ast_;
  std::span<const double> parameters_;
  Id x_;
};

}  // namespace

Id guarded(Ast& ast, Id root, std::span<const double> parameters) {
  Guard guard(ast, parameters);
  return rebuilt(ast, root, [&guard](Ast&, Id id) { return guard(id); });
}

}  // namespace activation::formula::code
