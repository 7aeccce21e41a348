#include "known.hpp"

#include "../math/doubles.hpp"
#include "../math/powers.hpp"
#include "primitive.hpp"

namespace activation::formula {

void Known::catch_up() {
  while (facts_.size() < ast_.size()) {
    const Node& node = ast_[static_cast<Id>(facts_.size())];
    bool depends = node.op == Op::variable;
    for (std::size_t i = 0; i < node.count; ++i) depends = depends || facts_[node.arguments[i]].depends_on_x;
    facts_.push_back({computed(node), depends});
  }
}

double Known::computed(const Node& node) const {
  const double a = node.count > 0 ? facts_[node.arguments[0]].number : math::not_a_number;
  const double b = node.count > 1 ? facts_[node.arguments[1]].number : math::not_a_number;
  switch (node.op) {
    case Op::number: return node.number;
    case Op::pi: return math::pi;
    case Op::e: return math::euler;
    case Op::negate: return -a;
    case Op::add: return a + b;
    case Op::subtract: return a - b;
    case Op::multiply: return a * b;
    case Op::divide: return a / b;
    case Op::power: return math::pow(a, b);
    default: break;
  }
  if (is_call(node, Elementary::sqrt)) return math::sqrt(a);
  if (is_call(node, Primitive::square)) return a * a;
  if (is_call(node, Elementary::exp)) return math::exp(a);
  return math::not_a_number;
}

}  // namespace activation::formula
