#pragma once

#include "formula/ast.hpp"
#include "formula/parser.hpp"

#include <activation/catalog.hpp>

#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <vector>

// Formulas in long double with the standard library's functions: what the core's own answers are judged by.

namespace reference {

using activation::formula::Ast;
using activation::formula::Elementary;
using activation::formula::Id;
using activation::formula::Node;
using activation::formula::Op;

using Real = long double;

/// What a function of the C library for doubles may miss a number of size 1 by: an ulp, twice a single rounding.
constexpr Real rounding = 0x1p-52L;

/// A value and its derivative by x.
struct Jet {
  Real value = 0;
  Real slope = 0;
  bool whole = true;  ///< whether all parts of the formula have finite values and slopes there
  /// How far the value moves, in units of `rounding`, where each part of the formula is rounded once: constants that are
  /// folded are rounded, and Emscripten's pow, exp, log and erf of long doubles are those of doubles. Infinite where a
  /// condition, floor, ceil or sign may come out otherwise.
  Real blur = 0;
};

class Evaluator {
 public:
  Evaluator(const Ast& ast, Jet x, std::span<const Jet> parameters) : ast_(ast), x_(x), parameters_(parameters) {}

  Jet run(Id root) {
    std::vector<bool> used(root + 1);
    used[root] = true;
    for (Id id = root + 1; id-- > 0;) {
      for (std::size_t i = 0; used[id] && i < ast_[id].count; ++i) used[ast_[id].arguments[i]] = true;
    }
    results_.assign(root + 1, {});
    for (Id id = 0; id <= root; ++id) {
      if (!used[id]) continue;
      results_[id] = one(ast_[id]);
      whole_ = whole_ && std::isfinite(results_[id].value) && std::isfinite(results_[id].slope);
    }
    results_[root].whole = whole_;
    return results_[root];
  }

 private:
  static constexpr Real pi = 3.141592653589793238462643383279502884L;

  static Real times(Real slope, Real blur) { return blur == 0 ? 0 : std::fabs(slope) * blur; }

  static Jet chain(Jet u, Real value, Real slope) {
    return {value, u.slope == 0 ? 0 : slope * u.slope, true, times(slope, u.blur) + std::fabs(value)};
  }

  /// A value that changes by jumps: certain only where the nearest jump is further off than roundings reach.
  static Jet jumping(Real value, Real distance, Real blur) {
    return {value, 0, true, std::fabs(distance) < 2 * rounding * blur ? std::numeric_limits<Real>::infinity() : 0};
  }

  Jet one(const Node& node) {
    const auto a = [&](std::size_t i) { return results_[node.arguments[i]]; };
    const auto compared = [&](bool yes) {
      return jumping(yes ? 1 : 0, a(0).value - a(1).value, a(0).blur + a(1).blur);
    };
    const auto truth = [&](bool yes) {
      return Jet{yes ? 1.0L : 0.0L, 0, true, node.count > 1 ? a(0).blur + a(1).blur : a(0).blur};
    };
    switch (node.op) {
      case Op::number: return {node.number, 0};
      case Op::pi: return {pi, 0};
      case Op::e: return {std::exp(1.0L), 0};
      case Op::variable: return x_;
      case Op::parameter: return parameters_[node.index];
      case Op::negate: return {-a(0).value, -a(0).slope, true, a(0).blur};
      case Op::add: return {a(0).value + a(1).value, a(0).slope + a(1).slope, true, of_sum(a(0), a(1))};
      case Op::subtract: return {a(0).value - a(1).value, a(0).slope - a(1).slope, true, of_sum(a(0), a(1))};
      case Op::multiply: {
        const Real product = a(0).value * a(1).value;
        return {product, a(0).slope * a(1).value + a(0).value * a(1).slope, true,
                times(a(1).value, a(0).blur) + times(a(0).value, a(1).blur) + std::fabs(product)};
      }
      case Op::divide: {
        const Real quotient = a(0).value / a(1).value;
        return {quotient, (a(0).slope - quotient * a(1).slope) / a(1).value, true,
                times(1 / a(1).value, a(0).blur) + times(quotient / a(1).value, a(1).blur) + std::fabs(quotient)};
      }
      case Op::power: return power(a(0), a(1));
      case Op::less: return compared(a(0).value < a(1).value);
      case Op::less_equal: return compared(a(0).value <= a(1).value);
      case Op::greater: return compared(a(0).value > a(1).value);
      case Op::greater_equal: return compared(a(0).value >= a(1).value);
      case Op::equal: return compared(a(0).value == a(1).value);
      case Op::unequal: return compared(a(0).value != a(1).value);
      case Op::conjunction: return truth(a(0).value != 0 && a(1).value != 0);
      case Op::disjunction: return truth(a(0).value != 0 || a(1).value != 0);
      case Op::negation: return truth(a(0).value == 0);
      case Op::choose: {
        Jet branch = a(0).value != 0 ? a(1) : a(2);
        branch.blur += a(0).blur;
        return branch;
      }
      case Op::call: return call(node);
      case Op::activation: return activation(node);
    }
    return {};
  }

  static Jet power(Jet a, Jet b) {
    const Real value = std::pow(a.value, b.value);
    Real slope = 0;
    if (a.slope != 0) slope += b.value * std::pow(a.value, b.value - 1) * a.slope;
    if (b.slope != 0) slope += value * std::log(a.value) * b.slope;
    // Exponents are added up where powers are multiplied: small whole ones without rounding.
    const Real exponent = b.blur + (b.value == std::floor(b.value) ? 0 : std::fabs(b.value));
    const Real blur = times(b.value * std::pow(a.value, b.value - 1), a.blur) +
                      times(value * std::log(std::fabs(a.value)), exponent) + std::fabs(value);
    return {value, slope, true, blur};
  }

