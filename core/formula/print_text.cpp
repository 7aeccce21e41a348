#include "print.hpp"

#include <activation/catalog.hpp>

#include "names.hpp"
#include "pieces.hpp"
#include "shortest.hpp"

namespace activation::formula {
namespace {

std::string_view sign_of(Op op) {
  switch (op) {
    case Op::add: return " + ";
    case Op::subtract: return " - ";
    case Op::multiply: return " * ";
    case Op::divide: return " / ";
    case Op::power: return "^";
    case Op::less: return " < ";
    case Op::less_equal: return " <= ";
    case Op::greater: return " > ";
    case Op::greater_equal: return " >= ";
    case Op::equal: return " == ";
    case Op::unequal: return " != ";
    case Op::conjunction: return " and ";
    default: return " or ";
  }
}

/// The pieces of one node, and how strongly they hold together.
std::vector<Piece> pieces_of(const Ast& ast, Id id, int& hold) {
  const Node& node = ast[id];
  const auto& a = node.arguments;
  const auto infix = [&](int own, int left, int right) {
    hold = own;
    return std::vector<Piece>{{a[0], left}, sign_of(node.op), {a[1], right}};
  };
  hold = Strength::atom;
  switch (node.op) {
    case Op::number: return {shortest(node.number)};
    case Op::pi: return {"pi"};
    case Op::e: return {"e"};
    case Op::variable: return {"x"};
    case Op::parameter: return {ast.parameters()[node.index]};
    case Op::negate: hold = Strength::sign; return {"-", {a[0], Strength::sign}};
    case Op::add:
    case Op::subtract: return infix(Strength::sum, Strength::sum, Strength::product);
    case Op::multiply:
    case Op::divide: return infix(Strength::product, Strength::product, Strength::sign);
    case Op::power: return infix(Strength::power, Strength::atom, Strength::sign);
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::equal:
    case Op::unequal: return infix(Strength::comparison, Strength::sum, Strength::sum);
    case Op::conjunction: {
      const Chain chain = chain_of(ast, id);
      if (chain.sides.empty()) return infix(Strength::both, Strength::both, Strength::no);
      hold = Strength::comparison;
      std::vector<Piece> pieces{{chain.sides[0], Strength::sum}};
      for (std::size_t i = 0; i < chain.operators.size(); ++i) {
        pieces.emplace_back(sign_of(chain.operators[i]));
        pieces.emplace_back(chain.sides[i + 1], Strength::sum);
      }
      return pieces;
    }
    case Op::disjunction: return infix(Strength::either, Strength::either, Strength::both);
    case Op::negation: hold = Strength::no; return {"not ", {a[0], Strength::no}};
    case Op::choose:
      hold = Strength::choice;
      return {{a[0], Strength::either}, " ? ", {a[1], Strength::either}, " : ", {a[2], Strength::choice}};
    case Op::call:
    case Op::activation: break;
  }
  const bool call = node.op == Op::call;
  const std::size_t count = call ? node.count : written_arguments(ast, node);
  std::vector<Piece> pieces{call ? name_of(static_cast<Elementary>(node.index)) : catalog()[node.index].id, "("};
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) pieces.emplace_back(", ");
    pieces.emplace_back(a[i], Strength::nothing);
  }
  pieces.emplace_back(")");
  return pieces;
}

}  // namespace

std::string printed_text(const Ast& ast, Id root) {
  // Nothing that can be typed comes near it.
  constexpr std::size_t most = 100'000;
  return printed(root, most, "(too long to show)", [&ast](Id id, int least) {
    int hold = Strength::nothing;
    std::vector<Piece> pieces = pieces_of(ast, id, hold);
    if (hold >= least) return pieces;
    pieces.insert(pieces.begin(), "(");
    pieces.emplace_back(")");
    return pieces;
  });
}

}  // namespace activation::formula
