#pragma once

#include <activation/analysis.hpp>

#include "../math/doubles.hpp"
#include "subject.hpp"

#include <cstddef>
#include <vector>

namespace activation::analysis {

using math::above;
using math::below;
using math::between;
using math::infinity;
using math::is_finite;
using math::nothing;
using math::sign_of;

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
  std::vector<double> poles;   ///< where it is infinite, between two pieces
  bool kinks_endless = false;
};

/// f, f' and f'' at x: as sampled where it is a sample.
Point point_at(const Subject& subject, const Survey& survey, double x);

/// Steps times numbers: a part of an analysis that takes about so many makes do with less, and says how exact it is then.
/// A formula of most_characters has up to 5,000 steps, of some 10 ns.
inline constexpr double much_work = 1e7;

Survey surveyed(const Subject& subject);

/// How round a number is: of two neighbours the rounder one is where something is meant to happen.
int roundness(double x);

/// Neighbouring samples, zeros between them apart, between which f, f' or f'' passes a level.
struct Bracket {
  std::size_t left;
  std::size_t right;
  int before;  ///< the sign on the left of (f - level)
};

std::vector<Bracket> brackets(const Survey& survey, const Piece& piece, Quantity quantity, double level = 0);

/// An interval that is being halved.
struct Halving {
  double low;
  double high;
};

/// Halves all intervals at once until their ends are neighbours. side(i, x, point) is negative where x becomes the lower end
/// of the interval with index i, positive where it becomes the upper one, and 0 where it becomes both.
template <class Side>
void halve(const Subject& subject, std::vector<Halving>& intervals, Side side) {
  for (;;) {
    std::vector<double> x;
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < intervals.size(); ++i) {
      const double middle = between(intervals[i].low, intervals[i].high);
      if (middle == intervals[i].low || middle == intervals[i].high) continue;
      x.push_back(middle);
      of.push_back(i);
    }
    if (x.empty()) return;
    std::vector<double> y[3] = {x, x, x};
    subject.evaluate(x, y[0], y[1], y[2]);
    for (std::size_t k = 0; k < x.size(); ++k) {
      const int where = side(of[k], x[k], Point{{y[0][k], y[1][k], y[2][k]}});
      if (where <= 0) intervals[of[k]].low = x[k];
      if (where >= 0) intervals[of[k]].high = x[k];
    }
  }
}

/// Where it passes, to the last bit.
struct Passing {
  double x;
  bool jumps;  ///< the two doubles next to it are far from the level: a pole, a jump, a cusp
};

std::vector<Passing> passings(const Subject& subject, const Survey& survey, Quantity quantity,
                              const std::vector<Bracket>& found, double level);

}  // namespace activation::analysis
