#include "parts.hpp"

#include "../math/number.hpp"

#include <algorithm>

namespace activation::analysis {
namespace {

/// Places to compare at: no kink of any built-in function and no period fits them.
std::vector<double> probes() {
  std::vector<double> x;
  for (int i = 0; i < 48; ++i) x.push_back(0.0137 + 0.2113 * i);
  for (const double far : {1e-8, 1e-3, 17.31, 29.77, 53.1, 211.7}) x.push_back(far);
  return x;
}

struct Halves {
  std::vector<double> right;  ///< f(center + x)
  std::vector<double> left;   ///< f(center - x)
};

Halves around(const Subject& subject, const std::vector<double>& x, double center) {
  std::vector<double> both;
  for (const double d : x) both.push_back(center + d);
  for (const double d : x) both.push_back(center - d);
  std::vector<double> y(both.size());
  subject.evaluate(both, y, {}, {});
  const auto middle = y.begin() + static_cast<std::ptrdiff_t>(x.size());
  return {{y.begin(), middle}, {middle, y.end()}};
}

constexpr double tolerance = 1e-12;

/// Whether right - wanted is rounding, both being of that size.
bool same(double a, double b, double size) {
  return (a != a && b != b) || a == b || math::abs(a - b) <= tolerance * size;
}

bool holds(const Halves& sides, double sign, double shift) {
  bool any = false;
  for (std::size_t i = 0; i < sides.left.size(); ++i) {
    const double size = std::max({math::abs(sides.left[i]), math::abs(sides.right[i]), math::abs(shift)});
    if (!same(sides.left[i], shift + sign * sides.right[i], size)) return false;
    any = any || (size == size && size > 0);
  }
  return any || shift == 0;
}

Figure difference_slope(const Halves& sides, const std::vector<double>& x) {
  const std::size_t last = 40;
  const double slope = (sides.right[last] - sides.left[last]) / x[last];
  const double whole = math::nearest(slope * 1024) / 1024;
  const double candidate = math::abs(whole - slope) < 1e-13 ? whole : slope;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double size = std::max(math::abs(sides.left[i]), math::abs(sides.right[i]));
    if (!same(sides.right[i] - sides.left[i], candidate * x[i], size)) return {};
  }
  return is_finite(candidate) ? Figure{candidate, {false, tolerance}} : Figure{};
}

/// Where a symmetric function would have its center, next to 0 first.
std::vector<double> centers(const Survey& survey, const Analysis& analysis) {
  std::vector<double> found;
  if (!survey.kinks.empty()) found.push_back(survey.kinks.front() / 2 + survey.kinks.back() / 2);
  for (const Inflection& one : analysis.inflections) found.push_back(one.x);
  for (const Extremum& one : analysis.extrema) found.push_back(one.x);
  std::sort(found.begin(), found.end(), [](double a, double b) { return math::abs(a) < math::abs(b); });
  if (found.size() > 8) found.resize(8);
  return found;
}

}  // namespace

void find_symmetry(const Subject& subject, const Survey& survey, Analysis& analysis) {
  const std::vector<double> x = probes();
  Symmetry& symmetry = analysis.symmetry;
  using Kind = Symmetry::Kind;
  const Halves sides = around(subject, x, 0);
  symmetry.slope = difference_slope(sides, x);
  symmetry.sure = {false, tolerance};
  const Form& form = subject.form;
  if (form.even || form.odd) {
    symmetry.kind = form.even ? Kind::even : Kind::odd;
    symmetry.sure = {true, 0};
    if (form.even) symmetry.slope = {0, {true, 0}};
    return;
  }
  if (holds(sides, 1, 0)) {
    symmetry.kind = Kind::even;
    return;
  }
  if (holds(sides, -1, 0)) {
    symmetry.kind = Kind::odd;
    return;
  }
  const double shift = sides.left[20] + sides.right[20];
  if (is_finite(shift) && holds(sides, -1, shift)) {
    symmetry.kind = Kind::point;
    symmetry.shift = shift;
    return;
  }
  if (survey.kinks_endless) return;
  for (const double center : centers(survey, analysis)) {
    if (center == 0 || !is_finite(center)) continue;
    const Halves shifted = around(subject, x, center);
    const double twice = shifted.left[20] + shifted.right[20];
    if (holds(shifted, 1, 0)) {
      symmetry.kind = Kind::mirror;
      symmetry.center = center;
      return;
    }
    if (is_finite(twice) && holds(shifted, -1, twice)) {
      symmetry.kind = Kind::point;
      symmetry.center = center;
      symmetry.shift = twice;
      return;
    }
  }
}

void find_repetition(const Subject& subject, const Survey& survey, Analysis& analysis) {
  if (!analysis.endless) return;
  // From one maximum to the next, or from one bend to the next but one, or from kink to kink.
  std::vector<double> lengths;
  const std::vector<Extremum>& extrema = analysis.extrema;
  for (std::size_t i = 0; i + 2 < extrema.size(); ++i) lengths.push_back(extrema[i + 2].x - extrema[i].x);
  const std::vector<Inflection>& bends = analysis.inflections;
  for (std::size_t i = 0; i + 2 < bends.size(); ++i) lengths.push_back(bends[i + 2].x - bends[i].x);
  const auto middle = std::lower_bound(survey.kinks.begin(), survey.kinks.end(), 0.0);
  for (std::ptrdiff_t k = 1; k <= 2; ++k) {
    if (survey.kinks.end() - middle > k) lengths.push_back(middle[k] - middle[0]);
  }
  const std::vector<double> x = probes();
  for (const double length : lengths) {
    if (!(length > 1e-9)) continue;
    std::vector<double> both = x;
    for (const double one : x) both.push_back(one + length);
    std::vector<double> y(both.size());
    subject.evaluate(both, y, {}, {});
    const double drift = y[x.size()] - y[0];
    bool repeats = true;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double size = std::max({1.0, math::abs(y[i]), math::abs(both[i])});
      if (!(math::abs(y[i + x.size()] - y[i] - drift) <= 1e-12 * size)) repeats = false;
    }
    if (!repeats) continue;
    analysis.repetition.length = {length, {false, 1e-12}};
    const double small = math::abs(drift) < 1e-12 ? 0 : drift;
    analysis.repetition.drift = {small, {false, 1e-12}};
    return;
  }
}

}  // namespace activation::analysis
