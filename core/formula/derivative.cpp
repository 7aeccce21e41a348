#include "derivative.hpp"

#include <activation/catalog.hpp>

#include "parser.hpp"
#include "simple.hpp"

#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace activation::formula {
namespace {

struct Known {
  std::string_view id;
  std::string_view formula;
};

/// Derivatives by x of activations, in shorter or more stable words than their formulas lead to.
constexpr auto known_derivatives = std::to_array<Known>({
    {"relu", "x > 0 ? 1 : 0"},
    {"relu6", "0 < x < 6 ? 1 : 0"},
    {"sigmoid", "sigmoid(x) * (1 - sigmoid(x))"},
    {"logsigmoid", "sigmoid(-x)"},
    {"softplus", "sigmoid(beta * x)"},
    {"exponential", "exp(x)"},
    {"softsign", "1 / (1 + abs(x))^2"},
    {"hardsigmoid", "-3 < x < 3 ? 1 / 6 : 0"},
    {"linear", "1"},
    {"step", "0"},
});

/// Formulas of activations that say more to their derivatives than those in the catalog.
constexpr auto known_formulas = std::to_array<Known>({
    {"silu", "x * sigmoid(x)"},
    {"swish", "x * sigmoid(beta * x)"},
    {"quick_gelu", "x * sigmoid(1.702 * x)"},
    {"gelu", "x * normal_cdf(x)"},
    {"mish", "x * tanh(softplus(x))"},
    {"serf", "x * erf(softplus(x))"},
    {"logish", "x * log(1 + sigmoid(x))"},
    {"squared_relu", "relu(x)^2"},
});

template <class Table>
std::string_view formula_in(const Table& table, std::string_view id) {
  for (const Known& one : table) {
    if (one.id == id) return one.formula;
  }
  return {};
}

class Differentiator {
 public:
  explicit Differentiator(Ast& ast) : ast_(ast), simple_(ast) {}

  /// Arguments first, without recursion; what is known already is not looked at again.
  Id run(Id root) {
    std::vector<Id> open{root};
    while (!open.empty()) {
      const Id id = open.back();
      if (known_.contains(id)) {
        open.pop_back();
        continue;
      }
      const Node node = ast_[id];
      bool ready = true;
      for (std::size_t i = 0; i < node.count; ++i) {
        if (known_.contains(node.arguments[i])) continue;
        open.push_back(node.arguments[i]);
        ready = false;
      }
      if (!ready) continue;
      open.pop_back();
      const Id result = one(node, id);
      known_.emplace(id, result);
    }
    return known_.at(root);
  }

 private:
  Id number(double value) { return simple_.number(value); }
  Id derivative_of(Id id) const { return known_.at(id); }
  bool is_constant(Id id) const { return simple_.is(known_.at(id), 0); }
  Id square(Id a) { return simple_.power(a, number(2)); }
  Id sqrt(Id a) { return simple_.call(Elementary::sqrt, a); }

  Id one(const Node& node, Id id) {
    const auto& a = node.arguments;
    Simple& s = simple_;
    switch (node.op) {
      case Op::variable: return number(1);
      case Op::negate: return s.negate(derivative_of(a[0]));
      case Op::add: return s.add(derivative_of(a[0]), derivative_of(a[1]));
      case Op::subtract: return s.subtract(derivative_of(a[0]), derivative_of(a[1]));
      case Op::multiply: return s.add(s.multiply(derivative_of(a[0]), a[1]), s.multiply(a[0], derivative_of(a[1])));
      case Op::divide: {
        const Id first = s.divide(derivative_of(a[0]), a[1]);
        if (is_constant(a[1])) return first;
        return s.subtract(first, s.divide(s.divide(s.multiply(a[0], derivative_of(a[1])), a[1]), a[1]));
      }
      case Op::power: return power(node, id);
      case Op::choose: return s.choose(a[0], derivative_of(a[1]), derivative_of(a[2]));
      case Op::call: return call(node, id);
      case Op::activation: return activation(node);
      default: return number(0);  // numbers, parameters, conditions
    }
  }

