#pragma once

#include "ast.hpp"

#include <vector>

namespace activation::formula {

/// What is known of the nodes of a growing tree: the number of those that are made of numbers alone, and whether x is in them.
class Known {
 public:
  explicit Known(const Ast& ast) : ast_(ast) {}

  /// NaN where it is not known.
  double number(Id id) {
    catch_up();
    return facts_[id].number;
  }
  bool is(Id id, double number) { return this->number(id) == number; }

  bool depends_on_x(Id id) {
    catch_up();
    return facts_[id].depends_on_x;
  }

 private:
  struct Fact {
    double number;
    bool depends_on_x;
  };

  void catch_up();
  double computed(const Node& node) const;

  const Ast& ast_;
  std::vector<Fact> facts_;
};

}  // namespace activation::formula
