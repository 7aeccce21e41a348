#pragma once

#include "ast.hpp"

#include <cstddef>
#include <vector>

namespace activation::formula {

/// Builds nodes in a form that is short to read, from nodes that are: sums and products are collected, numbers folded.
/// A result equals what was asked for wherever all parts of that have finite values, except for rounding.
class Simple {
 public:
  explicit Simple(Ast& ast) : ast_(ast), limit_(ast.size() + most_new_nodes) {}

  Id number(double value) { return ast_.number(value); }
  Id add(Id a, Id b);
  Id subtract(Id a, Id b);
  Id negate(Id a);
  Id multiply(Id a, Id b);
  Id divide(Id a, Id b);
  Id power(Id a, Id b);
  Id choose(Id condition, Id a, Id b);
  Id call(Elementary function, Id a);
  Id call(Elementary function, Id a, Id b);
  /// A node like the given one, of other arguments.
  Id rebuilt(Node node);

  bool is(Id id, double value) const;

 private:
  /// Past so many nodes nobody reads the result: what is built then stays as it is.
  static constexpr std::size_t most_new_nodes = 20'000;
  /// Sums and products of more parts are collected in windows of so many, so that the work grows with their length alone.
  static constexpr std::size_t most_parts = 32;

  struct Factor {
    Id base;
    double exponent;
  };
  /// over / under * base^exponent * …
  struct Term {
    double over = 1;
    double under = 1;
    std::vector<Factor> factors;
  };

  bool full() const { return ast_.size() > limit_; }
  bool constant(Id id, double& value) const;
  static double tidy(double value);

  void collect_factors(Id id, double sign, Term& term);
  void put(Term& term, Id base, double exponent);
  Term raised(const Term& term, double exponent);
  void merge_exponentials(Term& term);
  void open_squares(Term& term);
  static void reduce(Term& term);
  int rank(Id base) const;
  Id product(Id first, const std::vector<Factor>& factors, bool below);
  Id composed(Term term);
  void merge_signs(Term& term);
  Id chosen_factor(Term& term);
  static constexpr Id none = static_cast<Id>(-1);
  Id finished(Term term);

  void collect_terms(Id id, double sign, std::vector<Term>& terms);
  static bool add_coefficient(Term& to, const Term& from);
  bool same_factors(const Term& a, const Term& b) const;
  std::vector<Factor> common(const std::vector<Term>& terms) const;
  void add_term(std::vector<Term>& terms, Term term);
  bool is_lone_sum(const Term& term) const;
  void divide_by(std::vector<Term>& terms, const std::vector<Factor>& shared);
  bool expanded(const std::vector<Term>& terms, std::vector<Term>& result, std::vector<Factor>& under);
  Id times(Id sum, const std::vector<Factor>& shared);
  Id sum(std::vector<Term> terms);
  Id plain_sum(std::vector<Term> terms);

  Ast& ast_;
  std::size_t limit_;
  int depth_ = 0;  ///< of sums that were multiplied out within others
};

/// A condition as c ? 1 : 0, anything else as it is: for what is shown as a whole.
Id as_number(Ast& ast, Id id);

}  // namespace activation::formula
