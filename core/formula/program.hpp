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

/// A part that repeats itself: after length / (slope of the argument) and, where the rate is another expression, by that too.
struct Wave {
  Id argument = 0;
  Id rate = 0;  ///< the argument again where there is none
  double length = 0;
};

/// A formula ready to be evaluated.
struct Program {
  Tape tape;     ///< one root: f
  Tape corners;  ///< the expressions whose zeros are kinks, one root each
  std::vector<Corner> kinds;
  Tape arguments;  ///< argument and rate of each wave
  std::vector<Wave> waves;
};

/// All places between from and to, increasing, where a corner of the program is; at most `most`. See Formula::kinks().
std::vector<double> find_kinks(const Program& program, double from, double to, std::span<const double> parameters,
                               std::size_t most, bool* all);

/// The corners of a recognised formula.
std::vector<Corner> corners_of(Ast& ast, Id root);

/// Its sines, and the activations that are periodic.
std::vector<Wave> waves_of(const Ast& ast, Id root);

/// The length of the shortest wave at from, at to and between them; 0 where there is none.
double shortest_wave(const Program& program, double from, double to, std::span<const double> parameters);

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
