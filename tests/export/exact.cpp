#include "exact.hpp"

#include "formula/parser.hpp"

#include <activation/catalog.hpp>

#include <quadmath.h>

#include <algorithm>
#include <cmath>
#include <vector>

// Each step carries its derivative. Some definitions cancel away even 113 bits: 1 + tanh(-40) has none of them left. So all is
// computed again with the last bits of each step changed at random, which shows how many are left of the result.

namespace activation::formula {
namespace {

__extension__ using Quad = __float128;

struct Dual {
  Quad v = 0;
  Quad d = 0;
};

const Quad nan = nanq("");

Dual chain(Dual a, Quad value, Quad slope) { return {value, a.d == 0 ? 0 : slope * a.d}; }

Dual power(Dual a, Dual b) {
  const Quad v = powq(a.v, b.v);
  Quad d = 0;
  if (a.d != 0) d += b.v == 0 ? 0 : b.v * powq(a.v, b.v - 1) * a.d;
  if (b.d != 0) d += v == 0 ? 0 : v * logq(a.v) * b.d;
  return {v, d};
}

/// The one of the smaller slope where both are equal.
Dual extreme(Dual a, Dual b, bool largest) {
  if (isnanq(a.v) || isnanq(b.v)) return {nan, nan};
  if (a.v == b.v) return fabsq(a.d) <= fabsq(b.d) ? a : b;
  return (a.v > b.v) == largest ? a : b;
}

Dual call(Elementary function, Dual a, Dual b, Dual c) {
  const Quad v = a.v;
  const Quad gauss = 2 / sqrtq(M_PIq) * expq(-v * v);
  switch (function) {
    case Elementary::exp: return chain(a, expq(v), expq(v));
    case Elementary::exp2: return chain(a, powq(2, v), powq(2, v) * M_LN2q);
    case Elementary::expm1: return chain(a, expm1q(v), expq(v));
    case Elementary::log: return chain(a, logq(v), 1 / v);
    case Elementary::log2: return chain(a, log2q(v), 1 / (v * M_LN2q));
    case Elementary::log10: return chain(a, log10q(v), 1 / (v * M_LN10q));
    case Elementary::log1p: return chain(a, log1pq(v), 1 / (1 + v));
    case Elementary::sqrt: return chain(a, sqrtq(v), 1 / (2 * sqrtq(v)));
    case Elementary::cbrt: return chain(a, cbrtq(v), 1 / (3 * cbrtq(v) * cbrtq(v)));
    case Elementary::sin: return chain(a, sinq(v), cosq(v));
    case Elementary::cos: return chain(a, cosq(v), -sinq(v));
    case Elementary::tan: return chain(a, tanq(v), 1 / (cosq(v) * cosq(v)));
    case Elementary::asin: return chain(a, asinq(v), 1 / sqrtq(1 - v * v));
    case Elementary::acos: return chain(a, acosq(v), -1 / sqrtq(1 - v * v));
    case Elementary::atan: return chain(a, atanq(v), 1 / (1 + v * v));
    case Elementary::sinh: return chain(a, sinhq(v), coshq(v));
    case Elementary::cosh: return chain(a, coshq(v), sinhq(v));
    case Elementary::tanh: return chain(a, tanhq(v), 1 / (coshq(v) * coshq(v)));
    case Elementary::asinh: return chain(a, asinhq(v), 1 / sqrtq(v * v + 1));
    case Elementary::acosh: return chain(a, acoshq(v), 1 / sqrtq(v * v - 1));
    case Elementary::atanh: return chain(a, atanhq(v), 1 / (1 - v * v));
    case Elementary::erf: return chain(a, erfq(v), gauss);
    case Elementary::erfc: return chain(a, erfcq(v), -gauss);
    case Elementary::normal_cdf: return chain(a, erfcq(-v / sqrtq(2)) / 2, expq(-v * v / 2) / sqrtq(2 * M_PIq));
    case Elementary::abs: return chain(a, fabsq(v), v > 0 ? 1 : v < 0 ? -1 : 0);
    case Elementary::sign: return chain(a, v > 0 ? 1 : v < 0 ? -1 : v, 0);
    case Elementary::floor: return chain(a, floorq(v), 0);
    case Elementary::ceil: return chain(a, ceilq(v), 0);
    case Elementary::min: return extreme(a, b, false);
    case Elementary::max: return extreme(a, b, true);
    case Elementary::clip: break;
  }
  return extreme(extreme(a, b, true), c, false);
}

/// Changes the last bits of what is computed, one way or the opposite; not at all where `size` is 0.
struct Noise {
  double size = 0;
  std::uint32_t state = 1;