  /// Terms are rounded, and put together in another order: by their sizes, not by that of the sum.
  static Real of_sum(Jet a, Jet b) { return a.blur + b.blur + std::fabs(a.value) + std::fabs(b.value); }

  /// The one of two that has won; the smaller slope where they are equal.
  static Jet extreme(Jet a, Jet b, bool a_wins) {
    if (std::isnan(a.value)) return a;
    if (std::isnan(b.value)) return b;
    // Either may win where they are near, and then they differ by less than their blur.
    if (std::fabs(a.value - b.value) <= 2 * rounding * (a.blur + b.blur)) a.blur = b.blur = a.blur + b.blur;
    if (a.value == b.value) return std::fabs(a.slope) <= std::fabs(b.slope) ? a : b;
    return a_wins ? a : b;
  }
  static Jet smaller(Jet a, Jet b) { return extreme(a, b, a.value < b.value); }
  static Jet larger(Jet a, Jet b) { return extreme(a, b, a.value > b.value); }

  Jet call(const Node& node) {
    const Jet u = results_[node.arguments[0]];
    const Real x = u.value;
    switch (static_cast<Elementary>(node.index)) {
      case Elementary::exp: return chain(u, std::exp(x), std::exp(x));
      case Elementary::exp2: return chain(u, std::exp2(x), std::exp2(x) * std::log(2.0L));
      case Elementary::expm1: return chain(u, std::expm1(x), std::exp(x));
      case Elementary::log: return chain(u, std::log(x), 1 / x);
      case Elementary::log2: return chain(u, std::log2(x), 1 / (x * std::log(2.0L)));
      case Elementary::log10: return chain(u, std::log10(x), 1 / (x * std::log(10.0L)));
      case Elementary::log1p: return chain(u, std::log1p(x), 1 / (1 + x));
      case Elementary::sqrt: return chain(u, std::sqrt(x), 1 / (2 * std::sqrt(x)));
      case Elementary::cbrt: return chain(u, std::cbrt(x), 1 / (3 * std::cbrt(x) * std::cbrt(x)));
      case Elementary::sin: return chain(u, std::sin(x), std::cos(x));
      case Elementary::cos: return chain(u, std::cos(x), -std::sin(x));
      case Elementary::tan: return chain(u, std::tan(x), 1 / (std::cos(x) * std::cos(x)));
      case Elementary::asin: return chain(u, std::asin(x), 1 / std::sqrt((1 - x) * (1 + x)));
      case Elementary::acos: return chain(u, std::acos(x), -1 / std::sqrt((1 - x) * (1 + x)));
      case Elementary::atan: return chain(u, std::atan(x), 1 / (1 + x * x));
      case Elementary::sinh: return chain(u, std::sinh(x), std::cosh(x));
      case Elementary::cosh: return chain(u, std::cosh(x), std::sinh(x));
      case Elementary::tanh: return chain(u, std::tanh(x), 1 / (std::cosh(x) * std::cosh(x)));
      case Elementary::asinh: return chain(u, std::asinh(x), 1 / std::sqrt(x * x + 1));
      case Elementary::acosh: return chain(u, std::acosh(x), 1 / std::sqrt(x * x - 1));
      case Elementary::atanh: return chain(u, std::atanh(x), 1 / ((1 - x) * (1 + x)));
      case Elementary::erf: return chain(u, std::erf(x), 2 / std::sqrt(pi) * std::exp(-x * x));
      case Elementary::erfc: return chain(u, std::erfc(x), -2 / std::sqrt(pi) * std::exp(-x * x));
      case Elementary::normal_cdf:
        return chain(u, std::erfc(-x / std::sqrt(2.0L)) / 2, std::exp(-x * x / 2) / std::sqrt(2 * pi));
      case Elementary::abs: return chain(u, std::fabs(x), x > 0 ? 1 : x < 0 ? -1 : 0);
      case Elementary::sign: return jumping(x > 0 ? 1 : x < 0 ? -1 : x, x, u.blur);
      case Elementary::floor: return jumping(std::floor(x), x - std::floor(x + 0.5L), u.blur);
      case Elementary::ceil: return jumping(std::ceil(x), x - std::floor(x + 0.5L), u.blur);
      case Elementary::min: return smaller(u, results_[node.arguments[1]]);
      case Elementary::max: return larger(u, results_[node.arguments[1]]);
      case Elementary::clip: return smaller(larger(u, results_[node.arguments[1]]), results_[node.arguments[2]]);
    }
    return {};
  }

  Jet activation(const Node& node) {
    activation::formula::Parsed parsed;
    activation::FormulaProblem problem;
    if (!parse(activation::notes()[node.index].formula, parsed, problem)) return {NAN, NAN};
    std::vector<Jet> parameters;
    for (const std::string& name : parsed.ast.parameters()) {
      const auto known = activation::catalog()[node.index].parameters;
      for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].name == name) parameters.push_back(results_[node.arguments[i + 1]]);
      }
    }
    const Jet result = Evaluator(parsed.ast, results_[node.arguments[0]], parameters).run(parsed.root);
    whole_ = whole_ && result.whole;
    return result;
  }

  const Ast& ast_;
  Jet x_;
  std::span<const Jet> parameters_;
  std::vector<Jet> results_;
  bool whole_ = true;
};

/// f(x) and f'(x).
inline Jet evaluate(const Ast& ast, Id root, double x, std::span<const double> parameters) {
  std::vector<Jet> jets;
  for (const double one : parameters) jets.push_back({one, 0});
  return Evaluator(ast, {x, 1}, jets).run(root);
}

}  // namespace reference
