#pragma once

#include "formula/ast.hpp"

#include <activation/catalog.hpp>

#include <cstdint>
#include <vector>

/// Trees of every kind of node, the same on every machine: no two draws are arguments of one call, which compilers evaluate
/// in different orders.
class RandomTrees {
 public:
  explicit RandomTrees(std::uint64_t seed) : state_(seed) {}

  std::uint64_t below(std::uint64_t most) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 33U) % most;
  }

  using Ast = activation::formula::Ast;
  using Id = activation::formula::Id;
  using Op = activation::formula::Op;
  using Elementary = activation::formula::Elementary;

  /// A number; `depth` levels at most.
  Id number(Ast& ast, int depth) {
    const std::uint64_t kind = depth == 0 ? below(4) : 4 + below(14);
    const auto next = [&] { return number(ast, depth - 1); };
    switch (kind) {
      case 0: return ast.number(numbers[below(std::size(numbers))]);
      case 1:
      case 2: return ast.variable();
      case 3:
        return below(4) == 0 ? ast.constant(below(2) == 0 ? Op::pi : Op::e)
                             : ast.parameter(below(2) == 0 ? "a" : "beta");
      case 4: return ast.make(Op::negate, next());
      case 5: return binary(ast, Op::add, depth);
      case 6: return binary(ast, Op::subtract, depth);
      case 7:
      case 8: return binary(ast, Op::multiply, depth);
      case 9: return binary(ast, Op::divide, depth);
      case 10: return below(3) == 0 ? binary(ast, Op::power, depth) : whole_power(ast, depth);
      case 11: {
        const Id c = condition(ast, depth - 1);
        const Id a = next();
        return ast.make(Op::choose, c, a, next());
      }
      case 12: return activation(ast, depth);
      case 13: {
        const Id a = next();
        const auto function = below(2) == 0 ? Elementary::min : Elementary::max;
        return ast.call(function, a, next());
      }
      case 14: {
        const Id a = next();
        const Id low = ast.number(-1);
        return ast.call(Elementary::clip, a, low, number(ast, 0));
      }
      case 15: return below(4) == 0 ? condition(ast, depth - 1) : next();
      default: {
        const auto function = static_cast<Elementary>(below(static_cast<int>(Elementary::min)));
        return ast.call(function, next());
      }
    }
  }

  Id condition(Ast& ast, int depth) {
    if (depth > 0 && below(3) == 0) {
      const std::uint64_t kind = below(3);
      const Id a = condition(ast, depth - 1);
      if (kind == 0) return ast.make(Op::negation, a);
      return ast.make(kind == 1 ? Op::conjunction : Op::disjunction, a, condition(ast, depth - 1));
    }
    const Id a = number(ast, depth > 0 ? depth - 1 : 0);
    const auto op = static_cast<Op>(static_cast<std::uint64_t>(Op::less) + below(6));
    return ast.make(op, a, number(ast, depth > 0 ? depth - 1 : 0));
  }

 private:
  static constexpr double numbers[] = {0, 1, 2, 3, 0.5, 0.25, 1.5, 4, 6, 1e-3, 1e6};

  Id binary(Ast& ast, Op op, int depth) {
    const Id a = number(ast, depth - 1);
    return ast.make(op, a, number(ast, static_cast<int>(below(static_cast<std::uint64_t>(depth)))));
  }
  Id whole_power(Ast& ast, int depth) {
    const Id a = number(ast, depth - 1);
    return ast.make(Op::power, a, ast.number(static_cast<double>(below(5)) - 1));
  }
  Id activation(Ast& ast, int depth) {
    for (;;) {
      const auto function = static_cast<std::size_t>(below(activation::catalog().size()));
      const std::string_view id = activation::catalog()[function].id;
      // These three are elementary where they are read.
      if (activation::is_vector_function(function) || id == "sin" || id == "tanh" || id == "arctan") continue;
      std::vector<Id> arguments{number(ast, depth - 1)};
      for (const activation::Parameter& one : activation::catalog()[function].parameters) {
        arguments.push_back(below(2) == 0 ? ast.number(one.standard) : number(ast, 0));
      }
      return ast.activation(function, arguments);
    }
  }

  std::uint64_t state_;
};
