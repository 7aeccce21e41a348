#include "../math/doubles.hpp"
#include "primitive.hpp"
#include "tape.hpp"

#include <algorithm>
#include <limits>

namespace activation::formula {
namespace {

/// Where a part's result is: `curved`, `flat` and `uniform` registers are numbered apart until all are known.
enum class Sort : std::uint8_t { unused, x, uniform, flat, curved };

struct Part {
  Sort sort = Sort::unused;
  std::uint32_t place = 0;
  Id last_use = 0;
};

/// Numbers that are given out, taken back and given out again.
struct Pool {
  std::uint32_t count = 0;
  std::vector<std::uint32_t> idle;

  std::uint32_t take() {
    if (idle.empty()) return count++;
    const std::uint32_t place = idle.back();
    idle.pop_back();
    return place;
  }
};

bool is_step(const Node& node) {
  return is_call(node, Elementary::sign) || is_call(node, Elementary::floor) || is_call(node, Elementary::ceil);
}

Operator operator_of(const Node& node, bool flat_base, bool flat_exponent) {
  switch (node.op) {
    case Op::add: return Operator::add;
    case Op::subtract: return Operator::subtract;
    case Op::multiply: return Operator::multiply;
    case Op::divide: return Operator::divide;
    case Op::power:
      if (flat_exponent) return Operator::power_constant;
      return flat_base ? Operator::power_base : Operator::power;
    case Op::less:
    case Op::greater: return Operator::less;
    case Op::less_equal:
    case Op::greater_equal: return Operator::less_equal;
    case Op::equal: return Operator::equal;
    case Op::unequal: return Operator::unequal;
    case Op::conjunction: return Operator::conjunction;
    case Op::disjunction: return Operator::disjunction;
    default: return is_call(node, Elementary::min) ? Operator::min : Operator::max;
  }
}

class Compiler {
 public:
  Compiler(const Ast& ast, Tape& tape) : ast_(ast), tape_(tape) {}

  bool run(std::span<const Id> roots) {
    if (roots.empty()) return true;
    const Id end = *std::max_element(roots.begin(), roots.end()) + 1;
    parts_.resize(end);
    for (const Id root : roots) parts_[root] = {.sort = Sort::flat, .place = 0, .last_use = end};
    for (Id id = end; id-- > 0;) {
      if (parts_[id].sort == Sort::unused) continue;
      for (std::size_t i = 0; i < ast_[id].count; ++i) {
        Part& part = parts_[ast_[id].arguments[i]];
        part = {.sort = Sort::flat, .place = 0, .last_use = std::max(part.last_use, id)};
      }
    }
    for (Id id = 0; id < end; ++id) {
      if (parts_[id].sort != Sort::unused) place(id);
    }
    tape_.uniform = uniform_;
    tape_.flat = flat_.count;
    tape_.curved = curved_.count;
    if (1 + tape_.uniform + tape_.flat + tape_.curved > std::numeric_limits<Place>::max()) return false;
    for (Id id = 0; id < end; ++id) {
      if (parts_[id].sort != Sort::unused) emit(id);
    }
    for (const Id root : roots) tape_.roots.push_back(at(root));
    return true;
  }

 private:
  /// Gives the part a register, and takes back those of parts that it uses last. Never one of them: a step may write before
  /// it has read all.
  void place(Id id) {
    const Node& node = ast_[id];
    Part& part = parts_[id];
    if (node.op == Op::variable) {
      part.sort = Sort::x;
      return;
    }
    part.sort = sort_of(node);
    if (part.sort == Sort::uniform) {
      part.place = uniform_++;
      return;
    }
    part.place = (part.sort == Sort::flat ? flat_ : curved_).take();
    for (std::size_t i = 0; i < node.count; ++i) {
      Part& used = parts_[node.arguments[i]];
      if (used.last_use != id) continue;
      used.last_use = 0;  // x * x frees it once
      if (used.sort == Sort::flat) flat_.idle.push_back(used.place);
      if (used.sort == Sort::curved) curved_.idle.push_back(used.place);
    }
  }

  Sort sort_of(const Node& node) const {
    Sort sort = Sort::uniform;
    for (std::size_t i = 0; i < node.count; ++i) {
      const Sort used = parts_[node.arguments[i]].sort;
      if (used == Sort::x || used == Sort::curved) {
        const bool is_choice = node.op == Op::choose && i == 0;
        sort = is_choice ? std::max(sort, Sort::flat) : Sort::curved;
      } else {
        sort = std::max(sort, used);
      }
    }
    return sort == Sort::curved && (is_condition(node) || is_step(node)) ? Sort::flat : sort;
  }

  Place at(Id id) const {
    const Part& part = parts_[id];
    std::size_t place = 0;
    if (part.sort == Sort::uniform) place = 1 + part.place;
    if (part.sort == Sort::flat) place = 1 + tape_.uniform + part.place;
    if (part.sort == Sort::curved) place = 1 + tape_.uniform + tape_.flat + part.place;
    return static_cast<Place>(place);
  }

  bool is_flat(Id id) const { return parts_[id].sort == Sort::uniform || parts_[id].sort == Sort::flat; }

  void emit(Id id) {
    const Node& node = ast_[id];
    switch (node.op) {
      case Op::number: tape_.constants.push_back({at(id), node.number}); return;
      case Op::pi: tape_.constants.push_back({at(id), math::pi}); return;
      case Op::e: tape_.constants.push_back({at(id), math::euler}); return;
      case Op::parameter: tape_.parameters.push_back({at(id), node.index}); return;
      case Op::variable: return;
      default: break;
    }
    Instruction step{.flat = is_flat(id), .to = at(id)};
    for (std::size_t i = 0; i < std::min<std::size_t>(node.count, 3); ++i) step.from[i] = at(node.arguments[i]);
    if (node.op == Op::activation && in_pairs(node.index) != 0) {
      step.kind = Instruction::Kind::function;
      step.which = static_cast<std::uint16_t>(in_pairs(node.index));
    } else if (node.op == Op::activation) {
      step.kind = Instruction::Kind::activation;
      step.which = node.index;
      step.parameter_count = static_cast<std::uint8_t>(node.count - 1);
      for (std::size_t i = 1; i < node.count; ++i) step.parameters[i - 1] = at(node.arguments[i]);
    } else if (node.op == Op::choose) {
      step.kind = Instruction::Kind::choose;
    } else if (node.op == Op::negate) {
      step.kind = Instruction::Kind::negate;
    } else if (node.op == Op::negation) {
      step.kind = Instruction::Kind::negate_condition;
    } else if (node.op == Op::call && node.count == 1) {
      step.kind = Instruction::Kind::function;
      step.which = node.index;
    } else {
      step.kind = Instruction::Kind::operation;
      const bool flat_base = is_flat(node.arguments[0]);
      step.which = static_cast<std::uint16_t>(operator_of(node, flat_base, is_flat(node.arguments[1])));
      if (node.op == Op::greater || node.op == Op::greater_equal) std::swap(step.from[0], step.from[1]);
    }
    (parts_[id].sort == Sort::uniform ? tape_.once : tape_.each).push_back(step);
  }

  const Ast& ast_;
  Tape& tape_;
  std::vector<Part> parts_;
  std::uint32_t uniform_ = 0;
  Pool flat_;
  Pool curved_;
};

}  // namespace

bool compile(const Ast& ast, std::span<const Id> roots, Tape& tape) { return Compiler(ast, tape).run(roots); }

}  // namespace activation::formula
