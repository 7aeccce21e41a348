#include "rules.hpp"

#include <activation/catalog.hpp>

#include <string_view>

namespace activation::formula {
namespace {

/// What is in place of a function of the catalog, whose parameters are its standard ones.
struct Substitute {
  std::string_view id;
  std::uint8_t function;
};

constexpr std::uint8_t index_of(Primitive function) { return static_cast<std::uint8_t>(function); }
constexpr std::uint8_t index_of(Elementary function) { return static_cast<std::uint8_t>(function); }

constexpr Substitute substitutes[] = {
    {"sigmoid", index_of(Primitive::sigmoid)},
    {"softplus", index_of(Primitive::softplus)},
    {"logsigmoid", index_of(Primitive::logsigmoid)},
    {"silu", index_of(Primitive::silu)},
    {"gelu", index_of(Primitive::gelu)},
    {"gaussian", index_of(Primitive::gaussian)},
    {"exponential", index_of(Elementary::exp)},
    {"arctan", index_of(Elementary::atan)},
};

constexpr double root_two = 0x1.6a09e667f3bcdp+0;
constexpr double half_root_two = 0x1.6a09e667f3bcdp-1;
constexpr double below_half_root_two = 0x1.6a09e667f3bccp-1;

}  // namespace

Rules::Rules(Ast& ast) : ast_(ast), known_(ast), softsign_(find("softsign")) {
  for (std::size_t i = 0; i < std::size(substitutes); ++i) functions_[i] = find(substitutes[i].id);
}

Id Rules::activation(const Node& node) {
  for (std::size_t i = 0; i < std::size(substitutes); ++i) {
    if (functions_[i] != node.index) continue;
    if (node.count > 1 && !known_.is(node.arguments[1], catalog()[node.index].parameters[0].standard)) break;
    return ast_.call(static_cast<Elementary>(substitutes[i].function), node.arguments[0]);
  }
  return ast_.add(node);
}

Id Rules::apply(const Node& node) {
  const Id a = node.arguments[0];
  const Id b = node.arguments[1];
  switch (node.op) {
    case Op::negate: return negate(a);
    case Op::add: return add(a, b);
    case Op::subtract: return subtract(a, b);
    case Op::multiply: return multiply(a, b);
    case Op::divide: return divide(a, b);
    case Op::power: return power(a, b, node);
    case Op::call: return call(node);
    default: return ast_.add(node);
  }
}

Id Rules::inside(Id id, Elementary function) const {
  return is_call(ast_[id], function) ? ast_[id].arguments[0] : none;
}

Id Rules::inside(Id id, Primitive function) const { return is_call(ast_[id], function) ? ast_[id].arguments[0] : none; }

Id Rules::beside_one(Id id) {
  const Node& node = ast_[id];
  if (node.op != Op::add) return none;
  if (known_.is(node.arguments[0], 1)) return node.arguments[1];
  return known_.is(node.arguments[1], 1) ? node.arguments[0] : none;
}

Id Rules::over_root_two(Id id) {
  const Node node = ast_[id];
  if (node.op == Op::divide && known_.is(node.arguments[1], root_two)) return node.arguments[0];
  if (node.op == Op::negate) {
    const Id inner = over_root_two(node.arguments[0]);
    return inner == none ? none : negated(inner);
  }
  if (node.op != Op::multiply) return none;
  for (std::size_t i = 0; i < 2; ++i) {
    const double factor = known_.number(node.arguments[i]);
    if (factor == half_root_two || factor == below_half_root_two) return node.arguments[1 - i];
  }
  return none;
}

/// The same bits as -a, in fewer steps where that is possible.
Id Rules::negation(Id a) {
  const Node node = ast_[a];
  if (node.op == Op::negate) return node.arguments[0];
  if (node.op == Op::multiply || node.op == Op::divide) {
    const Node first = ast_[node.arguments[0]];
    if (first.op == Op::negate) return ast_.make(node.op, first.arguments[0], node.arguments[1]);
  }
  return ast_.make(Op::negate, a);
}

/// The same number as -a, for functions that take 0 and -0 alike: b - a is 0 where -(a - b) is -0.
Id Rules::negated(Id a) {
  const Node node = ast_[a];
  if (node.op == Op::subtract) return ast_.make(Op::subtract, node.arguments[1], node.arguments[0]);
  return negation(a);
}

bool Rules::are_opposite(Id a, Id b) { return negated(a) == b || negated(b) == a; }

Id Rules::negate(Id a) {
  if (const Id u = inside(a, Primitive::softplus); u != none) return make(Primitive::logsigmoid, negated(u));
  if (const Id u = inside(a, Primitive::logsigmoid); u != none) return softplus_of(negated(u));
  return negation(a);
}

Id Rules::add(Id a, Id b) {
  for (const auto& [one, other] : {std::pair(a, b), std::pair(b, a)}) {
    if (!known_.is(one, 1)) continue;
    if (const Id u = inside(other, Elementary::erf); u != none) return erfc_of(negated(u));
    if (const Id u = inside(other, Elementary::tanh); u != none) return twice(make(Primitive::sigmoid, twice(u)));
  }
  const Id u = inside(a, Elementary::exp);
  const Id v = inside(b, Elementary::exp);
  if (u != none && v != none && are_opposite(u, v)) {
    return twice(ast_.call(Elementary::cosh, ast_[u].op == Op::negate ? v : u));
  }
  if (ast_[b].op == Op::negate) return subtract(a, ast_[b].arguments[0]);
  return ast_.make(Op::add, a, b);
}

Id Rules::subtract(Id a, Id b) {
  if (known_.is(b, 1)) {
    if (const Id u = inside(a, Elementary::exp); u != none) return ast_.call(Elementary::expm1, u);
    if (const Id u = inside(a, Primitive::length); u != none) return make(Primitive::length_less_one, u);
    const Node product = ast_[a];
    if (product.op == Op::multiply && known_.is(product.arguments[0], 2)) {
      const Id u = inside(product.arguments[1], Primitive::sigmoid);
      if (u != none) {
        const Node half = ast_[u];
        const bool is_twice = half.op == Op::multiply && known_.is(half.arguments[0], 2);
        const Id v = is_twice ? half.arguments[1] : ast_.make(Op::multiply, ast_.number(0.5), u);
        return ast_.call(Elementary::tanh, v);
      }
    }
  }
  if (known_.is(a, 1)) {
    if (const Id u = inside(b, Elementary::exp); u != none) return negation(ast_.call(Elementary::expm1, u));
    if (const Id u = inside(b, Elementary::erf); u != none) return erfc_of(u);
    if (const Id u = inside(b, Elementary::normal_cdf); u != none) return ast_.call(Elementary::normal_cdf, negated(u));
    if (const Id u = inside(b, Elementary::tanh); u != none) return twice(make(Primitive::sigmoid, negated(twice(u))));
    if (const Id u = inside(b, Primitive::sigmoid); u != none) return make(Primitive::sigmoid, negated(u));
    if (const Id square = inside(b, Primitive::square); square != none) {
      const Id u = inside(square, Elementary::tanh);
      if (u != none) return make(Primitive::inverse_square, ast_.call(Elementary::cosh, u));
    }
  }
  const Id u = inside(a, Elementary::exp);
  const Id v = inside(b, Elementary::exp);
  if (u != none && v != none && are_opposite(u, v)) return twice(ast_.call(Elementary::sinh, u));
  return ast_.make(Op::subtract, a, b);
}

Id Rules::multiply(Id a, Id b) {
  if (a == b) return make(Primitive::square, a);
  const bool squares = (ast_[a].op == Op::negate && ast_[a].arguments[0] == b) ||
                       (ast_[b].op == Op::negate && ast_[b].arguments[0] == a);
  if (squares) return ast_.make(Op::negate, make(Primitive::square, ast_[a].op == Op::negate ? b : a));
  const Id product = ast_.make(Op::multiply, a, b);
  const Id better = by_factors(product);
  return better == none ? product : better;
}

Id Rules::divide(Id a, Id b) {
  if (const Id size = beside_one(b); size != none && inside(size, Elementary::abs) == a) {
    return ast_.activation(softsign_, {a});  // whose gradient by the rule of quotients would cancel
  }
  const Id quotient = ast_.make(Op::divide, a, b);
  const Id better = by_factors(quotient);
  return better == none ? quotient : better;
}

Id Rules::power(Id a, Id b, const Node& node) {
  if (ast_[a].op == Op::e) return exp_of(b);
  if (known_.is(a, 2)) return ast_.call(Elementary::exp2, b);
  const double exponent = known_.number(b);
  if (exponent == 1) return a;
  if (exponent == 2) return make(Primitive::square, a);
  if (exponent == 3) return make(Primitive::cube, a);
  if (exponent == 4) return make(Primitive::square, make(Primitive::square, a));
  if (exponent == -2) return make(Primitive::inverse_square, a);
  if (exponent == 0.5) return sqrt_of(a);
  if (exponent == -1) return apply({.op = Op::divide, .count = 2, .arguments = {ast_.number(1), a}});
  if (exponent == -0.5) return ast_.make(Op::divide, ast_.number(1), sqrt_of(a));
  return ast_.add(node);
}

Id Rules::call(const Node& node) {
  const Id a = node.arguments[0];
  if (is_call(node, Elementary::exp)) return exp_of(a);
  if (is_call(node, Elementary::log)) return log_of(a);
  if (is_call(node, Elementary::sqrt)) return sqrt_of(a);
  if (is_call(node, Elementary::erfc)) return erfc_of(a);
  if (is_call(node, Elementary::log1p)) {
    if (const Id u = inside(a, Elementary::exp); u != none) return softplus_of(u);
  }
  if (is_call(node, Elementary::clip)) {
    const Id least = ast_.call(Elementary::max, a, node.arguments[1]);
    return ast_.call(Elementary::min, least, node.arguments[2]);
  }
  return ast_.add(node);
}

Id Rules::exp_of(Id a) {
  const Node node = ast_[a];
  if (node.op == Op::negate) {
    if (const Id u = inside(node.arguments[0], Primitive::square); u != none) return make(Primitive::gaussian, u);
  }
  return ast_.call(Elementary::exp, a);
}

Id Rules::log_of(Id a) {
  if (const Id u = inside(a, Elementary::exp); u != none) return u;
  if (const Id u = inside(a, Primitive::sigmoid); u != none) return make(Primitive::logsigmoid, u);
  if (const Id u = beside_one(a); u != none && known_.number(a) != known_.number(a)) {
    const Id v = inside(u, Elementary::exp);
    return v != none ? softplus_of(v) : ast_.call(Elementary::log1p, u);
  }
  const Node node = ast_[a];
  if (node.op == Op::subtract && known_.is(node.arguments[0], 1)) {
    return ast_.call(Elementary::log1p, negated(node.arguments[1]));
  }
  return ast_.call(Elementary::log, a);
}

/// erfc(u / sqrt 2) = 2 Phi(-u): the quotient would be rounded, and its square lost in the tail.
Id Rules::erfc_of(Id a) {
  const Id u = over_root_two(a);
  if (u != none) return twice(ast_.call(Elementary::normal_cdf, negated(u)));
  return ast_.call(Elementary::erfc, a);
}

Id Rules::sqrt_of(Id a) {
  if (const Id u = inside(a, Primitive::square); u != none) return ast_.call(Elementary::abs, u);
  if (const Id u = beside_one(a); u != none) {
    if (const Id v = inside(u, Primitive::square); v != none) return make(Primitive::length, v);
  }
  return ast_.call(Elementary::sqrt, a);
}

Id Rules::softplus_of(Id a) { return make(Primitive::softplus, a); }

}  // namespace activation::formula
