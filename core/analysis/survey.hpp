#pragma once

#include <activation/analysis.hpp>

#include "subject.hpp"

#include <cstddef>
#include <vector>

namespace activation::analysis {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

inline bool is_finite(double x) { return x - x == 0; }
inline int sign_of(double x) { return (x > 0) - (x < 0); }

/// The next double above a finite x, and below it.
double above(double x);
double below(double x);
/// The double halfway in the order of all doubles: 64 halvings reach any.
double between(double a, double b);

/// Out to 2 to which power there is something to see: squares and cubes inside a typed formula overflow while it does not.
inline int octaves_out(const Subject& subject) { return subject.exact ? 995 : 250; }

/// What is larger than this out there is taken for unbounded.
inline double endless_size(const Subject& subject) { return subject.exact ? 1e100 : 1e30; }

/// Samples without a kink, gap or pole between them: f is analytic there, so that a derivative that is 0 at all of them is
/// 0, and one that is 0 at some has underflowed.
struct Piece {
  std::size_t first;  ///< of the samples
  std::size_t last;
  double from;  ///< the kink or edge before; -infinity at the left end
  double to;
  bool flat[3];     ///< f, f' or f'' is 0 all along
  double floor[3];  ///< what is smaller may be rounding
};

/// f, f' and f'' at some 8,000 numbers of all sizes, 3,200 of them between -50 and 50.
struct Survey {
  std::vector<double> x;
  std::vector<double> of[3];
  std::vector<double> kinks;
  std::vector<Piece> pieces;   ///< increasing
  std::vector<Interval> gaps;  ///< where f is not a number
  std::vector<double> poles;   ///< where it is infinite
  bool kinks_endless = false;
};

Survey surveyed(const Subject& subject);

/// Neighbouring samples, zeros between them apart, between which f, f' or f'' passes a level.
struct Bracket {
  std::size_t left;
  std::size_t right;
  int before;  ///< the sign on the left of (f - level)
};

std::vector<Bracket> brackets(const Survey& survey, const Piece& piece, Quantity quantity, double level = 0);

/// Where it passes, to the last bit.
struct Passing {
  double x;
  bool jumps;  ///< the two doubles next to it are far from the level: a pole, a jump, a cusp
};

Passing passing(const Subject& subject, const Survey& survey, Quantity quantity, const Bracket& bracket,
                double level = 0);

}  // namespace activation::analysis
