#include "rules.hpp"

#include <algorithm>

namespace activation::formula {
namespace {

/// So many factors of a product are looked at together: a bound for products without end.
constexpr std::size_t most_factors = 12;

}  // namespace

Id Rules::by_factors(Id id) {
  std::vector<Id> above;
  std::vector<Id> below;
  double factor = 1;
  struct Part {
    Id id;
    bool is_below;
  };
  std::vector<Part> waiting{{id, false}};
  while (!waiting.empty()) {
    const Part part = waiting.back();
    waiting.pop_back();
    const Node& node = ast_[part.id];
    if (waiting.size() + above.size() + below.size() > most_factors) return none;
    if (node.op == Op::multiply || node.op == Op::divide) {
      const bool second_below = part.is_below != (node.op == Op::divide);
      waiting.push_back({node.arguments[1], second_below});
      waiting.push_back({node.arguments[0], part.is_below});
    } else if (node.op == Op::negate && known_.number(part.id) != known_.number(part.id)) {
      factor = -factor;
      waiting.push_back({node.arguments[0], part.is_below});
    } else if (const double number = known_.number(part.id); number == number) {
      factor = part.is_below ? factor / number : factor * number;
    } else {
      (part.is_below ? below : above).push_back(part.id);
    }
  }

  bool changed = false;
  const auto take = [](std::vector<Id>& from, Id what) {
    const auto place = std::find(from.begin(), from.end(), what);
    if (place == from.end()) return false;
    from.erase(place);
    return true;
  };
  for (std::size_t i = 0; i < below.size();) {
    const Id d = below[i];
    Id quotient = none;
    const Id beside = beside_one(d);
    const Id w = beside == none ? none : inside(beside, Elementary::exp);
    if (const Id u = inside(d, Elementary::cosh); u != none) {
      if (take(above, ast_.call(Elementary::sinh, u))) quotient = ast_.call(Elementary::tanh, u);
    } else if (w != none) {
      if (take(above, ast_.call(Elementary::expm1, w))) {
        const Node twofold = ast_[w];
        const bool is_twice = twofold.op == Op::multiply && known_.is(twofold.arguments[0], 2);
        const Id half = is_twice ? twofold.arguments[1] : ast_.make(Op::multiply, ast_.number(0.5), w);
        quotient = ast_.call(Elementary::tanh, half);
      } else {
        quotient = make(Primitive::sigmoid, take(above, beside) ? w : negated(w));
      }
    }
    if (quotient == none) {
      ++i;
      continue;
    }
    below.erase(below.begin() + static_cast<std::ptrdiff_t>(i));
    above.push_back(quotient);
    changed = true;
  }
  for (std::size_t i = 0; i < above.size(); ++i) {
    const Id gate = above[i];
    const Id u = inside(gate, Primitive::sigmoid);
    const Id v = inside(gate, Elementary::normal_cdf);
    if (u != none && take(above, u)) {
      *std::find(above.begin(), above.end(), gate) = make(Primitive::silu, u);
      changed = true;
    } else if (v != none && take(above, v)) {
      *std::find(above.begin(), above.end(), gate) = make(Primitive::gelu, v);
      changed = true;
    }
  }
  if (!changed) return none;

  const auto product = [this](const std::vector<Id>& factors) {
    Id made = factors[0];
    for (std::size_t i = 1; i < factors.size(); ++i) made = ast_.make(Op::multiply, made, factors[i]);
    return made;
  };
  Id made = product(above);  // has what was changed
  if (!below.empty()) made = ast_.make(Op::divide, made, product(below));
  if (factor == -1) return negate(made);
  if (!(factor - factor == 0)) return none;
  return factor == 1 ? made : ast_.make(Op::multiply, ast_.number(factor), made);
}

}  // namespace activation::formula
