#pragma once

#include "known.hpp"
#include "primitive.hpp"

namespace activation::formula {

/// Makes nodes, or what is put in place of them. Arguments have been through the rules before.
class Rules {
 public:
  explicit Rules(Ast& ast);

  Known& known() { return known_; }

  Id apply(const Node& node);
  /// A function of the catalog: some have a place among the primitives.
  Id activation(const Node& node);

 private:
  static constexpr Id none = ~Id{0};

  Id negation(Id a);
  Id negated(Id a);
  Id negate(Id a);
  Id add(Id a, Id b);
  Id subtract(Id a, Id b);
  Id multiply(Id a, Id b);
  Id divide(Id a, Id b);
  Id power(Id a, Id b, const Node& node);
  Id call(const Node& node);
  Id exp_of(Id a);
  Id log_of(Id a);
  Id erfc_of(Id a);
  Id sqrt_of(Id a);
  Id softplus_of(Id a);
  Id make(Primitive function, Id a) { return formula::call(ast_, function, a); }
  Id twice(Id a) { return ast_.make(Op::multiply, ast_.number(2), a); }

  bool are_opposite(Id a, Id b);
  /// The argument where the node is that function, else none.
  Id inside(Id id, Elementary function) const;
  Id inside(Id id, Primitive function) const;
  /// t where the node is 1 + t or t + 1, else none.
  Id beside_one(Id id);
  /// The u of u / sqrt(2).
  Id over_root_two(Id id);
  /// The product or quotient by its factors, where they say more together; else none.
  Id by_factors(Id id);

  Ast& ast_;
  Known known_;
  std::size_t softsign_;
  std::size_t functions_[8];  ///< indices in the catalog of what is here a primitive or elementary
};

}  // namespace activation::formula