  Id power(const Node& node, Id id) {
    Simple& s = simple_;
    const Id base = node.arguments[0];
    const Id exponent = node.arguments[1];
    if (is_constant(exponent)) {
      if (is_constant(base)) return number(0);
      const Id lower = s.power(base, s.subtract(exponent, number(1)));
      return s.multiply(s.multiply(exponent, lower), derivative_of(base));
    }
    const Id log = s.call(Elementary::log, base);
    if (is_constant(base)) return s.multiply(s.multiply(log, id), derivative_of(exponent));
    const Id inner =
        s.add(s.multiply(derivative_of(exponent), log), s.divide(s.multiply(exponent, derivative_of(base)), base));
    return s.multiply(id, inner);
  }

  Id call(const Node& node, Id id) {
    Simple& s = simple_;
    const auto function = static_cast<Elementary>(node.index);
    const Id u = node.arguments[0];
    if (function == Elementary::min || function == Elementary::max) return extreme(node);
    if (function == Elementary::clip) return clip(node);
    const Id du = derivative_of(u);
    if (s.is(du, 0)) return du;
    const auto over = [&](Id under) { return s.divide(du, under); };
    const auto times = [&](Id factor) { return s.multiply(factor, du); };
    const Id one = number(1);
    switch (function) {
      case Elementary::exp: return times(id);
      case Elementary::exp2: return times(s.multiply(s.call(Elementary::log, number(2)), id));
      case Elementary::expm1: return times(s.call(Elementary::exp, u));
      case Elementary::log: return over(u);
      case Elementary::log2: return over(s.multiply(s.call(Elementary::log, number(2)), u));
      case Elementary::log10: return over(s.multiply(s.call(Elementary::log, number(10)), u));
      case Elementary::log1p: return over(s.add(one, u));
      case Elementary::sqrt: return over(s.multiply(number(2), id));
      case Elementary::cbrt: return over(s.multiply(number(3), square(id)));
      case Elementary::sin: return times(s.call(Elementary::cos, u));
      case Elementary::cos: return s.negate(times(s.call(Elementary::sin, u)));
      case Elementary::tan: return times(s.add(one, square(id)));
      case Elementary::asin: return over(sqrt(s.subtract(one, square(u))));
      case Elementary::acos: return s.negate(over(sqrt(s.subtract(one, square(u)))));
      case Elementary::atan: return over(s.add(one, square(u)));
      case Elementary::sinh: return times(s.call(Elementary::cosh, u));
      case Elementary::cosh: return times(s.call(Elementary::sinh, u));
      case Elementary::tanh: return times(s.subtract(one, square(id)));
      case Elementary::asinh: return over(sqrt(s.add(one, square(u))));
      case Elementary::acosh: return over(sqrt(s.subtract(square(u), one)));
      case Elementary::atanh: return over(s.subtract(one, square(u)));
      case Elementary::erf: return times(bell(s.negate(square(u)), number(2), ast_.constant(Op::pi)));
      case Elementary::erfc: return s.negate(times(bell(s.negate(square(u)), number(2), ast_.constant(Op::pi))));
      case Elementary::normal_cdf:
        return times(bell(s.negate(s.divide(square(u), number(2))), one, s.multiply(number(2), ast_.constant(Op::pi))));
      case Elementary::abs: return times(s.call(Elementary::sign, u));
      default: return number(0);  // sign, floor, ceil
    }
  }

  /// over * e^exponent / sqrt(under)
  Id bell(Id exponent, Id over, Id under) {
    return simple_.divide(simple_.multiply(over, simple_.call(Elementary::exp, exponent)), sqrt(under));
  }

