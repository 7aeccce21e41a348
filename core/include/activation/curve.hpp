#pragma once

#include <activation/catalog.hpp>

#include <cstddef>
#include <span>

namespace activation {

class Formula;
class Subject;

/// Samples f, f' and f'' for drawing, into columns that it owns and reuses from call to call.
///
/// The samples are strictly increasing in x and hold
///  - `points` evenly spaced ones, both ends included, the same numbers as NumPy's linspace(from, to, points);
///  - 0, around which functions bend: however wide the range, a bump there is found;
///  - at every kink inside the range: the double just below it, the kink itself, the double just above. Where f, f' or
///    f'' jumps there, that column alone holds NaN at the kink: a gap, so that no slanted wall is ever drawn; the
///    columns that are continuous hold their exact value;
///  - more where the curve bends too much for a straight line between neighbours, to a bounded depth;
///  - of a periodic function whose even samples are more than half a period apart, which straight lines cannot follow:
///    the places within a period from each of them, or to the end, where f, f' and f'' are least and greatest. Lines
///    through these fill the band that the function fills, where even samples alone would show waves that are not there.
/// For a vector function the curve is that of the first output against the first logit, the others held at Info::slice.
class Curve {
 public:
  static constexpr std::size_t least_points = 2;
  static constexpr std::size_t most_points = 1'000'000;

  Curve() = default;
  Curve(const Curve&) = delete;
  Curve& operator=(const Curve&) = delete;
  ~Curve();

  /// Any finite from < to is a range: [-1.7e308, 1.7e308] and [1, 1 + 2^-52] alike.
  /// bad_argument: not finite or from >= to, or fewer than least_points; too_large: more than most_points, or no memory.
  /// After anything but ok the columns are empty.
  Status sample(std::size_t function, double from, double to, std::size_t points, std::span<const double> parameters);

  /// Of a formula: its kinks are the first 512 of Formula::kinks(), and where f is NaN so are the other columns.
  /// bad_parameter as Formula::evaluate().
  Status sample(const Formula& formula, double from, double to, std::size_t points, std::span<const double> parameters);

  std::span<const double> x() const;
  std::span<const double> value() const;
  std::span<const double> gradient() const;
  std::span<const double> curvature() const;

 private:
  static Status check_range(double from, double to, std::size_t points);
  Status draw(const Subject& subject, std::span<const double> kinks, double period, double from, double to,
              std::size_t points);

  double* storage_ =
      nullptr;  ///< four columns of capacity_ numbers each; malloc, because new cannot fail politely here
  std::size_t capacity_ = 0;
  std::size_t size_ = 0;
};

}  // namespace activation