  Quad operator()(Quad value) {
    state = state * 1664525U + 1013904223U;
    return finiteq(value) ? value + value * (state >> 31 != 0 ? size : -size) : value;
  }
};

Dual run(const Ast& ast, Id root, Dual x, std::span<const Dual> parameters, Noise& noise);

Dual activation_of(const Node& node, const std::vector<Dual>& arguments, Noise& noise) {
  const Info& info = catalog()[node.index];
  Parsed parsed;
  FormulaProblem problem;
  if (!parse(notes()[node.index].formula, parsed, problem)) return {nan, nan};
  std::vector<Dual> parameters;
  for (const std::string& name : parsed.ast.parameters()) {
    for (std::size_t i = 0; i < info.parameters.size(); ++i) {
      if (info.parameters[i].name == name) parameters.push_back(arguments[1 + i]);
    }
  }
  return run(parsed.ast, parsed.root, arguments[0], parameters, noise);
}

Dual step(const Node& node, const std::vector<Dual>& arguments, Noise& noise) {
  const Dual a = !arguments.empty() ? arguments[0] : Dual{};
  const Dual b = arguments.size() > 1 ? arguments[1] : Dual{};
  const Dual c = arguments.size() > 2 ? arguments[2] : Dual{};
  const auto truth = [](bool yes) { return Dual{static_cast<Quad>(yes), 0}; };
  switch (node.op) {
    case Op::number: return {node.number, 0};
    case Op::pi: return {M_PIq, 0};
    case Op::e: return {M_Eq, 0};
    case Op::negate: return {-a.v, -a.d};
    case Op::add: return {a.v + b.v, a.d + b.d};
    case Op::subtract: return {a.v - b.v, a.d - b.d};
    case Op::multiply: return {a.v * b.v, a.d * b.v + a.v * b.d};
    case Op::divide: return {a.v / b.v, (a.d - a.v / b.v * b.d) / b.v};
    case Op::power: return power(a, b);
    case Op::less: return truth(a.v < b.v);
    case Op::less_equal: return truth(a.v <= b.v);
    case Op::greater: return truth(a.v > b.v);
    case Op::greater_equal: return truth(a.v >= b.v);
    case Op::equal: return truth(a.v == b.v);
    case Op::unequal: return truth(a.v != b.v);
    case Op::conjunction: return truth(a.v != 0 && b.v != 0);
    case Op::disjunction: return truth(a.v != 0 || b.v != 0);
    case Op::negation: return truth(a.v == 0);
    case Op::choose: return a.v != 0 ? b : c;
    case Op::call: return call(static_cast<Elementary>(node.index), a, b, c);
    default: return activation_of(node, arguments, noise);
  }
}

Dual run(const Ast& ast, Id root, Dual x, std::span<const Dual> parameters, Noise& noise) {
  std::vector<Dual> results(std::size_t{root} + 1);
  for (Id id = 0; id <= root; ++id) {
    const Node& node = ast[id];
    std::vector<Dual> arguments;
    for (std::size_t i = 0; i < node.count; ++i) arguments.push_back(results[node.arguments[i]]);
    if (node.op == Op::variable) {
      results[id] = x;
    } else if (node.op == Op::parameter) {
      results[id] = parameters[node.index];
    } else {
      const Dual result = step(node, arguments, noise);
      const bool is_exact = node.count == 0 || node.op == Op::choose || node.op == Op::negate || is_condition(node);
      results[id] = is_exact ? result : Dual{noise(result.v), noise(result.d)};
    }
  }
  return results[root];
}

/// The exact number where at least 14 digits of it are sure, else what the core says, if that is within the doubt.
double settled(Quad exact, Quad doubt, double core) {
  if (!finiteq(exact) || 8 * doubt <= 1e-14Q * fabsq(exact)) return static_cast<double>(exact);
  return fabsq(exact - core) <= 64 * doubt ? core : static_cast<double>(exact);
}

Quad larger(Quad doubt, Quad difference) { return difference <= doubt ? doubt : difference; }

}  // namespace

Exact exact(const Ast& ast, Id root, double x, std::span<const double> parameters, const Exact& core) {
  std::vector<Dual> duals;
  for (const double parameter : parameters) duals.push_back({parameter, 0});
  const auto at = [&](Quad place, Noise noise = {}) { return run(ast, root, {place, 1}, duals, noise); };
  const Dual defined = at(x);
  Quad value_doubt = 0;
  Quad gradient_doubt = 0;
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    for (const double size : {0x1p-110, -0x1p-110}) {
      const Dual other = at(x, {size, seed});
      value_doubt = larger(value_doubt, fabsq(other.v - defined.v));
      gradient_doubt = larger(gradient_doubt, fabsq(other.d - defined.d));
    }
  }
  const Quad h = 1e-12 * (std::abs(x) + 1e-12);
  const Quad after = fabsq(at(x + h).d - defined.d) / h;
  const Quad before = fabsq(at(x - h).d - defined.d) / h;
  // 0 times infinity in the chain of derivatives of a finite value.
  const bool is_lost = finiteq(defined.v) && isnanq(defined.d);
  return {settled(defined.v, value_doubt, core.value),
          is_lost ? core.gradient : settled(defined.d, gradient_doubt, core.gradient),
          static_cast<double>(fminq(after, before))};
}

}  // namespace activation::formula