  /// Where the arguments of min and max are equal, the smaller of their derivatives counts.
  Id extreme(const Node& node) {
    Simple& s = simple_;
    const bool is_min = node.index == static_cast<std::uint16_t>(Elementary::min);
    const Id a = node.arguments[0];
    const Id b = node.arguments[1];
    const Id da = derivative_of(a);
    const Id db = derivative_of(b);
    if (da == db) return da;
    // min(max(u, low), high) is clip
    const Node inner = ast_[a];
    if (is_min && s.is(db, 0) && inner.op == Op::call && inner.index == static_cast<std::uint16_t>(Elementary::max)) {
      const Id left = inner.arguments[0];
      const Id right = inner.arguments[1];
      if (is_constant(right)) return between(right, left, b, derivative_of(left));
      if (is_constant(left)) return between(left, right, b, derivative_of(right));
    }
    const Op before = is_min ? Op::less : Op::greater;
    if (s.is(db, 0)) return s.choose(ast_.make(before, a, b), da, db);
    if (s.is(da, 0)) return s.choose(ast_.make(before, b, a), db, da);
    const Id smaller = ast_.make(Op::less_equal, s.call(Elementary::abs, da), s.call(Elementary::abs, db));
    const Id tie = s.choose(smaller, da, db);
    const Id away = s.choose(ast_.make(before, a, b), da, db);
    if (tie == da) return s.choose(ast_.make(is_min ? Op::less_equal : Op::greater_equal, a, b), da, db);
    if (tie == db) return away;
    return s.choose(ast_.make(Op::equal, a, b), tie, away);
  }

  Id between(Id low, Id u, Id high, Id du) {
    if (simple_.is(du, 0)) return du;
    const Id condition = ast_.make(Op::conjunction, ast_.make(Op::less, low, u), ast_.make(Op::less, u, high));
    return simple_.choose(condition, du, number(0));
  }

  Id clip(const Node& node) {
    const auto& a = node.arguments;
    if (is_constant(a[1]) && is_constant(a[2])) return between(a[1], a[0], a[2], derivative_of(a[0]));
    return run(ast_.call(Elementary::min, ast_.call(Elementary::max, a[0], a[1]), a[2]));
  }

  /// f(u, parameters), by its formula: first the derivative by u, then the chain.
  Id activation(const Node& node) {
    const Info& info = catalog()[node.index];
    const auto& a = node.arguments;
    bool fixed = true;
    for (std::size_t i = 1; i < node.count; ++i) fixed = fixed && is_constant(a[i]);
    if (fixed && is_constant(a[0])) return number(0);
    if (fixed) {
      if (const auto known = formula_in(known_derivatives, info.id); !known.empty()) {
        return simple_.multiply(written(known, info, node), derivative_of(a[0]));
      }
    }
    const auto known = formula_in(known_formulas, info.id);
    return run(written(known.empty() ? formula_text(node.index) : known, info, node));
  }

  /// A formula of the catalog as nodes of this tree, with the node's arguments for x and the parameters.
  Id written(std::string_view formula, const Info& info, const Node& node) {
    Parsed parsed;
    FormulaProblem problem;
    if (!parse(formula, parsed, problem)) return number(0);  // a test parses them all
    std::vector<Id> places(parsed.root + 1);
    for (Id id = 0; id <= parsed.root; ++id) {
      Node copy = parsed.ast[id];
      if (copy.op == Op::variable) {
        places[id] = node.arguments[0];
      } else if (copy.op == Op::parameter) {
        const std::string& name = parsed.ast.parameters()[copy.index];
        for (std::size_t i = 0; i < info.parameters.size(); ++i) {
          if (info.parameters[i].name == name) places[id] = node.arguments[i + 1];
        }
      } else {
        for (std::size_t i = 0; i < copy.count; ++i) copy.arguments[i] = places[copy.arguments[i]];
        places[id] = simple_.rebuilt(copy);
      }
    }
    return places[parsed.root];
  }

  Ast& ast_;
  Simple simple_;
  std::unordered_map<Id, Id> known_;
};

}  // namespace

Id derivative(Ast& ast, Id root) {
  const Id simple = simplified(ast, root);
  return as_number(ast, Differentiator(ast).run(simple));
}

}  // namespace activation::formula
