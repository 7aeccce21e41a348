#pragma once

#include <activation/formula.hpp>

#include "parser.hpp"
#include "tape.hpp"

#include <vector>

namespace activation::formula {

/// An expression of which the formula has a corner where it is 0, or where it passes a whole number.
struct Corner {
  Id expression = 0;
  bool is_step = false;
};

/// A formula ready to be evaluated.
struct Program {
  Tape tape;     ///< one root: f
  Tape corners;  ///< the expressions whose zeros are kinks, one root each
  std::vector<Corner> kinds;
};

/// All places between from and to, increasing, where a corner of the program is; at most `most`.
std::vector<double> find_kinks(const Program& program, double from, double to, std::span<const double> parameters,
                               std::size_t most);

/// The corners of a recognised formula.
std::vector<Corner> corners_of(Ast& ast, Id root);

}  // namespace activation::formula

namespace activation {

struct Formula::Parts {
  formula::Parsed parsed;
  formula::Program program;
  formula::Program written_out;  ///< for parameters of activations outside their limits; empty where none has any
  bool has_limits = false;

  /// The one that holds for these parameters.
  const formula::Program& program_for(std::span<const double> parameters) const;
};

}  // namespace activation
