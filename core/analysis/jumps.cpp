#include "parts.hpp"

#include "../math/number.hpp"

#include <algorithm>

namespace activation::analysis {
namespace {

constexpr Quantity quantities[] = {Quantity::value, Quantity::gradient, Quantity::curvature};

/// Whether x may be one of the places but for what an ulp of it makes of a root.
bool is_next_to(const std::vector<double>& places, double x) {
  return std::any_of(places.begin(), places.end(),
                     [x](double place) { return math::abs(x - place) <= 1e-7 * (1 + math::abs(place)); });
}

/// f where a pole is passed: on both sides, as the samples next to it have it.
Jump pole(const Subject& subject, const Survey& survey, double x) {
  const double before = point_at(subject, survey, below(x)).of[0];
  const double after = point_at(subject, survey, above(x)).of[0];
  return {x, Quantity::value, sign_of(before) * infinity, sign_of(after) * infinity};
}

}  // namespace

Sides sides_of(const Subject& subject, const Survey& survey, double kink) {
  const double left = below(kink);
  const double right = above(kink);
  Sides sides{point_at(subject, survey, left), point_at(subject, survey, kink), point_at(subject, survey, right)};
  for (Point* side : {&sides.before, &sides.after}) {
    const double step = side == &sides.before ? kink - left : kink - right;
    for (std::size_t q = 0; q < 2; ++q) {
      if (is_finite(side->of[q + 1])) side->of[q] += step * side->of[q + 1];
    }
  }
  return sides;
}

bool differ(double before, double after, double x) {
  if (before == after) return false;
  if (before != before || after != after) return before == before || after == after;
  if (!is_finite(before) || !is_finite(after)) return true;
  const double scale = std::max(math::abs(before), math::abs(after));
  return math::abs(before - after) > std::max({scale * 1e-9, math::abs(x) * 1e-14, 1e-150});
}

void find_jumps(const Subject& subject, const Survey& survey, Analysis& analysis) {
  std::vector<Jump>& jumps = analysis.jumps;
  for (const double x : survey.poles) jumps.push_back(pole(subject, survey, x));
  for (const double kink : survey.kinks) {
    if (is_next_to(survey.poles, kink)) continue;
    const Sides sides = sides_of(subject, survey, kink);
    for (const Quantity quantity : quantities) {
      const auto q = static_cast<std::size_t>(quantity);
      const double before = sides.before.of[q];
      const double after = sides.after.of[q];
      const bool lone = quantity == Quantity::value && (differ(before, sides.at.of[0], kink));
      if (!lone && !differ(before, after, kink)) continue;
      if (before == before && after == after) {
        // Next to a pole a double comes no farther than some 1e15.
        const bool value = quantity == Quantity::value;
        const auto led = [value](double y) { return value && math::abs(y) > 1e14 ? sign_of(y) * infinity : y; };
        jumps.push_back({kink, quantity, led(before), led(after)});
      }
      break;
    }
  }
  // What no one told of shows where a sign changes and both sides are far from 0.
  for (const Quantity quantity : quantities) {
    bool cut = false;
    for (const Turn& turn : turns_of(subject, survey, quantity, 0, cut)) {
      const auto near = [&turn](const Jump& jump) { return math::abs(jump.x - turn.x) <= 1e-9 * math::abs(turn.x); };
      if (!turn.jumps || std::any_of(jumps.begin(), jumps.end(), near)) continue;
      const auto q = static_cast<std::size_t>(quantity);
      const double low = subject.at(below(turn.x)).of[q];
      const double high = subject.at(above(turn.x)).of[q];
      const double nearby = math::abs(survey.of[q][turn.left]) + math::abs(survey.of[q][turn.right]);
      const bool endless = std::max(math::abs(low), math::abs(high)) > 1e6 * nearby;
      jumps.push_back(
          {turn.x, quantity, endless ? sign_of(low) * infinity : low, endless ? sign_of(high) * infinity : high});
    }
  }
  std::sort(jumps.begin(), jumps.end(), [](const Jump& a, const Jump& b) { return a.x < b.x; });
  if (survey.kinks_endless) analysis.endless = true;

  Smoothness smoothness = Smoothness::c2_or_more;
  for (const Jump& jump : jumps) {
    smoothness = std::min(smoothness, static_cast<Smoothness>(static_cast<int>(jump.quantity)));
  }
  // A cusp: the slope is beyond all bounds where f is not, and goes on on the other side.
  std::vector<double> edges;
  for (const Interval& gap : survey.gaps) edges.insert(edges.end(), {gap.from, gap.to});
  for (std::size_t i = 0; i < survey.x.size(); ++i) {
    const double slope = math::abs(survey.of[1][i]);
    // An infinite slope may be one that overflows on its way.
    const bool steep =
        slope > 1e30 && slope < infinity && math::abs(survey.of[2][i]) > slope && math::abs(survey.of[0][i]) < 1e10;
    if (steep && math::abs(survey.x[i]) <= 50 && !subject.form.smooth && !is_next_to(edges, survey.x[i]))
      smoothness = std::min(smoothness, Smoothness::c0);
  }
  analysis.smoothness_sure = {false, 1e-9};
  if (subject.form.smooth && smoothness == Smoothness::c2_or_more) {
    smoothness = Smoothness::infinite;
    analysis.smoothness_sure = {true, 0};
  }
  analysis.smoothness = smoothness;
}

}  // namespace activation::analysis
