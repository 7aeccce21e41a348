#pragma once

#include <activation/catalog.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace activation::formula {

/// What a node does. Conditions (comparisons, and, or, not) are 1 or 0 where a number is asked for.
enum class Op : std::uint8_t {
  number,     ///< Node::number
  pi,         ///< kept by name, so that printers can say so
  e,          ///< Euler's number
  variable,   ///< x
  parameter,  ///< Node::index into Ast::parameters()
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  unequal,
  conjunction,
  disjunction,
  negation,   ///< not
  choose,     ///< condition ? first : second
  call,       ///< an elementary function: Node::index is an Elementary
  activation  ///< a function of the catalog: Node::index is its index there, arguments x and then all of its parameters
};

/// The functions of the language that are not activations. What has two names in use has one here: log, arcsin … are
/// the parser's business; step, sin and tanh, which are both, are here what the catalog says, and sin and tanh are these.
enum class Elementary : std::uint8_t {
  exp,
  exp2,
  expm1,
  log,
  log2,
  log10,
  log1p,
  sqrt,
  cbrt,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  asinh,
  acosh,
  atanh,
  erf,
  erfc,
  normal_cdf,  ///< Phi(x) = erfc(-x / sqrt 2) / 2
  abs,
  sign,
  floor,
  ceil,
  min,   ///< of two; NaN wins
  max,   ///< of two; NaN wins
  clip,  ///< clip(x, low, high) = min(max(x, low), high)
};

/// The index of a node in its tree.
using Id = std::uint32_t;

struct Node {
  static constexpr std::size_t most_arguments = 1 + 4;  // x and the parameters of an activation

  Op op = Op::number;
  std::uint8_t count = 0;   ///< of arguments
  std::uint16_t index = 0;  ///< see Op
  double number = 0;        ///< finite
  std::array<Id, most_arguments> arguments{};

  /// The same bits: 0 and -0 are two numbers.
  friend bool operator==(const Node& a, const Node& b) {
    return a.op == b.op && a.count == b.count && a.index == b.index &&
           __builtin_bit_cast(std::uint64_t, a.number) == __builtin_bit_cast(std::uint64_t, b.number) &&
           a.arguments == b.arguments;
  }
};

/// A formula, or several that share parts, as nodes each of which exists once: two equal subexpressions are one node, so that
/// common subexpressions are found by being built, and equality of trees is equality of ids. Arguments come before the nodes
/// that take them: a pass from 0 upward sees everything before it is used.
class Ast {
 public:
  /// The node, new or found.
  Id add(const Node& node);

  Id number(double value);  ///< finite; a negative one becomes the negation of a positive one
  Id variable();
  Id parameter(std::string_view name);  ///< new or found; the caller holds to the limit
  Id constant(Op pi_or_e);
  Id make(Op op, Id a);
  Id make(Op op, Id a, Id b);
  Id make(Op op, Id a, Id b, Id c);
  Id call(Elementary function, Id a);
  Id call(Elementary function, Id a, Id b);
  Id call(Elementary function, Id a, Id b, Id c);
  /// A function of the catalog by index, of x and one node for each of its parameters.
  Id activation(std::size_t function, const std::vector<Id>& arguments);

  const Node& operator[](Id id) const { return nodes_[id]; }
  std::size_t size() const { return nodes_.size(); }

  /// In the order of first use.
  const std::vector<std::string>& parameters() const { return parameters_; }

 private:
  struct Hash {
    std::size_t operator()(const Node& node) const;
  };

  std::vector<Node> nodes_;
  std::unordered_map<Node, Id, Hash> ids_;
  std::vector<std::string> parameters_;
};

/// Whether a node is a condition: a comparison, and, or, not.
bool is_condition(const Node& node);

/// How many nodes the tree would have if nothing were shared; counting stops above `most`.
std::size_t size_of(const Ast& ast, Id root, std::size_t most);

}  // namespace activation::formula
