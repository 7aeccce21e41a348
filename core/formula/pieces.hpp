#pragma once

#include "ast.hpp"
#include "strength.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace activation::formula {

/// A piece of a formula on its way to text: a text, or a tree and how strongly it has to hold together.
struct Piece {
  Piece(std::string_view words) : text(words) {}        // NOLINT: a list of pieces reads like a sentence
  Piece(const char* words) : text(words) {}             // NOLINT
  Piece(std::string words) : text(std::move(words)) {}  // NOLINT
  Piece(Id node, int least) : id(node), hold(least) {}

  std::string text;
  Id id = 0;
  int hold = -1;  ///< -1: a text
};

/// Prints a tree without recursion, since formulas may be some thousand levels high: `parts(id, least)` gives the pieces of one
/// node. What is longer than `most` becomes `instead`: derivatives share parts, and written out may be without bound.
template <class Parts>
std::string printed(Id root, std::size_t most, std::string_view instead, Parts parts) {
  std::string out;
  std::vector<Piece> open;
  open.emplace_back(root, Strength::nothing);
  while (!open.empty()) {
    const Piece piece = std::move(open.back());
    open.pop_back();
    if (piece.hold < 0) {
      out += piece.text;
      if (out.size() > most) return std::string(instead);
      continue;
    }
    std::vector<Piece> pieces = parts(piece.id, piece.hold);
    for (std::size_t i = pieces.size(); i-- > 0;) open.push_back(std::move(pieces[i]));
    if (open.size() > most) return std::string(instead);
  }
  return out;
}

/// The sides of a < b < c, which the tree has as a < b and b < c: the operators are those of the comparisons. Empty where the
/// node is no such chain.
struct Chain {
  std::vector<Id> sides;
  std::vector<Op> operators;
};
Chain chain_of(const Ast& ast, Id id);

/// How many arguments of an activation to write: those after it are its standard parameters.
std::size_t written_arguments(const Ast& ast, const Node& node);

/// Whether a node is the number, which may be negative.
bool is_number(const Ast& ast, Id id, double value);

}  // namespace activation::formula
