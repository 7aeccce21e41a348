#include "primitive.hpp"
#include "program.hpp"

#include <algorithm>

namespace activation::formula {
namespace {

/// Adds the expressions of one node whose zeros are corners.
class Corners {
 public:
  Corners(Ast& ast, std::vector<Corner>& corners) : ast_(ast), corners_(corners) {}

  void add(Id id) {
    const Node node = ast_[id];
    const Id a = node.arguments[0];
    switch (node.op) {
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal:
      case Op::equal:
      case Op::unequal: return zero(ast_.make(Op::subtract, a, node.arguments[1]));
      case Op::divide: return zero(node.arguments[1]);  // a pole
      case Op::power: return zero(a);
      case Op::activation: return activation(node);
      case Op::call: return call(node);
      default: return;
    }
  }

 private:
  void zero(Id expression) { corners_.push_back({expression, false}); }

  void call(const Node& node) {
    const Id a = node.arguments[0];
    if (is_call(node, Elementary::min) || is_call(node, Elementary::max)) {
      zero(ast_.make(Op::subtract, a, node.arguments[1]));
    } else if (is_call(node, Elementary::abs) || is_call(node, Elementary::sign) ||
               is_call(node, Primitive::inverse_square)) {
      zero(a);
    } else if (is_call(node, Elementary::floor) || is_call(node, Elementary::ceil)) {
      corners_.push_back({a, true});
    } else if (is_call(node, Elementary::tan)) {
      zero(ast_.call(Elementary::cos, a));
    }
  }

  void activation(const Node& node) {
    for (const Kink& kink : catalog()[node.index].kinks) {
      Id place = ast_.number(kink.offset);
      if (kink.parameter >= 0) {
        const Id parameter = node.arguments[1 + static_cast<std::size_t>(kink.parameter)];
        place = ast_.make(Op::add, place, ast_.make(Op::multiply, ast_.number(kink.scale), parameter));
      }
      zero(ast_.make(Op::subtract, node.arguments[0], place));
    }
  }

  Ast& ast_;
  std::vector<Corner>& corners_;
};

}  // namespace

std::vector<Corner> corners_of(Ast& ast, Id root) {
  std::vector<bool> used(root + 1, false);
  used[root] = true;
  for (Id id = root + 1; id-- > 0;) {
    if (!used[id]) continue;
    for (std::size_t i = 0; i < ast[id].count; ++i) used[ast[id].arguments[i]] = true;
  }
  std::vector<Corner> corners;
  Corners found(ast, corners);
  for (Id id = 0; id <= root; ++id) {
    if (used[id]) found.add(id);
  }
  // What does not depend on x has no corner; the same expression counts once.
  std::vector<bool> depends(ast.size(), false);
  for (Id id = 0; id < ast.size(); ++id) {
    depends[id] = ast[id].op == Op::variable;
    for (std::size_t i = 0; i < ast[id].count; ++i) depends[id] = depends[id] || depends[ast[id].arguments[i]];
  }
  std::erase_if(corners, [&](const Corner& corner) { return !depends[corner.expression]; });
  const auto key = [](const Corner& c) { return std::pair(c.expression, c.is_step); };
  std::sort(corners.begin(), corners.end(), [&](const Corner& a, const Corner& b) { return key(a) < key(b); });
  const auto same = [&](const Corner& a, const Corner& b) { return key(a) == key(b); };
  corners.erase(std::unique(corners.begin(), corners.end(), same), corners.end());
  return corners;
}

}  // namespace activation::formula
