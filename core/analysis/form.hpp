#pragma once

#include "../formula/ast.hpp"

#include <limits>
#include <span>
#include <string>
#include <vector>

namespace activation::analysis {

/// What follows from the way a function is written, for every real x. Everything here holds for sure, in real arithmetic;
/// what is not known is left at its default.
struct Form {
  bool even = false;
  bool odd = false;
  bool rising = false;        ///< nowhere falling; both where constant
  bool falling = false;       ///< nowhere rising
  bool rising_apart = false;  ///< the same but where a condition changes; only choices have it
  bool falling_apart = false;
  bool defined = false;                                   ///< has a finite value for every x
  bool smooth = false;                                    ///< has all derivatives at every x
  bool steady = false;                                    ///< is continuous at every x
  double low = -std::numeric_limits<double>::infinity();  ///< low <= f(x) <= high
  double high = std::numeric_limits<double>::infinity();
  bool above_low = false;                                  ///< f(x) > low
  bool below_high = false;                                 ///< f(x) < high
  double left = std::numeric_limits<double>::quiet_NaN();  ///< the limits, which may be infinite; NaN where not known
  double right = std::numeric_limits<double>::quiet_NaN();
  bool wave = false;  ///< a sine, cosine, tangent, floor or ceil of something unbounded is in it: bends may have no end

  bool constant() const { return rising && falling; }
};

/// The values of the parameters called `names`, in the order in which a formula has them; NaN, of which nothing is known,
/// for one that is not among them.
std::vector<double> in_order_of(const formula::Ast& ast, std::span<const std::string> names,
                                std::span<const double> values);

/// The form of a formula for given parameters, in its own order.
Form form_of(const formula::Ast& ast, formula::Id root, std::span<const double> parameters);

/// The form of a function of the catalog, from its formula.
Form form_of(std::size_t function, std::span<const double> parameters);

}  // namespace activation::analysis
