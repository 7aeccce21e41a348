#include "exact.hpp"

#include "formula/code/dialect.hpp"
#include "formula/code/lower.hpp"
#include "formula/code/tree.hpp"
#include "formula/parser.hpp"
#include "formula/recognise.hpp"

#include <activation/catalog.hpp>

#include <quadmath.h>

#include <algorithm>
#include <cmath>
#include <vector>

// Each step carries its derivative. 113 bits leave nothing of what the definitions cancel away: where e^-40 is added to 1,
// 16 digits of it stay.

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

Dual run(const Ast& ast, Id root, Dual x, std::span<const Dual> parameters);

Dual activation_of(const Node& node, const std::vector<Dual>& arguments) {
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
  return run(parsed.ast, parsed.root, arguments[0], parameters);
}

Dual stable(code::Stable name, Dual a) {
  const Quad sigmoid = 1 / (1 + expq(-a.v));
  const Quad softplus = a.v > 0 ? a.v + log1pq(expq(-a.v)) : log1pq(expq(a.v));
  switch (name) {
    case code::Stable::relu: return extreme(a, {0, 0}, true);
    case code::Stable::sigmoid: return chain(a, sigmoid, sigmoid / (1 + expq(a.v)));
    case code::Stable::softplus: return chain(a, softplus, sigmoid);
    case code::Stable::log_sigmoid: break;
  }
  return chain(a, a.v < 0 ? a.v - log1pq(expq(a.v)) : -log1pq(expq(-a.v)), 1 / (1 + expq(a.v)));
}

Dual step(const Node& node, const std::vector<Dual>& arguments) {
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
    default:
      if (code::is_stable(node)) return stable(static_cast<code::Stable>(node.index - 0x8000), a);
      return activation_of(node, arguments);
  }
}

Dual run(const Ast& ast, Id root, Dual x, std::span<const Dual> parameters) {
  std::vector<Dual> results(std::size_t{root} + 1);
  for (const Id id : code::reachable(ast, root)) {
    const Node& node = ast[id];
    std::vector<Dual> arguments;
    for (std::size_t i = 0; i < node.count; ++i) arguments.push_back(results[node.arguments[i]]);
    if (node.op == Op::variable)
      results[id] = x;
    else if (node.op == Op::parameter)
      results[id] = parameters[node.index];
    else
      results[id] = step(node, arguments);
  }
  return results[root];
}

/// What 113 bits leave of a sum that cancels.
Quad better_of(Quad defined, Quad stable) { return fabsq(defined - stable) < 1e-25 ? stable : defined; }

}  // namespace

Id without_cancellation(Ast& ast, Id root) { return code::lowered(ast, recognised(ast, root, false)); }

Exact exact(const Ast& ast, Id root, Id stable, double x, std::span<const double> parameters) {
  std::vector<Dual> duals;
  for (const double parameter : parameters) duals.push_back({parameter, 0});
  const Dual defined = run(ast, root, {x, 1}, duals);
  const Dual other = run(ast, stable, {x, 1}, duals);
  const Quad h = 1e-12 * (std::abs(x) + 1e-12);
  const Quad after = fabsq(run(ast, root, {x + h, 1}, duals).d - defined.d) / h;
  const Quad before = fabsq(run(ast, root, {x - h, 1}, duals).d - defined.d) / h;
  return {static_cast<double>(better_of(defined.v, other.v)), static_cast<double>(better_of(defined.d, other.d)),
          static_cast<double>(fminq(after, before))};
}

}  // namespace activation::formula
