#pragma once

#include <activation/catalog.hpp>
#include <activation/formula.hpp>
#include <activation/status.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace activation {

/// How sure a figure is: it follows from the form of the function, or it was found by looking, to `tolerance` of its size
/// (of 1, where it is smaller than that).
struct Sureness {
  bool proved = false;
  double tolerance = 0;
};

/// A number, an infinity, or NaN where there is none.
struct Figure {
  double number = std::numeric_limits<double>::quiet_NaN();
  Sureness sure;

  bool exists() const { return number == number; }
};

/// A part of the range, or of the line. Ends may be infinite; a closed end belongs to it: the value is attained.
struct Interval {
  double from = 0;
  double to = 0;
  bool from_closed = false;
  bool to_closed = false;
};

enum class Direction : std::int8_t { falling = -1, constant = 0, rising = 1 };

/// Between from and to, which may be infinite, f only falls, only rises or stays. Neighbours share their ends.
struct Stretch {
  double from;
  double to;
  Direction direction;
};

/// Of f over all of the line. Constant pieces and jumps the same way do not count against it.
enum class Monotonicity : std::uint8_t { none, rising, falling, constant };

/// A point of the graph where f turns; the value is finite.
struct Extremum {
  double x;
  double y;
  bool maximum;
};

/// f(x) = 0 for from <= x <= to; one x where they are equal.
struct Zeros {
  double from;
  double to;
};

/// Where the bend changes its side.
struct Inflection {
  double x;
  double y;
};

/// Where f, f' or f'' goes from one number to another at once, or beyond all bounds: f at a pole, f' at a cusp or, on both
/// sides alike, where the tangent is vertical.
struct Jump {
  double x;
  Quantity quantity;  ///< the first of the three that jumps
  double before;
  double after;
};

/// How often f can be differentiated with continuous results, as far as f''.
enum class Smoothness : std::uint8_t { discontinuous, c0, c1, c2_or_more, infinite };

/// f(2 center - x) = shift +- f(x), or f(x) - f(-x) = slope x.
struct Symmetry {
  enum class Kind : std::uint8_t {
    none,
    even,
    odd,
    point,  ///< f(2 center - x) = shift - f(x)
    mirror  ///< f(2 center - x) = f(x)
  };
  Kind kind = Kind::none;
  double center = 0;
  double shift = 0;
  Sureness sure;
  Figure slope;  ///< of f(x) - f(-x) = slope x; twice the slope where a line is odd
};

/// What becomes of f on one side.
enum class Growth : std::uint8_t {
  irregular,  ///< no limit and no line: waves, or not defined there
  constant,   ///< f has a limit
  slower,     ///< f is unbounded and f' goes to 0
  linear,     ///< f' has a limit other than 0
  faster      ///< f' is unbounded
};

struct End {
  Figure limit;  ///< of f: a number, an infinity, or none
  Growth growth = Growth::irregular;
  Figure slope;   ///< of the line that f approaches; the limit of f'
  Figure offset;  ///< f(x) - slope x goes there; none where there is no such line
};

/// f(x + length) = f(x) + drift
struct Repetition {
  Figure length;
  Figure drift;
};

/// Over z ~ N(0, 1). None where the integral diverges.
struct Moments {
  Figure mean;             ///< E[f(z)]
  Figure variance;         ///< Var[f(z)]
  Figure second;           ///< E[f(z)^2]
  Figure gradient_second;  ///< E[f'(z)^2]; without the jumps of f, which have none
  Figure gain;  ///< 1 / sqrt(E[f(z)^2]): weights of that deviation over sqrt(fan-in) keep the second moment at 1
};

/// A length of signals that the map leaves alone: q = V(q).
struct FixedPoint {
  double q;
  double slope;  ///< V'(q): signals come back to it where it is below 1
  double chi;    ///< weights^2 E[f'(sqrt(q) z)^2]: gradients shrink from layer to layer below 1 and grow above
};

/// The mean-field variance map V(q) = weights^2 E[f(sqrt(q) z)^2] + biases^2 of wide layers whose weights have the
/// variance weights^2 / fan-in, here with no biases. B. Poole et al. 2016, arXiv:1606.05340, eq. 3; S. S. Schoenholz et
/// al. 2017, arXiv:1611.01232, where chi is chi_1.
struct VarianceMap {
  double weights = 1;
  bool every = false;             ///< V(q) = q for every q: a rectifier at its gain
  std::vector<FixedPoint> fixed;  ///< 0 first where V(0) = 0; those between 1e-6 and 1e6 are looked for
  bool searched = false;          ///< not where it would take too long: then only 0, and the 1 of the gain, are listed
  Sureness sure;                  ///< of q
};

/// All that the program finds out about a function of one number.
struct Analysis {
  std::vector<Interval> undefined;  ///< where f is not a number

  std::vector<Interval> range;  ///< increasing; several where f jumps over numbers
  Sureness range_sure;
  bool range_endless = false;  ///< there are more parts than are listed: those next to 0 are
  /// The least interval around all of its parts, listed or not.
  Interval range_bounds{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

  Monotonicity monotonicity = Monotonicity::none;
  Sureness monotonicity_sure;
  std::vector<Stretch> stretches;
  std::vector<Extremum> extrema;
  std::vector<Zeros> zeros;
  std::vector<Inflection> inflections;
  std::vector<Jump> jumps;
  Sureness places_sure;  ///< of x in the five lists above
  bool endless = false;  ///< there are more than are listed: those next to 0 are
  Repetition repetition;

  Symmetry symmetry;
  Smoothness smoothness = Smoothness::discontinuous;
  Sureness smoothness_sure;
  Figure lipschitz;                                                ///< sup |f'|; none where it is infinite or f jumps
  double lipschitz_at = std::numeric_limits<double>::quiet_NaN();  ///< where; an infinity in the limit

  std::vector<Interval> saturation;  ///< where |f'| < saturation_below
  End left;
  End right;

  Moments moments;
  VarianceMap plain;   ///< weights = 1
  VarianceMap gained;  ///< weights = the gain, for which 1 is always a fixed point

  static constexpr double saturation_below = 0.01;
};

/// A function of the catalog. unknown_function, bad_parameter, or unsupported for a vector function.
Status analyse(std::size_t function, std::span<const double> parameters, Analysis& analysis);

/// One that was typed. bad_parameter unless there is a finite number for each of its parameters.
Status analyse(const Formula& formula, std::span<const double> parameters, Analysis& analysis);

/// All of it as JSON. Infinities are the strings "inf" and "-inf", what does not exist is null, and a figure is
/// {"number": 0.5, "proved": true, "tolerance": 0}.
std::string analysis_json(const Analysis& analysis);

}  // namespace activation
