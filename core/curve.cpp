#include <activation/curve.hpp>

#include "band.hpp"
#include "math/doubles.hpp"
#include "refinement.hpp"
#include "registry.hpp"

#include <algorithm>
#include <cstdlib>

namespace activation {
namespace {

using math::above;
using math::below;
using math::is_finite;

constexpr double gap = math::nothing;
constexpr double tiniest = 0x1p-1074;

/// NumPy's linspace(from, to, points), but each number once where the range holds fewer doubles than points.
/// Returns how many there are.
std::size_t linspace(double from, double to, std::size_t points, double* x) {
  const double intervals = static_cast<double>(points - 1);
  const double width = to - from;
  const double step = width / intervals;
  std::size_t size = 0;
  x[size++] = from;
  for (std::size_t i = 1; i + 1 < points; ++i) {
    const double index = static_cast<double>(i);
    double next = index * step + from;
    if (!is_finite(width)) {  // where NumPy gives up
      next = from * ((intervals - index) / intervals) + to * (index / intervals);
    } else if (step == 0) {
      next = index / intervals * width + from;
    }
    if (next > x[size - 1] && next < to) x[size++] = next;
  }
  x[size++] = to;
  return size;
}

/// Adds a sample of x, without the other columns, if it is inside and not there yet.
void insert(Columns& columns, double x) {
  double* const end = columns.x + columns.size;
  if (x < columns.x[0] || x > end[-1]) return;
  double* const place = std::lower_bound(columns.x, end, x);
  if (*place == x) return;
  std::move_backward(place, end, end + 1);
  *place = x;
  ++columns.size;
}

/// Whether a column jumps between the two neighbours of x. A steep but continuous one changes by a few ulps of itself or,
/// where it is near 0, of x.
bool jumps(double left, double right, double x) {
  // A pole, from one infinity to the other: there is no scale.
  if (!is_finite(left) && left == -right) return true;
  const double scale = std::max(math::abs(left), math::abs(right));
  return math::abs(left - right) > std::max({scale * 1e-9, math::abs(x) * 1e-14, 1e-290});
}

/// NaN at the kink in the columns that jump there.
void cut(Columns& columns, const Subject& subject, double kink) {
  double* const end = columns.x + columns.size;
  double* const place = std::lower_bound(columns.x, end, kink);
  if (place == end || *place != kink) return;
  const double sides[2] = {below(kink), above(kink)};
  double at_sides[3][2];
  subject.evaluate(sides, {at_sides[0], at_sides[1], at_sides[2]}, 2);
  for (std::size_t q = 0; q < 3; ++q) {
    if (jumps(at_sides[q][0], at_sides[q][1], kink)) columns.of[q][place - columns.x] = gap;
  }
}

/// Next to 0 slopes may be infinite only because 1/x, of which they are made, has overflowed: those of x ln x, while f is
/// small. Samples a little farther out take their place. Next to a pole f is large, and they stay.
void step_back(Columns& columns, const Subject& subject) {
  constexpr double farther = 0x1p-500;
  double* const end = columns.x + columns.size;
  for (const double side : {-1.0, 1.0}) {
    double* const place = std::lower_bound(columns.x, end, side * tiniest);
    if (place == end || *place != side * tiniest) continue;
    const auto i = static_cast<std::size_t>(place - columns.x);
    const std::size_t next = side < 0 ? i - 1 : i + 1;  // a step below 0 is no index either
    if (next >= columns.size || math::abs(columns.x[next]) <= farther) continue;
    if (!(math::abs(columns.of[0][i]) < 1) || is_finite(columns.of[1][i])) continue;
    *place = side * farther;
    columns.evaluate(subject, i, 1);
  }
}

/// Three times the points asked for, and at least 64 for a curve of two; half the pixels of the widest screens are
/// enough for any. A function that bends everywhere needs some 30 samples per period: eight times as many as asked for
/// follow four points per period.
std::size_t refinement_budget(std::size_t points, bool periodic) {
  return std::clamp<std::size_t>((periodic ? 8 : 3) * points, 64, 4096);
}

/// A function of the catalog.
class Listed final : public Subject {
 public:
  Listed(std::size_t function, const double* parameters)
      : loops_(registry()[function].loops), parameters_(parameters) {}

  void evaluate(const double* x, double* const (&of)[3], std::size_t n) const override {
    for (std::size_t q = 0; q < 3; ++q) loops_[q](x, of[q], n, parameters_);
  }

 private:
  const std::array<Loop, 3>& loops_;
  const double* parameters_;
};

}  // namespace

Curve::~Curve() { std::free(storage_); }

Status Curve::sample(std::size_t function, double from, double to, std::size_t points,
                     std::span<const double> parameters) {
  size_ = 0;
  const Status status = check_parameters(function, parameters);
  if (status != Status::ok) return status;
  const Status range = check_range(from, to, points);
  if (range != Status::ok) return range;
  if (!registry()[function].can_draw()) return Status::unsupported;

  const Info& info = catalog()[function];
  double kinks[most_listed_kinks];
  const std::size_t count = info.kinks.size();
  for (std::size_t i = 0; i < count; ++i) kinks[i] = info.kinks[i].at(parameters);
  return draw(Listed(function, parameters.data()), {kinks, count}, info.period.at(parameters), from, to, points);
}

Status Curve::check_range(double from, double to, std::size_t points) {
  if (!is_finite(from) || !is_finite(to) || !(from < to) || points < least_points) return Status::bad_argument;
  return points > most_points ? Status::too_large : Status::ok;
}

Status Curve::draw(const Subject& subject, std::span<const double> kinks, double period, double from, double to,
                   std::size_t points) {
  const double periods = period > 0 ? (to * 0.5 - from * 0.5) / period * 2 : 0;  // in halves, as the range may overflow
  const bool band = periods > 0.5 * static_cast<double>(points - 1);
  const std::size_t budget = refinement_budget(points, period > 0);
  const std::size_t fixed = points + 1 + 3 * kinks.size();
  const std::size_t capacity = (band ? (fixed + 1) * (1 + band_samples) : fixed) + 2 * budget;
  if (capacity > capacity_) {
    std::free(storage_);
    storage_ = static_cast<double*>(std::malloc(4 * capacity * sizeof(double)));
    capacity_ = storage_ == nullptr ? 0 : capacity;
    if (storage_ == nullptr) return Status::too_large;
  }

  Columns columns{.x = storage_,
                  .of = {storage_ + capacity_, storage_ + 2 * capacity_, storage_ + 3 * capacity_},
                  .size = linspace(from, to, points, storage_),
                  .capacity = capacity_};
  insert(columns, 0);
  for (const double x : kinks) {
    if (x < from || x > to) continue;
    for (const double sample : {below(x), x, above(x)}) insert(columns, sample);
  }
  if (band) {
    insert(columns, to - period);  // for a last period: each end of each interval has one then
    add_band(columns, subject, period);
  }
  columns.evaluate(subject, 0, columns.size);
  step_back(columns, subject);
  for (const double kink : kinks) cut(columns, subject, kink);
  // With less than a sample per period refinement would find bends everywhere, and mend none.
  if (periods < static_cast<double>(points + budget)) refine(columns, subject, budget);
  size_ = columns.size;
  return Status::ok;
}

std::span<const double> Curve::x() const { return {storage_, size_}; }
std::span<const double> Curve::value() const { return {storage_ + capacity_, size_}; }
std::span<const double> Curve::gradient() const { return {storage_ + 2 * capacity_, size_}; }
std::span<const double> Curve::curvature() const { return {storage_ + 3 * capacity_, size_}; }

}  // namespace activation
